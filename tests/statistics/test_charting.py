from collections import Counter
from datetime import date, timedelta
from itertools import count, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from baoguan.domain.chart import Chart, ChartKind
from baoguan.domain.ids import ArticleId, PageId, StatisticId
from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.charting import MOST_BARS, MOST_LINES, chart
from baoguan.statistics.figures import gather

_NUMBERS = count(1)
_BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
_DAY = date(2022, 10, 12)
_MU = 2000 / 3


def record(
    value: float | None,
    *,
    factor: float = 1.0,
    title: str = "天津日报",
    day: date | None = _DAY,
    **said: object,
) -> StatisticRecord:
    told = {"kind": Kind.AREA, "unit": "m2", "dimension": "area", "subject": "天津", "measure": "面积"} | said
    statistic = Statistic(
        raw="某数", start=0, end=2, full_start=0, full_end=2,
        value=value, base_value=None if value is None else value * factor, **told,
    )  # fmt: skip
    return StatisticRecord(
        StatisticId(next(_NUMBERS)), ArticleId(1), PageId(1), "", title, day, "某数。", statistic
    )


def drawn(kind: ChartKind, *records: StatisticRecord) -> Chart:
    return chart(gather(records), kind)


def test_the_quantity_and_the_unit_most_are_printed_in_are_drawn() -> None:
    mu = [record(place, factor=_MU, unit="亩", subject=f"县{place}") for place in range(1, 4)]
    other = [record(2 * _MU, unit="m2", subject="市"), record(5.0, unit="家", dimension="家"), record(None)]
    found = drawn(ChartKind.BARS, *mu, *other)
    assert (found.unit, found.per, found.title, found.left_out) == ("亩", "", "面积", 2)
    assert {mark.label: pytest.approx(mark.high) for mark in found.marks} == {
        "县3": 3, "县2": 2, "市": 2, "县1": 1,
    }  # fmt: skip


def test_targets_of_a_year_are_points_of_their_own() -> None:
    year = {"time_iso": "2025"}
    told = [record(5.0, **year), record(9.0, status="target", **year), record(7.0, time_iso="2024")]
    found = drawn(ChartKind.LINE, *told)
    assert [(mark.high, mark.status) for mark in found.marks] == [
        (7, "actual"), (5, "actual"), (9, "target"),
    ]  # fmt: skip


def test_rates_of_a_day_and_plain_figures_are_two_quantities() -> None:
    found = drawn(ChartKind.BARS, record(1.0, per="day"), record(2.0, per="day"), record(9.0))
    assert (found.per, found.left_out, [mark.high for mark in found.marks]) == ("day", 1, [2.0])


def test_degrees_of_fahrenheit_are_told_in_celsius() -> None:
    said = {"kind": Kind.TEMPERATURE, "unit": "℉", "dimension": "temperature"}
    found = drawn(ChartKind.BARS, record(50.0, factor=0.2, **said), record(100.0, factor=0.378, **said))
    assert (found.unit, [mark.low for mark in found.marks], [mark.high for mark in found.marks]) == (
        "℃", [10.0], [37.8],
    )  # fmt: skip


def test_the_money_of_two_eras_is_two_quantities() -> None:
    old = [record(5.0, kind=Kind.MONEY, unit="CNY", dimension="法币") for _ in range(2)]
    found = drawn(ChartKind.BARS, *old, record(7.0, kind=Kind.MONEY, unit="CNY", dimension="CNY"))
    assert (found.unit, found.left_out) == ("法币", 1)


def test_a_bar_spans_what_is_told_of_a_subject_largest_first() -> None:
    told = [
        record(3.0),
        record(5.0, day=date(2020, 1, 1)),
        record(9.0, subject="", place="河北"),
        record(7.0, subject=""),
    ]
    found = drawn(ChartKind.BARS, *told)
    assert [(mark.label, mark.low, mark.high, mark.count) for mark in found.marks] == [
        ("河北", 9.0, 9.0, 1),
        ("天津", 3.0, 5.0, 2),
    ]
    assert found.marks[1].statistics == (told[1].id, told[0].id)
    assert found.left_out == 1


def test_bars_of_several_measures_are_told_apart() -> None:
    found = drawn(
        ChartKind.BARS, record(3.0), record(5.0, measure="绿地"), record(1.0, subject="", measure="林地")
    )
    assert [mark.label for mark in found.marks] == ["天津 · 绿地", "天津 · 面积", "林地"]
    assert found.title == ""


def test_the_largest_twenty_bars_are_drawn_and_the_rest_is_said() -> None:
    found = drawn(ChartKind.BARS, *(record(float(place), subject=f"县{place}") for place in range(50)))
    assert (len(found.marks), found.beyond, found.left_out) == (MOST_BARS, 50 - MOST_BARS, 0)
    assert [mark.high for mark in found.marks] == [float(place) for place in range(49, 49 - MOST_BARS, -1)]


def test_a_line_runs_through_the_middle_of_each_time() -> None:
    found = drawn(
        ChartKind.LINE,
        record(4.0, time_iso="2022-09"),
        record(1.0, time_iso="2021"),
        record(2.0, time_iso="2021"),
        record(5.0, time_iso="../2022-09-30"),
        record(6.0),
        record(7.0, day=None),
    )
    assert [(mark.label, mark.day, mark.low, mark.high) for mark in found.marks] == [
        ("2021", date(2021, 7, 2), 1.0, 2.0),
        ("2022-09", date(2022, 9, 15), 4.0, 4.0),
        ("../2022-09-30", date(2022, 9, 30), 5.0, 5.0),
        ("2022-10-12", _DAY, 6.0, 6.0),
    ]
    assert found.left_out == 1


def test_each_subject_has_a_line_and_those_with_most_points_are_drawn() -> None:
    records = [
        record(1.0, subject=f"县{name}", time_iso=str(1990 + year))
        for name in range(9)
        for year in range(name + 1)
    ]
    found = drawn(ChartKind.LINE, *records)
    points = Counter(mark.group for mark in found.marks)
    assert points == {f"县{name}": name + 1 for name in range(9 - MOST_LINES, 9)}
    assert (found.beyond, found.left_out) == (9 - MOST_LINES, 0)
    assert all(one.day < other.day for one, other in pairwise(found.marks) if one.group == other.group)


def test_many_days_are_gathered_into_longer_periods() -> None:
    days = [record(float(place), day=_DAY + timedelta(place)) for place in range(2000)]
    found = drawn(ChartKind.LINE, *days)
    assert len(found.marks) == 67
    assert sum(mark.count for mark in found.marks) == 2000
    assert found.marks[1].label == "2022-11-01/2022-11-30"


def test_classes_have_round_edges() -> None:
    found = drawn(ChartKind.DISTRIBUTION, *(record(float(value)) for value in (3, 14, 15, 92, 65, 35, 89)))
    assert [(mark.low, mark.high, mark.count) for mark in found.marks] == [
        (0.0, 20.0, 3), (20.0, 40.0, 1), (40.0, 60.0, 0), (60.0, 80.0, 1), (80.0, 100.0, 2),
    ]  # fmt: skip


def test_whole_numbers_are_not_cut_between_two_of_them() -> None:
    found = drawn(ChartKind.DISTRIBUTION, *(record(float(value)) for value in (1, 2, 2, 3)))
    assert [(mark.low, mark.count) for mark in found.marks] == [(1.0, 1), (2.0, 2), (3.0, 1)]


def test_classes_grow_where_values_are_of_very_different_size() -> None:
    found = drawn(ChartKind.DISTRIBUTION, *(record(value) for value in (0.0, 3.0, 15.0, 1e4, 2.5e5)))
    assert [mark.low for mark in found.marks] == [0.0, 1.0, 10.0, 100.0, 1e3, 1e4, 1e5]
    assert (found.marks[-1].high, sum(mark.count for mark in found.marks)) == (1e6, 5)
    many = drawn(ChartKind.DISTRIBUTION, *(record(3.0 * 1.01**place) for place in range(700)))
    assert [mark.low for mark in many.marks][:5] == [2.0, 5.0, 10.0, 20.0, 50.0]
    wide = drawn(ChartKind.DISTRIBUTION, record(1e-5), record(1e30))
    assert len(wide.marks) <= 21


def test_where_the_figures_come_from_is_known() -> None:
    figures = gather(
        [record(1.0, day=date(2021, 1, 2)), record(2.0, title="益世报", day=date(1947, 5, 1)),
         record(3.0, day=None), record(4.0, dimension="家", title="今晚报", day=date(2023, 1, 1))]
    )  # fmt: skip
    assert figures.titles == {"天津日报": 2, "益世报": 1}
    assert (figures.since, figures.until) == (date(1947, 5, 1), date(2021, 1, 2))


@pytest.mark.parametrize("kind", ChartKind)
def test_nothing_to_draw(kind: ChartKind) -> None:
    assert drawn(kind).marks == ()
    found = drawn(kind, record(None))
    assert (found.marks, found.left_out) == ((), 1)


_RECORDS = some.lists(
    some.builds(
        record,
        some.none() | some.floats() | some.integers(-5, 10**7).map(float),
        factor=some.sampled_from([1.0, _MU, 1e6]),
        day=some.none() | some.dates(),
        unit=some.sampled_from(["m2", "亩", None]),
        dimension=some.sampled_from(["area", "家", None]),
        subject=some.sampled_from(["", "天津", "北京"]),
        measure=some.sampled_from(["", "面积"]),
        time_iso=some.sampled_from([None, "2021", "../2022-10", "9999-12-31", "没有"]),
    ),
    max_size=30,
)


@_BUSY
@given(_RECORDS, some.sampled_from(ChartKind))
def test_every_statistic_has_one_mark_or_is_left_out(records: list[StatisticRecord], kind: ChartKind) -> None:
    found = drawn(kind, *records)
    ids = [one for mark in found.marks for one in mark.statistics]
    assert len(ids) == len(set(ids))
    assert set(ids) <= {one.id for one in records}
    assert len(ids) + found.left_out == len(records)
    for mark in found.marks:
        assert mark.low <= mark.high
        assert mark.count == len(mark.statistics)


@_BUSY
@given(some.lists(some.floats(-1e90, 1e90) | some.floats(0, 1e9), min_size=1, max_size=40))
def test_every_value_stands_in_its_class_and_classes_meet(values: list[float]) -> None:
    records = [record(value) for value in values]
    found = drawn(ChartKind.DISTRIBUTION, *records)
    by_id = {one.id: one.statistic.base_value for one in records}
    for mark in found.marks:
        assert all(mark.low <= by_id[one] < mark.high for one in mark.statistics)
    assert all(one.high == other.low for one, other in pairwise(found.marks))
    assert 1 <= len(found.marks) <= 25
