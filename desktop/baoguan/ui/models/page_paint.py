"""Painting a composed page."""

from collections import defaultdict

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QImage, QPainter, QRawFont

from baoguan.app.theme import Theme
from baoguan.domain.page import Region
from baoguan.ui.models.faces import Face, font
from baoguan.ui.models.picture_paint import Pictures
from baoguan.ui.models.typeset import Composition, TextLine, Tone

_GLYPHS = 300
"""Characters per run: a run outside the part of the page that is seen costs nothing."""


class PagePaint:
    """A composition made ready for painting; belongs to the thread that made it."""

    def __init__(self, composition: Composition) -> None:
        self.composition = composition
        self._runs: list[tuple[QRectF, Tone, QGlyphRun]] = []
        self._pictures = Pictures()
        self._strays: list[tuple[QRectF, TextLine, int]] = []
        self._prepare()

    def paint(self, painter: QPainter, theme: Theme, seen: QRectF) -> None:
        """Paint the part of the page inside ``seen``; the painter's units are the page's."""
        self.paint_ground(painter, theme, seen)
        self.paint_type(painter, theme, seen)

    def paint_ground(self, painter: QPainter, theme: Theme, seen: QRectF) -> None:
        """Paint rules, labels, tints and pictures: what marks are painted over."""
        for fill in self.composition.fills:
            painter.fillRect(rect(fill.region), QColor(getattr(theme, fill.tone.value)))
        for figure in self.composition.figures:
            if rect(figure.region).intersects(seen):
                self._pictures.paint(painter, figure, theme)

    def paint_type(self, painter: QPainter, theme: Theme, seen: QRectF) -> None:
        """Paint the type alone, over what was marked."""
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


def picture_of(composition: Composition, theme: Theme, width: int, height: int, ratio: float) -> QImage:
    """Return a small picture of a page, at most ``width`` by ``height`` logical pixels; in any thread."""
    scale = ratio * min(width / composition.width, height / composition.height)
    picture = QImage(
        max(1, round(composition.width * scale)),
        max(1, round(composition.height * scale)),
        QImage.Format.Format_RGB32,
    )
    picture.fill(QColor(theme.paper))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    whole = QRectF(0, 0, composition.width, composition.height)
    PagePaint(composition).paint(painter, theme, whole)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
