"""How a chart's plan is painted, on whatever it is painted."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from baoguan.app.theme import Theme
from baoguan.ui.models.chart_plan import Dot, Plan, Words, width_of
from baoguan.ui.models.fonts import sans
from baoguan.ui.parts.bars import faint, snapped

_CROWDED = 120
"""Points, beyond which each is drawn smaller."""
_RING = 5.5


def paint_chart(
    painter: QPainter,
    plan: Plan,
    theme: Theme,
    colour: str,
    chosen: frozenset[int] = frozenset(),
    current: int | None = None,
) -> None:
    """Draw a chart, its bars in ``colour``; ``chosen`` marks stand out, ``current`` is pointed at."""
    ratio = painter.device().devicePixelRatioF()
    if current is not None and not plan.dots:
        painter.fillRect(snapped(plan.spots[current], ratio), QColor(theme.hover))
    for rule in plan.rules:
        box = QRectF(rule.start, rule.end).normalized()
        painter.fillRect(snapped(box, ratio), QColor(theme.muted if rule.strong else theme.rule))
    for block in plan.blocks:
        name = theme.accent if block.place in chosen else colour
        painter.fillRect(snapped(block.box, ratio), faint(name) if block.faint else QColor(name))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_lines(painter, plan, theme)
    for dot in plan.dots:
        _paint_dot(painter, dot, theme, len(plan.dots), ringed=dot.place in chosen or dot.place == current)
    for words in plan.words:
        _write(painter, words, theme)


def line_colours(theme: Theme) -> tuple[str, ...]:
    """Return the colours that tell the lines of a chart apart."""
    return (theme.percent, theme.accent, theme.count, theme.money, theme.time, theme.other)


def _paint_lines(painter: QPainter, plan: Plan, theme: Theme) -> None:
    colours = line_colours(theme)
    for stroke in plan.strokes:
        pen = QPen(QColor(colours[stroke.colour % len(colours)]), 1.6)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(list(stroke.points))


def _paint_dot(painter: QPainter, dot: Dot, theme: Theme, of: int, *, ringed: bool) -> None:
    colours = line_colours(theme)
    colour = QColor(colours[dot.colour % len(colours)])
    if dot.low != dot.high:
        painter.setPen(QPen(colour, 1.0))
        painter.drawLine(QLineF(QPointF(dot.point.x(), dot.low), QPointF(dot.point.x(), dot.high)))
    size = 3.2 if of <= _CROWDED else 1.8
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(dot.point, size, size)
    if ringed:
        painter.setPen(QPen(QColor(theme.ink), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot.point, _RING, _RING)


def _write(painter: QPainter, words: Words, theme: Theme) -> None:
    painter.setFont(sans(words.size, words.bold))
    painter.setPen(QColor(theme.muted if words.quiet else theme.ink))
    left = words.x - words.align * width_of(words.text, words.size, bold=words.bold)
    painter.drawText(QPointF(left, words.baseline), words.text)
