from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from baoguan.ui.models.chart_axis import axis_for, time_ticks


def wide(text: str) -> float:
    return 7.0 * len(text)


@pytest.mark.parametrize(
    ("ends", "labels"),
    [
        ((0.0, 295.6e8), ["0", "100亿", "200亿", "300亿"]),
        ((0.0, 54e6), ["0", "2,000万", "4,000万", "6,000万"]),
        ((0.1, 0.37), ["0.1", "0.2", "0.3", "0.4"]),
        ((-5.0, 12.0), ["-5", "0", "5", "10", "15"]),
        ((0.0, 0.0), ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ((0.0, 123456.0), ["0", "5万", "10万", "15万"]),
        ((0.0, 2e17), ["0", "5e+16", "1e+17", "1.5e+17", "2e+17"]),
    ],
)
def test_ticks_are_round_and_in_few_figures(ends: tuple[float, float], labels: list[str]) -> None:
    assert [tick.label for tick in axis_for(*ends, 5).ticks()] == labels


def test_an_axis_of_counts_has_whole_ticks() -> None:
    assert [tick.label for tick in axis_for(0.0, 2.0, 8, whole=True).ticks()] == ["0", "1", "2"]


@given(some.floats(-1e90, 1e90), some.floats(0, 1e90), some.integers(2, 20))
def test_an_axis_holds_both_ends_and_its_ticks_are_in_order(least: float, span: float, most: int) -> None:
    axis = axis_for(least, least + span, most)
    assert -1e-9 <= axis.share(least) <= axis.share(least + span) <= 1 + 1e-9
    ticks = list(axis.ticks())
    assert (ticks[0].share, ticks[-1].share) == (0.0, 1.0)
    assert all(one.share < other.share for one, other in pairwise(ticks))
    assert len(ticks) <= most + 3
    assert len({tick.label for tick in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2022-03-05", "2022-03-09", ["2022-03-05", "2022-03-06", "2022-03-07", "2022-03-08", "2022-03-09"]),
        ("2022-01-05", "2022-12-12", ["2022-01", "2022-03", "2022-05", "2022-07", "2022-09", "2022-11"]),
        ("1947-03-05", "2022-10-12", [str(year) for year in range(1950, 2021, 10)]),
        ("2022-10-12", "2022-10-12", ["2022-10-12"]),
        ("2019-07-02", "2022-07-02", ["2019-07", "2020-01", "2020-07", "2021-01", "2021-07", "2022-01"]),
    ],
)
def test_times_are_named_as_finely_as_they_fit(first: str, last: str, labels: list[str]) -> None:
    ticks = time_ticks(date.fromisoformat(first), date.fromisoformat(last), 500, wide)
    assert [tick.label for tick in ticks] == labels


@given(some.dates(), some.dates(), some.floats(40, 2000))
def test_names_of_times_never_touch(one: date, other: date, width: float) -> None:
    first, last = sorted((one, other))
    ticks = time_ticks(first, last, width, wide)
    assert ticks
    assert all(0 <= tick.share <= 1 for tick in ticks)
    assert all((two.share - one.share) * width >= wide(one.label) for one, two in pairwise(ticks))
