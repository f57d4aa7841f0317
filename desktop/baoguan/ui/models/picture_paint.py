"""The drawing that stands for a picture the archive does not hold: an engraved landscape."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from baoguan.app.theme import Theme
from baoguan.ui.models.fonts import sans
from baoguan.ui.models.typeset import FigureFrame

_LARGEST = 8.0
_WORDS = 11.0
"""Pixels of the words in a drawing, on the page."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    theme: Theme
    scale: float
    image: QImage


class Pictures:
    """Draws each picture once per theme and power of two of the scale, since hatching is slow."""

    def __init__(self) -> None:
        self._drawn: dict[FigureFrame, _Drawn] = {}

    def paint(self, painter: QPainter, figure: FigureFrame, theme: Theme) -> None:
        """Paint a picture in its frame, in page units."""
        wanted = painter.deviceTransform().m11()
        scale = min(_LARGEST, 2.0 ** math.ceil(math.log2(max(wanted, 0.125))))
        drawn = self._drawn.get(figure)
        if drawn is None or drawn.theme != theme or drawn.scale != scale:
            drawn = self._drawn[figure] = _Drawn(theme, scale, _image(figure, theme, scale))
        region = figure.region
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(region.left, region.top, region.width, region.height), drawn.image)


def _image(figure: FigureFrame, theme: Theme, scale: float) -> QImage:
    region = figure.region
    image = QImage(
        math.ceil(region.width * scale), math.ceil(region.height * scale), QImage.Format.Format_RGB32
    )
    painter = QPainter(image)
    painter.scale(image.width() / region.width, image.height() / region.height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    seed = (figure.article or 0) * 2.1 + figure.order
    _engrave(painter, QRectF(0, 0, region.width, region.height), theme, seed)
    painter.end()
    return image


def _engrave(painter: QPainter, box: QRectF, theme: Theme, seed: float) -> None:
    painter.fillRect(box, QColor(theme.chrome))
    ink = QColor(theme.muted)
    along = 0.5 + 0.2 * math.sin(seed)
    sun = QPointF(box.width() * along, box.height() * 0.3)
    _sky(painter, box, ink, sun, box.height() * 0.11)
    for layer in range(3):
        _hill(painter, box, ink, theme.chrome, seed + layer * 1.7, layer)
    painter.setPen(QPen(QColor(theme.rule), 1.6))
    painter.drawRect(box)
    _say_missing(painter, box, theme)


def missing_words() -> str:
    """Return what is written into a drawing, so that nobody takes it for the picture that was printed."""
    return QCoreApplication.translate("Pictures", "图片未随文本收入")


def _say_missing(painter: QPainter, box: QRectF, theme: Theme) -> None:
    size = max(4.0, min(_WORDS, box.width() / 14))
    painter.setFont(sans(size))
    words = missing_words()
    wide, high = painter.fontMetrics().horizontalAdvance(words) + 1.6 * size, 1.9 * size
    label = QRectF(box.center().x() - wide / 2, box.bottom() - high - 0.8 * size, wide, high)
    painter.fillRect(label, QColor(theme.paper))
    painter.setPen(QColor(theme.muted))
    painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), words)


def _sky(painter: QPainter, box: QRectF, ink: QColor, sun: QPointF, radius: float) -> None:
    ink.setAlpha(90)
    painter.setPen(QPen(ink, 0.5))
    y = box.top() + 4
    while y < box.bottom():
        reach = math.sqrt(max(0.0, radius**2 - (y - sun.y()) ** 2))
        if reach:
            painter.drawLine(QPointF(box.left(), y), QPointF(sun.x() - reach, y))
            painter.drawLine(QPointF(sun.x() + reach, y), QPointF(box.right(), y))
        else:
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        y += 4.2


def _hill(painter: QPainter, box: QRectF, ink: QColor, ground: str, seed: float, layer: int) -> None:
    """Hatch one range of hills, nearer ranges closer and darker."""
    crest = QPainterPath(QPointF(box.left(), box.bottom()))
    base = box.top() + box.height() * (0.5 + 0.15 * layer)
    for step in range(41):
        x = step / 40
        swing = math.sin(seed * 3 + x * (5 - layer)) + 0.45 * math.sin(seed + x * 13)
        crest.lineTo(box.left() + x * box.width(), base - box.height() * 0.09 * swing)
    crest.lineTo(box.right(), box.bottom())
    crest.closeSubpath()
    painter.save()
    painter.setClipPath(crest, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, QColor(ground))
    ink.setAlpha(120 + 45 * layer)
    painter.setPen(QPen(ink, 0.6))
    spacing, slope = 4.4 - layer, (-0.6, 0.5, -0.35)[layer]
    offset = -abs(slope) * box.width()
    while offset < box.height() + abs(slope) * box.width():
        y = box.top() + offset
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y + slope * box.width()))
        offset += spacing * math.sqrt(1 + slope**2)
    painter.restore()
    painter.setPen(QPen(ink, 0.8))
    painter.drawPath(crest)
