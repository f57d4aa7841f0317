"""What divides lines that stand level: printed rulings, and the white between columns."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from baoguan.domain.page import Region
from baoguan.readers.pdf_links import Follow, Mark

_CELL = 24.0
_LINES = 5.0
"""Ems above and below a gap in which other lines tell what it is."""
_LABEL = 2
"""Characters: what is no longer than this stands before its text, as a bullet does, and is no column."""
_CLOSE = 0.35
_NEXT = 3.2
"""Ems: the two lines above and below are no farther."""
_BANK = 1.3
"""Ems beside a gap in which the ends of those lines are looked for."""


class Gutters:
    """Judges the gaps between the marks of lines of one way; ``walls`` are rulings (place, from, to)."""

    def __init__(
        self, marks: Sequence[Mark], follow: Follow, walls: Iterable[tuple[float, float, float]]
    ) -> None:
        self._walls = sorted(walls)
        self._cells: dict[tuple[int, int], list[tuple[Mark, bool]]] = defaultdict(list)
        depths = _depths(marks, follow)
        for mark, depth in zip(marks, depths, strict=True):
            cell = int(mark.start // _CELL), int(mark.cross // _CELL)
            self._cells[cell].append((mark, depth > _LABEL))

    def walled(self, one: Mark, other: Mark) -> bool:
        """Tell whether a ruling stands between two marks of one line."""
        cross = one.cross - 0.35 * one.size
        slack = 0.1 * one.size
        for at, begin, end in self._walls[bisect_left(self._walls, (one.end - slack, 0.0, 0.0)) :]:
            if at > other.start + slack:
                break
            if begin <= cross <= end or begin <= one.cross <= end:
                return True
        return False

    def bridged(self, one: Mark, other: Mark) -> bool:
        """Tell whether a line above or below goes on where there is a gap between two marks."""
        return any(
            side == 0 and abs(cross - one.cross) < _NEXT * one.size for side, cross in self._near(one, other)
        )

    def parted(self, one: Mark, other: Mark) -> bool:
        """Tell whether lines above and below leave the same gap open, at least three of them on each side."""
        rows: dict[int, set[int]] = {-1: set(), 1: set()}
        for side, cross in self._near(one, other):
            if side == 0:
                return False
            rows[side].add(round(2 * cross / one.size))
        return len(rows[-1]) >= 3 and len(rows[1]) >= 3

    def _near(self, one: Mark, other: Mark) -> Iterable[tuple[int, float]]:
        """Yield marks of other lines near a gap: before (−1), across (0) or after it (1), and their line."""
        middle = (one.end + other.start) / 2
        reach, bank = _LINES * one.size, _BANK * one.size
        low, high = middle - bank - 3 * one.size, other.start + bank
        for column in range(int(low // _CELL), int(high // _CELL) + 1):
            for row in range(int((one.cross - reach) // _CELL), int((one.cross + reach) // _CELL) + 1):
                for mark, deep in self._cells.get((column, row), ()):
                    off = abs(mark.cross - one.cross)
                    if not 0.5 * one.size < off < reach:
                        continue
                    if mark.start <= middle <= mark.end:
                        yield 0, mark.cross
                    elif deep and one.end - bank <= mark.end <= middle:
                        yield -1, mark.cross
                    elif middle <= mark.start <= other.start + bank:
                        yield 1, mark.cross


def _depths(marks: Sequence[Mark], follow: Follow) -> list[int]:
    """Return how many marks stand close together before and with each one on its line."""
    depths = [1] * len(marks)
    for place in sorted(range(len(marks)), key=lambda place: marks[place].start):
        found = follow[place]
        if found is not None and found[1] < _CLOSE:
            depths[found[0]] = max(depths[found[0]], depths[place] + 1)
    return depths


def walls(rulings: Iterable[Region], *, down: bool) -> list[tuple[float, float, float]]:
    """Return the rulings that divide lines: those down the page between lines across, or the other way."""
    if down:
        return [(ruling.top, ruling.left, ruling.right) for ruling in rulings if ruling.width > ruling.height]
    return [(ruling.left, ruling.top, ruling.bottom) for ruling in rulings if ruling.height > ruling.width]
