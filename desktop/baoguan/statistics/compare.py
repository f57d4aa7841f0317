"""One measure over the issues of an archive: who tells what of the same subject and time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from baoguan.domain.chart import Comparison, Told
from baoguan.domain.ids import ArticleId
from baoguan.domain.interval import days_of
from baoguan.domain.records import StatisticRecord
from baoguan.statistics.common_unit import (
    CommonUnit,
    Printed,
    base_bounds,
    common_unit,
    printed_unit,
    quantity_of,
)
from baoguan.statistics.printed_range import Range, all_agree, range_of


class _Question(NamedTuple):
    """What figures are answers to: only those to the same one can be at odds.

    A rise is no level, a plan no fact, and a rate of a day none of a year.
    """

    first: date
    last: date
    subject: str
    place: str
    per: str
    rise: str
    status: str


def compare(measure: str, records: Iterable[StatisticRecord]) -> Comparison:
    """Hold the figures of one measure against each other, oldest first, in the unit most are printed in.

    Those of other measures, or of another dimension than most, and those without a value are left out.
    """
    told: dict[str, list[StatisticRecord]] = defaultdict(list)
    count = 0
    for record in records:
        count += 1
        if record.statistic.measure == measure and base_bounds(record.statistic) is not None:
            told[quantity_of(record.statistic)[0]].append(record)
    if not told:
        return Comparison(measure, "", (), count)
    dimension = min(told, key=lambda one: (-len(told[one]), one))
    answers: dict[_Question, list[StatisticRecord]] = defaultdict(list)
    for record in told[dimension]:
        answers[_question(record)].append(record)
    return Comparison(
        measure,
        _unit(dimension, told[dimension]).unit,
        tuple(_told(question, answers[question]) for question in sorted(answers)),
        count - len(told[dimension]),
    )


def _unit(dimension: str, records: Iterable[StatisticRecord]) -> CommonUnit:
    printed: Counter[Printed] = Counter()
    for record in records:
        printed.update(filter(None, [printed_unit(record.statistic)]))
    return common_unit((dimension, ""), printed)


def _question(record: StatisticRecord) -> _Question:
    statistic = record.statistic
    rise = f"{statistic.direction} {statistic.basis or ''}" if statistic.change == "increment" else ""
    first, last = _days(record)
    return _Question(
        first, last, statistic.subject, statistic.place, statistic.per or "", rise, statistic.status
    )


def _days(record: StatisticRecord) -> tuple[date, date]:
    """Return a figure's time; 截至 a day is that day, and without any it is the month of the issue."""
    first, last = days_of(record.statistic.time_iso or "")
    if first is None and last is None:
        first, last = days_of(_month(record))
    known = first or last or date.max
    return first or known, last or known


def _month(record: StatisticRecord) -> str:
    return f"{record.date:%Y-%m}" if record.date else ""


def _told(question: _Question, records: Sequence[StatisticRecord]) -> Told:
    ordered = sorted(records, key=lambda record: (record.date or date.max, record.page, record.id))
    times = (record.statistic.time_iso for record in ordered)
    conflict = bool(question.subject or question.place) and at_odds(ordered)
    return Told(
        question.subject,
        question.place,
        next(filter(None, times), _month(ordered[0])),
        tuple(ordered),
        conflict,
    )


def at_odds(records: Iterable[StatisticRecord]) -> bool:
    """Tell whether two articles each tell a figure that none of the other's can be true beside."""
    told: dict[ArticleId, set[Range]] = defaultdict(set)
    for record in records:
        found = range_of(record.statistic)
        if found is not None:
            told[record.article].add(found)
    if all_agree([one for ranges in told.values() for one in ranges]):
        return False
    tellings = {frozenset(ranges) for ranges in told.values()}
    return any(_differ(one, other) and _differ(other, one) for one, other in combinations(tellings, 2))


def _differ(some: Iterable[Range], others: Iterable[Range]) -> bool:
    """Tell whether one of some ranges agrees with none of the others."""
    return any(not any(one.agrees(other) for other in others) for one in some)
