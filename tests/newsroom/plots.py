"""The ground an article is made up on: the page's columns, its plot in them, and what text flows around."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from newsroom.prose import Prose
from newsroom.sheet import Sheet, Type
from newsroom.truth import Face, Role


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a page: where each begins, how wide they are, the size of the text and its leading."""

    lefts: tuple[float, ...]
    width: float
    size: float
    leading: float

    def right(self, column: int) -> float:
        """Return where a column ends."""
        return self.lefts[column] + self.width

    def across(self, first: int, last: int) -> float:
        """Return the width of a run of columns."""
        return self.right(last) - self.lefts[first]

    @property
    def gutter(self) -> float:
        """The white between two columns."""
        return self.lefts[1] - self.right(0) if len(self.lefts) > 1 else 0.0


def columns(u: float, room: float, count: int, size: float, leading: float, gutter: float) -> Grid:
    """Divide a width into columns of whole characters; the gutters take what is left over."""
    width = int(((room + gutter) / count - gutter) / size) * size
    step = (room - width) / (count - 1) if count > 1 else 0.0
    return Grid(tuple(u + place * step for place in range(count)), width, size, leading)


@dataclass(frozen=True, slots=True)
class Plot:
    """The part of a page that an article has: a run of columns, each from its own top to its own bottom."""

    first: int
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]

    @property
    def last(self) -> int:
        """Its last column."""
        return self.first + len(self.tops) - 1

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.tops)

    @property
    def straight(self) -> bool:
        """Whether it is a rectangle."""
        return len(set(self.tops)) == len(set(self.bottoms)) == 1

    @property
    def deep(self) -> float:
        """How deep its first column is."""
        return self.bottoms[0] - self.tops[0]

    def top(self, column: int) -> float:
        """Return where a column of it begins."""
        return self.tops[column - self.first]

    def bottom(self, column: int) -> float:
        """Return where a column of it ends."""
        return self.bottoms[column - self.first]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a plot that text flows around."""

    first: int
    last: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Style:
    """How an article is set.

    ``rank`` is its weight, 0 the greatest; ``span`` are the first and last column of the title block,
    counted from the plot's first; ``drop`` is how far below the plot's top the title stands, so that text
    runs above it; an ``upright`` title is one vertical line beside horizontal text. ``photo`` are columns
    of a figure and ``inset`` of a boxed inset, 0 for none. ``onward`` and ``back`` are the pages it goes
    on to and comes from.
    """

    rank: int = 2
    span: tuple[int, int] = (0, 0)
    drop: float = 0.0
    upright: bool = False
    kicker: bool = False
    deck: bool = False
    byline: bool = True
    inline: bool = False
    lead: bool = False
    subheads: float = 0.08
    photo: int = 0
    inset: int = 0
    section: str = ""
    onward: str = ""
    back: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Faces:
    """The cuts of type of a newspaper: what text, leads and captions, and headlines are set in."""

    body: Face = Face.SERIF
    lead: Face = Face.SANS
    strong: Face = Face.SANS_BOLD
    heads: tuple[Face, ...] = (Face.SERIF_BOLD, Face.SANS_BOLD)
    stretches: tuple[float, ...] = (1.0, 1.0, 0.9)
    red: bool = False


@dataclass(slots=True)
class Article:
    """An article while it is being made up; ``story`` gathers what its truth will tell."""

    sheet: Sheet
    grid: Grid
    prose: Prose
    chance: random.Random
    name: str
    plot: Plot
    style: Style
    faces: Faces = Faces()
    genre: str = "article"
    story: dict[str, Any] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    paragraph: int = 0
    taken: int = 0

    def how(self, role: Role, size: float, face: Face, **more: Any) -> Type:
        """Return a setting for lines of this article."""
        return Type(role, size, face, self.name, self.paragraph, **more)


def frames(article: Article) -> Iterator[tuple[int, float, float]]:
    """Yield (column, top, bottom) of all the room that text has, in the order it is filled."""
    leading, plot = article.grid.leading, article.plot
    for column in range(plot.first, plot.last + 1):
        top = plot.top(column)
        inside = [block for block in article.blocks if block.first <= column <= block.last]
        for block in sorted(inside, key=lambda block: block.top):
            if block.top - top >= 2 * leading:
                yield column, top, block.top
            top = max(top, block.bottom)
        if plot.bottom(column) - top >= leading:
            yield column, top, plot.bottom(column)


def slots(article: Article) -> list[tuple[int, float]]:
    """Return (column, v) of every line of text that there is room for, in the order of reading."""
    leading, size = article.grid.leading, article.grid.size
    found = []
    for column, top, bottom in frames(article):
        v = top
        while v + size <= bottom + 1e-6:
            found.append((column, v))
            v += leading
    return found
