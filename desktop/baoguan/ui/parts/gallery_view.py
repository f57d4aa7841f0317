"""Figures side by side, as many as there are: cards that fill the width."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QWidget

from baoguan.domain.ids import FigureId
from baoguan.domain.records import FigureRecord
from baoguan.ui.models.figures import FiguresModel
from baoguan.ui.models.gallery_pictures import GalleryPictures
from baoguan.ui.models.roles import RECORD, Index
from baoguan.ui.parts.figure_card import FigureCard

THUMB = 400
"""Pixels of the longer side of a small picture."""


class GalleryView(QListView):
    """A double click or Enter opens what is chosen; Ctrl and Shift choose several."""

    opened = Signal()
    copied = Signal()
    asked = Signal(object)
    """``asked(QPoint)``: a menu is wanted at a point of the screen."""

    def __init__(self, model: FiguresModel, pictures: GalleryPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = FigureCard(self, pictures)
        self._figures = model
        self.setModel(model)
        self.setItemDelegate(self.card)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        pictures.arrived.connect(self.viewport().update)

    @property
    def chosen(self) -> list[FigureRecord]:
        """The figures that are chosen and read, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [record for row in rows if (record := self._figures.record(row)) is not None]

    def mark(self, figure: FigureId | None) -> None:
        """Choose a figure alone, unless it is the current one."""
        row, chosen = self._figures.row_of(figure), self.selectionModel()
        if row < 0:
            chosen.clear()
        elif row != self.currentIndex().row():
            index = self._figures.index(row)
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def record(self, index: Index) -> FigureRecord | None:
        """Return a row's figure where it is read."""
        record = index.data(RECORD)
        return record if isinstance(record, FigureRecord) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, copy by Ctrl+C; the arrows walk."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Look for nothing: that would read every row."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu."""
        if self.selectionModel().hasSelection():
            self.asked.emit(event.globalPos())
