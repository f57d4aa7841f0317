"""A table of many rows of one height, a row chosen as a whole."""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

_ROW, _HEAD = 32, 28
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LongTable(QTableView):
    """Scrolls by pixels, down only; Tab leaves it, Enter and a double click go on from the current row."""

    entered = Signal()
    """The reader goes on from the current row."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setDefaultSectionSize(_ROW)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        # Else each name asks every row whether its whole column is chosen: 0.9 s where 100,000 rows are.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))
        self.horizontalHeader().setFixedHeight(_HEAD)
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    def mark(self, row: int) -> None:
        """Make a row the current one and bring it in sight."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on from the current row by Enter, to the ends of the table by Home and End."""
        last = self.model().rowCount() - 1
        row = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(Qt.Key(event.key()))
        if event.key() in _ENTERS and self.currentIndex().isValid():
            self.entered.emit()
        elif row is not None and last >= 0 and not event.modifiers():
            self.mark(row)
        else:
            super().keyPressEvent(event)
