import datetime

import pytest

from baoguan.statistics.extract import extract


@pytest.mark.parametrize(
    ("text", "dimension", "base"),
    [
        ("增长15.5%。", "share", 0.155),
        ("增长千分之五。", "share", 0.005),
        ("占三成。", "share", 0.3),
        ("占三分之一。", "share", 1 / 3),
        ("占百分之三十。", "share", 0.3),
        ("提高1.5个百分点。", "percentage_points", 1.5),
        ("下调25个基点。", "percentage_points", 0.25),
        ("资产半亿元。", "CNY", 5e7),
        ("售价三角五分。", "CNY", 0.35),
        ("亩产八百斤。", "mass", 400),
        ("售出两担。", "mass", 100),
        ("存米五十石。", "mass", 2500),
        ("产量3万吨。", "mass", 3e7),
        ("占地15亩。", "area", 10_000),
        ("发电2亿千瓦时。", "energy", 7.2e14),
        ("离岸3海里。", "length", 5556),
        ("气温零下5℃。", "temperature", -5),
        ("最高气温达华氏95度。", "temperature", 35),
        ("时速180公里。", "speed", 50),
        ("历时2小时30分。", "duration", 9000),
        ("历时3年。", "months", 36),
        ("历时5个月。", "months", 5),
        ("他今年85岁。", "age", 85),
        ("共300名学生。", "人", 300),
        ("比例为5:1。", "ratio", 5),
    ],
)
def test_a_value_is_converted_to_the_base_unit_of_its_dimension(
    text: str, dimension: str, base: float
) -> None:
    found = extract(text)[-1]
    assert (found.dimension, found.base_value) == (dimension, pytest.approx(base))


def test_a_range_is_converted_at_both_ends() -> None:
    (found,) = extract("亩产五六百斤。")
    assert (found.base_value, found.base_low, found.base_high) == (None, 250, 300)


@pytest.mark.parametrize(
    ("issue", "text", "currency"),
    [
        ("1934-05-01", "米价每石十元。", "银元"),
        ("1937-05-01", "米价每石十元。", "法币"),
        ("1948-09-01", "米价每石二十元。", "金圆券"),
        ("1950-03-01", "米价每斤一千二百元。", "旧人民币"),
        ("1950-03-01", "人民币五万元。", "旧人民币"),
        ("1956-03-01", "米价每斤一角二分。", "CNY"),
        ("1948-09-01", "银元每枚合二元。", "银元"),
        ("1948-09-01", "法币三百万元兑换金圆券一元。", "法币"),
        ("1947-09-01", "发给边币五百元。", "边币"),
        ("2020-03-01", "投资三亿元。", "CNY"),
        (None, "投资三亿元。", "CNY"),
        (None, "折合法币五千元。", "法币"),
    ],
)
def test_money_is_of_the_currency_of_its_words_or_its_day(
    issue: str | None, text: str, currency: str
) -> None:
    found = extract(text, datetime.date.fromisoformat(issue) if issue else None)[0]
    assert (found.unit, found.dimension) == ("CNY", currency)


def test_foreign_money_keeps_its_own_code() -> None:
    assert [found.dimension for found in extract("港币五万元,约合6400美元。", datetime.date(1948, 9, 1))] == [
        "HKD",
        "USD",
    ]
