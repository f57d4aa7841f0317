"""The searches that are kept in the archive."""

from PySide6.QtCore import QObject, Signal

from baoguan.app.changes import Changes
from baoguan.domain.query import Question
from baoguan.domain.saved_search import SavedSearch
from baoguan.ui.models.room import Room


class SavedModel(QObject):
    """Knows every saved search of the open archive, newest first, and whether a question is one."""

    renewed = Signal()
    """``searches`` was read anew."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self.searches: tuple[SavedSearch, ...] = ()
        room.opened.connect(self._read)
        room.changed.connect(self._heed)
        self._read()

    def of(self, question: Question) -> SavedSearch | None:
        """Return the saved search that asks the same, in whatever order."""
        return next((saved for saved in self.searches if _same(saved.question, question)), None)

    def _heed(self, changes: Changes) -> None:
        if changes.saved_searches:
            self._read()

    def _read(self) -> None:
        self._asked += 1
        asked = self._asked
        self._room.ask(
            lambda archive: archive.saved_searches(),
            lambda searches: self._put(searches) if asked == self._asked else None,
        )

    def _put(self, searches: tuple[SavedSearch, ...]) -> None:
        self.searches = searches
        self.renewed.emit()


def _same(one: Question, other: Question) -> bool:
    return one.text.strip() == other.text.strip() and set(one.filters) == set(other.filters)
