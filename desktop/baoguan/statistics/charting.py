"""The charts that are drawn of figures."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from math import ceil, log2
from typing import NamedTuple

from baoguan.domain.chart import Chart, ChartKind, Mark
from baoguan.domain.ids import StatisticId
from baoguan.domain.statistic import Status
from baoguan.statistics.figures import Figures
from baoguan.statistics.round_numbers import growing_edges, round_edges

MOST_BARS = 20
MOST_LINES = 6
_MOST_POINTS = 150
"""Days of a chart; where there are more, they are gathered into months, years or decades."""
_CLASSES = (5, 20)
_ORDERS = 1000.0
"""Values further apart than this times one another stand in classes that grow."""


def chart(figures: Figures, kind: ChartKind) -> Chart:
    """Draw figures as one kind of chart."""
    drawn = _BY_KIND[kind](figures)
    left_out = figures.left_out + len(figures) - drawn.drawn
    unit = figures.unit
    return Chart(kind, _title(figures), unit.unit, drawn.marks, left_out, unit.per, drawn.beyond)


class _Drawn(NamedTuple):
    marks: tuple[Mark, ...]
    drawn: int
    """How many figures have a mark, or would have one if more were drawn."""
    beyond: int = 0


def _title(figures: Figures) -> str:
    """Return the subject and the measure that all figures have in common."""
    shared = (set(figures.subjects), set(figures.measures))
    return " ".join(name for names in shared if len(names) == 1 for name in names if name)


def _by_name(figures: Figures, places: Iterable[int]) -> dict[str, list[int]]:
    """Return places by subject, and by measure too where there are several; "" names nothing."""
    found = list(places)
    apart = len({figures.measures[place] for place in found}) > 1
    named: dict[str, list[int]] = defaultdict(list)
    for place in found:
        parts = (figures.subjects[place], figures.measures[place] if apart else "")
        named[" · ".join(filter(None, parts))].append(place)
    return named


def _bars(figures: Figures) -> _Drawn:
    """Return a bar for each subject, the largest first, from its least to its greatest value."""
    named = _by_name(figures, range(len(figures)))
    named.pop("", None)
    marks = [_mark(figures, places, name) for name, places in named.items()]
    marks.sort(key=lambda mark: (-mark.high, -mark.low, mark.label))
    drawn = sum(map(len, named.values()))
    return _Drawn(tuple(marks[:MOST_BARS]), drawn, max(0, len(marks) - MOST_BARS))


def _line(figures: Figures) -> _Drawn:
    """Return the points of the lines that have most, each line's in order of time; a target stands alone."""
    days = figures.days
    named = _by_name(figures, (place for place, day in enumerate(days) if day))
    lines = sorted(named, key=lambda name: (-len({days[place] for place in named[name]}), name))
    shown = lines[:MOST_LINES]
    period = _period({days[place] for name in shown for place in named[name]})
    marks: list[Mark] = []
    for name in shown:
        points: dict[tuple[str, Status], list[int]] = defaultdict(list)
        for place in named[name]:
            points[period(date.fromordinal(days[place])), figures.statuses[place]].append(place)
        line = [_point(figures, places, name) for places in points.values()]
        marks += sorted(line, key=lambda mark: mark.day or date.min)
    return _Drawn(tuple(marks), sum(map(len, named.values())), len(lines) - len(shown))


def _point(figures: Figures, places: Sequence[int], name: str) -> Mark:
    """Return the point of figures of one period: its name is their time where they have the same."""
    days = sorted(figures.days[place] for place in places)
    times = {figures.times[place] for place in places}
    label = times.pop() if len(times) == 1 else _span(days[0], days[-1])
    middle = date.fromordinal((days[0] + days[-1]) // 2)
    return replace(_mark(figures, places, label, middle, name), status=figures.statuses[places[0]])


def _span(first: int, last: int) -> str:
    days = (date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat())
    return "/".join(dict.fromkeys(days))


def _period(days: Iterable[int]) -> Callable[[date], str]:
    """Return into what periods days are gathered so that there are not too many points."""
    periods: tuple[Callable[[date], str], ...] = (
        date.isoformat,
        lambda day: f"{day.year:04d}-{day.month:02d}",
        lambda day: f"{day.year:04d}",
        lambda day: f"{day.year // 10:03d}",
    )
    told = [date.fromordinal(day) for day in days]
    few = (period for period in periods if len({period(day) for day in told}) <= _MOST_POINTS)
    return next(few, periods[-1])


def _distribution(figures: Figures) -> _Drawn:
    """Return classes that hold every figure once, by the middle of its bounds."""
    if not len(figures):
        return _Drawn((), 0)
    values = [(low + high) / 2 for low, high in zip(figures.lows, figures.highs, strict=True)]
    edges = _edges(values)
    held: list[list[int]] = [[] for _ in edges[1:]]
    for place, value in enumerate(values):
        held[bisect_right(edges, value) - 1].append(place)
    marks = [
        Mark("", low, high, _ids(figures, places), count=len(places))
        for low, high, places in zip(edges, edges[1:], held, strict=False)
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


def _mark(
    figures: Figures, places: Sequence[int], label: str, day: date | None = None, group: str = ""
) -> Mark:
    low = min(figures.lows[place] for place in places)
    high = max(figures.highs[place] for place in places)
    return Mark(label, low, high, _ids(figures, places), day, len(places), group)


def _ids(figures: Figures, places: Iterable[int]) -> tuple[StatisticId, ...]:
    """Return whose figures they are, the earliest first, those without a day last."""
    known = ((figures.days[place] or date.max.toordinal(), figures.ids[place]) for place in places)
    return tuple(StatisticId(number) for _day, number in sorted(known))


_BY_KIND: dict[ChartKind, Callable[[Figures], _Drawn]] = {
    ChartKind.BARS: _bars,
    ChartKind.LINE: _line,
    ChartKind.DISTRIBUTION: _distribution,
}
