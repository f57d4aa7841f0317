import pytest

from baoguan.statistics.extract import extract


@pytest.mark.parametrize(
    ("text", "direction", "change", "basis"),
    [
        ("较去年同期增长3%。", "up", "increment", "较去年同期"),
        ("較上年擴充二成。", "up", "increment", "較上年"),
        ("比1980年翻两番。", "up", "increment", "比1980年"),
        ("由廿元跃至二百四十元。", "up", "level", None),
        ("降到2005年的10%。", "down", "level", None),
        ("较普通列车省时8个小时。", "down", "increment", "较普通列车"),
        ("高于上年5.9个百分点。", "up", "increment", None),
        ("沪指跌破3000点。", "down", "level", None),
        ("增程型航程5555公里。", None, None, None),
        ("身高1.75米。", None, None, None),
        ("入超一亿元。", None, None, None),
    ],
)
def test_how_a_figure_moved_is_told(
    text: str, direction: str | None, change: str | None, basis: str | None
) -> None:
    found = extract(text)[-1]
    assert (found.direction, found.change, found.basis) == (direction, change, basis)
