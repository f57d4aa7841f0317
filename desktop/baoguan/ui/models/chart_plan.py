"""Where everything of a chart stands: what is painted on the screen, in an SVG and in a picture alike."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from baoguan.domain.chart import Chart, Mark
from baoguan.ui.models.chart_words import heading
from baoguan.ui.models.faces import Face, advances
from baoguan.ui.models.fonts import sans
from baoguan.ui.models.line_breaking import break_lines

SIDE = 12.0
TITLE, LABEL, TICK = 14, 12, 11
"""Pixels of type."""
_LEADING = 1.4
_REACH = 14.0
"""Pixels from a point within which it is pointed at."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; ``x`` is its left edge with ``align`` 0, its middle with 0.5, its right edge with 1."""

    text: str
    x: float
    baseline: float
    size: int
    align: float = 0.0
    bold: bool = False
    quiet: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, one pixel wide, upright or level; a strong one is an axis, another its grid."""

    start: QPointF
    end: QPointF
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A filled box of the mark at a place; a faint one is what lies between its least and greatest value."""

    place: int
    box: QRectF
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, in one of the colours that tell lines apart."""

    points: tuple[QPointF, ...]
    colour: int


@dataclass(frozen=True, slots=True)
class Dot:
    """The point of the mark at a place, with a bar from its least to its greatest value.

    A hollow one tells what is aimed at or supposed, and no line leads to it.
    """

    place: int
    point: QPointF
    low: float
    high: float
    colour: int
    hollow: bool = False


@dataclass(slots=True, eq=False)
class Plan:
    """A chart laid out in pixels; ``spots`` are the boxes of the marks that can be pointed at, by place."""

    chart: Chart
    width: float
    height: float = 0.0
    words: list[Words] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    spots: dict[int, QRectF] = field(default_factory=dict)
    drawn: dict[int, QRectF] = field(default_factory=dict)
    """What is painted of those marks, with their values: nothing else is to cover it."""

    def place_at(self, point: QPointF) -> int | None:
        """Return the place of the mark under a point, or of the nearest point of a line."""
        if self.dots:
            near = min(self.dots, key=lambda dot: (dot.point - point).manhattanLength())
            return near.place if (near.point - point).manhattanLength() <= _REACH else None
        return next((place for place, spot in self.spots.items() if spot.contains(point)), None)

    def mark(self, place: int) -> Mark:
        """Return the mark at a place."""
        return self.chart.marks[place]

    def put_lines(self, text: str, left: float, top: float, width: float, size: int, **look: bool) -> float:
        """Write a text in as many lines as it needs and return where they end."""
        for line in wrapped(text, size, width, bold=look.get("bold", False)):
            self.words.append(Words(line, left, top + size, size, **look))
            top += size * _LEADING
        return top

    def put_heading(self) -> float:
        """Write what the chart is about and return where that ends."""
        width = self.width - 2 * SIDE
        return self.put_lines(heading(self.chart), SIDE, 12.0, width, TITLE, bold=True, quiet=False) + 6


def wrapped(text: str, size: int, width: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text of ``size`` pixels, none wider than ``width`` where it can be broken."""
    face = Face.SANS_BOLD if bold else Face.SANS
    shown = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    # A mark that is set half as wide at a line's end is drawn whole.
    lines = break_lines(shown, advances(face), size, max(width - size / 2, 2.0 * size))
    return [shown[line.start : line.end].strip() for line in lines]


def width_of(text: str, size: int, *, bold: bool = False) -> float:
    """Return how wide a line of text is."""
    return QFontMetricsF(sans(size, bold)).horizontalAdvance(text)


def line_height(size: int) -> float:
    """Return how far the lines of a text stand apart."""
    return size * _LEADING


def widest(texts: Iterator[str], size: int) -> float:
    """Return how wide the widest of some lines is."""
    return max((width_of(text, size) for text in texts), default=0.0)
