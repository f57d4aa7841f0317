"""The whole record of a number, as the lines of a card."""

from PySide6.QtCore import QCoreApplication

from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind, Statistic
from baoguan.ui.models.chart_words import status_words, time_words
from baoguan.ui.models.kinds import kind_name
from baoguan.ui.models.readable_range import range_text
from baoguan.ui.models.wording import change_text, unit_text, value_text

_SEPARATORS = str.maketrans("", "", ", ")
Line = tuple[str, str]
"""What a line is about, and what it says."""


def value_line(record: StatisticRecord) -> str:
    """Return a number's value with its unit; of a date, what it is by the calendar."""
    statistic = record.statistic
    if statistic.kind is Kind.DATE:
        return time_words(statistic.iso) if statistic.iso else statistic.raw
    return f"{value_text(statistic)} {unit_text(statistic)}".strip()


def kind_line(record: StatisticRecord) -> str:
    """Return what kind of number it is, and in what sense it is told: ``金额 · 目标``."""
    statistic = record.statistic
    return " · ".join(filter(None, (kind_name(statistic.kind), status_words(statistic.status))))


def record_lines(record: StatisticRecord) -> tuple[Line, ...]:
    """Return what was read of a number beside its value; what is not said has no line."""
    statistic = record.statistic
    names = QCoreApplication.translate("NumberWords", "原文|折合|指标|主体|时间|地点|变化").split("|")
    words = (
        _printed(record), _base(statistic), statistic.measure, statistic.subject, _time(statistic),
        statistic.place, change_text(statistic),
    )  # fmt: skip
    return tuple((name, said) for name, said in zip(names, words, strict=True) if said)


def foot_line(record: StatisticRecord) -> str:
    """Return by what rule a number was read and how sure that is, or that a reader corrected it."""
    if record.amended is not None:
        return QCoreApplication.translate("NumberWords", "读者已更正")
    words = QCoreApplication.translate("NumberWords", "规则 {rule} · 把握 {sure}%")
    return words.format(rule=record.statistic.rule, sure=round(100 * record.statistic.confidence))


def spoken(record: StatisticRecord) -> str:
    """Return all of it in one line, for a screen reader."""
    lines = (f"{name} {said}" for name, said in record_lines(record))
    return "，".join((value_line(record), kind_line(record), *lines, foot_line(record)))


def _printed(record: StatisticRecord) -> str:
    """Return a number as printed with its qualifier, where its value is not told in the same characters."""
    same = record.printed == value_line(record).translate(_SEPARATORS)
    return "" if same else record.printed


def _base(statistic: Statistic) -> str:
    """Return a value in a readable unit of its dimension, where that says more than the unit printed."""
    if statistic.base_value is not None:
        base = range_text(statistic.base_value, statistic.base_value, statistic.dimension)
    else:
        base = range_text(statistic.base_low, statistic.base_high, statistic.dimension)
    told = unit_text(statistic).split("/")[0]
    return "" if not base or not told or base.endswith(told) else base


def _time(statistic: Statistic) -> str:
    """Return a number's time in the words of its sentence and by the calendar: ``去年（2021）``."""
    iso = time_words(statistic.time_iso) if statistic.time_iso else ""
    if not statistic.time_text or not iso or statistic.time_text == f"{iso}年":
        return statistic.time_text or iso
    words = QCoreApplication.translate("NumberWords", "{words}（{iso}）")
    return words.format(words=statistic.time_text, iso=iso)
