from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QPointF, QRectF

from baoguan.domain.chart import Chart, ChartKind, Mark
from baoguan.domain.ids import StatisticId
from baoguan.ui.models.chart_plan import Plan, width_of
from baoguan.ui.models.chart_plans import plan_chart, step_across, step_along

_DAY = date(2022, 10, 12)
_LONG = "中新天津生态城南部片区起步区市政基础设施及海绵城市改造示范项目（二期）及B1线一期工程配套综合管廊"
_FEW = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)


def chart(kind: ChartKind, marks: list[Mark]) -> Chart:
    return Chart(kind, "", "CNY", tuple(marks), 0)


def point(value: float, days: int, group: str = "", high: float | None = None) -> Mark:
    day = _DAY + timedelta(days)
    return Mark(day.isoformat(), value, value if high is None else high, (StatisticId(1),), day, 1, group)


_ENDS = some.floats(-1e12, 1e12)
_NAMES = some.text("天津市滨海新区（）《》B1线 ,。", max_size=60)
_BARS = some.lists(
    some.builds(
        lambda name, one, other: Mark(name, min(one, other), max(one, other), (StatisticId(1),)),
        _NAMES, _ENDS, _ENDS,
    ), min_size=1, max_size=20,
)  # fmt: skip
_POINTS = some.lists(
    some.builds(point, _ENDS, some.integers(-20_000, 20_000), some.sampled_from(["", "天津", _LONG])),
    min_size=1,
    max_size=30,
)
_CLASSES = some.lists(some.integers(0, 10**6), min_size=1, max_size=20).filter(any)


def words_inside(plan: Plan) -> bool:
    """Every line of text stands wholly within the plan."""
    for one in plan.words:
        wide = width_of(one.text, one.size, bold=one.bold)
        left = one.x - one.align * wide
        if left < -0.5 or left + wide > plan.width + 0.5 or not 0 < one.baseline <= plan.height:
            return False
    return True


@_FEW
@given(marks=_BARS, width=some.integers(360, 1400))
def test_no_name_is_ever_cut_and_bars_stay_in_the_plot(qapp: object, marks: list[Mark], width: int) -> None:
    plan = plan_chart(chart(ChartKind.BARS, marks), width, 300)
    assert words_inside(plan)
    said = "".join("".join(one.text.split()) for one in plan.words)
    for mark in marks:
        assert "".join(mark.label.split()) in said
    for block in plan.blocks:
        assert 0 <= block.box.left() <= block.box.right() <= width
    assert set(plan.spots) == set(range(len(marks)))


@_FEW
@given(points=_POINTS, width=some.integers(360, 1400), height=some.integers(60, 700))
def test_every_point_lies_in_the_plot(qapp: object, points: list[Mark], width: int, height: int) -> None:
    points.sort(key=lambda mark: mark.group)
    plan = plan_chart(chart(ChartKind.LINE, points), width, height)
    assert words_inside(plan)
    for dot in plan.dots:
        assert 0 <= dot.point.x() <= width
        assert 0 <= dot.high <= dot.low <= plan.height
    assert plan.height <= max(height, 420)


@_FEW
@given(counts=_CLASSES, width=some.integers(360, 1400), growing=some.booleans())
def test_columns_stand_on_the_axis(qapp: object, counts: list[int], width: int, growing: bool) -> None:
    edges = [10.0**place if growing else 20.0 * place for place in range(len(counts) + 1)]
    marks = [
        Mark("", low, high, (StatisticId(1),) * min(1, count), count=count)
        for low, high, count in zip(edges, edges[1:], counts, strict=False)
    ]
    plan = plan_chart(chart(ChartKind.DISTRIBUTION, marks), width, 300)
    assert words_inside(plan)
    assert set(plan.spots) == {place for place, count in enumerate(counts) if count}
    assert len({round(block.box.bottom(), 3) for block in plan.blocks}) == 1


def test_a_bar_is_solid_to_its_least_value_and_faint_to_its_greatest(qapp: object) -> None:
    told = [(3.0, 5.0), (4.0, 4.0), (-2.0, -1.0), (-1.0, 2.0), (0.0, 0.0)]
    marks = [Mark("天津", low, high, (StatisticId(1),)) for low, high in told]
    plan = plan_chart(chart(ChartKind.BARS, marks), 800, 300)
    shapes = {place: [block.faint for block in plan.blocks if block.place == place] for place in range(5)}
    assert shapes == {0: [False, True], 1: [False], 2: [False, True], 3: [True], 4: [False]}
    solid, faint = (block.box for block in plan.blocks if block.place == 0)
    assert solid.right() == pytest.approx(faint.left())


def test_the_mouse_points_at_what_lies_under_it(qapp: object) -> None:
    bars = plan_chart(chart(ChartKind.BARS, [Mark(name, 1.0, 1.0, ()) for name in "甲乙"]), 600, 300)
    assert [bars.place_at(bars.spots[place].center()) for place in (0, 1)] == [0, 1]
    assert bars.place_at(QPointF(300, 5)) is None
    line = plan_chart(chart(ChartKind.LINE, [point(1.0, 0), point(5.0, 300)]), 600, 300)
    near = line.dots[1].point + QPointF(4, 4)
    assert line.place_at(near) == 1
    assert line.place_at(line.dots[0].point + QPointF(60, 60)) is None


def test_no_line_leads_to_a_target(qapp: object) -> None:
    marks = [point(1.0, 0), point(2.0, 100), replace(point(9.0, 200), status="target"), point(3.0, 300)]
    plan = plan_chart(chart(ChartKind.LINE, marks), 600, 300)
    assert [dot.hollow for dot in plan.dots] == [False, False, True, False]
    assert [list(stroke.points) for stroke in plan.strokes] == [
        [dot.point for dot in plan.dots if not dot.hollow]
    ]


def test_arrows_walk_along_a_line_and_across_to_the_next(qapp: object) -> None:
    marks = [point(1.0, 0, "甲"), point(2.0, 100, "甲"), point(9.0, 10, "乙"), point(8.0, 90, "乙")]
    plan = plan_chart(chart(ChartKind.LINE, marks), 600, 300)
    assert [step_along(plan, None, 1), step_along(plan, None, -1), step_along(plan, 1, 1)] == [0, 3, 2]
    assert [step_along(plan, 0, -1), step_along(plan, 0, 10**6)] == [0, 3]
    assert [step_across(plan, 0, -1), step_across(plan, 1, -1), step_across(plan, 3, 1)] == [2, 3, 1]
    assert step_across(plan, 0, 1) == 0
    bars = plan_chart(chart(ChartKind.BARS, [Mark(name, 1.0, 1.0, ()) for name in "甲乙"]), 600, 300)
    assert step_across(bars, 0, 1) == 1


def test_what_is_painted_for_a_mark_is_known(qapp: object) -> None:
    plan = plan_chart(chart(ChartKind.BARS, [Mark("天津", 2.0, 4.0, ())]), 600, 300)
    painted = plan.blocks[0].box.united(plan.blocks[1].box)
    assert QRectF(plan.drawn[0]).contains(painted)
