"""What a reader narrowed the statistics to, and how that is told part by part."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QObject, Signal

from baoguan.domain.records import MeasureGroup, NamedColumn, StatisticFilter
from baoguan.ui.models.chips import Chip
from baoguan.ui.models.typed import day_text
from baoguan.ui.models.unit_names import dimension_name, unit_name
from baoguan.ui.models.wording import number_text


class Narrowing(QObject):
    """One filter that the fields, the chips and the groups all change; where and which kinds is not in it."""

    changed = Signal()
    """Something else is wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted = StatisticFilter()

    def put(self, wanted: StatisticFilter) -> None:
        """Want this; nothing happens where it is wanted already."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.changed.emit()

    def clear(self) -> None:
        """Want everything."""
        self.put(StatisticFilter())

    def open(self, group: MeasureGroup) -> None:
        """Want the statistics of one measure in one dimension."""
        self.put(replace(self.wanted, measure=group.measure, dimension=group.dimension))


def told(wanted: StatisticFilter) -> dict[Chip, StatisticFilter]:
    """Return a chip for each part of a filter, and what is wanted without that part."""
    return {Chip(words): without for words, without in _parts(wanted) if words}


def _parts(wanted: StatisticFilter) -> Iterator[tuple[str, StatisticFilter]]:
    yield _range_text(wanted), without(wanted, "unit")
    yield _period_text(wanted.since, wanted.until), replace(wanted, since=None, until=None)
    measure = wanted.measure
    if measure and wanted.dimension:
        measure = f"{measure} ({dimension_name(wanted.dimension)})"
    translate = QCoreApplication.translate
    named: tuple[tuple[NamedColumn, str, str], ...] = (
        ("measure", measure, translate("Narrowing", "指标：{name}")),
        ("subject", wanted.subject, translate("Narrowing", "主体：{name}")),
        ("place", wanted.place, translate("Narrowing", "地点：{name}")),
        ("title", wanted.title, translate("Narrowing", "报纸：{name}")),
    )
    for column, name, words in named:
        yield words.format(name=name) if name else "", without(wanted, column)
    if wanted.rejected:
        yield translate("Narrowing", "已剔除的"), replace(wanted, rejected=False)


def without(wanted: StatisticFilter, column: NamedColumn) -> StatisticFilter:
    """Return a filter that is open in one column."""
    match column:
        case "unit":
            return replace(wanted, unit=None, low=None, high=None)
        case "measure":
            return replace(wanted, measure="", dimension=None)
        case "subject":
            return replace(wanted, subject="")
        case "place":
            return replace(wanted, place="")
        case "title":
            return replace(wanted, title="")


def _range_text(wanted: StatisticFilter) -> str:
    """Return ``1,000–2,000 元``, ``≥ 1,000 元``, or the unit alone."""
    unit, low, high = unit_name(wanted.unit or ""), wanted.low, wanted.high
    if low is None and high is None:
        words = QCoreApplication.translate("Narrowing", "单位：{name}")
        return words.format(name=unit) if unit else ""
    if low is None or high is None:
        sign, bound = ("≥", low) if high is None else ("≤", high)
        number = f"{sign} {number_text(bound or 0.0)}"
    else:
        number = "–".join(dict.fromkeys(map(number_text, (low, high))))
    return f"{number} {unit}".rstrip()


def _period_text(since: date | None, until: date | None) -> str:
    """Return ``2019–2022``, or one end of it in words."""
    first, last = day_text(since, last=False), day_text(until, last=True)
    if since and until:
        return "–".join(dict.fromkeys((first, last)))
    if since:
        return QCoreApplication.translate("Narrowing", "{day} 起").format(day=first)
    return QCoreApplication.translate("Narrowing", "到 {day}").format(day=last) if until else ""
