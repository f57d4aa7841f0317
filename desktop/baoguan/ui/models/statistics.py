"""The statistics table: the catalogue sorts and filters, the model keeps the rows that are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from baoguan.app.changes import Changes
from baoguan.domain.ids import StatisticId
from baoguan.domain.records import StatisticColumn, StatisticFilter, StatisticRecord
from baoguan.ui.models.roles import ACCESSIBLE, ALIGNMENT, DISPLAY, RECORD, TOOLTIP, TOP, Index
from baoguan.ui.models.room import Room
from baoguan.ui.models.row_windows import WINDOW, RowWindows
from baoguan.ui.models.statistic_columns import SORTS, SOURCE, VALUE, cell_text, column_names
from baoguan.ui.models.statistic_text import statistic_tip

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

_Listing = tuple[StatisticFilter, StatisticColumn | None, bool]
"""What is listed, what it is sorted by, and whether falling."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class _Found:
    """How many rows there are, the place of the chosen one, and a first window of them."""

    count: int
    position: int | None
    window: int
    rows: tuple[StatisticRecord, ...]


class StatisticsModel(QAbstractTableModel):
    """Rows of the catalogue's statistics, read in windows; a row not yet read is blank."""

    counted = Signal()
    """The list is another, or was read anew; its number of rows is known."""
    located = Signal(int)
    """``located(row)``: the row of a statistic that was asked for."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self._count = 0
        self.wanted = StatisticFilter()
        self.sorting: StatisticColumn | None = None
        self.descending = False
        self.known = False
        """Whether what is listed is what is wanted."""
        self.position: int | None = None
        """The row of the chosen statistic when the list was read; None where it is not listed."""
        self.again = False
        """Whether the list is the one that was listed before, read anew."""
        self._listed: _Listing | None = None
        self._windows: RowWindows[StatisticRecord] = RowWindows(room, self)
        self._windows.arrived.connect(self._show_rows)
        room.opened.connect(self.read)
        room.changed.connect(self._heed)

    def want(self, wanted: StatisticFilter) -> None:
        """List other statistics; nothing happens where these are listed already."""
        if self.wanted != wanted:
            self.wanted = wanted
            self.read()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the catalogue sort by a column; -1 is the order of the pages."""
        self.sorting = SORTS[column] if column >= 0 else None
        self.descending = self.sorting is not None and order == Qt.SortOrder.DescendingOrder
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, SOURCE)
        self.read()

    def read(self) -> None:
        """Read the list anew: it stays as it is until the new one is there."""
        self._asked += 1
        asked, wanted = self._asked, self.wanted
        sorting, descending = self.sorting, self.descending
        self.again = (wanted, sorting, descending) == self._listed
        near = self._windows.looked_at if self.again else None
        chosen = self._room.selection.current.statistic
        self.known = False
        if self._room.archive is None:
            self._show(asked, _Found(0, None, 0, ()))
            return
        self._room.ask(
            lambda archive: _look(archive, (wanted, sorting, descending), chosen, near),
            lambda found: self._show(asked, found),
        )

    def record(self, row: int) -> StatisticRecord | None:
        """Return a row's statistic; None, and the rows around it are asked for, where it is not read yet."""
        return self._windows.row(row)

    def records(self, first: int, last: int) -> list[StatisticRecord]:
        """Return those of some rows that are read; nothing is asked for."""
        return self._windows.known(first, last)

    def row_of(self, statistic: StatisticId | None) -> int:
        """Return the row of a statistic among those read, -1 where it is not."""
        return self._windows.find(lambda record: record.id == statistic)

    def locate(self, statistic: StatisticId) -> None:
        """Have the row of a statistic told, unless it is not listed or the list is another by then."""
        asked, wanted, sorting, descending = self._asked, self.wanted, self.sorting, self.descending

        def show(row: int | None) -> None:
            if row is not None and asked == self._asked:
                self.located.emit(row)

        self._room.ask(
            lambda archive: archive.statistic_position(wanted, sorting, descending, statistic), show
        )

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many statistics the filter lets through."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = TOP) -> int:
        """Return 9."""
        return 0 if parent.isValid() else len(SORTS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return a column's name, with an arrow where it is sorted by."""
        if orientation != Qt.Orientation.Horizontal or role not in (DISPLAY, ALIGNMENT):
            return None
        if role == ALIGNMENT:
            return _RIGHT if section == VALUE else _LEFT
        names = column_names()
        if not 0 <= section < len(names):
            return None
        sorted_by = self.sorting is not None and SORTS[section] == self.sorting
        arrow = (" ↓" if self.descending else " ↑") if sorted_by else ""
        return names[section] + arrow

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return a cell's text, or the StatisticRecord of its row."""
        if role == ALIGNMENT:
            return _RIGHT if index.column() == VALUE else _LEFT
        if role not in (DISPLAY, ACCESSIBLE, RECORD, TOOLTIP) or not index.isValid():
            return None
        record = self._windows.row(index.row())
        if record is None or role == RECORD:
            return record
        if role == TOOLTIP:
            return statistic_tip(record)
        return cell_text(record, index.column())

    def _show(self, asked: int, found: _Found) -> None:
        if asked != self._asked:
            return
        wanted, sorting, descending = self._listed = self.wanted, self.sorting, self.descending
        stays = self.again and self._count == found.count
        if not stays:
            self.beginResetModel()
        self._count, self.position, self.known = found.count, found.position, True
        self._windows.begin(
            lambda archive, limit, offset: archive.statistics(wanted, sorting, descending, limit, offset),
            found.count,
            found.window,
            found.rows,
        )
        if not stays:
            self.endResetModel()
        first = found.window * WINDOW
        if found.rows:
            self._show_rows(first, first + len(found.rows) - 1)
        self.counted.emit()

    def _show_rows(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, SOURCE))

    def _heed(self, changes: Changes) -> None:
        if changes.statistics or changes.pages:
            self.read()


def _look(archive: Archive, listing: _Listing, chosen: StatisticId | None, near: int | None) -> _Found:
    """Read how long a list is, and a window of it: that given, or that of the chosen statistic."""
    wanted, sorting, descending = listing
    position = None
    if chosen is not None:
        position = archive.statistic_position(wanted, sorting, descending, chosen)
    window = (position or 0) // WINDOW if near is None else near
    rows = archive.statistics(wanted, sorting, descending, WINDOW, window * WINDOW)
    return _Found(archive.statistics_count(wanted), position, window, rows)
