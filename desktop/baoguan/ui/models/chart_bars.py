"""Bars by subject: their names beside them, however long, and their values behind them."""

from PySide6.QtCore import QPointF, QRectF

from baoguan.domain.chart import Chart, Mark
from baoguan.ui.models.chart_axis import Axis, axis_for
from baoguan.ui.models.chart_plan import (
    LABEL,
    SIDE,
    TICK,
    Block,
    Plan,
    Rule,
    Words,
    line_height,
    widest,
    width_of,
    wrapped,
)
from baoguan.ui.models.chart_words import short_value

_LABELS = 0.4
"""The most that names take of the width."""
_ROW, _AIR, _THICK = 26.0, 10.0, 16.0
_BETWEEN = 8.0
_TICKS = 90.0
"""Pixels for each tick."""


def plan_bars(chart: Chart, width: float, height: float) -> Plan:
    """Lay bars out under one another, as high as they need."""
    plan = Plan(chart, width)
    top = plan.put_heading() + line_height(TICK)
    names = widest((mark.label for mark in chart.marks), LABEL) + LABEL
    left = SIDE + min(names, _LABELS * width) + _BETWEEN
    right = width - SIDE - _BETWEEN - widest(map(short_value, chart.marks), LABEL)
    ends = [end for mark in chart.marks for end in (mark.low, mark.high)]
    room = max(right - left, 1.0)
    axis = axis_for(min(0.0, *ends), max(0.0, *ends), max(2, int(room / _TICKS)))
    lines = QRectF(left, top, room, 0.0)
    for place, mark in enumerate(chart.marks):
        top = _put_bar(plan, place, mark, axis, lines, top)
    plan.height = top + SIDE
    for tick in axis.ticks():
        x = left + tick.share * room
        plan.rules.append(Rule(QPointF(x, lines.top() - 2), QPointF(x, top), strong=tick.label == "0"))
        half = width_of(tick.label, TICK) / 2
        middle = min(max(x, SIDE + half), width - SIDE - half)
        plan.words.append(Words(tick.label, middle, lines.top() - 6, TICK, align=0.5))
    return plan


def _put_bar(plan: Plan, place: int, mark: Mark, axis: Axis, lines: QRectF, top: float) -> float:
    """Put a bar with its name and value, and return where its row ends."""
    names = wrapped(mark.label, LABEL, lines.left() - SIDE - _BETWEEN)
    high = max(_ROW, len(names) * line_height(LABEL) + _AIR)
    middle = top + high / 2
    first = middle - len(names) * line_height(LABEL) / 2 + LABEL
    for row, name in enumerate(names):
        baseline = first + row * line_height(LABEL)
        plan.words.append(Words(name, lines.left() - _BETWEEN, baseline, LABEL, align=1.0, quiet=False))
    ends = (0.0, mark.low, mark.high)
    zero, low, end = (lines.left() + axis.share(value) * lines.width() for value in ends)
    near, far = sorted((low, end), key=lambda x: abs(x - zero))
    if mark.low * mark.high > 0 or mark.low == mark.high:
        plan.blocks.append(_block(place, zero, near, middle))
        low, end = near, far
    if mark.low != mark.high:
        plan.blocks.append(_block(place, low, end, middle, faint=True))
    behind = max(zero, near, far) + _BETWEEN
    value = short_value(mark)
    plan.words.append(Words(value, behind, middle + 0.36 * LABEL, LABEL, quiet=False))
    start = min(zero, near, far)
    plan.drawn[place] = QRectF(start, top, behind + width_of(value, LABEL) - start, high)
    plan.spots[place] = QRectF(0, top, plan.width, high)
    return top + high


def _block(place: int, start: float, end: float, middle: float, *, faint: bool = False) -> Block:
    left, right = sorted((start, end))
    return Block(place, QRectF(left, middle - _THICK / 2, max(1.5, right - left), _THICK), faint)
