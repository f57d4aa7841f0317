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
    """The columns of a page: where each begins, how wide they are, what stands between them, and the leading."""

    lefts: tuple[float, ...]
    width: float
    gutter: float
    size: float
    leading: float

    def right(self, column: int) -> float:
        """Return where a column ends."""
        return self.lefts[column] + self.width

    def across(self, first: int, last: int) -> float:
        """Return the width of a run of columns."""
        return self.right(last) - self.lefts[first]


@dataclass(frozen=True, slots=True)
class Plot:
    """The part of a page that an article has: a run of columns, each from its own top to its own bottom."""

    first: int
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]

    @property
    def last(self) -> int:
        """Return its last column."""
        return self.first + len(self.tops) - 1

    @property
    def columns(self) -> range:
        """Return its columns."""
        return range(self.first, self.last + 1)

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
    """How an article is set: its genre and rank, where its title stands, and what comes with it.

    ``title`` are the columns of the plot, counted from its first, that the title block spans; ``drop`` is how far below the
    plot's top the title stands, so that text runs above it. ``photo`` are columns of a figure, 0 for none.
    """

    rank: int = 2
    title: tuple[int, int] = (0, 0)
    drop: float = 0.0
    photo: int = 0
    inset: bool = False
    inline: bool = False
    subheads: float = 0.1
    section: str = ""
    onward: str = ""
    back: str = ""


@dataclass(slots=True)
class Article:
    """An article while it is being made up."""

    sheet: Sheet
    grid: Grid
    prose: Prose
    chance: random.Random
    name: str
    plot: Plot
    style: Style
    body: Face = Face.SERIF
    lead: Face = Face.SANS
    strong: Face = Face.SANS_BOLD
    headline_ink: str = "#111111"
    centred: bool = True
    section_inside: bool = False
    story: dict[str, object] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    paragraph: int = 0
    taken: int = 0

    def how(self, role: Role, size: float, face: Face, **more: Any) -> Type:
        """Return a setting for lines of this article."""
        return Type(role, size, face, self.name, self.paragraph, **more)


def frames(article: Article) -> Iterator[tuple[int, float, float]]:
    """Yield (column, top, bottom) of all the room that text has, in the order it is filled."""
    leading = article.grid.leading
    for column in article.plot.columns:
        top = article.plot.top(column)
        inside = [block for block in article.blocks if block.first <= column <= block.last]
        for block in sorted(inside, key=lambda block: block.top):
            if block.top - top >= 2 * leading:
                yield column, top, block.top
            top = max(top, block.bottom)
        if article.plot.bottom(column) - top >= leading:
            yield column, top, article.plot.bottom(column)


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
