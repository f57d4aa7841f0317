"""The figures of an article, a page, a search or the archive, each read when it is looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QObject, Signal

from baoguan.app.changes import Changes
from baoguan.domain.ids import FigureId
from baoguan.domain.records import FigureFilter, FigureRecord, NameCount
from baoguan.ui.models.gallery_words import figure_line
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD, TOOLTIP, TOP, Index
from baoguan.ui.models.room import Room
from baoguan.ui.models.row_windows import WINDOW, RowWindows

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive


class _Found(NamedTuple):
    total: int
    kinds: tuple[NameCount, ...]
    rows: tuple[FigureRecord, ...]


class FiguresModel(QAbstractListModel):
    """One row per figure, in order of date, page and place, or of the search; blank until it is read."""

    counted = Signal()
    """Other figures stand here: ``rowCount`` and ``kinds`` are theirs."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self._count = 0
        self.wanted = FigureFilter()
        self.kinds: tuple[NameCount, ...] = ()
        """What the figures are called by their sources, whatever kind is wanted."""
        self._windows: RowWindows[FigureRecord] = RowWindows(room, self)
        self._windows.arrived.connect(self._show_rows)
        room.opened.connect(self.read)
        room.changed.connect(self._heed)

    def want(self, wanted: FigureFilter) -> None:
        """List other figures; nothing happens where these are listed already."""
        if self.wanted != wanted:
            self.wanted = wanted
            self.read()

    def read(self) -> None:
        """Read the list anew; an older answer never replaces a newer one."""
        self._asked += 1
        asked, wanted = self._asked, self.wanted
        if self._room.archive is None:
            self._put(wanted, _Found(0, (), ()))
            return
        self._room.ask(
            lambda archive: _look(archive, wanted),
            lambda found: self._put(wanted, found) if asked == self._asked else None,
        )

    def record(self, row: int) -> FigureRecord | None:
        """Return a row's figure; None, and the rows around it are asked for, where it is not read yet."""
        return self._windows.row(row) if 0 <= row < self._count else None

    def row_of(self, figure: FigureId | None) -> int:
        """Return the row of a figure among those read, -1 where it is not."""
        return self._windows.find(lambda record: record.id == figure)

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many figures are listed."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return a figure's caption, what is said of it, or its FigureRecord; None until it is read."""
        if role not in (DISPLAY, TOOLTIP, ACCESSIBLE, RECORD) or not index.isValid():
            return None
        record = self._windows.row(index.row())
        if record is None or role == RECORD:
            return record
        return record.figure.caption if role == DISPLAY else figure_line(record)

    def _put(self, wanted: FigureFilter, found: _Found) -> None:
        self.beginResetModel()
        self._count, self.kinds = found.total, found.kinds
        self._windows.begin(
            lambda archive, limit, offset: archive.gallery(wanted, limit, offset),
            found.total,
            0,
            found.rows,
        )
        self.endResetModel()
        self.counted.emit()

    def _show_rows(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))

    def _heed(self, changes: Changes) -> None:
        if changes.pages or (changes.index and self.wanted.question is not None):
            self.read()


def _look(archive: Archive, wanted: FigureFilter) -> _Found:
    kinds = archive.gallery_kinds(replace(wanted, kind=""))
    return _Found(archive.gallery_count(wanted), kinds, archive.gallery(wanted, WINDOW, 0))
