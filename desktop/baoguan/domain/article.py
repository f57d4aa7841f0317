"""A page separated into sections, articles and figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from baoguan.domain.page import Region


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Role(StrEnum):
    """What a passage is in its article."""

    SECTION = "section"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    LEAD = "lead"
    BODY = "body"
    SUBHEAD = "subhead"
    INSET = "inset"
    NOTE = "note"
    CAPTION = "caption"
    CREDIT = "credit"


TITLE_BLOCK = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})
RUNNING_TEXT = frozenset({Role.LEAD, Role.BODY, Role.SUBHEAD, Role.INSET, Role.NOTE})


@dataclass(frozen=True, slots=True)
class Join:
    """Where two source blocks were joined: ``at`` is the code point in the paragraph after the cut."""

    at: int
    before_line: int
    after_line: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a title block; ``more_lines`` are the source lines after its first."""

    text: str
    role: Role
    source_line: int
    more_lines: tuple[int, ...] = ()

    @property
    def source_lines(self) -> tuple[int, ...]:
        """Every source line of it, in order."""
        return (self.source_line, *self.more_lines)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote an article: ``raw`` as printed (■ 本报记者 刘畅), its role and its names.

    A byline printed inside a paragraph (本报讯(记者 张三)昨日…) has one of that paragraph's source lines.
    ``more_lines`` are the source lines after its first, where it stands on lines of its own.
    """

    raw: str
    role: str
    names: tuple[str, ...]
    source_line: int
    confidence: float = 1.0
    more_lines: tuple[int, ...] = ()

    @property
    def source_lines(self) -> tuple[int, ...]:
        """Every source line of it, in order."""
        return (self.source_line, *self.more_lines)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in reading order: exactly the characters of its source lines, joined without a separator.

    White space at the edges of a source line is layout, not text, and is left out. Between the Latin words of
    printed lines stands a space, and a hyphen that divides a word at a line's end is left out.
    ``confidence`` is that of its role and place, 0 to 1.
    """

    text: str
    role: Role
    source_lines: tuple[int, ...]
    joins: tuple[Join, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture printed on the page, with its caption and credit (empty where none is printed).

    ``source_line`` and ``more_lines`` are those of caption and credit, 0 and none where nothing is printed
    with it. ``kind`` is what the source calls it (photograph, table, map …), empty where nobody says.
    """

    caption: str
    credit: str = ""
    source_line: int = 0
    confidence: float = 1.0
    region: Region | None = None
    more_lines: tuple[int, ...] = ()
    kind: str = ""

    @property
    def source_lines(self) -> tuple[int, ...]:
        """Every source line printed with it, in order."""
        return (self.source_line, *self.more_lines) if self.source_line else ()


class Passage(NamedTuple):
    """A run of an article's text with one role; ``start`` and ``end`` are code points in ``Article.text``."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page, in reading order."""

    headings: tuple[Heading, ...]
    bylines: tuple[Byline, ...]
    paragraphs: tuple[Paragraph, ...]
    figures: tuple[Figure, ...] = ()
    section: str | None = None
    section_confidence: float = 1.0
    genre: str = "article"
    """``article``, ``advertisement``, ``notice`` or what else the source calls it."""

    @property
    def headline(self) -> str:
        """The main heading; the first paragraph's opening where nothing is set as a heading."""
        for heading in self.headings:
            if heading.role is Role.HEADLINE:
                return heading.text
        return self.paragraphs[0].text[:24] if self.paragraphs else ""

    def parts(self) -> Iterator[tuple[Role, str]]:
        """Yield everything printed with the article, in the order of ``text``."""
        if self.section:
            yield Role.SECTION, self.section
        for heading in self.headings:
            yield heading.role, heading.text
        inside = {line for paragraph in self.paragraphs for line in paragraph.source_lines}
        for byline in self.bylines:
            if byline.source_line not in inside:
                yield Role.BYLINE, byline.raw
        for paragraph in self.paragraphs:
            yield paragraph.role, paragraph.text
        for figure in self.figures:
            if figure.caption:
                yield Role.CAPTION, figure.caption
            if figure.credit:
                yield Role.CREDIT, figure.credit

    @property
    def text(self) -> str:
        """Everything printed with the article, a line feed between passages: what all offsets refer to."""
        return "\n".join(text for _, text in self.parts())

    def passages(self) -> tuple[Passage, ...]:
        """Return where each part stands in ``text``, in order."""
        found: list[Passage] = []
        start = 0
        for role, text in self.parts():
            found.append(Passage(role, start, start + len(text)))
            start += len(text) + 1
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice the layout made where the page left it open.

    ``lines`` are the source lines it is about; together with ``rule`` they name it across
    readings, so that a reader's rejection still holds when the page is read again.
    """

    rule: str
    lines: tuple[int, ...]
    confidence: float

    @property
    def key(self) -> str:
        """The decision's name, the same at every reading of the same source."""
        return f"{self.rule}:{','.join(map(str, self.lines))}"


@dataclass(frozen=True, slots=True)
class SectionLabel:
    """A printed column label; ``displaced`` when it stands away from its articles in the source."""

    name: str
    source_line: int
    displaced: bool = False


@dataclass(frozen=True, slots=True)
class PageNote:
    """A line about the whole page, such as 本版图片均由受访者提供, or its masthead or folio."""

    text: str
    source_line: int


@dataclass(frozen=True, slots=True)
class Jump:
    """A printed reference from an article to its other part: 下转第3版, 上接第1版.

    ``article`` is a place in ``PageLayout.articles``; ``onward`` tells 下转 from 上接; ``page`` is the page
    named as printed (3, A2), ``about`` the headline it names, empty where it names none. ``name`` is that
    of an article which the source itself divides among pages (``GivenArticle.name``): then no line says so.
    """

    article: int
    source_line: int
    onward: bool
    page: str
    about: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page separated into its parts; every source line with text belongs to exactly one of them."""

    sections: tuple[SectionLabel, ...]
    articles: tuple[Article, ...]
    page_notes: tuple[PageNote, ...] = ()
    figures: tuple[Figure, ...] = ()
    """Figures that belong to no article."""
    decisions: tuple[Decision, ...] = ()
    jumps: tuple[Jump, ...] = ()
