import pytest

from baoguan.ui.models.readable_range import range_text


@pytest.mark.parametrize(
    ("least", "greatest", "dimension", "words"),
    [
        (0.25, 0.35, "share", "25–35 %"),
        (3.2, 9.7, "percentage_points", "3.2–9.7 个百分点"),
        (500, 12_000, "length", "0.5–12 公里"),
        (2000, 2000, "mass", "2 吨"),
        (0.4, 0.9, "length", "40–90 厘米"),
        (1e8, 1.5e9, "CNY", "1亿–15亿 元"),
        (3, 200, "人", "3–200 人"),
        (123_456_789, 123_456_789, "CNY", "1.235亿 元"),
        (12, 30, "months", "1–2.5 年"),
        (5400, 86400, "duration", "0.0625–1 天"),
        (-5, 3, "temperature", "-5–3 ℃"),
        (0, 0, "length", "0 毫米"),
        (None, 7, "家", "7 家"),
        (None, None, "家", ""),
        (1, 2, None, "1–2"),
    ],
)
def test_ranges(least: float | None, greatest: float | None, dimension: str | None, words: str) -> None:
    assert range_text(least, greatest, dimension) == words
