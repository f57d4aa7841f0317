from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baoguan.domain.query import DateRange, NumberRange
from baoguan.search.ranges import FOREIGN, NO_DATE, NO_NUMBER, NotRead, read_date_range, read_number_range

YEAR = DateRange(date(1998, 1, 1), date(1998, 12, 31))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1998", YEAR),
        ("=1998", YEAR),
        ("[1998-01 TO 1998-12]", YEAR),
        ("[1998-01 to 1998-12]", YEAR),
        ("【1998年1月 至 1998年12月】", YEAR),
        ("1998年1月至12月", YEAR),
        ("1998年3月", DateRange(date(1998, 3, 1), date(1998, 3, 31))),
        ("1998-2001", DateRange(date(1998, 1, 1), date(2001, 12, 31))),
        ("1998～2001", DateRange(date(1998, 1, 1), date(2001, 12, 31))),
        ("1998到2001年5月", DateRange(date(1998, 1, 1), date(2001, 5, 31))),
        ("[1998 - 2001]", DateRange(date(1998, 1, 1), date(2001, 12, 31))),
        (">1998", DateRange(date(1999, 1, 1), None)),
        ("》1998-03", DateRange(date(1998, 4, 1), None)),
        (">=1998-03", DateRange(date(1998, 3, 1), None)),
        ("≥1998-03", DateRange(date(1998, 3, 1), None)),
        ("<1998", DateRange(None, date(1997, 12, 31))),
        ("≤1998", DateRange(None, date(1998, 12, 31))),
        ("[* TO 1998]", DateRange(None, date(1998, 12, 31))),
        ("[1998 TO ]", DateRange(date(1998, 1, 1), None)),
    ],
)
def test_dates(text: str, wanted: DateRange) -> None:
    assert read_date_range(text) == (wanted, False)


def test_a_backwards_range_of_dates_is_turned() -> None:
    assert read_date_range("[2001 TO 1998]") == (DateRange(date(1998, 1, 1), date(2001, 12, 31)), True)


@pytest.mark.parametrize(
    "text", ["", ">", "昨天", ">9999", "<0001", "[1998 TO 昨天]", "1998-", "[>1998]", "3月至5月", "[]"]
)
def test_no_dates(text: str) -> None:
    with pytest.raises(NotRead) as caught:
        read_date_range(text)
    assert caught.value.why == NO_DATE


@pytest.mark.parametrize(
    "text", ["1亿元", "一亿元", "100000000元", "10,000万元", "人民币1亿元", "￥1亿", "1億圓"]
)
def test_one_sum_is_written_in_many_ways(text: str) -> None:
    assert read_number_range(text, "金额") == (NumberRange("金额", 1e8, 1e8), False)


@pytest.mark.parametrize(
    ("text", "group", "low", "high", "low_open", "high_open"),
    [
        (">1亿元", "金额", 1e8, None, True, False),
        ("1亿元以上", "金额", 1e8, None, False, False),
        ("半亿元以下", "金额", None, 5e7, False, False),
        ("＜1.5万亿元", "金额", None, 1.5e12, False, True),
        ("1至5亿元", "金额", 1e8, 5e8, False, False),
        ("1-5亿元", "金额", 1e8, 5e8, False, False),
        ("[1亿 TO 5亿]", "金额", 1e8, 5e8, False, False),
        ("30~60%", "百分比", 30.0, 60.0, False, False),
        ("[30 TO 60]", "百分比", 30.0, 60.0, False, False),
        ("三成至一半", "百分比", 30.0, 50.0, False, False),
        ("0.5个百分点", "百分比", 0.5, 0.5, False, False),
        ("25个基点", "百分比", 0.25, 0.25, False, False),
        (">5‰", "百分比", 0.5, None, True, False),
        (">=1000件", "数量", 1000.0, None, False, False),
        ("[* TO 1000]", "数量", None, 1000.0, False, False),
    ],
)
def test_numbers(
    text: str, group: str, low: float | None, high: float | None, low_open: bool, high_open: bool
) -> None:
    assert read_number_range(text, group) == (NumberRange(group, low, high, low_open, high_open), False)


def test_a_backwards_range_of_numbers_is_turned() -> None:
    assert read_number_range("[60 TO 30]", "百分比") == (NumberRange("百分比", 30.0, 60.0), True)


@pytest.mark.parametrize(
    "text", ["1亿美元", ">1亿美元", "[1 TO 2万港元]", "$5", "US$5万", "HK$ 3", "€9", "500法币"]
)
def test_another_currency_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(NotRead) as caught:
        read_number_range(text, "金额")
    assert caught.value.why == FOREIGN


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("", "金额"),
        ("多", "金额"),
        ("1亿吨", "金额"),
        ("5元", "百分比"),
        ("十几", "数量"),
        ("1+1", "数量"),
        (">", "数量"),
        ("以上", "数量"),
    ],
)
def test_no_numbers(text: str, group: str) -> None:
    with pytest.raises(NotRead) as caught:
        read_number_range(text, group)
    assert caught.value.why == NO_NUMBER


@settings(deadline=None)
@given(
    st.text(
        st.sampled_from("0123456789一半两十百千万亿.,年月日-~—至到TO[]【】<>=≥成%元美$以上下 *")
        | st.characters()
    ),
    st.sampled_from(["金额", "百分比", "数量"]),
)
def test_any_value_is_a_range_or_not_read(text: str, group: str) -> None:
    for read in (read_date_range, lambda value: read_number_range(value, group)):
        with suppress(NotRead):
            wanted, _ = read(text)
            dated = isinstance(wanted, DateRange)
            bounds = (wanted.first, wanted.last) if dated else (wanted.low, wanted.high)
            assert None in bounds or bounds[0] <= bounds[1]
