"""Bars that are sharp at any scale: their edges lie on the screen's own pixels."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

_FAINT = 0.35
_HATCH = 5.0
"""Pixels between the lines of a hatching."""


def snapped(box: QRectF, ratio: float) -> QRectF:
    """Return a box with its edges on device pixels, at least one wide and high; ``ratio`` of them a pixel."""
    left, top = round(box.left() * ratio), round(box.top() * ratio)
    right, bottom = round(box.right() * ratio), round(box.bottom() * ratio)
    return QRectF(left / ratio, top / ratio, max(1, right - left) / ratio, max(1, bottom - top) / ratio)


def faint(colour: str) -> QColor:
    """Return a colour so thin that it is told from any ground, and leaves what is written on it legible."""
    thinned = QColor(colour)
    thinned.setAlphaF(_FAINT)
    return thinned


def hatch(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Fill a box with slanted lines; they run on from one box to the next."""
    painter.save()
    painter.setClipRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.0))
    start = (box.left() - box.height()) // _HATCH * _HATCH
    count = int((box.right() - start) / _HATCH) + 1
    for place in range(count):
        foot = start + place * _HATCH
        painter.drawLine(QLineF(foot, box.bottom(), foot + box.height(), box.top()))
    painter.restore()
