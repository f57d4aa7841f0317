"""One measure over the issues: a row for each subject and time, its figures side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt

from baoguan.domain.chart import Comparison, Told
from baoguan.domain.records import StatisticFilter, StatisticRecord
from baoguan.statistics.common_unit import CommonUnit, base_bounds, printed_unit
from baoguan.statistics.compare import compare
from baoguan.ui.models.chart_words import status_words, time_words, unnamed
from baoguan.ui.models.lazy_reading import Step, each
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD, TOP, Index
from baoguan.ui.models.statistic_columns import source_text
from baoguan.ui.models.wording import change_text, unit_text, value_text

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

PRINTED = RECORD + 3
"""A figure as it is printed, where it was turned into another unit."""
_ROLES = (DISPLAY, ACCESSIBLE, RECORD, PRINTED)
_FIGURES = 12
"""Those of a converted value that are not noise."""
_LIKELY = 20
"""How many of the most frequent measures are looked at for the one that most articles tell of."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, and its unit with how many base units it is."""

    comparison: Comparison
    unit: CommonUnit

    def is_converted(self, record: StatisticRecord) -> bool:
        """Tell whether a figure is printed in another unit than that of all."""
        return printed_unit(record.statistic) not in (None, (self.unit.unit, self.unit.factor))

    def common(self, record: StatisticRecord) -> str:
        """Return a figure in the unit of all: ``≥ 5.41亿 元``."""
        statistic, bounds = record.statistic, base_bounds(record.statistic)
        if bounds is not None and self.is_converted(record):
            low, high = (float(f"{end:.{_FIGURES}g}") for end in self.unit.of(bounds))
            single = statistic.value is not None
            statistic = replace(
                statistic,
                value=low if single else None,
                low=None if single else low,
                high=None if single else high,
                unit=self.unit.unit,
            )
        return f"{value_text(statistic)} {unit_text(statistic)}".strip()


def hold_together(archive: Archive, wanted: StatisticFilter, step: Step) -> Compared:
    """Compare the measure of a filter; where it names none, the one that most articles tell of."""
    if not wanted.measure:
        groups = archive.statistic_groups(wanted, _LIKELY)
        most = max(groups, key=lambda group: group.articles, default=None)
        wanted = replace(wanted, measure=most.measure, dimension=most.dimension) if most else wanted
    comparison = compare(wanted.measure, each(archive, wanted, step) if wanted.measure else ())
    told = (record.statistic for one in comparison.told for record in one.records)
    units = (unit for one in told if (unit := printed_unit(one)) is not None)
    factor = next((factor for unit, factor in units if unit == comparison.unit), 1.0)
    return Compared(comparison, CommonUnit(comparison.unit, "", factor))


class CompareModel(QAbstractTableModel):
    """The first column says of what and when, the others what is told of it, in the order of the issues."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compared: Compared | None = None
        self._by_subject = False
        self._only_conflicts = False
        self._told: tuple[Told, ...] = ()
        self._most = 0

    @property
    def conflicts(self) -> int:
        """How many rows tell figures that cannot all be true."""
        return sum(one.conflict for one in self._compared.comparison.told) if self._compared else 0

    def put(self, compared: Compared | None) -> None:
        """Show another comparison."""
        self._compared = compared
        self._arrange()

    def arrange(self, *, by_subject: bool, only_conflicts: bool) -> None:
        """Put the rows of a subject together, or those of a time; leave out what nobody disputes."""
        if (self._by_subject, self._only_conflicts) != (by_subject, only_conflicts):
            self._by_subject, self._only_conflicts = by_subject, only_conflicts
            self._arrange()

    def told(self, row: int) -> Told:
        """Return a row."""
        return self._told[row]

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many subjects and times are told of."""
        return 0 if parent.isValid() else len(self._told)

    def columnCount(self, parent: Index = TOP) -> int:
        """Return one more than there are figures in any row."""
        return 0 if parent.isValid() else 1 + self._most

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return a column's name."""
        if orientation != Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        if not section:
            return QCoreApplication.translate("Compare", "主体、地点、时间")
        return QCoreApplication.translate("Compare", "第 {number} 处").format(number=section)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return a cell's text, what is said of it aloud, or its Told or StatisticRecord."""
        if self._compared is None or not index.isValid() or role not in _ROLES:
            return None
        told = self._told[index.row()]
        if not index.column():
            words = (*row_words(told), conflict_words(told))
            return told if role == RECORD else None if role == PRINTED else "，".join(filter(None, words))
        if index.column() > len(told.records):
            return None
        record = told.records[index.column() - 1]
        return record if role == RECORD else self._figure(self._compared, record, role)

    def _figure(self, compared: Compared, record: StatisticRecord, role: int) -> str | None:
        """Return what a figure says in the unit of all, as printed, or aloud with where it stands."""
        if role == PRINTED:
            return record.statistic.raw if compared.is_converted(record) else None
        figure = compared.common(record)
        return (
            figure if role == DISPLAY else "，".join((figure, source_text(record), record.sentence.strip()))
        )

    def _arrange(self) -> None:
        self.beginResetModel()
        told = list(self._compared.comparison.told) if self._compared else []
        if self._only_conflicts:
            told = [one for one in told if one.conflict]
        if self._by_subject:
            told.sort(key=lambda one: (not one.subject, one.subject, one.place))
        self._told = tuple(told)
        self._most = max((len(one.records) for one in told), default=0)
        self.endResetModel()


def row_words(told: Told) -> tuple[str, str]:
    """Return whose figures a row holds; and where, of when and in what sense: ``天津 · 2021 · 目标``."""
    statistic = told.records[0].statistic
    status = status_words(statistic.status)
    change = change_text(statistic) if statistic.change == "increment" else ""
    name = told.subject or told.place or unnamed()
    place = "" if told.place in name or name in told.place else told.place
    return name, " · ".join(filter(None, (place, time_words(told.time), change, status)))


def conflict_words(told: Told) -> str:
    """Return that the figures of a row cannot all be true, where they cannot."""
    return QCoreApplication.translate("Compare", "说法不一") if told.conflict else ""
