"""Axes with round ticks: of values, in 万 or 亿 where they are large, and of time."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil, log10

from baoguan.statistics.round_numbers import Step, step_for

_SCALES = ((1e8, "亿"), (1e4, "万"))
_LEAST_SCALED = 1e5
"""Axes that end below are labelled in full."""
_LONGEST, _FINEST = 1e16, 1e6
"""Larger numbers and finer steps are labelled with a power of ten."""
_DAYS = (1, 2, 5, 10)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
_MOST_DAYS = 62
_APART = 16.0
"""Pixels between the labels of times."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, 0 to 1, and what is written there."""

    share: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from ``first`` to ``last`` steps, labelled in units of ``size``, which is called ``suffix``."""

    step: Step
    first: int
    last: int
    size: float
    suffix: str

    def share(self, value: float) -> float:
        """Return where a value stands, 0 at the axis' beginning and 1 at its end."""
        least, greatest = self.step.at(self.first), self.step.at(self.last)
        return (value - least) / (greatest - least)

    def ticks(self) -> Iterator[Tick]:
        """Yield a tick for each round value."""
        for place in range(self.first, self.last + 1):
            value = self.step.at(place)
            yield Tick(self.share(value), self.label(value))

    def label(self, value: float) -> str:
        """Return a round value in as many figures as its step needs: ``2.5亿``."""
        scaled = value / self.size
        if abs(value) >= _LONGEST or self.step.size < self.size / _FINEST:
            figures = ceil(log10(max(abs(value) / self.step.size, 1.0))) + 1
            return f"{scaled:.{figures}g}{self.suffix}"
        places = max(0, round(log10(self.size)) - self.step.power)
        return f"{scaled:,.{places}f}{self.suffix}" if value else "0"


def axis_for(least: float, greatest: float, most: int, *, whole: bool = False) -> Axis:
    """Return an axis of about ``most`` round steps that holds both values; ``whole`` ones count things."""
    if least == greatest:
        least, greatest = min(0.0, least), max(0.0, greatest) or least + 1
    step = step_for(least, greatest, most, finest=1.0 if whole else 0.0)
    first, last = step.place_below(least), step.place_below(greatest)
    last += step.at(last) < greatest or last == first
    end = max(abs(step.at(first)), abs(step.at(last)))
    scales = _SCALES if end < _LONGEST else ()
    size, suffix = next((one for one in scales if end >= max(one[0], _LEAST_SCALED)), (1.0, ""))
    return Axis(step, first, last, size, suffix)


def time_ticks(first: date, last: date, width: float, measure: Callable[[str], float]) -> tuple[Tick, ...]:
    """Return as many days, months or years as can be written side by side in ``width`` pixels.

    A month or a year is named below its middle, where what is told of the whole of it stands.
    """
    span = (last - first).days
    if not span:
        return (Tick(0.5, first.isoformat()),)
    for days, name in _steps(first, last, width / measure("0")):
        ticks = tuple(Tick((day - first).days / span, name(day)) for day in days)
        if ticks and _fits(ticks, width, measure):
            return ticks
    return (Tick(0.0, str(first.year)),)


def _steps(first: date, last: date, most: float) -> Iterator[tuple[list[date], Callable[[date], str]]]:
    """Yield the days that could be named, of finer steps first, and how they are named; never many more."""
    span = (last - first).days
    if span <= _MOST_DAYS:
        for step in _DAYS:
            yield [first + timedelta(day) for day in range(0, span + 1, step)], date.isoformat
    for months in _MONTHS:
        if span > 31 * months * most:
            continue
        yield list(_months(first, last, months)), _year if months % 12 == 0 else _month


def _months(first: date, last: date, step: int) -> Iterator[date]:
    """Yield the middle of every so many months, or of their years, as far as they lie in a span of time."""
    number = (first.year * 12 + first.month - 1) // step * step or step
    while number < 12 * date.max.year and (day := _middle(number, step)) <= last:
        if day >= first:
            yield day
        number += step


def _middle(month: int, step: int) -> date:
    """Return the middle of a month, or of its year where whole years are stepped."""
    year, number = divmod(month, 12)
    first = date(year, 1, 1) if step % 12 == 0 else date(year, number + 1, 1)
    last = date(year, 12, 31) if step % 12 == 0 else date(year, number + 1, monthrange(year, number + 1)[1])
    return date.fromordinal((first.toordinal() + last.toordinal()) // 2)


def _month(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def _year(day: date) -> str:
    return f"{day.year:04d}"


def _fits(ticks: tuple[Tick, ...], width: float, measure: Callable[[str], float]) -> bool:
    room = measure(ticks[-1].label) + _APART
    return len(ticks) == 1 or all((two.share - one.share) * width >= room for one, two in pairwise(ticks))
