from datetime import date

import pytest

from baoguan.domain.ids import AnnotationId, ArticleId, PageId, StatisticId
from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.extract import extract
from baoguan.ui.models.number_words import foot_line, kind_line, record_lines, spoken, value_line

_DAY = date(2022, 10, 12)


def record(statistic: Statistic, sentence: str, amended: str | None = None) -> StatisticRecord:
    said = AnnotationId(amended) if amended else None
    return StatisticRecord(
        StatisticId(1), ArticleId(1), PageId(1), "", "天津日报", _DAY, sentence, statistic, amended=said
    )


def read(sentence: str, raw: str) -> StatisticRecord:
    return record(next(one for one in extract(sentence, _DAY) if one.raw == raw), sentence)


def test_a_card_says_the_whole_record() -> None:
    found = record(
        Statistic(
            "1500亩", 6, 11, Kind.AREA, 5, 11, 1500.0, qualifier="约", relation="~", unit="亩",
            dimension="area", base_value=1e6, direction="up", change="increment", basis="较2013年",
            time_text="去年", time_iso="2021", subject="滨海新区", measure="绿地", place="天津",
            rule="unit", confidence=0.9, sentence_end=12,
        ),
        "去年绿地增约1500亩。",
    )  # fmt: skip
    assert (value_line(found), kind_line(found)) == ("≈ 1,500 亩", "面积")
    assert record_lines(found) == (
        ("原文", "约1500亩"), ("折合", "1 平方公里"), ("指标", "绿地"), ("主体", "滨海新区"),
        ("时间", "去年（2021）"), ("地点", "天津"), ("变化", "↑ 较2013年"),
    )  # fmt: skip
    assert foot_line(found) == "规则 unit · 把握 90%"


@pytest.mark.parametrize(
    ("sentence", "raw", "lines"),
    [
        ("绿地81亩。", "81亩", {"折合": "5.4 公顷"}),
        ("工期18个月。", "18个月", {"折合": "1.5 年"}),
        ("投资2亿元。", "2亿元", {"折合": None, "原文": None}),
        ("投资5410万元。", "5410万元", {"原文": None}),
        ("去年出口5000吨。", "5000吨", {"时间": "去年（2021）", "折合": None}),
        ("利润同比下降3%。", "3%", {"变化": "↓ 同比"}),
        ("投资超过2亿元。", "2亿元", {"原文": "超过2亿元"}),
    ],
)
def test_only_what_says_more_has_a_line(sentence: str, raw: str, lines: dict[str, str | None]) -> None:
    found = dict(record_lines(read(sentence, raw)))
    assert {name: found.get(name) for name in lines} == lines


def test_a_date_is_told_by_the_calendar() -> None:
    found = read("截至9月23日，已完工。", "9月23日")
    assert (value_line(found), kind_line(found)) == ("截至 2022-09-23", "日期")


def test_a_plan_is_no_fact_and_a_correction_is_no_reading() -> None:
    plan = read("到2025年，再生水利用率达到25%。", "25%")
    assert kind_line(plan) == "百分比 · 目标"
    corrected = record(plan.statistic, plan.sentence, "00000000-0000-4000-8000-000000000000")
    assert foot_line(corrected) == "读者已更正"
    assert spoken(corrected).endswith("，读者已更正")
