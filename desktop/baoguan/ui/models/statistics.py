"""The statistics table: the catalogue sorts and filters, the model keeps the rows that are looked at."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt, Signal

from baoguan.app.changes import Changes
from baoguan.domain.ids import ArticleId, PageId, StatisticId
from baoguan.domain.records import StatisticColumn, StatisticFilter, StatisticRecord
from baoguan.domain.statistic import Kind
from baoguan.ui.models import wording
from baoguan.ui.models.roles import ALIGNMENT, DISPLAY, RECORD, TOOLTIP, TOP, Index
from baoguan.ui.models.room import Room

VALUE, UNIT, MEASURE, SUBJECT, TIME, PLACE, CHANGE, SENTENCE = range(8)
_SORTS: tuple[StatisticColumn | None, ...] = (
    "value", "unit", "measure", "subject", "time", "place", None, "headline",
)  # fmt: skip
_WINDOW = 100
_WINDOWS_KEPT = 40
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class StatisticsModel(QAbstractTableModel):
    """Rows of the catalogue's statistics, read in windows of 100; a row not yet read is blank."""

    counted = Signal()
    """The number of rows is known."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self._count = 0
        self._rows: OrderedDict[int, tuple[StatisticRecord, ...]] = OrderedDict()
        self._pending: set[int] = set()
        self._where: tuple[PageId | None, ArticleId | None] = (None, None)
        self._kinds: frozenset[Kind] = frozenset()
        self._text = ""
        self._sort: StatisticColumn | None = None
        self._descending = False
        self.known = False
        room.opened.connect(self.read)
        room.changed.connect(self._heed)

    def want(
        self,
        page: PageId | None = None,
        article: ArticleId | None = None,
        kinds: frozenset[Kind] = frozenset(),
        text: str = "",
    ) -> None:
        """List other statistics; nothing happens where these are listed already."""
        if (self._where, self._kinds, self._text) != ((page, article), kinds, text):
            self._where, self._kinds, self._text = (page, article), kinds, text
            self.read()

    def read(self) -> None:
        """Count and read the rows anew."""
        self._asked += 1
        asked = self._asked
        self._pending.clear()
        self.known = False
        if self._room.archive is None:
            self._show_count(asked, 0)
            return
        wanted = self._filter()
        self._room.ask(
            lambda archive: archive.statistics_count(wanted), lambda count: self._show_count(asked, count)
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the catalogue sort by a column; -1 is the order of the pages."""
        self._sort = _SORTS[column] if column >= 0 else None
        self._descending = self._sort is not None and order == Qt.SortOrder.DescendingOrder
        self.read()

    def record(self, row: int) -> StatisticRecord | None:
        """Return a row's statistic; None, and the window around it is asked for, where it is not read yet."""
        window = row // _WINDOW
        rows = self._rows.get(window)
        if rows is None:
            self._ask_window(window)
            return None
        offset = row - window * _WINDOW
        return rows[offset] if offset < len(rows) else None

    def row_of(self, statistic: StatisticId | None) -> int:
        """Return the row of a statistic among those read, -1 where it is not."""
        for window, rows in self._rows.items():
            for offset, record in enumerate(rows):
                if record.id == statistic:
                    return window * _WINDOW + offset
        return -1

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many statistics the filter lets through."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = TOP) -> int:
        """Return 8."""
        return 0 if parent.isValid() else len(_SORTS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return a column's name."""
        if orientation != Qt.Orientation.Horizontal or role not in (DISPLAY, ALIGNMENT):
            return None
        if role == ALIGNMENT:
            return _RIGHT if section == VALUE else _LEFT
        names = QCoreApplication.translate("Statistics", "值|单位|指标|主体|时间|地点|变化|原句").split("|")
        return names[section] if 0 <= section < len(names) else None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return a cell's text, or the StatisticRecord of its row."""
        if role == ALIGNMENT:
            return _RIGHT if index.column() == VALUE else _LEFT
        if role not in (DISPLAY, RECORD, TOOLTIP) or not index.isValid():
            return None
        record = self.record(index.row())
        if record is None or role == RECORD:
            return record
        if role == TOOLTIP:
            return wording.statistic_tip(record)
        return _cell(record, index.column())

    def _filter(self) -> StatisticFilter:
        page, article = self._where
        return StatisticFilter(page=page, article=article, kinds=self._kinds, text=self._text)

    def _ask_window(self, window: int) -> None:
        if window in self._pending or not self.known:
            return
        self._pending.add(window)
        asked, wanted, sort, descending = self._asked, self._filter(), self._sort, self._descending
        self._room.ask(
            lambda archive: archive.statistics(wanted, sort, descending, _WINDOW, window * _WINDOW),
            lambda rows: self._show_window(asked, window, rows),
        )

    def _show_count(self, asked: int, count: int) -> None:
        if asked != self._asked:
            return
        self.beginResetModel()
        self._rows.clear()
        self._count = count
        self.known = True
        self.endResetModel()
        self.counted.emit()

    def _show_window(self, asked: int, window: int, rows: tuple[StatisticRecord, ...]) -> None:
        if asked != self._asked:
            return
        self._pending.discard(window)
        self._rows[window] = rows
        while len(self._rows) > _WINDOWS_KEPT:
            self._rows.popitem(last=False)
        first = window * _WINDOW
        if rows:
            self.dataChanged.emit(self.index(first, 0), self.index(first + len(rows) - 1, SENTENCE))

    def _heed(self, changes: Changes) -> None:
        if changes.statistics or changes.pages:
            self.read()


def _cell(record: StatisticRecord, column: int) -> str:
    statistic = record.statistic
    if column == VALUE:
        return wording.value_text(statistic)
    if column == UNIT:
        return wording.unit_text(statistic)
    if column == CHANGE:
        return wording.change_text(statistic)
    return {
        MEASURE: statistic.measure,
        SUBJECT: statistic.subject,
        TIME: statistic.time_text or statistic.time_iso or "",
        PLACE: statistic.place,
        SENTENCE: record.sentence.strip(),
    }[column]
