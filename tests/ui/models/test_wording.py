from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from baoguan.domain.statistic import Kind, Statistic
from baoguan.ui.models import wording

_FACTORS = {"亿": 10**8, "万": 10**4}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (54_100_000, "5,410万"),
        (29_560_000_000, "295.6亿"),
        (100_000_000, "1亿"),
        (4957, "4,957"),
        (12_345, "12,345"),
        (0.5, "0.5"),
        (0, "0"),
        (-250_000, "-25万"),
        (1e15, "10,000,000亿"),
        (1.5e300, "1.5e+300"),
    ],
)
def test_numbers(number: float, words: str) -> None:
    assert wording.number_text(number) == words


@given(some.integers(min_value=-(10**13), max_value=10**13))
def test_no_number_is_ever_changed_by_being_written(number: int) -> None:
    words = wording.number_text(float(number))
    factor = _FACTORS.get(words[-1], 1)
    digits = words.rstrip("亿万").replace(",", "")
    assert round(float(digits) * factor) == number


def _statistic(**said) -> Statistic:
    return Statistic(raw="约3成", start=0, end=3, kind=Kind.COUNT, full_start=0, full_end=3, **said)


def test_values_say_their_relation_and_range() -> None:
    assert wording.value_text(_statistic(value=20_000_000.0, relation=">")) == "> 2,000万"
    assert wording.value_text(_statistic(low=3.0, high=5.0)) == "3–5"
    assert wording.value_text(_statistic()) == "约3成"


def test_units_and_changes() -> None:
    assert wording.unit_text(_statistic(unit="CNY")) == "元"
    assert wording.unit_text(_statistic(unit="吨", per="day")) == "吨/日"
    assert wording.change_text(_statistic(direction="up", change="level", basis="同比")) == "↑至 同比"
    assert wording.change_text(_statistic()) == ""


def test_places_leave_out_what_is_unknown(qtbot) -> None:
    assert wording.place_text("天津日报", date(2022, 10, 12), None, "3") == "天津日报 · 2022-10-12 · 第 3 版"
    assert wording.place_text("天津日报", None, "区域热点", "") == "天津日报 · 区域热点"
