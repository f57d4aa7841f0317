import datetime

import pytest

from baoguan.statistics.extract import extract


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit"),
    [
        ("每戶一袋,先到先得。", "一袋", 1, "袋"),
        ("昨起每日增開特快車一次。", "一次", 1, "次"),
        ("每日對開客車二次。", "二次", 2, "次"),
        ("经营纽扣1400余种。", "1400余种", 1400, "种"),
        ("展出玩具三百多种。", "三百多种", 300, "种"),
        ("产布十一萬四千大匹。", "十一萬四千大匹", 114_000, "匹"),
        ("提前两年零三个月完成。", "两年零三个月", 2.25, "year"),
        ("存粮仅敷二十日之用。", "二十日", 20, "day"),
        ("提前三个月完成全年计划。", "三个月", 3, "month"),
        ("华氏八十九度,预测最高温度约八十五度。", "八十五度", 85, "℉"),
        ("美钞黑市昨晨开一万三千五,人心浮动。", "一万三千五", 13_500, "CNY"),
    ],
)
def test_what_counts_is_read(text: str, raw: str, value: float, unit: str) -> None:
    found = extract(text, datetime.date(1947, 11, 3))
    assert (raw, value, unit) in [(one.raw, one.value, one.unit) for one in found]


@pytest.mark.parametrize("text", ["这是一次会议,", "二次创业,", "每人说了一个故事里的一个人物。"])
def test_what_only_points_is_not(text: str) -> None:
    assert not extract(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("查獲子彈百廿發。", [("百廿發", 120, "发")]),
        ("到會千五百人。", [("千五百人", 1500, "人")]),
        ("新生12.9万,比前次减少1.7万,", [("12.9万", 129_000, "人"), ("1.7万", 17_000, "人")]),
        ("匪軍千餘向西進犯。", [("千餘", 1000, "人")]),
    ],
)
def test_what_is_written_short_is_read_whole(text: str, told: list[tuple[str, float, str]]) -> None:
    assert [(one.raw, one.value, one.unit) for one in extract(text)] == told
