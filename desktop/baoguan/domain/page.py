"""What a reader returns: the blocks of one printed page, as they stand in the source."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

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


class BlockRole(StrEnum):
    """What the source itself says a block is; a reader never guesses."""

    HEADING = "heading"
    TEXT = "text"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text set apart in the source.

    ``text`` is exactly the characters of ``lines`` (1-based source line numbers), joined without a
    separator, without a heading's or an image's mark; ``starts`` says where in ``text`` each line
    begins (empty for one line); ``gap`` counts the empty lines before it; ``level`` is a heading's
    depth, 1 to 6.
    """

    text: str
    lines: tuple[int, ...]
    role: BlockRole = BlockRole.TEXT
    level: int = 0
    gap: int = 0
    region: Region | None = None
    starts: tuple[int, ...] = ()


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
    """One page as its source gives it: blocks in source order, nothing joined, nothing dropped."""

    blocks: tuple[Block, ...]
    encoding: str
    imprint: Imprint = Imprint()
