"""Making up a page: which article stands where, so that columns end together.

Articles keep their order. A page is cut again and again, across or between columns; of all ways to
cut it, the one that leaves the least paper empty and suits the articles best is taken (dynamic
programming over runs of articles and numbers of columns).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

_KEPT = 5
"""How many arrangements of different height are remembered for a run of articles."""
_SIDE_BY_SIDE = 6
"""Longer runs are only stacked: nobody reads a row of seven articles."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A way to set a run of articles in a number of columns.

    It may take any height from ``low`` to ``high``; ``cost`` is in square page units, as if it were
    paper left empty. A leaf names its ``piece``; a cut has two ``parts``.
    """

    columns: int
    low: float
    high: float
    cost: float
    cut: Literal["none", "across", "between"] = "none"
    piece: int = -1
    parts: tuple[Arrangement, ...] = ()


Leaf = Callable[[int, int], Sequence[Arrangement]]
"""``leaf(piece, columns)``: the ways to set one piece alone."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The column grid, in page units."""

    column: float
    gutter: float
    gap: float

    def width(self, columns: int) -> float:
        """Return how wide a number of columns is."""
        return columns * self.column + (columns - 1) * self.gutter


def arrange(pieces: int, columns: int, leaf: Leaf, grid: Grid) -> dict[int, list[Arrangement]]:
    """Return the best arrangements of all pieces for every number of columns up to ``columns``."""
    best: dict[tuple[int, int, int], list[Arrangement]] = {}
    for length in range(1, pieces + 1):
        for first in range(pieces - length + 1):
            last = first + length
            for wide in range(1, columns + 1):
                if length == 1:
                    best[first, last, wide] = _prune(leaf(first, wide))
                else:
                    best[first, last, wide] = _prune(_cuts(best, first, last, wide, grid))
    return {wide: best[0, pieces, wide] for wide in range(1, columns + 1)}


class _Cut(NamedTuple):
    """A cut before it is worth an Arrangement: most are not kept."""

    cost: float
    low: float
    high: float
    cut: Literal["across", "between"]
    parts: tuple[Arrangement, Arrangement]


def _cuts(
    best: dict[tuple[int, int, int], list[Arrangement]], first: int, last: int, wide: int, grid: Grid
) -> list[_Cut]:
    found: list[_Cut] = []
    for at in range(first + 1, last):
        for upper in best[first, at, wide]:
            found += [_across(upper, lower, grid) for lower in best[at, last, wide]]
    if last - first > _SIDE_BY_SIDE:
        return found
    for at in range(first + 1, last):
        for narrow in range(1, wide):
            for left in best[first, at, narrow]:
                found += [_between(left, right, grid) for right in best[at, last, wide - narrow]]
    return found


def _across(upper: Arrangement, lower: Arrangement, grid: Grid) -> _Cut:
    low, high = upper.low + lower.low + grid.gap, upper.high + lower.high + grid.gap
    return _Cut(upper.cost + lower.cost, low, high, "across", (upper, lower))


def _between(left: Arrangement, right: Arrangement, grid: Grid) -> _Cut:
    low = left.low if left.low > right.low else right.low
    high = left.high if left.high < right.high else right.high
    cost = left.cost + right.cost
    if low > high:
        shorter = left if left.high < right.high else right
        cost += (low - high) * grid.width(shorter.columns)
        high = low
    return _Cut(cost, low, high, "between", (left, right))


def _prune(found: Sequence[Arrangement | _Cut]) -> list[Arrangement]:
    """Keep the cheapest, each of a different height: what stands beside it decides which one fits."""
    kept: list[Arrangement] = []
    for candidate in sorted(found, key=lambda one: one.cost):
        if all(abs(candidate.low - other.low) > 0.04 * other.low for other in kept):
            kept.append(candidate if isinstance(candidate, Arrangement) else _arranged(candidate))
            if len(kept) == _KEPT:
                break
    return kept


def _arranged(found: _Cut) -> Arrangement:
    first, second = found.parts
    columns = first.columns + (second.columns if found.cut == "between" else 0)
    return Arrangement(columns, found.low, found.high, found.cost, cut=found.cut, parts=found.parts)
