import datetime

import pytest

from baoguan.domain.interval import days_of
from baoguan.domain.statistic import Kind
from baoguan.statistics.extract import extract
from baoguan.statistics.occasions import feast_day, holiday_days, occasions


def told(text: str, issue: str = "1948-08-25") -> list[tuple[str, str | None]]:
    found = extract(text, datetime.date.fromisoformat(issue))
    return [(one.raw, one.iso) for one in found if one.kind is Kind.DATE]


@pytest.mark.parametrize("name", [name for name in occasions() if not name.endswith("初")])
def test_each_feast_and_event_dates_what_happened_during_it(name: str) -> None:
    ((raw, iso),) = told(f"{name}期间，参加者三千人。")
    assert raw == f"{name}期间"
    first, last = days_of(iso or "")
    assert first is not None
    assert last is not None
    assert first <= last


@pytest.mark.parametrize("name", [name for name, one in occasions().items() if one.alone])
def test_a_feast_that_may_stand_alone_is_a_date(name: str) -> None:
    assert told(name)[0][0] == name


@pytest.mark.parametrize("name", [name for name, one in occasions().items() if not one.alone])
def test_any_other_name_alone_is_none(name: str) -> None:
    assert told(f"{name}展览") == []


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("春节", 2022, "2022-02-01"),
        ("除夕", 2022, "2022-01-31"),
        ("中秋节", 2022, "2022-09-10"),
        ("清明节", 2022, "2022-04-05"),
        ("母亲节", 2022, "2022-05-08"),
        ("感恩节", 2022, "2022-11-24"),
    ],
)
def test_a_feast_has_its_day_in_every_year(name: str, year: int, day: str) -> None:
    assert feast_day(occasions()[name], year) == datetime.date.fromisoformat(day)


def test_the_holiday_of_spring_begins_on_the_eve() -> None:
    spring = holiday_days(occasions()["春节"], 2016)
    assert spring == (datetime.date(2016, 2, 7), datetime.date(2016, 2, 13))


def test_a_feast_outside_the_table_has_no_day() -> None:
    assert feast_day(occasions()["春节"], 1850) is None
    assert holiday_days(occasions()["春节"], 1850) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("建国后，产量增长三倍。", "1949-10-01/.."),
        ("文革后，产量增长三倍。", "1976-10/.."),
        ("解放前，全市有工厂三家。", "../1949"),
        ("二战以来，人口增长三倍。", "1939-09-01/.."),
    ],
)
def test_what_stands_after_an_event_opens_its_time(text: str, iso: str) -> None:
    assert told(text, "1999-06-16")[0][1] == iso


def test_victory_is_a_date_only_in_the_years_after_it() -> None:
    assert told("胜利后，物价上涨十倍。") == [("胜利", "1945-09-02/..")]
    assert told("胜利后，球迷三千人庆祝。", "2022-10-11") == []
