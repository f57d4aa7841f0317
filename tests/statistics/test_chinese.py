import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.statistics import chinese

DIGITS = "零一二三四五六七八九"


def section(number: int) -> str:
    """Write a number below 10,000 in structured Chinese numerals."""
    written, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + unit
        gap = digit == 0
    return written


def render(number: int) -> str:
    """Write any number below 10**16 in structured Chinese numerals."""
    if number == 0:
        return "零"
    written = ""
    for unit, size in (("万亿", 10**12), ("亿", 10**8), ("万", 10**4), ("", 1)):
        part = number // size % 10**4
        if part:
            written += ("零" if written and part < 1000 else "") + section(part) + unit
    return written


@given(st.integers(min_value=0, max_value=10**16 - 1))
def test_any_integer_written_out_is_read_back(number: int) -> None:
    assert chinese.integer(render(number)) == number


@given(st.integers(min_value=10, max_value=10**12))
def test_any_integer_written_digit_by_digit_is_read_back(number: int) -> None:
    assert chinese.integer("".join(DIGITS[int(digit)] for digit in str(number))) == number


@pytest.mark.parametrize(
    ("run", "value"),
    [
        ("十", 10),
        ("廿三", 23),
        ("卅", 30),
        ("卌五", 45),
        ("一三五〇", 1350),
        ("三百五", 350),
        ("一万五", 15000),
        ("一万零五", 10005),
        ("百万亿", 10**14),
        ("一万五千亿", 15 * 10**11),
        ("三千万亿", 3 * 10**15),
        ("五十万零三百", 500300),
        ("两千零八", 2008),
        ("三百十五", 315),
        ("一二〇万", 1_200_000),
    ],
)
def test_numerals_as_newspapers_write_them(run: str, value: int) -> None:
    assert chinese.integer(run) == value


@pytest.mark.parametrize("run", ["十百", "百千", "三十廿", "", "一" * 65, "亿" * 65])
def test_what_is_no_numeral_has_no_value(run: str) -> None:
    assert chinese.integer(run) is None


@pytest.mark.parametrize(
    ("run", "bounds"),
    [
        ("五六万", (50000, 60000)),
        ("十七八", (17, 18)),
        ("三五", (3, 5)),
        ("一百二三十", (120, 130)),
        ("廿四五", (24, 25)),
    ],
)
def test_two_neighbouring_digits_are_a_range(run: str, bounds: tuple[int, int]) -> None:
    assert chinese.between(run) == bounds


@pytest.mark.parametrize("run", ["一二三", "一九四八", "五三", "九八", "三百五"])
def test_other_digits_are_no_range(run: str) -> None:
    assert chinese.between(run) is None
