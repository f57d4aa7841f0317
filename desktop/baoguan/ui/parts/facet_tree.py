"""Facets as a tree: branches open and close, values are chosen by a click or a key."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.query import Facet
from baoguan.ui.models.facets import Branch, FacetsModel, Rest, Tally
from baoguan.ui.models.roles import RECORD
from baoguan.ui.parts.archive_tree import ArchiveTree
from baoguan.ui.parts.facet_row import FacetRow

_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FacetTree(ArchiveTree):
    """Keeps which branches are closed, and the current row, when other values are shown."""

    toggled = Signal(object)
    """``toggled(Filed)``: a value was chosen, or is no longer to be."""
    more_wanted = Signal(object)
    """``more_wanted(Facet)``: all values of a facet are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.facets = FacetsModel(self)
        self.setModel(self.facets)
        self._row = FacetRow(self)
        self.setItemDelegate(self._row)
        self._closed: set[Facet | None] = set()
        self.collapsed.connect(lambda index: self._closed.add(_facet(index)))
        self.expanded.connect(lambda index: self._closed.discard(_facet(index)))
        self.clicked.connect(self._take)

    def show_branches(self, found: tuple[Branch, ...]) -> None:
        """Show other values."""
        current, top = self.currentIndex().data(RECORD), self.verticalScrollBar().value()
        self.facets.show(found)
        for place, branch in enumerate(found):
            self.setExpanded(self.facets.index(place, 0), branch.facet not in self._closed)
        index = self.facets.find(
            current.facet if isinstance(current, Branch) else None,
            current.filed if isinstance(current, Tally) else None,
        )
        if index.isValid():
            self.setCurrentIndex(index)
        self.verticalScrollBar().setValue(top)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = self._row.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current value, or open and close its facet."""
        if event.key() in _TAKE and self.currentIndex().isValid():
            self._take(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _take(self, index: QModelIndex) -> None:
        row = index.data(RECORD)
        if isinstance(row, Tally):
            self.toggled.emit(row.filed)
        elif isinstance(row, Rest):
            self.more_wanted.emit(row.facet)
        else:
            self.setExpanded(index, not self.isExpanded(index))


def _facet(index: QModelIndex) -> Facet | None:
    branch = index.data(RECORD)
    return branch.facet if isinstance(branch, Branch) else None
