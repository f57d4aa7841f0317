"""A query that finds something, near to one that finds next to nothing."""

from PySide6.QtCore import QObject, Signal

from baoguan.domain.errors import BaoguanError
from baoguan.ui.models.room import Room

_FEW = 2
"""Articles: where more were found there is nothing to ask about."""


class Meant(QObject):
    """Asks the archive what may have been meant; an answer to an older question is never told."""

    renewed = Signal()
    """``text`` is another one."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self.text = ""
        """The other query text; empty where there is none."""
        room.results.answered.connect(self._heed)

    def _heed(self) -> None:
        self._asked += 1
        self._put("")
        asked, results = self._asked, self._room.results.results
        if results is None or results.total > _FEW or not results.question.text.strip():
            return
        question = results.question
        self._room.ask(
            lambda archive: archive.correct(question),
            lambda text: self._put(text or "") if asked == self._asked else None,
            self._fail,
        )

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, BaoguanError):  # an expected one has failed the search too, which tells it
            self._room.tell(error)

    def _put(self, text: str) -> None:
        if text != self.text:
            self.text = text
            self.renewed.emit()
