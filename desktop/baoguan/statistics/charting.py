"""Figures gathered for a chart, and the charts drawn of them."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, log2
from typing import NamedTuple

from baoguan.domain.chart import Chart, ChartKind, Mark
from baoguan.domain.ids import StatisticId
from baoguan.domain.interval import days_of
from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind
from baoguan.statistics.common_unit import (
    Bounds,
    CommonUnit,
    Printed,
    Quantity,
    base_bounds,
    common_unit,
    printed_unit,
    quantity_of,
)
from baoguan.statistics.round_numbers import growing_edges, round_edges

MOST_BARS = 20
MOST_LINES = 6
_MOST_POINTS = 150
"""Days of a chart; where there are more, they are gathered into months, years or decades."""
_CLASSES = (5, 20)
_ORDERS = 1000.0
"""Values further apart than this times one another stand in classes that grow."""


class Figure(NamedTuple):
    """What a chart needs of one statistic: whose it is, its bounds in the common unit, and its time.

    ``when`` is its time as ISO 8601 and ``day`` the middle of it; both are its issue's where it has none.
    """

    id: StatisticId
    subject: str
    measure: str
    bounds: Bounds
    when: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of the quantity that most statistics tell of, and out of which newspapers they come.

    ``kind`` is that of the first; ``since`` and ``until`` are the dates of their first and last issue.
    """

    figures: tuple[Figure, ...]
    kind: Kind
    unit: CommonUnit
    left_out: int
    titles: tuple[str, ...]
    since: date | None
    until: date | None


class _Source(NamedTuple):
    kind: Kind
    title: str
    date: date | None


def gather(records: Iterable[StatisticRecord]) -> Figures:
    """Gather figures from records, each of which is let go of when the next is taken."""
    told: dict[Quantity, list[tuple[Figure, _Source]]] = defaultdict(list)
    printed: dict[Quantity, Counter[Printed]] = defaultdict(Counter)
    names: dict[str, str] = {}
    count = 0
    for record in records:
        count += 1
        bounds, quantity = base_bounds(record.statistic), quantity_of(record.statistic)
        if bounds is not None:
            title = names.setdefault(record.title, record.title)
            source = _Source(record.statistic.kind, title, record.date)
            told[quantity].append((_figure(record, bounds, names), source))
            printed[quantity].update(filter(None, [printed_unit(record.statistic)]))
    if not told:
        return Figures((), Kind.NUMBER, CommonUnit("", "", 1.0), count, (), None, None)
    quantity = min(told, key=lambda one: (-len(told[one]), one))
    return _figures(told[quantity], common_unit(quantity, printed[quantity]), count)


def _figures(told: Sequence[tuple[Figure, _Source]], unit: CommonUnit, count: int) -> Figures:
    """Return figures of one quantity, out of so many statistics, in their common unit."""
    titles = Counter(source.title for _figure, source in told if source.title)
    days = [source.date for _figure, source in told if source.date is not None]
    return Figures(
        tuple(figure._replace(bounds=unit.of(figure.bounds)) for figure, _source in told),
        told[0][1].kind,
        unit,
        count - len(told),
        tuple(name for name, _ in titles.most_common()),
        min(days, default=None),
        max(days, default=None),
    )


def chart(figures: Figures, kind: ChartKind) -> Chart:
    """Draw figures as one kind of chart."""
    drawn = _BY_KIND[kind](figures.figures)
    left_out = figures.left_out + len(figures.figures) - drawn.drawn
    unit = figures.unit
    return Chart(kind, _title(figures.figures), unit.unit, drawn.marks, left_out, unit.per, drawn.beyond)


class _Drawn(NamedTuple):
    marks: tuple[Mark, ...]
    drawn: int
    """How many figures have a mark, or would have one if more were drawn."""
    beyond: int = 0


def _figure(record: StatisticRecord, bounds: Bounds, names: dict[str, str]) -> Figure:
    """Return a record's figure; equal names are kept once."""
    statistic = record.statistic
    subject, measure = statistic.subject or statistic.place, statistic.measure
    when, day = _time(statistic.time_iso, record.date)
    kept = [names.setdefault(name, name) for name in (subject, measure, when)]
    return Figure(record.id, kept[0], kept[1], bounds, kept[2], day)


def _time(iso: str | None, issue: date | None) -> tuple[str, date | None]:
    days = [day for day in days_of(iso or "") if day is not None]
    if iso and days:
        return iso, date.fromordinal(sum(day.toordinal() for day in days) // len(days))
    return (issue.isoformat() if issue else ""), issue


def _title(figures: Sequence[Figure]) -> str:
    """Return the subject and the measure that all figures have in common."""
    shared = ({one.subject for one in figures}, {one.measure for one in figures})
    return " ".join(name for names in shared if len(names) == 1 for name in names if name)


def _by_name(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    """Return figures by subject, and by measure too where they are of several; "" names nothing."""
    found = list(figures)
    apart = len({one.measure for one in found}) > 1
    named: dict[str, list[Figure]] = defaultdict(list)
    for one in found:
        named[" · ".join(filter(None, (one.subject, one.measure if apart else "")))].append(one)
    return named


def _bars(figures: Sequence[Figure]) -> _Drawn:
    """Return a bar for each subject, the largest first, from its least to its greatest value."""
    named = _by_name(figures)
    named.pop("", None)
    marks = [_mark(name, some) for name, some in named.items()]
    marks.sort(key=lambda mark: (-mark.high, -mark.low, mark.label))
    drawn = sum(len(some) for some in named.values())
    return _Drawn(tuple(marks[:MOST_BARS]), drawn, max(0, len(marks) - MOST_BARS))


def _line(figures: Sequence[Figure]) -> _Drawn:
    """Return the points of the lines that have most, each line's in order of time."""
    named = _by_name(one for one in figures if one.day is not None)
    lines = sorted(named, key=lambda name: (-len({one.day for one in named[name]}), name))
    shown = lines[:MOST_LINES]
    period = _period([one.day for name in shown for one in named[name] if one.day])
    marks: list[Mark] = []
    for name in shown:
        points: dict[str, list[Figure]] = defaultdict(list)
        for one in named[name]:
            points[period(one.day) if one.day else ""].append(one)
        marks += sorted(
            (_point(name, some) for some in points.values()), key=lambda mark: mark.day or date.min
        )
    return _Drawn(tuple(marks), sum(len(some) for some in named.values()), len(lines) - len(shown))


def _point(name: str, figures: Sequence[Figure]) -> Mark:
    """Return the point of figures of one period: its name is their time where they have the same."""
    days = sorted(one.day.toordinal() for one in figures if one.day)
    middle = date.fromordinal((days[0] + days[-1]) // 2)
    times = {one.when for one in figures}
    label = times.pop() if len(times) == 1 else _span(days)
    return _mark(label, figures, middle, name)


def _span(days: Sequence[int]) -> str:
    first, last = (date.fromordinal(day).isoformat() for day in (days[0], days[-1]))
    return first if first == last else f"{first}/{last}"


def _period(days: Sequence[date]) -> Callable[[date], str]:
    """Return into what periods days are gathered so that there are not too many points."""
    periods: tuple[Callable[[date], str], ...] = (
        date.isoformat,
        lambda day: f"{day.year:04d}-{day.month:02d}",
        lambda day: f"{day.year:04d}",
        lambda day: f"{day.year // 10:03d}",
    )
    few = (period for period in periods if len({period(day) for day in days}) <= _MOST_POINTS)
    return next(few, periods[-1])


def _distribution(figures: Sequence[Figure]) -> _Drawn:
    """Return classes that hold every figure once, by the middle of its bounds."""
    if not figures:
        return _Drawn((), 0)
    values = [sum(one.bounds) / 2 for one in figures]
    edges = _edges(values)
    held: list[list[Figure]] = [[] for _ in edges[1:]]
    for value, one in zip(values, figures, strict=True):
        held[bisect_right(edges, value) - 1].append(one)
    marks = [
        Mark("", low, high, _ids(some), count=len(some))
        for low, high, some in zip(edges, edges[1:], held, strict=False)
    ]
    return _Drawn(tuple(marks), len(figures))


def _edges(values: Sequence[float]) -> tuple[float, ...]:
    """Return the edges of round classes; they grow where the values are of very different size."""
    least, greatest = min(values), max(values)
    fewest, most = _CLASSES
    wanted = min(most, max(fewest, ceil(log2(len(values))) + 1))
    above = min((value for value in values if value > 0), default=0.0)
    if least >= 0 and above and greatest / above > _ORDERS:
        edges = growing_edges(above, greatest, min(most, 2 * wanted))
        return edges if least else (0.0, *(edge for edge in edges if edge > 0))
    whole = all(value.is_integer() for value in values)
    return round_edges(least, greatest, wanted, finest=1.0 if whole else 0.0)


def _mark(label: str, figures: Sequence[Figure], day: date | None = None, group: str = "") -> Mark:
    low, high = min(one.bounds[0] for one in figures), max(one.bounds[1] for one in figures)
    return Mark(label, low, high, _ids(figures), day, len(figures), group)


def _ids(figures: Sequence[Figure]) -> tuple[StatisticId, ...]:
    """Return whose figures they are, the earliest first."""
    return tuple(one.id for one in sorted(figures, key=lambda one: (one.day or date.max, one.id)))


_BY_KIND: dict[ChartKind, Callable[[Sequence[Figure]], _Drawn]] = {
    ChartKind.BARS: _bars,
    ChartKind.LINE: _line,
    ChartKind.DISTRIBUTION: _distribution,
}
