"""The rows of a long list of the catalogue, read in windows while they are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from baoguan.ui.models.room import Room

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

Row = TypeVar("Row")
Read = Callable[["Archive", int, int], tuple[Row, ...]]
"""Reads so many rows from a place on: ``read(archive, limit, offset)``."""

WINDOW = 100
_KEPT = 60
_LOOKED_AT = 3
"""Windows that a view can look at at once; older wishes come from rows that have scrolled by."""
_GATHER_MS = 12
"""How long the wishes of one paint are gathered."""


class RowWindows(QObject, Generic[Row]):
    """Reads what is looked at first, then what lies beside it; rows that only scrolled by are not read."""

    arrived = Signal(int, int)
    """``arrived(first, last)``: rows that were not there before."""

    def __init__(self, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._read: Read[Row] | None = None
        self._count = 0
        self._epoch = 0
        self._known: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._reading: int | None = None
        self.looked_at = 0
        """The window that was looked at last."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_GATHER_MS)
        self._soon.timeout.connect(self._go_on)

    def begin(self, read: Read[Row], count: int, number: int, rows: tuple[Row, ...]) -> None:
        """Forget every row: the list is another, of so many rows, one window of which is known."""
        self._epoch += 1
        self._read, self._count, self._reading = read, count, None
        self._wanted.clear()
        self._known.clear()
        self._known[number] = rows

    def row(self, number: int) -> Row | None:
        """Return a row; None, and the window around it is asked for, where it is not read yet."""
        window, offset = divmod(number, WINDOW)
        rows = self._known.get(window)
        if rows is not None:
            if window != self.looked_at:
                self.looked_at = window
                self._known.move_to_end(window)
            return rows[offset] if offset < len(rows) else None
        self.looked_at = window
        if window != self._reading:
            self._wanted[window] = None
            self._wanted.move_to_end(window)
            while len(self._wanted) > _LOOKED_AT:
                self._wanted.popitem(last=False)
            if not self._soon.isActive():
                self._soon.start()
        return None

    def known(self, first: int, last: int) -> list[Row]:
        """Return those of some rows that are read; none of them counts as looked at."""
        rows: list[Row] = []
        for window in range(first // WINDOW, last // WINDOW + 1):
            start = window * WINDOW
            rows += self._known.get(window, ())[max(0, first - start) : last + 1 - start]
        return rows

    def find(self, holds: Callable[[Row], bool]) -> int:
        """Return the number of the first row read so far of which something holds, -1 for none."""
        for window, rows in self._known.items():
            for offset, row in enumerate(rows):
                if holds(row):
                    return window * WINDOW + offset
        return -1

    def _go_on(self) -> None:
        """Ask for the next window: one looked at, or else the neighbour of the last one."""
        if self._reading is not None or self._read is None:
            return
        window = next(reversed(self._wanted), None)
        if window is None:
            window = self._neighbour()
        if window is None:
            return
        self._wanted.pop(window, None)
        self._reading = window
        read, epoch, asked = self._read, self._epoch, window
        self._room.ask(
            lambda archive: read(archive, WINDOW, asked * WINDOW),
            lambda rows: self._take(epoch, asked, rows),
            lambda error: self._fail(epoch, error),
        )

    def _neighbour(self) -> int | None:
        last = (self._count - 1) // WINDOW
        beside = (self.looked_at + 1, self.looked_at - 1)
        return next((one for one in beside if 0 <= one <= last and one not in self._known), None)

    def _take(self, epoch: int, window: int, rows: tuple[Row, ...]) -> None:
        if epoch != self._epoch:
            return
        self._reading = None
        self._known[window] = rows
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        if rows:
            self.arrived.emit(window * WINDOW, window * WINDOW + len(rows) - 1)
        self._soon.start()

    def _fail(self, epoch: int, error: BaseException) -> None:
        if epoch == self._epoch:
            self._reading = None
        self._room.tell(error)
