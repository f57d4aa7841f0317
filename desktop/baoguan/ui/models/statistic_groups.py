"""The measures that statistics are of: how often each is told, in how many articles, and between what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt, Signal

from baoguan.app.changes import Changes
from baoguan.domain.records import MeasureGroup, StatisticFilter
from baoguan.ui.models.readable_range import range_text
from baoguan.ui.models.roles import ACCESSIBLE, ALIGNMENT, DISPLAY, RECORD, TOP, Index
from baoguan.ui.models.room import Room
from baoguan.ui.models.row_windows import WINDOW, RowWindows

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

MEASURE, STATISTICS, ARTICLES, RANGE, PERIOD = range(5)
_NUMBERS = (STATISTICS, ARTICLES)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_Found = tuple[int, tuple[MeasureGroup, ...]]


class GroupsModel(QAbstractTableModel):
    """A row for each measure in each dimension, the most frequent first; nothing is read before ``want``."""

    counted = Signal()
    """The list is another, or was read anew; its number of rows is known."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self._count = 0
        self.wanted: StatisticFilter | None = None
        self.most = 0
        """How many statistics the most frequent measure has."""
        self._windows: RowWindows[MeasureGroup] = RowWindows(room, self)
        self._windows.arrived.connect(self._show_rows)
        room.changed.connect(self._heed)

    def want(self, wanted: StatisticFilter | None) -> None:
        """List the measures of other statistics; None while nobody looks."""
        if self.wanted != wanted:
            self.wanted = wanted
            self.read()

    def read(self) -> None:
        """Read the list anew; an older answer never replaces a newer one."""
        self._asked += 1
        asked, wanted = self._asked, self.wanted
        if wanted is None:
            return

        def look(archive: Archive) -> _Found:
            return archive.statistic_groups_count(wanted), archive.statistic_groups(wanted, WINDOW, 0)

        self._room.ask(look, lambda found: self._show(asked, wanted, found))

    def groups(self, first: int, last: int) -> list[MeasureGroup]:
        """Return those of some rows that are read; nothing is asked for."""
        return self._windows.known(first, last)

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many measures there are."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = TOP) -> int:
        """Return 5."""
        return 0 if parent.isValid() else PERIOD + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return a column's name."""
        if orientation != Qt.Orientation.Horizontal or role not in (DISPLAY, ALIGNMENT):
            return None
        if role == ALIGNMENT:
            return _RIGHT if section in _NUMBERS else _LEFT
        names = QCoreApplication.translate("Statistics", "指标|统计|文章|最小–最大|时段").split("|")
        return names[section] if 0 <= section <= PERIOD else None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return a cell's text, or the MeasureGroup of its row."""
        if role == ALIGNMENT:
            return _RIGHT if index.column() in _NUMBERS else _LEFT
        if role not in (DISPLAY, ACCESSIBLE, RECORD) or not index.isValid():
            return None
        group = self._windows.row(index.row())
        if group is None or role == RECORD:
            return group
        return cell_text(group, index.column())

    def _show(self, asked: int, wanted: StatisticFilter, found: _Found) -> None:
        if asked != self._asked:
            return
        count, rows = found
        self.beginResetModel()
        self._count, self.most = count, rows[0].statistics if rows else 0
        self._windows.begin(
            lambda archive, limit, offset: archive.statistic_groups(wanted, limit, offset), count, 0, rows
        )
        self.endResetModel()
        if rows:
            self._show_rows(0, len(rows) - 1)
        self.counted.emit()

    def _show_rows(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, PERIOD))

    def _heed(self, changes: Changes) -> None:
        if changes.statistics or changes.pages:
            self.read()


def period_text(since: date | None, until: date | None) -> str:
    """Return a span of time as short as it can be said: ``2019–2022``, ``2022-10-01–2022-10-12``."""
    if since is None and until is None:
        return ""
    if since and until and since.year != until.year:
        return f"{since.year}–{until.year}"
    if since and until and (since.month, since.day, until.month, until.day) == (1, 1, 12, 31):
        return str(since.year)
    return "–".join(dict.fromkeys(str(day) if day else "" for day in (since, until)))


def cell_text(group: MeasureGroup, column: int) -> str:
    """Return what a cell says."""
    if column == RANGE:
        return range_text(group.least, group.greatest, group.dimension)
    if column == PERIOD:
        return period_text(group.since, group.until)
    return {
        MEASURE: group.measure,
        STATISTICS: f"{group.statistics:,}",
        ARTICLES: f"{group.articles:,}",
    }[column]
