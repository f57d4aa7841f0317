"""Lines over time: one for each subject, with its name above in its colour."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF

from baoguan.domain.chart import Chart, Mark
from baoguan.ui.models.chart_axis import Axis, axis_for, time_ticks
from baoguan.ui.models.chart_plan import (
    LABEL,
    SIDE,
    TICK,
    Dot,
    Plan,
    Rule,
    Stroke,
    Words,
    line_height,
    widest,
    width_of,
    wrapped,
)
from baoguan.ui.models.chart_words import unnamed

_TICKS = 44.0
"""Pixels for each tick."""
_LEAST = 96.0
"""Pixels of the plot where there is too little room for all."""
_DASH, _BETWEEN, _APART = 18.0, 6.0, 20.0
_INSET = 10.0
_SPOT = 6.0
_FROM_NOUGHT = 0.5
"""An axis begins with 0 unless all is above this share of the greatest value."""


def plan_lines(chart: Chart, width: float, height: float) -> Plan:
    """Lay lines out in the room there is."""
    plan = Plan(chart, width)
    top = plan.put_heading()
    groups = [name for name, _marks in groupby(chart.marks, key=lambda mark: mark.group)]
    if len(groups) > 1:
        top = _put_names(plan, groups, top)
    bottom = max(top + _LEAST, height - SIDE - line_height(TICK))
    plan.height = bottom + line_height(TICK) + SIDE
    axis = _axis(chart.marks, bottom - top)
    left = SIDE + widest((tick.label for tick in axis.ticks()), TICK) + _BETWEEN
    box = QRectF(left, top + _BETWEEN, max(1.0, width - SIDE - left), bottom - top - _BETWEEN)
    put_values(plan, axis, box)
    _put_times(plan, box)
    _put_points(plan, axis, box, groups)
    return plan


def put_values(plan: Plan, axis: Axis, box: QRectF) -> None:
    """Put an axis of values beside a box, with its grid."""
    for tick in axis.ticks():
        y = box.bottom() - tick.share * box.height()
        plan.rules.append(Rule(QPointF(box.left(), y), QPointF(box.right(), y), strong=tick.share == 0))
        baseline = y + 0.36 * TICK
        plan.words.append(Words(tick.label, box.left() - _BETWEEN, baseline, TICK, align=1.0))


def _axis(marks: Sequence[Mark], high: float) -> Axis:
    least, greatest = min(mark.low for mark in marks), max(mark.high for mark in marks)
    if 0 < least <= _FROM_NOUGHT * greatest:
        least = 0.0
    return axis_for(least, greatest, max(2, int(high / _TICKS)))


def _put_names(plan: Plan, groups: Sequence[str], top: float) -> float:
    """Put the lines' names side by side as far as they fit, and return where they end."""
    left, right = SIDE, plan.width - SIDE
    for colour, group in enumerate(groups):
        name = group or unnamed()
        wide = _DASH + _BETWEEN + width_of(name, LABEL)
        if left > SIDE and left + wide > right:
            left, top = SIDE, top + line_height(LABEL)
        middle = top + LABEL * 0.66
        plan.strokes.append(Stroke((QPointF(left, middle), QPointF(left + _DASH, middle)), colour))
        lines = wrapped(name, LABEL, right - left - _DASH - _BETWEEN)
        for row, line in enumerate(lines):
            baseline = top + LABEL + row * line_height(LABEL)
            plan.words.append(Words(line, left + _DASH + _BETWEEN, baseline, LABEL, quiet=False))
        top += (len(lines) - 1) * line_height(LABEL)
        left += wide + _APART
    return top + line_height(LABEL) + _BETWEEN


def _put_times(plan: Plan, box: QRectF) -> None:
    days = [mark.day for mark in plan.chart.marks if mark.day is not None]
    inner = box.adjusted(_INSET, 0, -_INSET, 0)
    for tick in time_ticks(min(days), max(days), inner.width(), lambda text: width_of(text, TICK)):
        x = inner.left() + tick.share * inner.width()
        half = width_of(tick.label, TICK) / 2
        middle = min(max(x, SIDE + half), plan.width - SIDE - half)
        plan.rules.append(Rule(QPointF(x, box.bottom()), QPointF(x, box.bottom() + 4), strong=True))
        plan.words.append(Words(tick.label, middle, box.bottom() + 4 + TICK * 1.2, TICK, align=0.5))


def _put_points(plan: Plan, axis: Axis, box: QRectF, groups: Sequence[str]) -> None:
    """Put a point for each mark, and a line through those of a subject that tell what is."""
    days = [mark.day.toordinal() if mark.day else 0 for mark in plan.chart.marks]
    first, span = min(days), max(days) - min(days)
    inner = box.adjusted(_INSET, 0, -_INSET, 0)
    for place, mark in enumerate(plan.chart.marks):
        x = inner.left() + inner.width() * ((days[place] - first) / span if span else 0.5)
        low, high = (box.bottom() - axis.share(value) * box.height() for value in (mark.low, mark.high))
        middle, aimed = QPointF(x, (low + high) / 2), mark.status != "actual"
        dot = Dot(place, middle, low, high, groups.index(mark.group), aimed)
        plan.dots.append(dot)
        plan.drawn[place] = plan.spots[place] = QRectF(
            x - _SPOT, min(low, high) - _SPOT, 2 * _SPOT, abs(low - high) + 2 * _SPOT
        )
    for colour, dots in groupby(plan.dots, key=lambda dot: dot.colour):
        plan.strokes.append(Stroke(tuple(dot.point for dot in dots if not dot.hollow), colour))
