"""The plan of any chart, and the way from mark to mark in it."""

from baoguan.domain.chart import Chart, ChartKind
from baoguan.ui.models.chart_bars import plan_bars
from baoguan.ui.models.chart_classes import plan_classes
from baoguan.ui.models.chart_lines import plan_lines
from baoguan.ui.models.chart_plan import Plan

_PLANS = {
    ChartKind.BARS: plan_bars,
    ChartKind.LINE: plan_lines,
    ChartKind.DISTRIBUTION: plan_classes,
}


def plan_chart(chart: Chart, width: float, height: float) -> Plan:
    """Lay a chart with any marks out, ``width`` pixels wide and as high as there is room or it needs."""
    return _PLANS[chart.kind](chart, width, height)


def step_along(plan: Plan, place: int | None, by: int) -> int:
    """Return the place of the mark so many on in reading order, the first or the last beyond the ends."""
    places = sorted(plan.spots)
    if place not in plan.spots:
        return places[0] if by > 0 else places[-1]
    return places[max(0, min(places.index(place) + by, len(places) - 1))]


def step_across(plan: Plan, place: int | None, by: int) -> int:
    """Return the place of the point of the next line above (-1) or below (1) that is nearest in time.

    Without lines it is the next mark.
    """
    here = next((dot for dot in plan.dots if dot.place == place), None)
    if here is None:
        return step_along(plan, place, by)
    nearest = {
        dot.colour: dot
        for dot in sorted(plan.dots, key=lambda dot: -abs(dot.point.x() - here.point.x()))
        if dot.colour != here.colour and by * (dot.point.y() - here.point.y()) >= 0
    }
    beyond = sorted(nearest.values(), key=lambda dot: abs(dot.point.y() - here.point.y()))
    return beyond[0].place if beyond else here.place
