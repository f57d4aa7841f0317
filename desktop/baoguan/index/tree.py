"""What an engine is asked: a tree of which every leaf has one sure answer.

A query (``domain.query``) is what a reader meant; this tree is what it comes to. Leaves that an
engine cannot decide were looked up in the articles' own text and stand here as ``Among``.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import DateRange, Field, Filed, NumberRange


class Reach(Enum):
    """How far a string may be looked for."""

    OWN = "own"
    """In print, in the very script that was typed; of an engine: in ``Entry.own``."""
    PRINT = "print"
    """In print, in any script variant."""
    ANYWHERE = "anywhere"
    """In notes and tags too."""


@dataclass(frozen=True, slots=True)
class Holds:
    """Articles that hold a folded string, in print or (``Reach.ANYWHERE``) in notes and tags too.

    ``field`` is ANY, or one of the fields of ``Entry.texts``. With ``Reach.OWN`` the string is folded in
    everything but its script, and articles that write no character in several scripts are left out.
    """

    folded: str
    field: Field = Field.ANY
    reach: Reach = Reach.ANYWHERE


class Flag(StrEnum):
    """What is unusual about an article; few have any."""

    UNSURE = "unsure"
    """Some of its characters fold to several, or cannot be written as UTF-8: look into its text."""
    VARIANT = "variant"
    """Its own script differs from its folded text."""
    BESIDE = "beside"
    """It has notes or tags."""


@dataclass(frozen=True, slots=True)
class Flagged:
    """Articles with a flag: one of ``Flag``, or of those that ``index.script`` sets."""

    flag: str


@dataclass(frozen=True, slots=True)
class Among:
    """These articles."""

    articles: frozenset[ArticleId]


@dataclass(frozen=True, slots=True)
class Both:
    """Every part must hold; no parts: every article."""

    parts: "tuple[Sought, ...]"


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part must hold; no parts: no article."""

    parts: "tuple[Sought, ...]"


@dataclass(frozen=True, slots=True)
class Without:
    """The part must not hold."""

    part: "Sought"


Leaf = Holds | Flagged | Among | DateRange | NumberRange | Filed
Sought = Leaf | Both | Either | Without
EVERYTHING = Both(())
