"""What is made of all statistics that pass a filter, off the UI thread and only while somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from threading import Event
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from baoguan.app.changes import Changes
from baoguan.domain.progress import Cancelled
from baoguan.domain.records import StatisticFilter, StatisticRecord
from baoguan.ui.models.room import Room

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

Answer = TypeVar("Answer")
Step = Callable[[int, int], None]
"""``step(done, total)``; it may raise ``Cancelled``."""
_PORTION = 500
"""How many statistics are read before it is looked whether they are still wanted."""


def each(archive: Archive, wanted: StatisticFilter, step: Step) -> Iterator[StatisticRecord]:
    """Yield every statistic wanted, of one state of the archive; ``step`` is told every so many."""
    with archive.all_statistics(wanted) as (total, records):
        for done, record in enumerate(records):
            if done % _PORTION == 0:
                step(done, total)
            yield record


class LazyReading(QObject, Generic[Answer]):
    """What an older filter lets through never stands in the place of a newer one's.

    Reading stops where another filter is wanted, or nobody looks any more.
    """

    answered = Signal()
    """``answer`` is another; None while it is read, and where it could not be."""
    read = Signal(int, int)
    """``read(done, total)``: so many statistics were read."""
    _stepped = Signal(int, int, int)

    def __init__(
        self,
        room: Room,
        make: Callable[[Archive, StatisticFilter, Step], Answer],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._make = make
        self._shown = False
        self._stale = True
        self._asked = 0
        self._stop = Event()
        self._future: Future[Answer] | None = None
        self.wanted = StatisticFilter()
        self.answer: Answer | None = None
        self.reading = False
        self.error: BaseException | None = None
        """Why nothing could be read."""
        self._stepped.connect(self._tell)
        room.opened.connect(self.again)
        room.changed.connect(self._heed)

    def want(self, wanted: StatisticFilter) -> None:
        """Read other statistics; nothing happens where these were read already."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.again()

    def show(self, shown: bool) -> None:
        """Tell whether somebody looks."""
        self._shown = shown
        if shown and self._stale:
            self.again()
        elif not shown and self.reading:
            self._drop()
            self._stale = True

    def again(self) -> None:
        """Read anew what is wanted."""
        self._drop()
        self._stale, self.answer, self.error = True, None, None
        if self._shown:
            self._ask()
        self.answered.emit()

    def _heed(self, changes: Changes) -> None:
        if changes.statistics or changes.pages:
            self.again()

    def _drop(self) -> None:
        """Let what is being read be read no further."""
        self._asked += 1
        self._stop.set()
        self.reading = False
        if self._future is not None:
            self._future.cancel()

    def _ask(self) -> None:
        room, archive = self._room, self._room.archive
        if archive is None:
            return
        self._stale, self.reading = False, True
        stop = self._stop = Event()
        asked, wanted = self._asked, self.wanted

        def step(done: int, total: int) -> None:
            if stop.is_set() or room.archive is not archive:  # the window that closes waits for it
                raise Cancelled
            self._stepped.emit(asked, done, total)

        self._future = self._room.ask(
            lambda archive: self._make(archive, wanted, step),
            lambda made: self._put(asked, made),
            lambda error: self._fail(asked, error),
        )

    def _tell(self, asked: int, done: int, total: int) -> None:
        if asked == self._asked:
            self.read.emit(done, total)

    def _put(self, asked: int, answer: Answer | None) -> None:
        if asked == self._asked:
            self.answer, self.reading = answer, False
            self.answered.emit()

    def _fail(self, asked: int, error: BaseException) -> None:
        if asked == self._asked:
            self.error = error
            self._put(asked, None)
            self._room.tell(error)
