"""How one hit is drawn in its line: the hits under one another, what stands around them to both sides."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from baoguan.domain.query import Line
from baoguan.ui.models import fonts
from baoguan.ui.models.roles import RECORD, Index
from baoguan.ui.parts.delegate import Delegate

_SIZE = 14
_SIDE = 12
_GAP = 3
_DATE, _TITLE = 84, 96
"""Pixels of the date before, and of the paper behind the line, where there is room for them."""
_WITH_DATE, _WITH_TITLE = 480, 640
_MOST_OF_LINE = 0.5
"""A hit takes no more of the line, so that something around it is always seen."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_BEGINNING, _END = Qt.TextElideMode.ElideLeft, Qt.TextElideMode.ElideRight


class ConcordanceLine(Delegate):
    """Before, to the right; the hit, marked, in the middle; after, to the left."""

    size = QSize(160, 32)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a line."""
        line = index.data(RECORD)
        if not isinstance(line, Line):
            return
        inner = self._paint_place(painter, box.adjusted(_SIDE, 0, -_SIDE, 0), line)
        face = fonts.serif(_SIZE)
        metrics = QFontMetricsF(face)
        hit = metrics.elidedText(_flat(line.hit), _END, inner.width() * _MOST_OF_LINE)
        width = metrics.horizontalAdvance(hit) + 2 * _GAP
        middle = QRectF(inner.center().x() - width / 2, box.top(), width, box.height())
        height = metrics.height()
        mark = QRectF(middle.left(), middle.center().y() - height / 2, width, height)
        painter.fillRect(mark, QColor(self.theme.hit))
        painter.setFont(face)
        painter.setPen(QColor(self.theme.ink))
        painter.drawText(middle, _CENTRE, hit)
        before = QRectF(inner.left(), box.top(), middle.left() - inner.left() - _GAP, box.height())
        after = QRectF(middle.right() + _GAP, box.top(), inner.right() - middle.right() - _GAP, box.height())
        painter.drawText(before, _RIGHT, metrics.elidedText(_flat(line.before), _BEGINNING, before.width()))
        painter.drawText(after, _LEFT, metrics.elidedText(_flat(line.after), _END, after.width()))

    def _paint_place(self, painter: QPainter, box: QRectF, line: Line) -> QRectF:
        """Draw date and paper where there is room, and return what they leave; the same for every line."""
        painter.setFont(fonts.sans(12))
        painter.setPen(QColor(self.theme.muted))
        left = _DATE if box.width() >= _WITH_DATE else 0
        right = _TITLE if box.width() >= _WITH_TITLE else 0
        if left:
            painter.drawText(box, _LEFT, str(line.date or ""))
        if right:
            painter.drawText(box, _RIGHT, painter.fontMetrics().elidedText(line.title, _END, right - 8))
        return box.adjusted(left, 0, -right, 0)


def _flat(text: str) -> str:
    return text.replace("\n", " ")
