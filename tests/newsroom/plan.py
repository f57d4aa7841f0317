"""Divides the columns of a page among articles: cut and cut again, some plots reaching around their
neighbours.
"""

import random
from dataclasses import dataclass

from newsroom.plots import Plot


@dataclass(frozen=True, slots=True)
class Ground:
    """A rectangle of columns to divide; ``air`` is what must stay free between two articles."""

    first: int
    last: int
    top: float
    bottom: float
    leading: float

    @property
    def columns(self) -> int:
        """Return how many columns it has."""
        return self.last - self.first + 1

    @property
    def lines(self) -> float:
        """Return how many lines of text stand in a column of it."""
        return (self.bottom - self.top) / self.leading

    @property
    def size(self) -> float:
        """Return how many lines of text it holds in all."""
        return self.lines * self.columns


_FEWEST = 22
_LEAST_LINES = 14


def plots(ground: Ground, count: int, chance: random.Random, wrap: float = 0.3) -> list[Plot]:
    """Return about ``count`` plots that fill the ground, those that rank higher first; ``wrap`` of the
    cuts are L-shaped.
    """
    if count <= 1 or ground.size < 2 * _FEWEST:
        return [_whole(ground)]
    if chance.random() < wrap and ground.columns >= 3 and ground.lines > 3 * _LEAST_LINES:
        return _around(ground, count, chance, wrap)
    parts = _cut(ground, count, chance)
    if parts is None:
        return [_whole(ground)]
    (one, few), (other, rest) = parts
    return plots(one, few, chance, wrap) + plots(other, rest, chance, wrap)


def _whole(ground: Ground) -> Plot:
    return Plot(ground.first, (ground.top,) * ground.columns, (ground.bottom,) * ground.columns)


def _cut(
    ground: Ground, count: int, chance: random.Random
) -> tuple[tuple[Ground, int], tuple[Ground, int]] | None:
    few = max(1, min(count - 1, round(count * chance.uniform(0.3, 0.6))))
    share = few / count * chance.uniform(0.9, 1.2)
    down = ground.lines > 2 * _LEAST_LINES
    beside = ground.columns >= 2
    if down and (not beside or chance.random() < (0.75 if ground.lines > 7 * ground.columns else 0.35)):
        lines = min(max(round(ground.lines * share), _LEAST_LINES), int(ground.lines) - _LEAST_LINES)
        at = ground.top + lines * ground.leading
        above = Ground(ground.first, ground.last, ground.top, at - ground.leading, ground.leading)
        below = Ground(ground.first, ground.last, at, ground.bottom, ground.leading)
        return (above, few), (below, count - few)
    if not beside:
        return None
    wide = min(max(round(ground.columns * share), 1), ground.columns - 1)
    left = Ground(ground.first, ground.first + wide - 1, ground.top, ground.bottom, ground.leading)
    right = Ground(ground.first + wide, ground.last, ground.top, ground.bottom, ground.leading)
    return (left, few), (right, count - few)


def _around(ground: Ground, count: int, chance: random.Random, wrap: float) -> list[Plot]:
    """Give one article the upper part and the last columns down to the bottom, the others what is left."""
    wide = chance.randint(1, max(1, ground.columns // 3))
    lines = round(ground.lines * chance.uniform(0.35, 0.55))
    at = ground.top + lines * ground.leading
    short = ground.columns - wide
    bottoms = (at - ground.leading,) * short + (ground.bottom,) * wide
    own = Plot(ground.first, (ground.top,) * ground.columns, bottoms)
    rest = Ground(ground.first, ground.last - wide, at, ground.bottom, ground.leading)
    return [own, *plots(rest, count - 1, chance, wrap)]
