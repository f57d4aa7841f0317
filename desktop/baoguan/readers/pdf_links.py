"""Which characters of a page follow one another along its lines, which run across it or down it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from baoguan.readers.pdf_glyphs import Glyph

_CELL = 8.0
_REACH = 5.0
"""Ems: what is farther off along a line is no neighbour."""
_ASKEW = 0.3
"""Ems that characters of one line may differ across it."""
_DESCENT = 0.12
Follow = list[tuple[int, float] | None]


class Way(Enum):
    """How a line runs: the turn of its type, and DOWN for upright type below upright type."""

    ACROSS = 0
    DOWN = 1
    TURNED = 90
    OVER = 180
    UP = 270

    @property
    def vertical(self) -> bool:
        """Whether places along the line are told from the top of the page."""
        return self in (Way.DOWN, Way.TURNED, Way.UP)

    @property
    def backward(self) -> bool:
        """Whether places along the line fall as it is read."""
        return self in (Way.OVER, Way.UP)


@dataclass(frozen=True, slots=True)
class Mark:
    """A character along its line: from where to where it stands, where across, and how high its type is."""

    start: float
    end: float
    cross: float
    size: float


def mark(glyph: Glyph, way: Way) -> Mark:
    """Return where a character stands along a way; across it by its baseline, or its middle if upright."""
    base = _DESCENT * glyph.size
    if way is Way.DOWN:
        return Mark(glyph.top, glyph.bottom, glyph.middle[0], glyph.size)
    if way is Way.TURNED:
        return Mark(glyph.top, glyph.bottom, glyph.left + base, glyph.size)
    if way is Way.OVER:
        return Mark(-glyph.right, -glyph.left, glyph.top + base, glyph.size)
    if way is Way.UP:
        return Mark(-glyph.bottom, -glyph.top, glyph.right - base, glyph.size)
    return Mark(glyph.left, glyph.right, glyph.bottom - base, glyph.size)


def followers(marks: Sequence[Mark]) -> Follow:
    """Return for each mark the next one along the line and the gap to it in ems, None where none is."""
    cells: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for place, each in enumerate(marks):
        cells[int(each.cross // _CELL)].append((each.start, place))
    for cell in cells.values():
        cell.sort()
    return [_next(marks, cells, place) for place in range(len(marks))]


def _next(
    marks: Sequence[Mark], cells: dict[int, list[tuple[float, int]]], place: int
) -> tuple[int, float] | None:
    one = marks[place]
    askew = _ASKEW * one.size
    begin, limit = one.start + 0.3 * (one.end - one.start), one.end + _REACH * one.size
    best: tuple[float, int] | None = None
    for key in range(int((one.cross - askew) // _CELL), int((one.cross + askew) // _CELL) + 1):
        cell = cells.get(key, ())
        for start, other in cell[bisect_left(cell, (begin, -1)) :]:
            if start > limit or (best is not None and start >= best[0]):
                break
            if other != place and _level(one, marks[other]):
                best = (start, other)
                break
    return None if best is None else (best[1], (best[0] - one.end) / one.size)


def _level(one: Mark, other: Mark) -> bool:
    small, large = sorted((one.size, other.size))
    return large <= 2.2 * small and abs(one.cross - other.cross) <= _ASKEW * small


def after(one: Glyph, other: Glyph) -> bool:
    """Tell whether the PDF prints a character, or some in its place, right after one, blanks aside."""
    return 0 < other.order - one.order <= len(other.text)
