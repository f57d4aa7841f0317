"""What a reader says of a page's layout by hand, so that it still holds when the page is read again.

Source line numbers name everything: they are the same at every reading of the same source.
"""

from dataclasses import dataclass

from baoguan.domain.article import Role
from baoguan.domain.page import Region


@dataclass(frozen=True, slots=True)
class Gathered:
    """Lines belong to the article that line ``to`` is in; 0 makes them an article of their own.

    All lines of one article gathered into another merge the two; the later lines of one gathered to 0
    split it. In the other article they stand where the order of reading puts them: behind what it has.
    """

    lines: tuple[int, ...]
    to: int = 0


@dataclass(frozen=True, slots=True)
class Recast:
    """Lines are printed as this; None takes them out of every article: they concern the page alone."""

    lines: tuple[int, ...]
    role: Role | None


@dataclass(frozen=True, slots=True)
class Reordered:
    """Lines of one article are read in this order, beginning where the first of them in reading stood."""

    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reframed:
    """The figure framed ``was`` is framed ``region``: None before is a new figure, None after is none."""

    was: Region | None
    region: Region | None


Rearrangement = Gathered | Recast | Reordered | Reframed
