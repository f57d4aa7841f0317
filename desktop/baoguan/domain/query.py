"""A query as a tree, and what a search returns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from baoguan.domain.article import Role, Span
from baoguan.domain.ids import ArticleId, PageId


class Field(StrEnum):
    """Where a term is looked for."""

    ANY = "any"
    TITLE = "title"
    BODY = "body"
    BYLINE = "byline"
    SECTION = "section"
    PAPER = "paper"
    PAGE = "page"
    CAPTION = "caption"
    TAG = "tag"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Term:
    """A string to find, at a place in the query; ``*`` and ``?`` are wildcards only when ``wild``."""

    text: str
    field: Field = Field.ANY
    wild: bool = False
    at: Span = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Near:
    """Strings that stand within ``distance`` characters of each other, in any order."""

    terms: tuple[str, ...]
    distance: int
    field: Field = Field.ANY
    at: Span = Span(0, 0)


class Facet(StrEnum):
    """What articles are filed under: each value of it splits the hits."""

    TITLE = "title"
    YEAR = "year"
    MONTH = "month"
    SECTION = "section"
    BYLINE = "byline"
    TAG = "tag"
    KIND = "kind"
    HOLDING = "holding"
    """``figure`` and ``annotation``: what an article has."""
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Filed:
    """Articles filed under a value of a facet: 1998, 1998-03, money, figure … or a printed name."""

    facet: Facet
    value: str


@dataclass(frozen=True, slots=True)
class DateRange:
    """Issues from ``first`` to ``last``, both included; None is open. ``at`` is its place in the query."""

    first: date | None
    last: date | None
    at: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class NumberRange:
    """Articles reporting a number of a group (金额, 百分比, 数量) within bounds, in the base unit."""

    group: str
    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    at: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class All:
    """Every part must hold."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part must hold."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """The part must not hold."""

    part: "Node"


Node = Term | Near | DateRange | NumberRange | Filed | All | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Mistake:
    """A part of the query text that could not be understood as syntax and was taken literally or left out."""

    at: Span
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query text, what it asks for (None for nothing), and its mistakes.

    ``tree`` finds the text as it stands too, beside what was ``understood``, where that took syntax.
    """

    text: str
    tree: Node | None
    mistakes: tuple[Mistake, ...] = ()
    understood: Node | None = None


class Order(StrEnum):
    """In which order hits stand: by score, or by the date of their issue, those undated last."""

    RANK = "rank"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks for: a query text, the facets' values it is narrowed to, and the order of the hits.

    Values of one facet widen each other; different facets narrow.
    """

    text: str
    filters: tuple[Filed, ...] = ()
    order: Order = Order.RANK


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article around a hit.

    ``start`` is where ``text`` begins in the article's text (-1 for a note or tag);
    ``marks`` are spans within ``text``.
    """

    text: str
    marks: tuple[Span, ...]
    start: int
    role: Role | None


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that a query found."""

    article: ArticleId
    page_id: PageId
    headline: str
    title: str
    date: date | None
    page: str
    section: str | None
    score: float
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """How the hits came about, in numbers of articles.

    ``exact`` hold the query as one string; ``words`` only all its words; ``variant`` only
    in another script or character variant; ``annotated`` only in a note or tag.
    """

    exact: int = 0
    words: int = 0
    variant: int = 0
    annotated: int = 0


@dataclass(frozen=True, slots=True)
class Results:
    """What a search returns: how many articles match, the hits of one portion in order, and the receipt."""

    question: Question
    query: Query
    total: int
    hits: tuple[Hit, ...]
    receipt: Receipt = field(default_factory=Receipt)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of a histogram (``1998-03``): how many articles match, of how many issues that survive."""

    month: str
    articles: int
    issues: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How the hits of a question spread: values with counts, most first, and every month from first to last.

    Years and months stand in order of time. The counts of a facet leave its own filters out of account,
    so that what could be added to a choice is still there to choose.
    """

    counts: Mapping[Facet, tuple[tuple[str, int], ...]]
    months: tuple[Bar, ...]
    undated: int = 0


class LineOrder(StrEnum):
    """By what the lines of a concordance stand in order."""

    RANK = "rank"
    LEFT = "left"
    RIGHT = "right"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Line:
    """One hit in its line (KWIC); ``span`` is its place in the article's text."""

    article: ArticleId
    page_id: PageId
    headline: str
    title: str
    date: date | None
    before: str
    hit: str
    after: str
    span: Span


@dataclass(frozen=True, slots=True)
class Concordance:
    """The lines of the first ``read`` articles of ``total``."""

    lines: tuple[Line, ...]
    read: int
    total: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word of the archive and how many articles hold it."""

    text: str
    articles: int
