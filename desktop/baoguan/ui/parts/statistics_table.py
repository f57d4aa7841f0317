"""The table of statistics, whose columns take the room that what they hold needs."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models import fonts
from baoguan.ui.models.statistic_columns import SENTENCE, SORTS, SOURCE, UNIT, VALUE, cell_text
from baoguan.ui.models.statistics import StatisticsModel
from baoguan.ui.parts.long_table import LongTable
from baoguan.ui.parts.statistic_cells import MARK, StatisticCell

_NARROWEST, _WIDEST = 96, 208
"""Pixels of a column but the value's and the unit's, which are never cut, and the source's: with fewer than
the one, or than it needs, it is not shown; more than the other it does not take."""
_LEAST, _SENTENCE, _SHARE = 112, 120, 0.25
"""Least pixels of the sentence; least pixels and least share of the table where others stand beside it."""
_AIR = 18
"""Pixels beside the text of a cell."""
_BAR = 8
"""Pixels of the bar before a value."""
_WHOLE = (VALUE, UNIT)
"""The columns that are never cut or hidden."""
_COLUMNS = SOURCE + 1


class StatisticsTable(LongTable):
    """Value, unit and sentence are always in sight; of the others those that say anything, as many as fit.

    Where not all fit, those with the most to say are shown. The sentence has the room that is left. What
    the first rows need decides: columns do not move while one scrolls, but for a value that would be cut.
    """

    def __init__(self, model: StatisticsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._statistics = model
        self._cell = StatisticCell(self)
        self.setItemDelegate(self._cell)
        self.setSelectionMode(StatisticsTable.SelectionMode.ExtendedSelection)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(_AIR)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, header.sortIndicatorOrder())
        header.sortIndicatorChanged.connect(self._sort)
        self._sorted = (-1, header.sortIndicatorOrder())
        self._settled = False
        """Whether rows have decided on the columns."""
        self._mark = 0
        """Pixels kept before the values for the mark of those that a reader amended."""
        self._needs, self._filled = [0] * _COLUMNS, [0] * _COLUMNS
        """Pixels of the widest cell of each column and how many say anything, of the rows that decided."""
        model.modelReset.connect(self._forget)
        model.dataChanged.connect(self._measure)

    @property
    def chosen(self) -> list[tuple[int, int]]:
        """The first and last rows of each run of chosen rows, from the top."""
        selection = self.selectionModel().selection()
        runs = [selection.at(number) for number in range(selection.count())]
        return sorted({(run.top(), run.bottom()) for run in runs})

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._cell.theme = theme
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the new width."""
        super().resizeEvent(event)
        self._fit()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column; one that nothing can be sorted by leaves all as it is."""
        if column >= 0 and SORTS[column] is None:
            header = self.horizontalHeader()
            header.blockSignals(True)
            header.setSortIndicator(*self._sorted)
            header.blockSignals(False)
            header.viewport().update()
        elif (column, order) != self._sorted:
            self._sorted = column, order
            self._statistics.sort(column, order)

    def _forget(self) -> None:
        self._needs, self._filled = [0] * _COLUMNS, [0] * _COLUMNS
        self._settled, self._mark = False, 0

    def _measure(self, first: QModelIndex, last: QModelIndex) -> None:
        records = self._statistics.records(first.row(), last.row())
        before = [*self._needs, self._mark]
        if any(record.amended for record in records):
            self._mark = MARK
        plain, bold = QFontMetrics(fonts.sans(13)), QFontMetrics(fonts.sans(13, bold=True))
        for column in _WHOLE if self._settled else {*range(_COLUMNS)} - {SENTENCE}:
            texts = [text for record in records if (text := cell_text(record, column))]
            measure = (bold if column == VALUE else plain).horizontalAdvance
            self._filled[column] += len(texts)
            self._needs[column] = max(self._needs[column], max(map(measure, {*texts}), default=0))
        if not self._settled or [*self._needs, self._mark] != before:
            self._settled = True
            self._fit()

    def _fit(self) -> None:
        """Share the width out: what is never cut, what can be, and the rest for the sentence."""
        heads = [self._head(column) for column in range(_COLUMNS)]
        widths = [max(head, need + _AIR) for head, need in zip(heads, self._needs, strict=True)]
        widths[VALUE] = max(heads[VALUE], self._needs[VALUE] + _AIR + _BAR + self._mark)
        sentence = max(_SENTENCE, int(_SHARE * self.viewport().width()))
        spare = self.viewport().width() - sum(widths[column] for column in _WHOLE) - sentence
        others = [column for column in range(UNIT + 1, SENTENCE) if self._filled[column]]
        least = [min(width, _NARROWEST) for width in widths]
        while others and sum(least[column] for column in others) > spare:
            others.remove(min(reversed(others), key=self._filled.__getitem__))
        left = spare - sum(least[column] for column in others)
        # Those with little to say are never cut for those with much.
        for served, column in enumerate(sorted(others, key=widths.__getitem__)):
            more = min(min(_WIDEST, widths[column]) - least[column], left // (len(others) - served))
            widths[column] = least[column] + more
            left -= more
        shown = {*_WHOLE, *others}
        many = self._statistics.wanted.article is None  # else all are printed in one place
        if many and self._filled[SOURCE] and widths[SOURCE] <= left:
            shown.add(SOURCE)
        for column in {*range(_COLUMNS)} - {SENTENCE}:
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, widths[column])
        taken = sum(widths[column] for column in shown)
        self.setColumnWidth(SENTENCE, max(_LEAST, self.viewport().width() - taken))

    def _head(self, column: int) -> int:
        """Return the pixels of a column's name."""
        name = self.model().headerData(column, Qt.Orientation.Horizontal)
        return QFontMetrics(fonts.sans(12)).horizontalAdvance(name) + _AIR
