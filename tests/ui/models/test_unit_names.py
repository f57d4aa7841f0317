from collections.abc import Iterator

import pytest

from baoguan.domain.statistic import Kind, Statistic
from baoguan.ui.models.unit_names import unit_code, unit_name
from baoguan.ui.models.wording import unit_text
from baoguan.ui.window.language import speak


@pytest.fixture
def english(qapp: object) -> Iterator[None]:
    """Screen texts in English while a test runs."""
    linguist = speak("en", None)
    yield
    speak("zh", linguist)


@pytest.mark.parametrize(
    ("code", "per", "name"),
    [
        ("CNY", None, "元"),
        ("CNY", "month", "元/月"),
        ("人次", "day", "人次/日"),
        ("kg", "亩", "公斤/亩"),
        ("L", "m2", "升/平方米"),
        ("km/h", "hour", "公里/小时"),
        ("家", None, "家"),
        ("", None, ""),
    ],
)
def test_units_are_named_as_they_are_written(code: str, per: str | None, name: str) -> None:
    assert unit_name(code, per) == name


def test_units_are_named_in_english(english: None) -> None:
    assert [unit_name("km"), unit_name("CNY", "month"), unit_name("家")] == ["km", "yuan/month", "家"]


def test_the_money_of_another_era_is_named() -> None:
    said = {"raw": "五元", "start": 0, "end": 2, "full_start": 0, "full_end": 2, "unit": "CNY"}
    assert unit_text(Statistic(kind=Kind.MONEY, dimension="法币", **said)) == "元（法币）"
    assert unit_text(Statistic(kind=Kind.MONEY, dimension="CNY", **said)) == "元"


def test_a_name_leads_back_to_its_unit() -> None:
    assert [unit_code(name) for name in (" 平方米 ", "m2", "元（法币）", "辆")] == ["m2", "m2", "法币", "辆"]
