from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from baoguan.ui.models.typed import Unreadable, day_text, read_day, read_number
from baoguan.ui.models.wording import number_text


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1500", 1500),
        (" 1,500 ", 1500),
        ("0.15万", 1500),
        ("１．５亿", 1.5e8),
        ("3千万", 3e7),
        ("2百", 200),
        ("2萬億", 2e12),
        ("-12.5", -12.5),
        ("−3", -3),
        (".5", 0.5),
        ("", None),
        ("　", None),
    ],
)
def test_numbers_are_read_as_people_type_them(typed: str, number: float | None) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["十二", "1.2.3", "abc", "1e5", "万", "12元", "--1"])
def test_what_is_no_number_is_not_guessed_at(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_number(typed)


@given(some.integers(min_value=-(10**13), max_value=10**13))
def test_a_number_that_is_written_is_read_again(number: int) -> None:
    assert read_number(number_text(float(number))) == number


@given(some.text(max_size=12))
def test_any_text_is_a_number_or_is_refused(typed: str) -> None:
    for read in (read_number, lambda text: read_day(text, last=False)):
        try:
            read(typed)
        except Unreadable:
            continue


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022年10月", date(2022, 10, 1), date(2022, 10, 31)),
        ("２０２２.10.12", date(2022, 10, 12), date(2022, 10, 12)),
        ("1948年6月1日", date(1948, 6, 1), date(1948, 6, 1)),
        ("2022/10/12", date(2022, 10, 12), date(2022, 10, 12)),
        ("", None, None),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, first: date | None, last: date | None) -> None:
    assert (read_day(typed, last=False), read_day(typed, last=True)) == (first, last)


@pytest.mark.parametrize("typed", ["2022-13", "2022-02-30", "昨天", "22", "2022-", "0000"])
def test_what_is_no_day_is_not_guessed_at(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_day(typed, last=False)


@given(some.dates(), some.booleans())
def test_a_day_that_is_written_is_read_again(day: date, last: bool) -> None:
    assert read_day(day_text(day, last=last), last=last) == day


def test_whole_years_and_months_are_written_short() -> None:
    assert day_text(date(2022, 1, 1), last=False) == "2022"
    assert day_text(date(2022, 1, 1), last=True) == "2022-01-01"
    assert day_text(date(2022, 10, 31), last=True) == "2022-10"
    assert day_text(None, last=True) == ""
