"""A chart's marks in rows, to be read and walked where a picture is of no use."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models import fonts
from baoguan.ui.models.chart_table import NAME, VALUE, ChartTable
from baoguan.ui.models.roles import ALIGNMENT, DISPLAY, Index
from baoguan.ui.parts.delegate import Delegate

_AIR = 24
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChartTwin(QTableView):
    """A double click or Enter opens a mark's sentences; names have the width that figures leave."""

    opened = Signal(int)
    """``opened(place)``: the sentences behind a mark are wanted."""

    def __init__(self, table: ChartTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setModel(table)
        self._cell = _Cell(self)
        self.setItemDelegate(self._cell)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(32)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFixedHeight(28)
        self.clicked.connect(self._open)
        table.modelReset.connect(self._fit)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._cell.theme = theme
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names the new width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter."""
        if event.key() in _TAKE and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._table.place(index.row()))

    def _fit(self) -> None:
        metrics = QFontMetrics(fonts.sans(13, bold=True))
        left = self.viewport().width()
        for column in range(NAME + 1, self._table.columnCount()):
            cells = [self._table.index(row, column).data(DISPLAY) for row in range(self._table.rowCount())]
            head = self._table.headerData(column, Qt.Orientation.Horizontal) or ""
            width = max(metrics.horizontalAdvance(str(text)) for text in (head, *cells)) + _AIR
            self.setColumnWidth(column, width)
            left -= width
        self.setColumnWidth(NAME, max(80, left))


class _Cell(Delegate):
    """A name in ink, a value in bold."""

    heeds_mouse = False

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a cell."""
        painter.setFont(fonts.sans(13, bold=index.column() == VALUE))
        painter.setPen(QColor(self.theme.ink))
        inner = box.adjusted(12, 0, -12, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data(DISPLAY)), Qt.TextElideMode.ElideMiddle, int(inner.width())
        )
        painter.drawText(inner, int(index.data(ALIGNMENT)), text)
