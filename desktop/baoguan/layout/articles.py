"""Stories to the articles and figures of the domain."""

from collections.abc import Sequence

from baoguan.domain.article import Article, Byline, Figure, Heading, Paragraph, Role
from baoguan.layout.bylines import bylines_inside
from baoguan.layout.stories import Story
from baoguan.layout.units import Kind, Unit


def article_of(story: Story, credit: str) -> Article:
    """Return a story as an article; ``credit`` is that of figures that name none themselves."""
    paragraphs = _paragraphs(_insets_last(story.texts))
    return Article(
        headings=_headings(story),
        bylines=_bylines(story, paragraphs),
        paragraphs=paragraphs,
        figures=tuple(figure_of(figure, credit) for figure in story.figures),
        section=story.section,
        section_confidence=story.section_confidence,
    )


def figure_of(unit: Unit, credit: str) -> Figure:
    """Return a figure with its own credit or the page's."""
    confidence = 0.95 if unit.image else 0.85
    return Figure(unit.text, unit.credit or credit, unit.line, confidence, more_lines=unit.lines[1:])


def _headings(story: Story) -> tuple[Heading, ...]:
    """Return a title block: the headline is the least deep heading, the first of equals."""
    kickers = [Heading(unit.text, Role.KICKER, unit.line) for unit in story.kickers]
    if not story.headings:
        return tuple(kickers)
    main = min(range(len(story.headings)), key=lambda at: (story.headings[at].level, at))
    roles = [Role.KICKER if at < main else Role.DECK for at in range(len(story.headings))]
    roles[main] = Role.HEADLINE
    block = (Heading(unit.text, role, unit.line) for unit, role in zip(story.headings, roles, strict=True))
    return (*kickers, *block)


def _bylines(story: Story, paragraphs: Sequence[Paragraph]) -> tuple[Byline, ...]:
    alone = [unit.byline for unit in story.bylines if unit.byline]
    inside = [
        byline
        for paragraph in paragraphs
        if paragraph.role is not Role.SUBHEAD
        for byline in bylines_inside(paragraph.text, paragraph.source_lines)
    ]
    return (*alone, *inside)


def _insets_last(texts: Sequence[Unit]) -> list[Unit]:
    """Return an article's texts with each inset, which stands outside the text, at the end of its section."""
    ordered: list[Unit] = []
    insets: list[Unit] = []
    for unit in texts:
        if unit.kind is Kind.HEADING:
            ordered, insets = [*ordered, *insets], []
        (insets if unit.inset else ordered).append(unit)
    return [*ordered, *insets]


def _paragraphs(texts: Sequence[Unit]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    lead = True
    for unit in texts:
        role = _role(unit, lead)
        lead = lead and role is not Role.LEAD
        confidence = min(
            [unit.confidence, *(join.confidence for join in unit.joins), *([0.7] if unit.inset else [])]
        )
        found.append(Paragraph(unit.text, role, unit.lines, unit.joins, round(confidence, 2)))
    return tuple(found)


def _role(unit: Unit, lead: bool) -> Role:
    if unit.kind is Kind.HEADING:
        return Role.SUBHEAD
    if unit.kind is Kind.ASIDE:
        return Role.NOTE
    if unit.inset:
        return Role.INSET
    return Role.LEAD if lead else Role.BODY
