from datetime import date

import pytest

from baoguan.app.archive import Archive
from baoguan.app.units import in_unit, unit_named
from baoguan.domain.records import StatisticFilter


@pytest.mark.parametrize(
    ("name", "code", "times", "base"),
    [
        ("元", "CNY", 1, 1),
        ("亿元", "CNY", 1e8, 1e8),
        ("万吨", "t", 1e4, 1e7),
        ("斤", "斤", 1, 0.5),
        ("%", "%", 1, 0.01),
        ("公里", "km", 1, 1000),
        ("件", "件", 1, 1),
    ],
)
def test_a_unit_is_known_by_the_name_people_write(name: str, code: str, times: float, base: float) -> None:
    unit = unit_named(name)
    assert unit is not None
    assert (unit.code, unit.times) == (code, times)
    assert unit.times * unit.factor + unit.shift == pytest.approx(base)


def test_a_unit_that_does_not_begin_at_nought_is_told_with_its_zero() -> None:
    unit = unit_named("℉")
    assert unit is not None
    assert 32 * unit.factor + unit.shift == pytest.approx(0, abs=1e-9)
    assert 212 * unit.factor + unit.shift == pytest.approx(100)


def test_money_is_that_of_the_day_it_was_printed() -> None:
    then, now = unit_named("元", date(1947, 3, 5)), unit_named("元", date(1998, 3, 5))
    assert then is not None
    assert now is not None
    assert (then.dimension, now.dimension) == ("法币", "CNY")


@pytest.mark.parametrize("name", ["", " ", "没有的单位啊", "元件元", "3", "\ud800"])
def test_what_is_no_unit_is_none(name: str) -> None:
    assert unit_named(name) is None


def test_bounds_are_turned_into_a_unit_that_the_archive_prints(sample_archive: Archive) -> None:
    bounds = StatisticFilter(low=0.5, high=30.0)
    yuan = in_unit(sample_archive, bounds, "亿元")
    assert yuan is not None
    assert (yuan.unit, yuan.low, yuan.high) == ("CNY", 5e7, 3e9)
    assert "1亿元" in {one.statistic.raw for one in sample_archive.statistics(yuan)}
    miles = in_unit(sample_archive, bounds, "英里")
    assert miles is not None
    assert miles.unit is not None
    scale = next(
        one for one in sample_archive.catalogue.statistics.scales(miles.unit) if one.dimension == "length"
    )
    assert miles.high is not None
    assert scale.base(miles.high) == pytest.approx(30 * 1609.344, rel=1e-3)
    assert in_unit(sample_archive, bounds, "没有的单位啊") is None
