"""What is drawn of the statistics that pass a filter, read off the UI thread."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from baoguan.app.changes import Changes
from baoguan.domain.progress import Cancelled
from baoguan.domain.records import StatisticFilter
from baoguan.ui.models.chart_reading import Drawing, draw, each
from baoguan.ui.models.room import Room

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive


class ChartModel(QObject):
    """Reads while somebody looks; what an older filter lets through is never drawn over a newer one's."""

    drawn = Signal()
    """``drawing`` is new; None while it is read, and where nothing could be."""
    read = Signal(int, int)
    """``read(done, total)``: so many statistics were read."""
    _stepped = Signal(int, int, int)

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._wanted = StatisticFilter()
        self._shown = False
        self._stale = True
        self._asked = 0
        self._stop = Event()
        self._future: Future[Drawing | None] | None = None
        self.drawing: Drawing | None = None
        self.reading = False
        self.error: BaseException | None = None
        """Why nothing could be read."""
        self._stepped.connect(self._tell)
        room.opened.connect(self.read_again)
        room.changed.connect(self._heed)

    def want(self, wanted: StatisticFilter) -> None:
        """Draw other statistics; nothing happens where these are drawn already."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.read_again()

    def show(self, shown: bool) -> None:
        """Tell whether somebody looks; nothing is read for nobody."""
        self._shown = shown
        if shown and self._stale:
            self.read_again()
        elif not shown and self.reading:
            self._drop()
            self._stale = True

    def read_again(self) -> None:
        """Read anew what is wanted."""
        self._drop()
        self._stale, self.drawing, self.error = True, None, None
        if self._shown:
            self._ask()
        self.drawn.emit()

    def _heed(self, changes: Changes) -> None:
        if changes.statistics or changes.pages:
            self.read_again()

    def _drop(self) -> None:
        """Let what is being read be read no further."""
        self._asked += 1
        self._stop.set()
        self.reading = False
        if self._future is not None:
            self._future.cancel()

    def _ask(self) -> None:
        if self._room.archive is None:
            return
        self._stale, self.reading = False, True
        stop = self._stop = Event()
        asked, wanted = self._asked, self._wanted

        def work(archive: Archive) -> Drawing:
            def step(done: int, total: int) -> None:
                if stop.is_set():
                    raise Cancelled
                self._stepped.emit(asked, done, total)

            return draw(each(archive, wanted, step))

        self._future = self._room.ask(
            work, lambda made: self._put(asked, made), lambda error: self._fail(asked, error)
        )

    def _tell(self, asked: int, done: int, total: int) -> None:
        if asked == self._asked:
            self.read.emit(done, total)

    def _put(self, asked: int, drawing: Drawing | None) -> None:
        if asked == self._asked:
            self.drawing, self.reading = drawing, False
            self.drawn.emit()

    def _fail(self, asked: int, error: BaseException) -> None:
        if asked == self._asked:
            self.error = error
            self._put(asked, None)
            self._room.tell(error)
