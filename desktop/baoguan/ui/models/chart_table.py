"""The marks of a chart as a table, for whoever cannot or would not look at it."""

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt

from baoguan.domain.chart import Chart, ChartKind, Mark
from baoguan.ui.models.chart_words import count_words, mark_name, unnamed, value_words
from baoguan.ui.models.roles import ACCESSIBLE, ALIGNMENT, DISPLAY, RECORD, TOP, Index
from baoguan.ui.models.unit_names import unit_name

NAME, VALUE, COUNT = range(3)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ChartTable(QAbstractTableModel):
    """A row for each mark: whose figure it is, its value, and how many statistics stand behind it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._places: list[int] = []
        self._columns: tuple[int, ...] = ()

    def put(self, chart: Chart | None) -> None:
        """List another chart's marks; empty classes are left out."""
        self.beginResetModel()
        self._chart = chart
        marks = chart.marks if chart else ()
        self._places = [place for place, mark in enumerate(marks) if mark.count]
        classes = chart is not None and chart.kind is ChartKind.DISTRIBUTION
        self._columns = (NAME, COUNT) if classes else (NAME, VALUE, COUNT)
        self.endResetModel()

    def place(self, row: int) -> int:
        """Return the place in the chart of a row's mark."""
        return self._places[row]

    def row_of(self, place: int) -> int:
        """Return the row of the mark at a place, -1 where it has none."""
        return self._places.index(place) if place in self._places else -1

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many marks stand for statistics."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = TOP) -> int:
        """Return 3, and 2 of classes, which are named by their values."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return a column's name, that of the value with its unit."""
        if self._chart is None or orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        section = self._columns[section]
        if role == ALIGNMENT:
            return _LEFT if section == NAME else _RIGHT
        if role != DISPLAY:
            return None
        unit = unit_name(self._chart.unit, self._chart.per)
        value = QCoreApplication.translate("Chart", "值（{unit}）") if unit else _value_name()
        return (self._names(), value.format(unit=unit), QCoreApplication.translate("Chart", "条数"))[section]

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return a cell's text, or the Mark of its row."""
        if self._chart is None or not index.isValid():
            return None
        mark, column = self._chart.marks[self._places[index.row()]], self._columns[index.column()]
        if role == RECORD:
            return mark
        if role == ALIGNMENT:
            return _LEFT if column == NAME else _RIGHT
        if role in (DISPLAY, ACCESSIBLE):
            return self._cell(mark, column, role == ACCESSIBLE)
        return None

    def _names(self) -> str:
        kind = self._chart.kind if self._chart else ChartKind.BARS
        return {
            ChartKind.BARS: QCoreApplication.translate("Chart", "主体"),
            ChartKind.LINE: QCoreApplication.translate("Chart", "主体与时间"),
            ChartKind.DISTRIBUTION: QCoreApplication.translate("Chart", "级"),
        }[kind]

    def _cell(self, mark: Mark, column: int, spoken: bool) -> str:
        if self._chart is None:
            return ""
        if column == NAME:
            return mark_name(self._chart, mark) or unnamed()
        if column == VALUE:
            return value_words(mark)
        return count_words(mark.count) if spoken else f"{mark.count:,}"


def _value_name() -> str:
    return QCoreApplication.translate("Chart", "值")
