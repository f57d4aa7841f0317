import pytest

from baoguan.statistics.extract import extract


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("年息六厘,分五年偿还。", "六厘", 6),
        ("年息二厘半。", "二厘半", 2.5),
        ("月息三分,先行扣除。", "三分", 3),
        ("月息二分五厘。", "二分五厘", 2.5),
        ("周息八厘。", "八厘", 8),
        ("年利率为5.5厘。", "5.5厘", 5.5),
    ],
)
def test_interest_is_told_in_per_cent(text: str, raw: str, value: float) -> None:
    assert [(one.raw, one.value, one.unit) for one in extract(text)[:1]] == [(raw, value, "%")]


def test_what_pays_no_interest_is_none() -> None:
    assert all(one.unit != "%" for one in extract("利用三分钟休息,消息说六厘米厚。"))


def test_plus_or_minus_is_no_minus() -> None:
    assert [one.value for one in extract("误差正负0.3℃。")] == [0.3]
