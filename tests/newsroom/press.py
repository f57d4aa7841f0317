"""Prints a page: type glyph by glyph where the truth says it stands, pictures, rulings and grounds."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QImage, QPainter, QPdfWriter, QTransform

from newsroom.faces import ASCENT, advance, font, glyph
from newsroom.pictures import picture
from newsroom.setting import OPENERS
from newsroom.truth import Box, Line, NewsPage

_LARGEST = 64
"""Pixels: Qt caches no glyph higher than this, and draws none of a higher glyph run on an image."""


def paint(page: NewsPage, painter: QPainter, scale: float) -> None:
    """Print a page whose points are ``scale`` units of the painter's device."""
    for tint in page.tints:
        painter.fillRect(_rect(tint.box, scale), QColor(tint.colour))
    for figure in page.figures:
        painter.drawImage(_rect(figure.box, scale), picture(figure, page.colour))
    for ruling in page.rulings:
        painter.fillRect(_rect(ruling, scale), QColor("#222222"))
    for line in page.lines:
        _paint_line(line, painter, scale)


def image(page: NewsPage, dpi: float) -> QImage:
    """Return a page printed on its paper at a resolution."""
    scale = dpi / 72
    canvas = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)
    canvas.setDotsPerMeterX(round(dpi / 0.0254))
    canvas.setDotsPerMeterY(round(dpi / 0.0254))
    canvas.fill(QColor(page.paper))
    painter = QPainter(canvas)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    paint(page, painter, scale)
    painter.end()
    return canvas


def _rect(box: Box, scale: float) -> QRectF:
    return QRectF(box.left * scale, box.top * scale, box.width * scale, box.height * scale)


def _paint_line(line: Line, painter: QPainter, scale: float) -> None:
    face = font(line.face, round(line.size * scale, 3))
    printed = [
        (character, box) for character, box in zip(line.text, line.boxes, strict=True) if character != " "
    ]
    glyphs = [glyph(line.face, character, line.vertical) for character, _ in printed]
    places = [_origin(line, character, box, scale) for character, box in printed]
    painter.save()
    painter.setPen(QColor(line.ink))
    if line.stretch != 1.0:
        painter.setTransform(QTransform.fromScale(line.stretch, 1.0), True)
    if face.pixelSize() > _LARGEST and not isinstance(painter.device(), QPdfWriter):
        for each, place in zip(glyphs, places, strict=True):
            painter.fillPath(face.pathForGlyph(each).translated(place), QColor(line.ink))
    else:
        run = QGlyphRun()
        run.setRawFont(face)
        run.setGlyphIndexes(glyphs)
        run.setPositions(places)
        painter.drawGlyphRun(QPointF(0, 0), run)
    painter.restore()


def _origin(line: Line, character: str, box: Box, scale: float) -> QPointF:
    wide = advance(line.face, character) * line.size * line.stretch
    baseline = box.top + ASCENT * line.size
    if line.vertical:
        left = box.left + (box.width - wide) / 2
    else:
        left = box.right - wide if character in OPENERS else box.left
    return QPointF(left * scale / line.stretch, baseline * scale)
