from dataclasses import replace
from datetime import date

from baoguan.domain.annotation import Amendment
from baoguan.domain.ids import AnnotationId, ArticleId, PageId, StatisticId
from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind, Statistic
from baoguan.ui.models.statistic_text import (
    amendment_text,
    citations,
    printed_at,
    statistic_tip,
    table_text,
)

_NUMBER = Statistic(
    "1亿元", 7, 10, Kind.MONEY, 6, 10, value=1e8, qualifier="约", unit="CNY", dimension="CNY",
    measure="融资额", subject="渤化集团", time_text="今年", sentence_start=0, sentence_end=11,
)  # fmt: skip
_RECORD = StatisticRecord(
    StatisticId(1), ArticleId(1), PageId(1), "建知识产权\n一流强区", "天津日报", date(2022, 10, 12),
    "  共融资\n约1亿元。", _NUMBER, "1",
)  # fmt: skip


def test_rows_are_copied_as_a_table_with_where_they_are_printed() -> None:
    heads, row = table_text([_RECORD]).split("\n")
    cells = dict(zip(heads.split("\t"), row.split("\t"), strict=True))
    assert cells == {
        "值": "1亿",
        "单位": "元",
        "指标": "融资额",
        "主体": "渤化集团",
        "时间": "今年",
        "地点": "",
        "变化": "",
        "原句": "共融资 约1亿元。",
        "出处": "《天津日报》2022年10月12日第1版《建知识产权 一流强区》",
    }


def test_sentences_are_cited_with_where_they_are_printed() -> None:
    undated = replace(_RECORD, date=None, headline="", page_number="")
    assert citations([_RECORD, undated]).split("\n") == [
        "“共融资 约1亿元。”（《天津日报》2022年10月12日第1版《建知识产权 一流强区》）",
        "“共融资 约1亿元。”（《天津日报》）",
    ]
    assert printed_at(replace(undated, title="")) == ""


def test_a_tip_says_whether_a_reader_amended_the_number() -> None:
    amended = replace(_RECORD, amended=AnnotationId("a"))
    assert "更正" not in statistic_tip(_RECORD)
    assert "约1亿元\n已更正\n" in statistic_tip(amended)
    assert "不是统计" in statistic_tip(replace(amended, rejected=True))


def test_what_a_reader_said_of_a_number_is_told() -> None:
    assert amendment_text(Amendment(None)) == "不是统计"
    assert amendment_text(Amendment(_NUMBER)) == "更正为：1亿 元 · 今年 · 渤化集团 · 融资额"
