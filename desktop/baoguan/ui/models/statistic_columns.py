"""The columns of the statistics table: their names, what they sort by, and what they say."""

from PySide6.QtCore import QCoreApplication

from baoguan.domain.records import StatisticColumn, StatisticRecord
from baoguan.ui.models import wording

VALUE, UNIT, MEASURE, SUBJECT, TIME, PLACE, CHANGE, SENTENCE, SOURCE = range(9)
SORTS: tuple[StatisticColumn | None, ...] = (
    "value", "unit", "measure", "subject", "time", "place", None, None, "date",
)  # fmt: skip
"""What the catalogue sorts by for each column; None where nothing can be sorted by it."""


def column_names() -> list[str]:
    """Return what each column is called."""
    names = QCoreApplication.translate("Statistics", "值|单位|指标|主体|时间|地点|变化|原句|来源")
    return names.split("|")


def cell_text(record: StatisticRecord, column: int) -> str:
    """Return what a cell says."""
    statistic = record.statistic
    if column == VALUE:
        return wording.value_text(statistic)
    if column == UNIT:
        return wording.unit_text(statistic)
    if column == CHANGE:
        return wording.change_text(statistic)
    if column == SOURCE:
        return source_text(record)
    return {
        MEASURE: statistic.measure,
        SUBJECT: statistic.subject,
        TIME: statistic.time_text or statistic.time_iso or "",
        PLACE: statistic.place,
        SENTENCE: record.sentence.strip(),
    }[column]


def source_text(record: StatisticRecord) -> str:
    """Return where a statistic is printed, what sorts first first: ``2022-10-12 天津日报 第 5 版``."""
    page = record.page_number
    number = QCoreApplication.translate("Place", "第 {number} 版").format(number=page) if page else ""
    return " ".join(part for part in (str(record.date or ""), record.title, number) if part)
