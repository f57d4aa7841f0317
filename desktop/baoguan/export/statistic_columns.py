"""The columns of exported statistics, one list for every format: enough to cite a number and to find it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from baoguan.domain.language import Bilingual
from baoguan.domain.records import StatisticRecord

Cell = str | int | float | bool | date | None
CellType = type[str] | type[int] | type[float] | type[bool] | type[date]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its cells where they are not empty, and what it means."""

    name: str
    type: CellType
    meaning: Bilingual
    cell: Callable[[StatisticRecord], Cell]


def _record(name: str, kind: CellType, zh: str, en: str, field: str | None = None) -> Column:
    return Column(name, kind, Bilingual(zh, en), attrgetter(field or name))


def _number(name: str, kind: CellType, zh: str, en: str) -> Column:
    return Column(name, kind, Bilingual(zh, en), attrgetter(f"statistic.{name}"))


COLUMNS: tuple[Column, ...] = (
    _record("statistic", int, "统计编号", "number of the statistic in the archive", "id"),
    _record("title", str, "报纸", "newspaper"),
    _record("date", date, "日期", "date of the issue"),
    _record("page", str, "版次", "page as printed, or its place in the issue", "page_number"),
    _record("article", int, "文章编号", "number of the article in the archive"),
    _record("headline", str, "标题", "headline of the article"),
    _number("raw", str, "原文", "the number as printed"),
    _number("qualifier", str, "限定词", "word that qualifies it (约, 以上)"),
    _number("value", float, "数值", "value, multiplied out; empty for a range"),
    _number("low", float, "下限", "least value of a range"),
    _number("high", float, "上限", "greatest value of a range"),
    _number("relation", str, "关系", "= ~ > >= < <= mean"),
    _number("unit", str, "单位", "unit"),
    _number("per", str, "每", "denominator of a rate"),
    _number("kind", str, "类别", "kind of number"),
    _number("dimension", str, "量纲", "dimension; of money, the currency"),
    _number("base_value", float, "基准值", "value in the base unit of the dimension"),
    _number("base_low", float, "基准下限", "least value in the base unit"),
    _number("base_high", float, "基准上限", "greatest value in the base unit"),
    _number("direction", str, "升降", "up or down"),
    _number("change", str, "变化", "level (to a value) or increment (by a value)"),
    _number("basis", str, "比较基准", "what it is compared with"),
    _number("time_text", str, "时间", "time it tells of, as printed"),
    _number("time_iso", str, "时间（ISO）", "the same as an ISO 8601 date or interval"),
    _number("iso", str, "日期（ISO）", "of a number that is a date, the date"),
    _number("subject", str, "主体", "whom or what it tells of"),
    _number("measure", str, "指标", "what is measured"),
    _number("place", str, "地点", "place"),
    _number("status", str, "状态", "actual, target or hypothetical"),
    _record("sentence", str, "原句", "sentence it was read from"),
    _number("start", int, "起", "first character of the number in the article's text, from 0"),
    _number("end", int, "止", "character after it"),
    _number("full_start", int, "全起", "the same with its qualifier"),
    _number("full_end", int, "全止", "character after that"),
    _number("sentence_start", int, "句起", "first character of the sentence"),
    _number("sentence_end", int, "句止", "character after it"),
    _number("rule", str, "规则", "rule that read it; reader: corrected by hand"),
    _number("confidence", float, "置信度", "confidence, up to 1"),
    _record("amended", str, "更正批注", "annotation by which a reader corrected or rejected it"),
    _record("rejected", bool, "不是统计", "whether a reader rejected it"),
)


def cells(record: StatisticRecord) -> list[Cell]:
    """Return a statistic's cells in the order of ``COLUMNS``."""
    return [column.cell(record) for column in COLUMNS]


def shape(record: StatisticRecord) -> dict[str, str | int | float | bool | None]:
    """Return a statistic as JSON values by the names of ``COLUMNS``."""
    return {
        column.name: cell.isoformat() if isinstance(cell := column.cell(record), date) else cell
        for column in COLUMNS
    }
