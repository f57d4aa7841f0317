"""The table of statistics, whose columns take the room that what they hold needs."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models import fonts
from baoguan.ui.models.roles import DISPLAY
from baoguan.ui.models.statistics import SENTENCE, UNIT, VALUE, StatisticsModel
from baoguan.ui.parts.statistic_cells import StatisticCell

_WIDEST = 144
"""Most pixels of a column but the value's and the unit's, which are never cut."""
_LEAST, _SENTENCE, _SHARE = 112, 120, 0.25
"""Least pixels of the sentence; least pixels and least share of the table where others stand beside it."""
_AIR = 18
"""Pixels beside the text of a cell."""
_BAR = 8
"""Pixels of the bar before a value."""
_ARROW = 18
"""Pixels of the arrow in the head of the column that is sorted by."""
_WHOLE = (VALUE, UNIT)
"""The columns that are never cut or hidden."""


class StatisticsTable(QTableView):
    """Value, unit and sentence are always in sight; of the others those that say anything, as many as fit.

    Where not all fit, those with the most to say are shown. The sentence has the room that is left.
    """

    def __init__(self, model: StatisticsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._cell = StatisticCell(self)
        self.setItemDelegate(self._cell)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(32)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, header.sortIndicatorOrder())
        header.setFixedHeight(28)
        self._needs, self._filled = [0] * SENTENCE, [0] * SENTENCE
        """Pixels of the widest cell of each column and how many say anything, of the rows read so far."""
        model.modelReset.connect(self._forget)
        model.dataChanged.connect(self._measure)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._cell.theme = theme
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the new width."""
        super().resizeEvent(event)
        self._fit()

    def _forget(self) -> None:
        self._needs, self._filled = [0] * SENTENCE, [0] * SENTENCE

    def _measure(self, first: QModelIndex, last: QModelIndex) -> None:
        plain, bold = QFontMetrics(fonts.sans(13)), QFontMetrics(fonts.sans(13, bold=True))
        for column in range(SENTENCE):
            metrics = bold if column == VALUE else plain
            cells = [first.siblingAtRow(row).siblingAtColumn(column).data(DISPLAY)
                     for row in range(first.row(), last.row() + 1)]  # fmt: skip
            texts = [text for text in cells if text]
            self._filled[column] += len(texts)
            widest = max((metrics.horizontalAdvance(text) for text in set(texts)), default=0)
            self._needs[column] = max(self._needs[column], widest)
        self._fit()

    def _fit(self) -> None:
        """Share the width out: what is never cut, what can be, and the rest for the sentence."""
        heads = [self._head(column) for column in range(SENTENCE)]
        widths = [max(head, need + _AIR) for head, need in zip(heads, self._needs, strict=True)]
        widths[VALUE] = max(heads[VALUE], self._needs[VALUE] + _AIR + _BAR)
        sentence = max(_SENTENCE, int(_SHARE * self.viewport().width()))
        spare = self.viewport().width() - sum(widths[column] for column in _WHOLE) - sentence
        others = [column for column in range(SENTENCE) if column not in _WHOLE and self._filled[column]]
        while others and sum(heads[column] for column in others) > spare:
            others.remove(min(reversed(others), key=self._filled.__getitem__))
        left = spare - sum(heads[column] for column in others)
        # Those with little to say are never cut for those with much.
        for served, column in enumerate(sorted(others, key=widths.__getitem__)):
            more = min(min(_WIDEST, widths[column]) - heads[column], left // (len(others) - served))
            widths[column] = heads[column] + more
            left -= more
        shown = {*_WHOLE, *others}
        for column in range(SENTENCE):
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, widths[column])
        taken = sum(widths[column] for column in shown)
        self.setColumnWidth(SENTENCE, max(_LEAST, self.viewport().width() - taken))

    def _head(self, column: int) -> int:
        """Return the pixels of a column's name, with those of the arrow where it is sorted by."""
        header = self.horizontalHeader()
        arrow = _ARROW if column == header.sortIndicatorSection() else 0
        name = self.model().headerData(column, Qt.Orientation.Horizontal)
        wanted = QFontMetrics(fonts.sans(12)).horizontalAdvance(name) + _AIR + arrow
        return max(wanted, header.minimumSectionSize())
