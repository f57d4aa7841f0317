"""What the drawing of every list, tree and table has in common."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from baoguan.app.theme import Theme
from baoguan.ui.models.roles import Index


class Delegate(QStyledItemDelegate):
    """Draws rows of one size: a ground that shows selection and mouse, and on it what a row says."""

    theme: Theme
    size = QSize(80, 32)
    """The same for every row: a list then asks for nothing that it does not show."""
    heeds_mouse = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        painter.save()
        box = QRectF(option.rect)
        self.paint_ground(painter, box, option.state)
        self.paint_row(painter, box, index)
        painter.restore()

    def paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        """Draw what lies under a row."""
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.theme.selected))
        elif self.heeds_mouse and state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(self.theme.hover))

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw what a row says; the painter may be left in any state."""
        raise NotImplementedError


class CardDelegate(Delegate):
    """Draws rows of several lines, each with a rule below it and, where it is selected, a bar beside it."""

    margin = 16

    def paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        """Draw what lies under a card."""
        super().paint_ground(painter, box, state)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(self.theme.accent))
        rule = QRectF(box.left() + self.margin, box.bottom() - 1, box.width() - 2 * self.margin, 1)
        painter.fillRect(rule, QColor(self.theme.rule))
