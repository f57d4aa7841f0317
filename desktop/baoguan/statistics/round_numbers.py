"""Round numbers: the steps of an axis and the edges of classes."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10

_LEADING = (1, 2, 5)
_FINEST = 1e-9
"""Of the greatest number that is stepped to: finer steps are lost in a float."""
_LEAST = 1e-100


@dataclass(frozen=True, slots=True)
class Step:
    """1, 2 or 5 times a power of ten."""

    leading: int
    power: int

    @property
    def size(self) -> float:
        """The step as a number."""
        return self.at(1)

    def at(self, place: int) -> float:
        """Return the round number that is so many steps from 0, as exactly as a float can be."""
        return float(f"{place * self.leading}e{self.power}")

    def place_below(self, number: float) -> int:
        """Return the place of the greatest round number that is not above a number."""
        place = floor(number / self.size)
        while self.at(place) > number:
            place -= 1
        while self.at(place + 1) <= number:
            place += 1
        return place


def step_for(least: float, greatest: float, most: int, finest: float = 0.0) -> Step:
    """Return a round step, no finer than ``finest``, of which about ``most`` lead from least to greatest."""
    kept = max(abs(least), abs(greatest), _LEAST) * _FINEST
    return step_above(max((greatest - least) / most, finest, kept))


def step_above(size: float) -> Step:
    """Return the smallest round step that is no smaller than a size above 0."""
    power = floor(log10(size))
    for leading in _LEADING:
        if Step(leading, power).size >= size:
            return Step(leading, power)
    return Step(1, power + 1)


def round_edges(least: float, greatest: float, most: int, finest: float = 0.0) -> tuple[float, ...]:
    """Return round numbers in a row, the first not above ``least``, the last above ``greatest``.

    There are at most ``most`` steps and two between them, none finer than ``finest``.
    """
    step = step_for(least, greatest, most, finest)
    first, last = step.place_below(least), step.place_below(greatest) + 1
    return tuple(step.at(place) for place in range(first, last + 1))


def growing_edges(least: float, greatest: float, most: int) -> tuple[float, ...]:
    """Return edges that grow by powers of ten around numbers above 0, within a decade by 1, 2 and 5."""
    low, high = floor(log10(least)), floor(log10(greatest)) + 1
    within = _LEADING if (high - low) * len(_LEADING) <= most else (1,)
    apart = max(1, ceil((high - low) / most))
    # A decade more at either end: a logarithm may be rounded to the next.
    powers = range(low - apart, high + apart + 1, apart)
    edges = [float(f"{leading}e{power}") for power in powers for leading in within]
    return tuple(_around(edges, least, greatest))


def _around(edges: list[float], least: float, greatest: float) -> Iterator[float]:
    """Yield the edges from the last that is not above the least number to the first above the greatest."""
    first = max((place for place, edge in enumerate(edges) if edge <= least), default=0)
    for edge in edges[first:]:
        yield edge
        if edge > greatest:
            return
