"""Lines that stand one below the other in one column: strips, the pieces an article's text is made of."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from baoguan.layout.marks import ends_sentence
from baoguan.layout.places.frame import Box, Mark
from baoguan.layout.places.walls import Walls


@dataclass(slots=True, eq=False)
class Strip:
    """A run of lines in one column; ``left`` and ``right`` are those of the column where it is known."""

    marks: list[Mark]
    left: float
    right: float
    zone: int = 0

    @property
    def top(self) -> float:
        """Where its first line begins."""
        return self.marks[0].top

    @property
    def bottom(self) -> float:
        """Where its last line ends."""
        return max(mark.bottom for mark in self.marks)

    @property
    def box(self) -> Box:
        """Its column from its first line to its last."""
        return Box(self.left, self.top, self.right, self.bottom)

    @property
    def size(self) -> float:
        """The size most of its lines are set in."""
        return median(mark.size for mark in self.marks)

    def indent(self, mark: Mark) -> float:
        """Return how far a line begins inside the column, in glyphs."""
        return (mark.left - self.left) / max(mark.size, 1.0)

    def short(self, mark: Mark) -> float:
        """Return how far a line ends before the column does, in glyphs."""
        return (self.right - mark.right) / max(mark.size, 1.0)

    @property
    def opens(self) -> bool:
        """Tell whether it begins with a paragraph."""
        return self.indent(self.marks[0]) > 0.7

    @property
    def closed(self) -> bool:
        """Tell whether it ends with the end of a sentence."""
        return ends_sentence(self.marks[-1].text)

    @property
    def full(self) -> bool:
        """Tell whether its last line reaches the end of the column."""
        return self.short(self.marks[-1]) < 1.2


def strips_of(marks: Sequence[Mark], walls: Walls, pitch: float, zones: dict[int, int]) -> list[Strip]:
    """Return the strips of a page in order of their tops; ``zones`` tell which frame a line is in."""
    ordered = sorted(marks, key=lambda mark: mark.top)
    follows = _followers(ordered, walls, pitch, zones)
    after = set(follows.values())
    strips = []
    for at in range(len(ordered)):
        if at not in after:
            run = [at]
            while run[-1] in follows:
                run.append(follows[run[-1]])
            lines = [ordered[place] for place in run]
            left, right = min(mark.left for mark in lines), max(mark.right for mark in lines)
            strips.append(Strip(lines, left, right, zones.get(lines[0].number, 0)))
    _settle_edges(strips)
    return strips


def _followers(ordered: Sequence[Mark], walls: Walls, pitch: float, zones: dict[int, int]) -> dict[int, int]:
    """Return which line follows which, where one alone stands right below and belongs with it."""
    tops = [mark.top for mark in ordered]
    below: dict[int, int] = {}
    above: dict[int, list[int]] = {}
    for at, mark in enumerate(ordered):
        reach = mark.bottom + max(1.0 * pitch - mark.size, 0.3 * mark.size) + 0.45 * pitch
        near = _near(ordered, tops, mark, reach)
        if len(near) == 1 and _kin(mark, ordered[near[0]], walls, zones):
            below[at] = near[0]
            above.setdefault(near[0], []).append(at)
    for _, ups in above.items():
        if len(ups) > 1:
            for up in ups:
                del below[up]
    return below


def _near(ordered: Sequence[Mark], tops: Sequence[float], mark: Mark, reach: float) -> list[int]:
    """Return the lines that begin below a line within reach, nearest row only."""
    found: list[int] = []
    at = bisect_left(tops, mark.top + 0.4 * mark.size)
    while at < len(ordered) and tops[at] <= reach:
        other = ordered[at]
        if other is not mark and _over(mark, other):
            if found and other.top > ordered[found[0]].top + 0.5 * other.size:
                break
            found.append(at)
        at += 1
    return found


def _over(above: Mark, below: Mark) -> bool:
    return above.beside(below) > 0.5 * min(above.width, below.width, 4 * above.size)


def _kin(above: Mark, below: Mark, walls: Walls, zones: dict[int, int]) -> bool:
    alike = 0.8 < above.size / max(below.size, 0.1) < 1.25
    same = zones.get(above.number, 0) == zones.get(below.number, 0)
    return alike and same and above.role == below.role and not walls.between(above, below)


def _settle_edges(strips: Sequence[Strip]) -> None:
    """Give short strips the edges of the column they stand in, as longer strips show it."""
    long = [strip for strip in strips if len(strip.marks) >= 4]
    for strip in strips:
        if len(strip.marks) >= 4:
            continue
        slack = 3.5 * strip.size
        column = [
            other
            for other in long
            if other.left <= strip.left + 0.5 * strip.size
            and strip.right <= other.right + 0.5 * strip.size
            and (strip.left - other.left < slack or other.right - strip.right < slack)
        ]
        if column:
            nearest = min(column, key=lambda other: -max(other.box.abreast(strip.box), -1e9))
            strip.left = min(strip.left, nearest.left)
            strip.right = max(strip.right, nearest.right)
