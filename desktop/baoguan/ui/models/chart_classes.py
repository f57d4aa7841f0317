"""How many statistics tell of values of each size: columns that stand side by side."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from baoguan.domain.chart import Chart
from baoguan.ui.models.chart_axis import axis_for
from baoguan.ui.models.chart_lines import put_values
from baoguan.ui.models.chart_plan import SIDE, TICK, Block, Plan, Rule, Words, line_height, widest, width_of
from baoguan.ui.models.wording import number_text

_TICKS = 40.0
"""Pixels for each tick."""
_LEAST = 96.0
"""Pixels of the plot where there is too little room for all."""
_BETWEEN, _APART = 6.0, 12.0
_AIR = 2.0
"""Pixels between columns."""
_GROWING = 1.5
"""How much larger than the smallest class the largest is where they grow."""


def plan_classes(chart: Chart, width: float, height: float) -> Plan:
    """Lay columns out in the room there is; they are equally wide, whatever their classes hold."""
    plan = Plan(chart, width)
    top = plan.put_lines(_note(chart), SIDE, plan.put_heading() - 4, width - 2 * SIDE, TICK) + 6
    bottom = max(top + _LEAST, height - SIDE - line_height(TICK))
    plan.height = bottom + line_height(TICK) + SIDE
    most = max(mark.count for mark in chart.marks)
    axis = axis_for(0.0, float(most), max(2, int((bottom - top) / _TICKS)), whole=True)
    left = SIDE + widest((tick.label for tick in axis.ticks()), TICK) + _BETWEEN
    box = QRectF(left, top + _BETWEEN, max(1.0, width - SIDE - left - _BETWEEN), bottom - top - _BETWEEN)
    put_values(plan, axis, box)
    room = box.width() / len(chart.marks)
    for place, mark in enumerate(chart.marks):
        if mark.count:
            x, high = box.left() + place * room, axis.share(mark.count) * box.height()
            column = QRectF(x + _AIR / 2, box.bottom() - high, max(1.0, room - _AIR), high)
            plan.blocks.append(Block(place, column))
            plan.spots[place] = QRectF(x, box.top(), room, box.height())
            plan.drawn[place] = column
    _put_edges(plan, box)
    return plan


def _note(chart: Chart) -> str:
    """Return what the columns say, and that their classes grow where they do."""
    sizes = [mark.high - mark.low for mark in chart.marks]
    if max(sizes) > _GROWING * min(sizes):
        return QCoreApplication.translate("Chart", "每级的条数；级距逐级放大")
    return QCoreApplication.translate("Chart", "每级的条数")


def _put_edges(plan: Plan, box: QRectF) -> None:
    """Write the edges of the classes, or every second or third where all are too much."""
    marks = plan.chart.marks
    edges = [number_text(value) for value in (*(mark.low for mark in marks), marks[-1].high)]
    room = box.width() / len(marks)
    wide = widest(iter(edges), TICK) + _APART
    step = next((step for step in (1, 2, 3, 5, 10) if step * room >= wide), 20)
    for place in range(0, len(edges), step):
        x = box.left() + place * room
        half = width_of(edges[place], TICK) / 2
        middle = min(max(x, SIDE + half), plan.width - half - 2)
        plan.rules.append(Rule(QPointF(x, box.bottom()), QPointF(x, box.bottom() + 4), strong=True))
        plan.words.append(Words(edges[place], middle, box.bottom() + 4 + TICK * 1.2, TICK, align=0.5))
