"""Painting a composed page: type, rules and the drawings that stand for pictures."""

import math
from collections import defaultdict

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPainterPath, QPen, QRawFont

from baoguan.app.theme import Theme
from baoguan.domain.page import Region
from baoguan.ui.models.faces import Face, font
from baoguan.ui.models.typeset import Composition, FigureFrame, TextLine, Tone

_GLYPHS = 300
"""Characters per run: a run outside the part of the page that is seen costs nothing."""


class PagePaint:
    """A composition made ready for painting; belongs to the thread that made it."""

    def __init__(self, composition: Composition) -> None:
        self.composition = composition
        self._runs: list[tuple[QRectF, Tone, QGlyphRun]] = []
        self._strays: list[tuple[QRectF, TextLine, int]] = []
        self._prepare()

    def paint(self, painter: QPainter, theme: Theme, seen: QRectF) -> None:
        """Paint the part of the page inside ``seen`` (page units) in page units."""
        for fill in self.composition.fills:
            painter.fillRect(rect(fill.region), QColor(getattr(theme, fill.tone.value)))
        for figure in self.composition.figures:
            if rect(figure.region).intersects(seen):
                paint_picture(painter, figure, theme)
        self.paint_type(painter, theme, seen)

    def paint_type(self, painter: QPainter, theme: Theme, seen: QRectF) -> None:
        """Paint the type alone, over marks that were painted under it."""
        for box, tone, run in self._runs:
            if box.intersects(seen):
                painter.setPen(QColor(getattr(theme, tone.value)))
                painter.drawGlyphRun(QPointF(0, 0), run)
        for box, line, at in self._strays:
            if box.intersects(seen):
                painter.setPen(QColor(getattr(theme, line.tone.value)))
                painter.setFont(font(line.face, line.size))
                painter.drawText(QPointF(line.pens[at], line.baseline), line.shown[at])

    def _prepare(self) -> None:
        """Gather glyphs into runs; a character the typeface lacks is drawn alone, by another typeface."""
        groups: defaultdict[tuple[Face, int, Tone], list[TextLine]] = defaultdict(list)
        for line in self.composition.lines:
            groups[line.face, line.size, line.tone].append(line)
        for (face, size, tone), lines in groups.items():
            raw = QRawFont.fromFont(font(face, size))
            while lines:
                taken, count = 0, 0
                while taken < len(lines) and count < _GLYPHS:
                    count += len(lines[taken].shown)
                    taken += 1
                self._gather(raw, tone, lines[:taken])
                lines = lines[taken:]

    def _gather(self, raw: QRawFont, tone: Tone, lines: list[TextLine]) -> None:
        indexes: list[int] = []
        points: list[QPointF] = []
        box = QRectF()
        for line in lines:
            bounds = QRectF(line.edges[0], line.top, line.edges[-1] - line.edges[0], line.bottom - line.top)
            box = box.united(bounds)
            for at, (character, index) in enumerate(_glyphs(raw, line.shown)):
                if index:
                    indexes.append(index)
                    points.append(QPointF(line.pens[at], line.baseline))
                elif not character.isspace():
                    self._strays.append((bounds, line, at))
        run = QGlyphRun()
        run.setRawFont(raw)
        run.setGlyphIndexes(indexes)
        run.setPositions(points)
        self._runs.append((box, tone, run))


def _glyphs(raw: QRawFont, shown: str) -> list[tuple[str, int]]:
    if len(shown) == 0:
        return []
    found = raw.glyphIndexesForString(shown)
    if len(found) != len(shown):
        return [(one, (raw.glyphIndexesForString(one) or [0])[0]) for one in shown]
    return list(zip(shown, found, strict=True))


def rect(region: Region) -> QRectF:
    """Return a region as Qt has it."""
    return QRectF(region.left, region.top, region.width, region.height)


def paint_picture(painter: QPainter, figure: FigureFrame, theme: Theme) -> None:
    """Draw what stands for a picture the archive does not hold: an engraved landscape in a thin frame."""
    box = rect(figure.region)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(box, QColor(theme.chrome))
    painter.setClipRect(box)
    ink = QColor(theme.muted)
    seed = figure.article * 2.1 + figure.order * 1.3
    sun = QPointF(box.left() + box.width() * (0.3 + 0.4 * (math.sin(seed) * 0.5 + 0.5)), box.top() + box.height() * 0.3)
    _sky(painter, box, ink, sun, box.height() * 0.11)
    for layer in range(3):
        _hill(painter, box, ink, theme.chrome, seed + layer * 1.7, layer)
    painter.setClipping(False)
    painter.setPen(QPen(QColor(theme.rule), 0.8))
    painter.drawRect(box)
    painter.restore()


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
