"""What the catalogue returns: the domain's words with the numbers they are filed under."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from baoguan.domain.article import Article, Decision, Figure, PageNote, Passage
from baoguan.domain.ids import (
    AnnotationId,
    ArticleId,
    DecisionId,
    FigureId,
    IssueId,
    PageId,
    SourceId,
    StatisticId,
    TitleId,
)
from baoguan.domain.page import PageImage, Region, TextLine
from baoguan.domain.query import Question
from baoguan.domain.statistic import Kind, Statistic


@dataclass(frozen=True, slots=True)
class IssueRecord:
    """One issue: its title, its date (None where unknown), and how many pages and articles it holds."""

    id: IssueId
    title_id: TitleId
    title: str
    date: date | None
    inferred: frozenset[str]
    pages: int
    articles: int


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One page of an issue, without its articles."""

    id: PageId
    issue: IssueRecord
    source: SourceId
    source_name: str
    sequence: int
    number: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article with everything printed with it."""

    id: ArticleId
    page: PageRecord
    sequence: int
    article: Article


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A layout decision and whether a reader rejected it."""

    id: DecisionId
    decision: Decision
    rejected: bool


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page with its articles in order, its notes and the decisions behind them."""

    page: PageRecord
    articles: tuple[ArticleRecord, ...]
    notes: tuple[PageNote, ...]
    decisions: tuple[DecisionRecord, ...]


@dataclass(frozen=True, slots=True)
class PagePrint:
    """Where a page's text is printed: its picture, its lines, and what no text covers.

    ``lines`` are in order of their numbers, which ``source_lines`` of articles name. ``image.file`` is an
    original of the archive. ``waiting`` tells that the page is a scan whose text has not been read yet.
    """

    page: PageId
    width: int
    height: int
    image: PageImage | None = None
    lines: tuple[TextLine, ...] = ()
    unread: tuple[Region, ...] = ()
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One figure; ``article`` is None where it belongs to the page alone."""

    id: FigureId
    page: PageId
    article: ArticleId | None
    headline: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Which figures to show; an empty field does not restrict.

    ``question`` wants the figures of the articles that it finds. ``kind`` is a whole name; ``text`` is
    looked for in caption, credit and headline. ``framed``: those alone that a picture can be cut of.
    """

    issue: IssueId | None = None
    page: PageId | None = None
    article: ArticleId | None = None
    question: Question | None = None
    kind: str = ""
    text: str = ""
    framed: bool = False


@dataclass(frozen=True, slots=True)
class StatisticRecord:
    """One statistic with where it stands; ``sentence`` is the sentence it was read from.

    ``page_number`` is the page's number as printed, or else its place in the issue. ``amended`` is the
    annotation by which a reader corrected the number or rejected it; ``rejected`` tells which.
    """

    id: StatisticId
    article: ArticleId
    page: PageId
    headline: str
    title: str
    date: date | None
    sentence: str
    statistic: Statistic
    page_number: str = ""
    amended: AnnotationId | None = None
    rejected: bool = False

    @property
    def printed(self) -> str:
        """The number as its sentence prints it, with what qualifies it (达到50%以上)."""
        number = self.statistic
        start, end = (at - number.sentence_start for at in (number.full_start, number.full_end))
        return self.sentence[max(0, start) : max(0, end)] or number.raw


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What searching one article needs: its text, the folded text, and what it is filed under.

    ``folded`` is ``index.fold.fold_article(text, passages).text``; ``notes`` and ``tags`` come
    from its annotations.
    """

    id: ArticleId
    page_id: PageId
    headline: str
    title: str
    date: date | None
    page: str
    section: str | None
    bylines: tuple[str, ...]
    text: str
    folded: str
    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedNumber:
    """One number of a group a query can ask for (金额, 百分比, 数量), in the base unit.

    A plain number has ``low`` = ``high``.
    """

    group: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class FiledArticle:
    """An article as an index takes it in: its text, and what else it is found and counted by."""

    text: ArticleText
    has_figure: bool
    has_annotation: bool
    kinds: frozenset[Kind]
    numbers: tuple[ReportedNumber, ...]


StatisticColumn = Literal["value", "unit", "kind", "measure", "subject", "time", "place", "headline", "date"]


@dataclass(frozen=True, slots=True)
class StatisticFilter:
    """Which statistics to list; an empty field does not restrict.

    Without ``kinds``, dates, ordinals and ranks are left out. ``text`` is looked for in the raw
    number, unit, measure, subject, place and headline. ``low`` and ``high`` bound the value in the unit
    ``unit``, whatever unit of the same dimension it was printed in; without a unit, the value as printed. A
    range counts where any part of it lies between. ``since`` and ``until`` (both inclusive) bound the
    number's own time, or the date of its issue where it has none; a longer time counts where any part of it
    does. ``place``, ``measure`` and ``subject`` are whole names. ``rejected`` lists what readers rejected
    instead.
    """

    page: PageId | None = None
    article: ArticleId | None = None
    kinds: frozenset[Kind] = frozenset()
    text: str = ""
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    since: date | None = None
    until: date | None = None
    place: str = ""
    measure: str = ""
    subject: str = ""
    dimension: str | None = None
    title: str = ""
    rejected: bool = False


NamedColumn = Literal["unit", "measure", "subject", "place", "title"]


@dataclass(frozen=True, slots=True)
class NameCount:
    """A name that statistics bear (a unit, a place …) and how many bear it."""

    name: str
    statistics: int


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """The statistics of one measure in one dimension: how many, in how many articles, and between what.

    ``least`` and ``greatest`` are in the dimension's base unit, None where none has a value; ``since`` and
    ``until`` are the first and the last day that they tell of.
    """

    measure: str
    dimension: str | None
    statistics: int
    articles: int
    least: float | None
    greatest: float | None
    since: date | None
    until: date | None
