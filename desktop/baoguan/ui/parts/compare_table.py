"""The table of a comparison, whose cells are walked and opened one by one."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.ids import StatisticId
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models.compare import CompareModel
from baoguan.ui.models.roles import RECORD
from baoguan.ui.parts.compare_cell import CONFLICT, PLAIN, CompareCell

_NAME, _FIGURE = 200, 232
"""Least pixels of a column."""
_SHARE = 0.28
"""Of the width, for what the figures are of."""
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompareTable(QTableView):
    """A click on a figure, or Enter, leads to its sentence."""

    opened = Signal(object)
    """``opened(StatisticRecord)``: a figure's sentence is wanted."""

    def __init__(self, model: CompareModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compare = model
        self.setModel(model)
        self._cell = CompareCell(self)
        self.setItemDelegate(self._cell)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(PLAIN)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(28)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._open)
        model.modelReset.connect(self._fit)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._cell.theme = theme
        self.viewport().update()

    def choose(self, statistic: StatisticId | None) -> None:
        """Make a statistic's cell the current one, where it is here."""
        for row in range(self._compare.rowCount()):
            ids = [record.id for record in self._compare.told(row).records]
            if statistic in ids:
                self.setCurrentIndex(self._compare.index(row, 1 + ids.index(statistic)))
                return
        self.selectionModel().clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._share_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current figure with Enter."""
        if event.key() in _TAKE:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be opened."""
        super().mouseMoveEvent(event)
        record = self.indexAt(event.position().toPoint()).data(RECORD)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand if isinstance(record, StatisticRecord) else arrow)

    def _open(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        if isinstance(record, StatisticRecord):
            self.opened.emit(record)

    def _fit(self) -> None:
        """Give rows whose figures are at odds the room that their sentences take."""
        for row in range(self._compare.rowCount()):
            high = CONFLICT if self._compare.told(row).conflict else PLAIN
            if self.rowHeight(row) != high:
                self.setRowHeight(row, high)
        self._share_out()

    def _share_out(self) -> None:
        figures = self._compare.columnCount() - 1
        if figures < 1:
            return
        width = self.viewport().width()
        name = max(_NAME, int(_SHARE * width))
        self.setColumnWidth(0, name)
        for column in range(1, 1 + figures):
            self.setColumnWidth(column, max(_FIGURE, (width - name) // figures))
