"""Lines that stand one below the other in one column: strips, the pieces an article's text is made of."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from baoguan.layout.marks import ends_sentence
from baoguan.layout.places.frame import Box, Mark
from baoguan.layout.places.walls import Walls

BULLETS = tuple("●■◆▲★○□◇△☆•▪►▶※◎")
"""Marks that begin a point of a list."""


_ROW = 12
"""More pieces than a row has."""


@dataclass(slots=True, eq=False)
class Strip:
    """A run of lines in one column; ``left`` and ``right`` are those of the column where it is known.

    The lines of a ``table`` are its cells, row by row.
    """

    marks: list[Mark]
    left: float
    right: float
    zone: int = 0
    table: bool = False

    @property
    def top(self) -> float:
        """Where its first line begins."""
        return self.marks[0].top

    @property
    def bottom(self) -> float:
        """Where its last line ends."""
        return max(mark.bottom for mark in self.marks[-_ROW:])

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
        return self.indent(self.marks[0]) > 0.7 or self.marks[0].text.startswith(BULLETS)

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
    ordered = sorted(marks, key=lambda mark: (mark.top, mark.left))
    tops = [mark.top for mark in ordered]
    strips: list[Strip] = []
    running: list[Strip] = []
    for mark in ordered:
        running = [strip for strip in running if strip.marks[-1].bottom + 2 * pitch > mark.top]
        zone = zones.get(mark.number, 0)
        fits = [strip for strip in running if strip.zone == zone and _goes_on(strip, mark, walls, pitch)]
        strip = max(fits, key=lambda strip: strip.box.beside(mark), default=None)
        if strip is None or _is_parted(strip, mark, ordered, tops):
            strip = Strip([mark], mark.left, mark.right, zone)
            strips.append(strip)
            running.append(strip)
            continue
        strip.marks.append(mark)
        strip.left, strip.right = min(strip.left, mark.left), max(strip.right, mark.right)
    strips = _absorb(strips, walls, pitch)
    for strip in strips:
        strip.marks = _in_rows(strip.marks)
    _settle_edges(strips)
    return strips


def _goes_on(strip: Strip, mark: Mark, walls: Walls, pitch: float) -> bool:
    """Tell whether a line stands right below a strip, in its column and in its type."""
    last = strip.marks[-1]
    if last.role != mark.role or not 0.8 < last.size / max(mark.size, 0.1) < 1.25:
        return False
    slack = (3.0 if len(strip.marks) == 1 else 1.0) * mark.size
    inside = strip.left - slack <= mark.left and mark.right <= strip.right + slack
    gap = mark.top - last.bottom
    if not -0.4 * mark.size <= gap <= max(pitch - mark.size, 0.3 * mark.size) + 0.45 * pitch:
        return False
    if len(strip.marks) == 1 and mark.left <= strip.left and strip.right <= mark.right:
        inside = True
    if not inside or strip.box.beside(mark) < 0.5 * min(mark.width, 4 * mark.size):
        return False
    return mark.top >= last.top + 0.4 * mark.size and not walls.between(last, mark)


def is_row(one: Mark, other: Mark) -> bool:
    """Tell whether two pieces stand in one row, one beside the other."""
    level = abs(one.top - other.top) < 0.4 * max(one.size, other.size)
    return level and one.beside(other) < 0.3 * other.size


def _is_parted(strip: Strip, mark: Mark, ordered: Sequence[Mark], tops: Sequence[float]) -> bool:
    """Tell whether the row below a strip holds several lines: columns under a wide line, words far apart."""
    first = bisect_left(tops, mark.top - 0.5 * mark.size)
    for other in ordered[first : bisect_left(tops, mark.top + 0.5 * mark.size)]:
        speck = other.width < 0.25 * mark.width and len(other.text) < 3
        if other is not mark and not (other.turned or speck) and strip.box.beside(other) > 0.3 * other.width:
            return True
    return False


def _absorb(strips: list[Strip], walls: Walls, pitch: float) -> list[Strip]:
    """Return the strips with the pieces of lines that are spread over a column put back into it."""
    left = sorted(strips, key=lambda strip: -len(strip.marks))
    done: list[Strip] = []
    while left:
        strip = left.pop(0)
        done.append(strip)
        if len(strip.marks) < 2:
            continue
        inside = [other for other in left if _is_piece(other, strip)]
        while near := next((other for other in inside if _touches(other, strip, walls, pitch)), None):
            inside.remove(near)
            left.remove(near)
            strip.marks = sorted([*strip.marks, *near.marks], key=lambda mark: mark.top)
            strip.left, strip.right = min(strip.left, near.left), max(strip.right, near.right)
    return sorted(done, key=lambda strip: strip.top)


def _is_piece(other: Strip, strip: Strip) -> bool:
    """Tell whether a strip may be part of another's column: as wide as that, or pieces of a line or two."""
    slack = strip.size
    inside = strip.left - slack <= other.left and other.right <= strip.right + slack
    wide = other.right - other.left > 0.6 * (strip.right - strip.left)
    kin = other.zone == strip.zone and other.marks[0].role == strip.marks[0].role
    return kin and inside and (wide or len(other.marks) < 3) and 0.75 < other.size / strip.size < 1.33


def _touches(other: Strip, strip: Strip, walls: Walls, pitch: float) -> bool:
    """Tell whether a piece stands in a row of a strip, or right above or below it."""
    gap = max(other.top - strip.bottom, strip.top - other.bottom)
    if gap > max(pitch - strip.size, 0.3 * strip.size) + 0.45 * pitch:
        return False
    above, below = sorted((other.box, strip.box), key=lambda box: box.top)
    return not walls.between(above, below)


def _in_rows(marks: list[Mark]) -> list[Mark]:
    """Return lines from top to bottom, the pieces of one row from left to right."""
    rows: list[list[Mark]] = []
    for mark in marks:
        if rows and is_row(rows[-1][0], mark):
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return [mark for row in rows for mark in sorted(row, key=lambda mark: mark.left)]


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
