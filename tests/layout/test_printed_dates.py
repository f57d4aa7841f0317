"""Days as newspapers of every age print them."""

from datetime import date

import pytest

from baoguan.layout.printed_dates import day_in, told_beside, value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2003年5月18日 星期日", date(2003, 5, 18)),
        ("一九五二年七月十七日 星期四", date(1952, 7, 17)),
        ("二〇〇三年十二月三十一日", date(2003, 12, 31)),
        ("中華民國二十六年二月二十五日星期四", date(1937, 2, 25)),
        ("民国三年十月初十 一九一四年十月十日", date(1914, 10, 10)),
        ("2005.11.14 星期一", date(2005, 11, 14)),
        ("1994-10-28", date(1994, 10, 28)),
        ("Tuesday, June 28, 1932", date(1932, 6, 28)),
        ("Dienstag, 28. Juni 1932", date(1932, 6, 28)),
        ("le 3 août 1914", date(1914, 8, 3)),
        ("2 de maio de 1889", date(1889, 5, 2)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize("text", ["2003年13月40日", "五年三月二日", "10月1日", "12.5", "June 1932", ""])
def test_what_is_no_whole_day_is_none(text: str) -> None:
    assert day_in(text) is None


def test_what_a_line_tells_beside_the_day() -> None:
    assert told_beside("2003年5月18日 星期日 第2版 第1234期 农历癸未年四月十八") == ""
    assert told_beside("2003年5月18日，水库开闸放水，沿线村庄转移") == "水库开闸放水沿线村庄转移"


@pytest.mark.parametrize(
    ("text", "number"), [("十", 10), ("廿八", 28), ("三十一", 31), ("０７", 7), ("〇九", 9)]
)
def test_numbers_in_any_digits(text: str, number: int) -> None:
    assert value(text) == number
