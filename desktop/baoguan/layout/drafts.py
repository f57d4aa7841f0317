"""A page's articles while they can still change: passages by their roles and source lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate

from baoguan.domain.article import (
    RUNNING_TEXT,
    TITLE_BLOCK,
    Article,
    Byline,
    Decision,
    Figure,
    Heading,
    Join,
    Jump,
    PageLayout,
    PageNote,
    Paragraph,
    Role,
    SectionLabel,
)
from baoguan.domain.page import BLANK, PageScan, Region, TextLine
from baoguan.layout.bylines import byline_of, bylines_inside, name_byline
from baoguan.layout.joined import joined
from baoguan.layout.jumps import jumps_of

ORDER = (TITLE_BLOCK, frozenset({Role.BYLINE}), RUNNING_TEXT, frozenset({Role.CAPTION, Role.CREDIT}))
"""What stands before what in an article's text."""


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a page by their numbers: their text without the white space at its edges, their places."""

    texts: Mapping[int, str]
    places: Mapping[int, TextLine]

    def text(self, lines: list[int]) -> str:
        """Return the text of lines, in their order; a line without text has none."""
        return self.run(lines)[0]

    def run(self, lines: list[int]) -> tuple[str, tuple[int, ...]]:
        """Return the text of lines, and where each begins: as printed, or as the source has them."""
        texts = [self.texts.get(line, "") for line in lines]
        if self.places:
            return joined(texts)
        return "".join(texts), (0, *accumulate(len(text) for text in texts))


@dataclass(slots=True, eq=False)
class Part:
    """A passage: its role and its source lines in order.

    ``made`` is what it was when nothing had been changed; it holds as long as the lines do. ``breaks`` are
    the lines that begin a new column, with the rule and the confidence of the join. A figure is a part of
    role CAPTION; ``credit`` are those of its lines that hold its credit, ``region`` is its frame.
    """

    role: Role
    lines: list[int]
    made: Heading | Byline | Figure | None = None
    breaks: dict[int, tuple[str, float]] = field(default_factory=dict)
    confidence: float = 1.0
    region: Region | None = None
    kind: str = ""
    credit: list[int] = field(default_factory=list)
    figure: bool = False


@dataclass(slots=True, eq=False)
class Draft:
    """An article in the making; ``made`` is the article as long as nothing in it has been changed.

    ``jumps`` are those to its parts on other pages which no line tells of.
    """

    parts: list[Part] = field(default_factory=list)
    section: str | None = None
    section_confidence: float = 1.0
    genre: str = "article"
    made: Article | None = None
    jumps: list[Jump] = field(default_factory=list)

    def lines(self) -> list[int]:
        """Return all source lines in the order of parts."""
        return [line for part in self.parts for line in part.lines]


@dataclass(slots=True)
class DraftPage:
    """A page in the making: everything a PageLayout has."""

    articles: list[Draft] = field(default_factory=list)
    sections: list[SectionLabel] = field(default_factory=list)
    notes: list[PageNote] = field(default_factory=list)
    figures: list[Part] = field(default_factory=list)
    decisions: tuple[Decision, ...] = ()

    def holder(self, line: int) -> Draft | None:
        """Return the article that a line is in."""
        return next((draft for draft in self.articles for part in draft.parts if line in part.lines), None)

    def add_unplaced(self, source: Source) -> None:
        """Add the lines of the source that stand nowhere on the page as an article of their own."""
        missing = set(source.texts) - set(self.known(source.texts))
        if missing:
            self.articles.append(Draft([Part(Role.BODY, [line]) for line in sorted(missing)]))

    def known(self, lines: Iterable[int]) -> list[int]:
        """Return those of the lines that the page has, each once."""
        held = {line for draft in self.articles for line in draft.lines()}
        held |= {line for part in self.figures for line in part.lines}
        held |= {note.source_line for note in self.notes} | {label.source_line for label in self.sections}
        return [line for line in dict.fromkeys(lines) if line in held]


def drafted(layout: PageLayout, source: Source) -> DraftPage:
    """Return a layout as a page in the making."""
    page = DraftPage(
        [_draft(article, source) for article in layout.articles],
        list(layout.sections),
        list(layout.page_notes),
        [_figure_part(figure, source) for figure in layout.figures],
        layout.decisions,
    )
    for jump in layout.jumps:
        if not jump.source_line:
            page.articles[jump.article].jumps.append(jump)
    return page


def _draft(article: Article, source: Source) -> Draft:
    inside = {line for paragraph in article.paragraphs for line in paragraph.source_lines}
    parts = [Part(head.role, list(head.source_lines), head) for head in article.headings]
    parts += [
        Part(Role.BYLINE, list(byline.source_lines), byline)
        for byline in article.bylines
        if byline.source_line not in inside
    ]
    for paragraph in article.paragraphs:
        breaks = {join.after_line: (join.rule, join.confidence) for join in paragraph.joins}
        parts.append(Part(paragraph.role, list(paragraph.source_lines), None, breaks, paragraph.confidence))
    parts += [_figure_part(figure, source) for figure in article.figures]
    return Draft(parts, article.section, article.section_confidence, article.genre, article)


def _figure_part(figure: Figure, source: Source) -> Part:
    lines = list(figure.source_lines)
    credited = next((at for at in range(len(lines)) if source.text(lines[at:]) == figure.credit), len(lines))
    return Part(
        Role.CAPTION,
        lines,
        figure,
        confidence=figure.confidence,
        region=figure.region,
        kind=figure.kind,
        credit=lines[credited:],
        figure=True,
    )


def source_of(scan: PageScan) -> Source:
    """Return the lines of a scan that have text."""
    texts: dict[int, str] = {}
    places: dict[int, TextLine] = {}
    for block in scan.blocks:
        starts = [*(block.starts or (0,)), len(block.text)]
        for at, number in enumerate(block.lines[: len(starts) - 1]):
            text = block.text[starts[at] : starts[at + 1]].strip(BLANK)
            if text:
                texts[number] = text
        places |= {line.number: line for line in block.printed}
    return Source(texts, places)


def finished(page: DraftPage, source: Source) -> PageLayout:
    """Return the layout that a page in the making has become."""
    kept = [draft for draft in page.articles if draft.parts]
    articles = tuple(draft.made or _article(draft, source) for draft in kept)
    named = [replace(jump, article=at) for at, draft in enumerate(kept) for jump in draft.jumps]
    return PageLayout(
        sections=tuple(sorted(page.sections, key=lambda label: label.source_line)),
        articles=articles,
        page_notes=tuple(page.notes),
        figures=tuple(figure_of(part, source) for part in page.figures),
        decisions=page.decisions,
        jumps=(*named, *jumps_of(articles)),
    )


def figure_of(part: Part, source: Source) -> Figure:
    """Return a figure with its caption and credit."""
    if isinstance(part.made, Figure) and list(part.made.source_lines) == part.lines:
        return replace(part.made, region=part.region)
    caption = [line for line in part.lines if line not in part.credit]
    lines = [*caption, *part.credit]
    return Figure(
        source.text(caption),
        source.text(part.credit),
        lines[0] if lines else 0,
        part.confidence,
        part.region,
        tuple(lines[1:]),
        part.kind,
    )


def _article(draft: Draft, source: Source) -> Article:
    paragraphs = tuple(_paragraph(part, source) for part in draft.parts if part.role in RUNNING_TEXT)
    inside = (
        byline
        for paragraph in paragraphs
        if paragraph.role is not Role.SUBHEAD
        for byline in bylines_inside(paragraph.text, paragraph.source_lines)
    )
    return Article(
        headings=tuple(_heading(part, source) for part in draft.parts if part.role in TITLE_BLOCK),
        bylines=(*(_byline(part, source) for part in draft.parts if part.role is Role.BYLINE), *inside),
        paragraphs=paragraphs,
        figures=tuple(figure_of(part, source) for part in draft.parts if part.figure),
        section=draft.section,
        section_confidence=draft.section_confidence,
        genre=draft.genre,
    )


def _heading(part: Part, source: Source) -> Heading:
    if isinstance(part.made, Heading) and list(part.made.source_lines) == part.lines:
        return replace(part.made, role=part.role)
    return Heading(source.text(part.lines), part.role, part.lines[0], tuple(part.lines[1:]))


def _byline(part: Part, source: Source) -> Byline:
    first, more = part.lines[0], tuple(part.lines[1:])
    if isinstance(part.made, Byline) and list(part.made.source_lines) == part.lines:
        return part.made
    text = source.text(part.lines)
    found = byline_of(text, first) or name_byline(text, first)
    return replace(found, more_lines=more) if found else Byline(text, "", (), first, 0.6, more)


def _paragraph(part: Part, source: Source) -> Paragraph:
    text, starts = source.run(part.lines)
    joins = [
        Join(starts[at], part.lines[at - 1], line, *part.breaks[line])
        for at, line in enumerate(part.lines)
        if at and line in part.breaks
    ]
    confidence = min([part.confidence, *(join.confidence for join in joins)])
    return Paragraph(text, part.role, tuple(part.lines), tuple(joins), round(confidence, 2))
