"""What the window says and does about an archive's index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from baoguan.app.changes import Changes
from baoguan.domain.errors import ArchiveError
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled
from baoguan.ui.models.room import Room
from baoguan.ui.window.jobs import Jobs
from baoguan.ui.window.teller import Teller

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive
    from baoguan.app.searching import IndexState

ENGINES = {"whoosh": "Whoosh", "tantivy": "Tantivy", "opensearch": "OpenSearch"}
"""What the engines call themselves."""
_EMBEDDED, _SERVER = "whoosh", "opensearch"


class IndexCare(QObject):
    """Tells each notice of the index once, shows its upkeep as a quiet job, and makes it anew when asked."""

    known = Signal()
    """Which engine answers is known, or another does."""
    _kept_up = Signal(int, int, object)
    _changed = Signal(object)
    _lacking = Signal(object)

    def __init__(self, room: Room, jobs: Jobs, teller: Teller, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._jobs = jobs
        self._teller = teller
        self._told: set[Bilingual] = set()
        self.engine = ""
        """The engine that answers; empty until it is known."""
        self._kept_up.connect(self._show_upkeep, Qt.ConnectionType.QueuedConnection)
        self._changed.connect(room.changed.emit, Qt.ConnectionType.QueuedConnection)
        self._lacking.connect(teller.tell, Qt.ConnectionType.QueuedConnection)
        room.opened.connect(self._watch)
        room.failed.connect(self._heed)
        room.results.answered.connect(lambda: self._heed(room.results.error))

    @property
    def can_reindex(self) -> bool:
        """Whether an archive is open that can be written to."""
        return self._room.archive is not None and not self._room.archive.read_only

    def reindex(self, engine: str) -> None:
        """Make the index anew on an engine, beside everything else; the former one answers meanwhile."""
        archive = self._room.archive
        if archive is None:
            return

        def done(_none: None) -> None:
            self._teller.say("success", self.tr("索引已用 {engine} 重建。").format(engine=ENGINES[engine]))
            self._show_news()

        self._jobs.beside(lambda progress: archive.reindex(engine, progress), done, self._fail)

    def _watch(self) -> None:
        self._told.clear()
        self.engine = ""
        archive = self._room.archive
        if archive is not None and archive.upkeep is not None:
            archive.upkeep.watch(self._kept_up.emit)
            archive.upkeep.listen(self._changed.emit, self._lacking.emit)
        self._ask()

    def _heed(self, error: BaseException | None) -> None:
        """Look after the index where something could not be answered: a cluster may have gone."""
        if isinstance(error, ArchiveError):
            self._ask()

    def _ask(self) -> None:
        self._room.ask(_state, lambda found: self._show_state(*found))

    def _show_news(self) -> None:
        self._ask()
        self._room.changed.emit(Changes(index=True))

    def _show_upkeep(self, done: int, total: int, doing: Bilingual | None) -> None:
        self._jobs.follow(done, total, doing)
        if doing is None:
            self._show_news()

    def _show_state(self, state: IndexState, wanted: str) -> None:
        self.engine = state.engine
        self.known.emit()
        language = self._room.language
        news = [notice for notice in state.notices if notice not in self._told]
        self._told.update(news)
        words = "\n".join(notice.say(language) for notice in news)
        if wanted == _SERVER and (state.engine != _SERVER or not state.current) and self.can_reindex:
            offer = self.tr("改用馆藏里的索引"), lambda: self.reindex(_EMBEDDED)
            self._teller.say("warning", words or self.tr("检索集群没有应答。"), step=offer)
        elif words:
            self._teller.say("success" if state.current else "warning", words)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._teller.say("warning", self.tr("已停止重建，仍用原来的索引。"))
        else:
            self._teller.tell(error)


def _state(archive: Archive) -> tuple[IndexState, str]:
    """Return how the index is, and the engine that the archive is meant to be searched by."""
    from baoguan.app.marker import read_marker

    return archive.index_state(), read_marker(archive.folder).engine
