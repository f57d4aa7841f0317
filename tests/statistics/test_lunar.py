import datetime

import pytest

from baoguan.statistics.lunar import gregorian, lunar_years, qingming


@pytest.mark.parametrize(
    ("year", "month", "day", "told"),
    [
        (1900, 1, 1, "1900-01-31"),
        (1911, 8, 19, "1911-10-10"),
        (1947, 12, 30, "1948-02-09"),
        (1976, 8, 15, "1976-09-08"),
        (2022, 1, 1, "2022-02-01"),
        (2033, 11, 1, "2033-11-22"),
        (2100, 12, 29, "2101-01-28"),
    ],
)
def test_a_day_of_the_chinese_calendar_is_a_day_of_ours(year: int, month: int, day: int, told: str) -> None:
    assert gregorian(year, month, day) == datetime.date.fromisoformat(told)


def test_a_leap_month_follows_the_month_it_repeats() -> None:
    assert gregorian(2023, 2, 1, leap=True) == datetime.date(2023, 3, 22)
    assert gregorian(2023, 3, 1) == datetime.date(2023, 4, 20)
    assert gregorian(2022, 2, 1, leap=True) is None


def test_a_thirtieth_that_a_month_lacks_is_its_last_day() -> None:
    assert gregorian(2022, 12, 30) == gregorian(2022, 12, 29) or gregorian(2022, 12, 30) == datetime.date(
        2023, 1, 21
    )


def test_years_follow_each_other_without_a_gap() -> None:
    years = lunar_years()
    assert sorted(years) == list(range(1900, 2101))
    for year in range(1900, 2100):
        assert years[year].first + datetime.timedelta(sum(years[year].lengths)) == years[year + 1].first
        assert len(years[year].lengths) == (13 if years[year].leap else 12)


def test_outside_the_table_nothing_is_told() -> None:
    assert gregorian(1898, 8, 6) is None
    assert gregorian(2022, 13, 1) is None
    assert gregorian(2022, 1, 31) is None
    assert qingming(1899) is None
    assert qingming(2022) == datetime.date(2022, 4, 5)
