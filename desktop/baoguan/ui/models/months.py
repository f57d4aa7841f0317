"""Months of a histogram, gathered into as many columns as there is room for and labelled below them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from baoguan.domain.query import Bar

_STEPS = (1, 12, 60, 120, 600, 1200)
_LABEL_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)
_YEAR = 12
_APART = 8.0
"""Pixels between labels."""


@dataclass(frozen=True, slots=True)
class Column:
    """Whole months or years from ``first`` to ``last``, both months like ``1998-03``."""

    first: str
    last: str
    articles: int
    issues: int

    @property
    def per_issue(self) -> float | None:
        """Articles for each issue that survives; None where none does."""
        return self.articles / self.issues if self.issues else None


@dataclass(frozen=True, slots=True)
class Label:
    """A month or year written below the columns; ``left`` in pixels."""

    text: str
    left: float


def number_of(month: str) -> int:
    """Return a month's place in the order of all months."""
    year, _, number = month.partition("-")
    return int(year) * _YEAR + int(number) - 1


def month_of(number: int) -> str:
    """Return the month at a place in the order of all months."""
    return f"{number // _YEAR:04d}-{number % _YEAR + 1:02d}"


def gather(bars: Sequence[Bar], most: int) -> tuple[Column, ...]:
    """Return bars as at most ``most`` columns of a month, a year, or 5, 10, 50 or 100 years each.

    Where not even centuries are few enough, there are more. No article and no issue is lost.
    """
    numbers = [number_of(bar.month) for bar in bars]
    fits = (step for step in _STEPS if len({number // step for number in numbers}) <= most)
    step = next(fits, _STEPS[-1])
    gathered = groupby(zip(numbers, bars, strict=True), key=lambda pair: pair[0] // step)
    return tuple(_column(place * step, step, [bar for _number, bar in some]) for place, some in gathered)


def _column(start: int, step: int, bars: Sequence[Bar]) -> Column:
    return Column(
        month_of(start),
        month_of(start + step - 1),
        sum(bar.articles for bar in bars),
        sum(bar.issues for bar in bars),
    )


def span_text(first: str, last: str) -> str:
    """Return a span of months in as few figures as say it: ``1998``, ``1998-03``, ``1998-03 – 1999-02``."""
    if first == last:
        return first
    if not (first.endswith("-01") and last.endswith("-12")):
        return f"{first} – {last}"
    years = first.removesuffix("-01"), last.removesuffix("-12")
    return years[0] if years[0] == years[1] else f"{years[0]}–{years[1]}"


def columns_between(columns: Sequence[Column], first: str | None, last: str | None) -> range:
    """Return the places of the columns that share a month with a span; None is open."""
    places = [
        place
        for place, column in enumerate(columns)
        if (first is None or column.last >= first) and (last is None or column.first <= last)
    ]
    return range(places[0], places[-1] + 1) if places else range(0)


def labels(columns: Sequence[Column], width: float, measure: Callable[[str], float]) -> tuple[Label, ...]:
    """Return as many labels as stand side by side in ``width`` pixels, within it and never touching."""
    if not columns:
        return ()
    numbers = [number_of(column.first) for column in columns]
    room = width / len(columns)
    for step in _LABEL_STEPS:
        named = (
            ((place + 0.5) * room, month_of(number) if step < _YEAR else f"{number // _YEAR:04d}")
            for place, number in enumerate(numbers)
            if number % step == 0
        )
        placed = tuple(_placed(named, width, measure))
        if placed and _apart(placed, width, measure):
            return placed
    return ()


def _placed(
    named: Iterable[tuple[float, str]], width: float, measure: Callable[[str], float]
) -> Iterable[Label]:
    """Yield labels centred on their places, moved inwards at the ends."""
    for centre, text in named:
        wide = measure(text)
        yield Label(text, max(0.0, min(centre - wide / 2, width - wide)))


def _apart(placed: Sequence[Label], width: float, measure: Callable[[str], float]) -> bool:
    ends = [label.left + measure(label.text) for label in placed]
    touching = any(end + _APART > after.left for end, (_, after) in zip(ends, pairwise(placed), strict=False))
    return not touching and max(ends) <= width
