import pytest

from baoguan.statistics.extract import extract


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("米每石售六百元。", ["石"]),
        ("美钞每元一万七千元。", ["USD"]),
        ("每口日给伙食一角。", ["人"]),
        ("日耗粮食一百五十万斤。", ["day"]),
        ("炼铁能力日二百吨。", ["day"]),
        ("年产钢300万吨。", ["year"]),
        ("亩产四百斤。", ["亩"]),
        ("年利率10%。", ["year"]),
        ("昨日产量二百吨。", [None]),
        ("每个家庭少花200元。", [None]),
        ("鸡蛋每个七十元。", ["个"]),
        ("五粮液每瓶由20元涨到35元。", ["瓶", "瓶"]),
        ("男工每日四角五分,女工三角二分。", ["day", "day"]),
        ("每吨分别提高200元和190元。", ["t", "t"]),
        ("米每石三元,共收二百元。", ["石", None]),
    ],
)
def test_what_a_figure_is_told_for(text: str, rates: list[str | None]) -> None:
    assert [found.per for found in extract(text) if found.kind != "date"] == rates


@pytest.mark.parametrize(
    ("text", "unit"), [("时速160公里。", "km/h"), ("每秒30米。", "m/s"), ("时速十二浬。", "海里/h")]
)
def test_a_length_in_a_time_is_a_speed(text: str, unit: str) -> None:
    (found,) = extract(text)
    assert (found.unit, found.kind) == (unit, "speed")
