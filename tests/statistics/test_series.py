import pytest

from baoguan.statistics.extract import extract


def values(text: str) -> list[tuple[str, float | None, float | None, float | None, str | None]]:
    return [(found.raw, found.value, found.low, found.high, found.unit) for found in extract(text)]


@pytest.mark.parametrize(
    ("text", "raw", "low", "high", "unit"),
    [
        ("占5—7成。", "5—7成", 50, 70, "%"),
        ("招收16-24岁青年。", "16-24岁", 16, 24, "岁"),
        ("产五六万斤。", "五六万斤", 50_000, 60_000, "斤"),
        ("几万元到上百万元。", "几万元到上百万元", 1e4, 1e6, "CNY"),
        ("占14％至20％。", "14％至20％", 14, 20, "%"),
        ("售价3至5万元。", "3至5万元", 30_000, 50_000, "CNY"),
        ("售价5000至1万元。", "5000至1万元", 5000, 10_000, "CNY"),
        ("加罚百分之五至七。", "百分之五至七", 5, 7, "%"),
        ("温度18℃~20℃。", "18℃~20℃", 18, 20, "℃"),
        ("约七八成。", "七八成", 70, 80, "%"),
    ],
)
def test_a_range_is_one_statistic(text: str, raw: str, low: float, high: float, unit: str) -> None:
    assert values(text) == [(raw, None, low, high, unit)]


def test_a_list_that_names_its_unit_once() -> None:
    assert [line[::4] for line in values("分别回升0.3、2.0和1.4个百分点。")] == [
        ("0.3", "pp"),
        ("2.0", "pp"),
        ("1.4个百分点", "pp"),
    ]
    assert [line[1] for line in values("产量分别为6、7和9万吨。")] == [60_000, 70_000, 90_000]
    assert [line[1] for line in values("加工成3米、5米、10米等规格。")] == [3, 5, 10]


def test_a_change_from_one_figure_to_another_is_two() -> None:
    assert [line[1] for line in values("占比从5%到7%,增长较快。")] == [5, 7]


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit"),
    [
        ("售三元五角。", "三元五角", 3.5, "CNY"),
        ("票价一角五分。", "一角五分", 0.15, "CNY"),
        ("用时2小时30分。", "2小时30分", 2.5, "hour"),
        ("重三斤二两。", "三斤二两", 3.2, "斤"),
        ("成绩9秒83。", "9秒83", 9.83, "s"),
        ("身高1米75。", "1米75", 1.75, "m"),
        ("占三成半。", "三成半", 35, "%"),
        ("为期两年半。", "两年半", 2.5, "year"),
    ],
)
def test_two_units_make_one_value(text: str, raw: str, value: float, unit: str) -> None:
    assert [(line[0], line[1], line[4]) for line in values(text)] == [(raw, pytest.approx(value), unit)]
