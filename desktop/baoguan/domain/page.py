"""What a reader returns: the blocks of one printed page, as they stand in the source."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

BLANK = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""Characters that show nothing: at the edges of a source line they are layout, not text."""


@dataclass(frozen=True, slots=True)
class Region:
    """A box on a page, in page pixels from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The edge that a horizontal line ends at."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The edge that a vertical line ends at."""
        return self.top + self.height

    def with_(self, other: "Region") -> "Region":
        """Return the smallest box around both."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        return Region(left, top, max(self.right, other.right) - left, max(self.bottom, other.bottom) - top)


class BlockRole(StrEnum):
    """What the source itself says a block is; a reader never guesses."""

    HEADING = "heading"
    TEXT = "text"
    IMAGE = "image"
    BYLINE = "byline"
    CAPTION = "caption"
    TABLE = "table"
    ADVERTISEMENT = "advertisement"
    FURNITURE = "furniture"
    """Masthead, folio, running title: printed with the page, not with an article."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line, and where each of its characters stands.

    ``number`` counts the lines of a page, 1 first: what ``source_lines`` of articles name. ``cuts`` are one
    more than the code points of ``text``: along the line (x, or y where it is ``vertical``) character i
    stands from ``cuts[i]`` to ``cuts[i + 1]``, in page pixels. ``raw`` is the text as the file has it where
    that is another (⽇ for 日), else empty; ``size`` the height of its glyphs in pixels, 0 where unknown.
    """

    number: int
    text: str
    region: Region
    cuts: tuple[float, ...] = ()
    raw: str = ""
    size: float = 0.0
    bold: bool = False
    vertical: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text set apart in the source.

    ``text`` is exactly the characters of ``lines`` (1-based source line numbers), joined without a
    separator, without a heading's or an image's mark; ``starts`` says where in ``text`` each line
    begins (empty for one line); ``gap`` counts the empty lines before it; ``level`` is a heading's
    depth, 1 to 6. Where the source knows where it is printed, ``printed`` are its lines, of the same
    numbers.
    """

    text: str
    lines: tuple[int, ...]
    role: BlockRole = BlockRole.TEXT
    level: int = 0
    gap: int = 0
    region: Region | None = None
    starts: tuple[int, ...] = ()
    printed: tuple[TextLine, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenArticle:
    """An article as the source itself separates it: places in ``PageScan.blocks``, in reading order.

    Parts of one article on several pages have the same ``name``, which is the source's own. ``genre`` is
    ``article``, ``advertisement``, ``notice`` or what else the source calls it.
    """

    blocks: tuple[int, ...]
    name: str = ""
    title: str = ""
    genre: str = "article"


@dataclass(frozen=True, slots=True)
class PageImage:
    """Where the picture of a page is: frame ``frame`` (0 first) of a file, or that page of a PDF, drawn.

    ``width`` and ``height`` are those of the page upright, in page pixels; ``dpi`` is 0 where unknown.
    """

    file: Path
    frame: int
    width: int
    height: int
    dpi: float = 0.0


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whose page it is: title, date and page as printed or as a sidecar says.

    ``sequence`` is the page's order in its issue, 1 first; ``number`` is as printed (``A3``);
    ``inferred`` names the fields a person or rule concluded and the page does not say.
    """

    title: str | None = None
    date: datetime.date | None = None
    sequence: int | None = None
    number: str | None = None
    inferred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PageScan:
    """One page as its source gives it: blocks in source order, nothing joined, nothing dropped.

    ``width`` and ``height`` are in page pixels, 0 where the source knows no places. ``ordered`` tells whether
    the blocks stand in the order of reading because the source says so. ``rulings`` are printed lines,
    ``unread`` the areas of ink that no text covers, ``articles`` those that the source itself separates.
    ``files`` are all that the page was read from beside the source itself (the image of an ALTO page), and
    ``part`` its place in a source of several pages, 0 first.
    """

    blocks: tuple[Block, ...]
    encoding: str
    imprint: Imprint = Imprint()
    width: int = 0
    height: int = 0
    image: PageImage | None = None
    ordered: bool = False
    rulings: tuple[Region, ...] = ()
    unread: tuple[Region, ...] = ()
    articles: tuple[GivenArticle, ...] = ()
    files: tuple[Path, ...] = ()
    part: int = 0
