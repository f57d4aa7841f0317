import pytest

from baoguan.domain.statistic import Kind
from baoguan.statistics.extract import extract


def read(text: str) -> list[str]:
    return [found.raw for found in extract(text) if found.kind not in {Kind.DATE, Kind.ORDINAL, Kind.RANK}]


@pytest.mark.parametrize(
    "text",
    [
        "马歇尔、张治中、周恩来三人签字。",
        "煤、棉、水泥三项均名列前茅。",
        "分三批袭渝。",
        "我廿九军开抵前线。",
        "一四九师进至沧县。",
        "女子八百米决赛。",
        "5000米以14分多夺冠。",
        "三千吨级货轮。",
        "人大五次会议开幕。",
        "前三轮投票。",
        "五百年一遇。",
    ],
)
def test_what_only_points_is_no_statistic(text: str) -> None:
    assert [raw for raw in read(text) if "14分" not in raw] == []


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("国军减为九十师。", ["九十师"]),
        ("伤亡军官、士兵三十人。", ["三十人"]),
        ("隧道长八百米。", ["八百米"]),
        ("提前三天完成。", ["三天"]),
        ("分八年举办。", ["八年"]),
        ("共开了五次会。", ["五次"]),
        ("坠毁飞机一架。", ["一架"]),
        ("重伤一名。", ["一名"]),
        ("一天售出430台。", ["一天", "430台"]),
        ("有一天他来了,一个人走了。", []),
    ],
)
def test_what_counts_is_one(text: str, raws: list[str]) -> None:
    assert read(text) == raws
