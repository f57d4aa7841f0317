"""How one row of the archive's tree is drawn: its label, and how many articles it holds."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from baoguan.app.theme import Theme
from baoguan.ui.models import fonts
from baoguan.ui.models.roles import COUNT, DISPLAY, EMPHASIS

_ROW = 32
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class NavigatorRow(QStyledItemDelegate):
    """Titles and articles in the face of print, the rest in that of the chrome."""

    theme: Theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a height of 32 pixels."""
        return QSize(80, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        painter.save()
        box, theme = QRect(option.rect), self.theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.hover))
        level, count = index.data(EMPHASIS), index.data(COUNT)
        inner = box.adjusted(4, 0, -12, 0)
        if count:
            painter.setFont(fonts.sans(11))
            painter.setPen(QColor(theme.muted))
            painter.drawText(inner, _RIGHT, f"{count:,}")
            inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(f"{count:,}") - 8)
        painter.setFont(_font(level))
        painter.setPen(QColor(theme.ink))
        label = painter.fontMetrics().elidedText(
            index.data(DISPLAY), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, _LEFT, label)
        painter.restore()


def _font(level: object) -> QFont:
    if level == "title":
        return fonts.serif(16, bold=True)
    return fonts.serif(13) if level == "article" else fonts.sans(13)
