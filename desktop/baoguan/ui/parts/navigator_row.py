"""How one row of the archive's tree is drawn: its label, and how many articles it holds."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from baoguan.ui.models import fonts
from baoguan.ui.models.roles import COUNT, DISPLAY, EMPHASIS, Index
from baoguan.ui.parts.delegate import Delegate

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class NavigatorRow(Delegate):
    """Titles and articles in the face of print, the rest in that of the chrome."""

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a row."""
        theme = self.theme
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
            index.data(DISPLAY), Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, _LEFT, label)


def _font(level: object) -> QFont:
    if level == "title":
        return fonts.serif(16, bold=True)
    return fonts.serif(13) if level == "article" else fonts.sans(13)
