from datetime import date

import pytest

from baoguan.domain.records import MeasureGroup, StatisticFilter
from baoguan.ui.models.narrowing import Narrowing, told, without

_FULL = StatisticFilter(
    unit="CNY",
    low=1000,
    high=2e8,
    since=date(2019, 1, 1),
    until=date(2022, 12, 31),
    measure="融资额",
    dimension="CNY",
    subject="渤化集团",
    place="天津",
    title="天津日报",
    rejected=True,
)


def test_every_part_is_a_chip_that_takes_it_out() -> None:
    wanted = _FULL
    words = [chip.words for chip in told(wanted)]
    assert words == [
        "1,000–2亿 元",
        "2019–2022",
        "指标：融资额 (元)",
        "主体：渤化集团",
        "地点：天津",
        "报纸：天津日报",
        "已剔除的",
    ]
    for left in range(len(words), 0, -1):
        assert [chip.words for chip in told(wanted)] == words[-left:]
        wanted = next(iter(told(wanted).values()))
    assert wanted == StatisticFilter()


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (StatisticFilter(low=5), "≥ 5"),
        (StatisticFilter(high=0, unit="m2"), "≤ 0 平方米"),
        (StatisticFilter(low=3, high=3), "3"),
        (StatisticFilter(unit="家"), "单位：家"),
        (StatisticFilter(since=date(2022, 10, 1)), "2022-10 起"),
        (StatisticFilter(until=date(2022, 10, 12)), "到 2022-10-12"),
        (StatisticFilter(since=date(2022, 1, 1), until=date(2022, 12, 31)), "2022"),
        (StatisticFilter(measure="里程", dimension="length"), "指标：里程 (长度)"),
    ],
)
def test_a_part_is_told_as_short_as_can_be(wanted: StatisticFilter, words: str) -> None:
    assert [chip.words for chip in told(wanted)] == [words]


def test_nothing_is_told_of_what_is_set_elsewhere() -> None:
    assert told(StatisticFilter(text="融资", article=None)) == {}


def test_a_group_is_opened_among_what_was_wanted(qtbot) -> None:
    narrowing = Narrowing()
    narrowing.put(StatisticFilter(place="天津"))
    with qtbot.waitSignal(narrowing.changed):
        narrowing.open(MeasureGroup("产量", "mass", 3, 2, 1.0, 2.0, None, None))
    assert narrowing.wanted == StatisticFilter(place="天津", measure="产量", dimension="mass")
    with qtbot.assertNotEmitted(narrowing.changed):
        narrowing.put(narrowing.wanted)
    with qtbot.waitSignal(narrowing.changed):
        narrowing.clear()
    assert narrowing.wanted == StatisticFilter()


@pytest.mark.parametrize("column", ["unit", "measure", "subject", "place", "title"])
def test_a_column_is_opened_alone(column) -> None:
    opened = without(_FULL, column)
    assert not getattr(opened, column)
    assert len(told(opened)) == len(told(_FULL)) - 1
