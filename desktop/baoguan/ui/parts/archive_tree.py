"""A tree whose branches are opened by a small chevron."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTreeView

from baoguan.app.theme import Theme
from baoguan.ui.models.icons import pixmap

_CHEVRON = 12


class ArchiveTree(QTreeView):
    """Draws its own chevrons, in the theme's colours and sharp at any scale."""

    theme: Theme

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the chevron of a row that has children."""
        super().drawBranches(painter, rect, index)
        if self.model().hasChildren(index):
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            top = rect.top() + (rect.height() - _CHEVRON) // 2
            left = rect.right() - _CHEVRON - 1
            painter.drawPixmap(left, top, pixmap(name, self.theme.muted, _CHEVRON))
