from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.search.numbers import read_dates, read_number


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1亿元", 1e8, "元"),
        ("一亿元", 1e8, "元"),
        ("100000000元", 1e8, "元"),
        ("1亿5000万", 1.5e8, ""),
        ("一亿五千万元", 1.5e8, "元"),
        ("5,410万元", 5.41e7, "元"),
        ("２９５．６億元", 2.956e10, "元"),
        ("三百二十万", 3.2e6, ""),
        ("十二", 12.0, ""),
        ("两千件", 2000.0, "件"),
        ("3千万", 3e7, ""),
        ("二〇二二", 2022.0, ""),
        ("百分之三十", 30.0, "%"),
        ("千分之五", 0.5, "%"),
        ("三成", 30.0, "%"),
        ("三成五", 35.0, "%"),
        ("3成半", 35.0, "%"),
        ("一半", 50.0, "%"),
        ("半亿元", 5e7, "元"),
        ("一亿半", 1.5e8, ""),
        ("一万五", 15000.0, ""),
        ("三千零五十", 3050.0, ""),
        ("1.5万亿元", 1.5e12, "元"),
        ("一点五万亿元", 1.5e12, "元"),
        ("两万亿", 2e12, ""),
        ("千万元", 1e7, "元"),
        ("壹佰贰拾元", 120.0, "元"),
        ("１ 亿 元", 1e8, "元"),
        ("53.37%", 53.37, "%"),
    ],
)
def test_numbers(text: str, value: float, unit: str) -> None:
    read = read_number(text)
    assert read is not None
    assert read[0] == pytest.approx(value)
    assert read[1] == unit


@pytest.mark.parametrize("text", ["", "元", "大约", "-5", "十几", "2000余", "三五亿", ">", "成"])
def test_no_numbers(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2022/2/3", date(2022, 2, 3), date(2022, 2, 3)),
        ("2022年10月12日", date(2022, 10, 12), date(2022, 10, 12)),
        ("２０２２年10月", date(2022, 10, 1), date(2022, 10, 31)),
        ("2022年", date(2022, 1, 1), date(2022, 12, 31)),
        ("1998年3月", date(1998, 3, 1), date(1998, 3, 31)),
        ("1998年3月5号", date(1998, 3, 5), date(1998, 3, 5)),
        ("一九九八年三月二十一日", date(1998, 3, 21), date(1998, 3, 21)),
        ("二〇〇〇年十二月", date(2000, 12, 1), date(2000, 12, 31)),
        ("民国三十七年", date(1948, 1, 1), date(1948, 12, 31)),
        ("民國37年5月", date(1948, 5, 1), date(1948, 5, 31)),
        ("民国元年", date(1912, 1, 1), date(1912, 12, 31)),
        ("1980年代", date(1980, 1, 1), date(1989, 12, 31)),
    ],
)
def test_dates(text: str, first: date, last: date) -> None:
    assert read_dates(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022-13",
        "2022-02-30",
        "0000",
        "22-10",
        "昨天",
        "2022-10-12-1",
        "2022-00",
        "2022年〇月",
        "0000年代",
        "民国九千年",
        "民国〇年",
    ],
)
def test_no_dates(text: str) -> None:
    assert read_dates(text) is None


@given(st.text(st.sampled_from("0123456789一二两十百千万亿.,年月日-成%元") | st.characters()))
def test_reading_never_raises(text: str) -> None:
    read_number(text)
    read_dates(text)
