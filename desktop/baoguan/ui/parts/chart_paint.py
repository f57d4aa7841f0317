"""How a chart's plan is painted, on whatever it is painted."""

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from baoguan.app.theme import Theme
from baoguan.ui.models.chart_plan import Dot, Plan, Words, width_of
from baoguan.ui.models.fonts import sans
from baoguan.ui.parts.bars import faint, snapped

_CROWDED = 120
"""Points, beyond which each is drawn smaller."""
_RING = 5.5
_WASH = 0.06
_HOLLOW = 1.4


def paint_chart(painter: QPainter, plan: Plan, theme: Theme, colour: str) -> None:
    """Draw a chart, its bars in ``colour``."""
    ratio = painter.device().devicePixelRatioF()
    for rule in plan.rules:
        box = QRectF(rule.start, rule.end).normalized()
        painter.fillRect(snapped(box, ratio), QColor(theme.muted if rule.strong else theme.rule))
    for block in plan.blocks:
        painter.fillRect(snapped(block.box, ratio), faint(colour) if block.faint else QColor(colour))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_lines(painter, plan, theme)
    size = 3.2 if len(plan.dots) <= _CROWDED else 1.8
    for dot in plan.dots:
        _paint_dot(painter, dot, theme, size)
    for words in plan.words:
        _write(painter, words, theme)


def paint_pointed(
    painter: QPainter, plan: Plan, theme: Theme, chosen: frozenset[int], current: int | None
) -> None:
    """Draw over a chart what makes ``chosen`` marks stand out, and shows which is pointed at."""
    ratio = painter.device().devicePixelRatioF()
    for block in plan.blocks:
        if block.place in chosen:
            box = snapped(block.box, ratio)
            painter.fillRect(box, QColor(theme.chrome))
            painter.fillRect(box, faint(theme.accent) if block.faint else QColor(theme.accent))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.ink), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for dot in plan.dots:
        if dot.place in chosen or dot.place == current:
            painter.drawEllipse(dot.point, _RING, _RING)
    if current is not None and not plan.dots:
        wash = QColor(theme.ink)
        wash.setAlphaF(_WASH)
        painter.fillRect(snapped(plan.spots[current], ratio), wash)


def line_colours(theme: Theme) -> tuple[str, ...]:
    """Return the colours that tell the lines of a chart apart."""
    return (theme.percent, theme.accent, theme.count, theme.money, theme.time, theme.other)


def _paint_lines(painter: QPainter, plan: Plan, theme: Theme) -> None:
    colours = line_colours(theme)
    for stroke in plan.strokes:
        pen = QPen(QColor(colours[stroke.colour % len(colours)]), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        # One by one: three times as fast as a line through all.
        painter.drawLines([QLineF(start, end) for start, end in pairwise(stroke.points)])


def _paint_dot(painter: QPainter, dot: Dot, theme: Theme, size: float) -> None:
    colours = line_colours(theme)
    colour = QColor(colours[dot.colour % len(colours)])
    if dot.low != dot.high:
        painter.setPen(QPen(colour, 1.0))
        painter.drawLine(QLineF(QPointF(dot.point.x(), dot.low), QPointF(dot.point.x(), dot.high)))
    painter.setPen(QPen(colour, _HOLLOW) if dot.hollow else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(theme.chrome) if dot.hollow else colour)
    painter.drawEllipse(dot.point, size, size)


def _write(painter: QPainter, words: Words, theme: Theme) -> None:
    painter.setFont(sans(words.size, words.bold))
    painter.setPen(QColor(theme.muted if words.quiet else theme.ink))
    left = words.x - words.align * width_of(words.text, words.size, bold=words.bold)
    painter.drawText(QPointF(left, words.baseline), words.text)
