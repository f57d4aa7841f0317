"""Which characters of a page follow one another along a line, along either axis."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_CELL = 4.0
_REACH = 2.6
"""Ems: what is farther off along a line is no neighbour."""
_ASKEW = 0.3
"""Ems that characters of one line may differ across it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A character along an axis: from where to where it stands, where across, and how high its type is."""

    start: float
    end: float
    cross: float
    size: float


def followers(marks: Sequence[Mark]) -> list[tuple[int, float] | None]:
    """Return for each mark the next one along the axis and the gap to it in ems, None where none is."""
    cells: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for place, mark in enumerate(marks):
        cells[int(mark.cross // _CELL)].append((mark.start, place))
    for cell in cells.values():
        cell.sort()
    return [_next(marks, cells, place) for place in range(len(marks))]


def _next(
    marks: Sequence[Mark], cells: dict[int, list[tuple[float, int]]], place: int
) -> tuple[int, float] | None:
    mark = marks[place]
    askew = _ASKEW * mark.size
    begin, limit = mark.start + 0.3 * (mark.end - mark.start), mark.end + _REACH * mark.size
    best: tuple[float, int] | None = None
    for key in range(int((mark.cross - askew) // _CELL), int((mark.cross + askew) // _CELL) + 1):
        cell = cells.get(key, ())
        for start, other in cell[bisect_left(cell, (begin, -1)) :]:
            if start > limit or (best is not None and start >= best[0]):
                break
            if other != place and _level(mark, marks[other]):
                best = (start, other)
                break
    return None if best is None else (best[1], (best[0] - mark.end) / mark.size)


def _level(one: Mark, other: Mark) -> bool:
    small, large = sorted((one.size, other.size))
    return large <= 2.2 * small and abs(one.cross - other.cross) <= _ASKEW * small
