"""A page scan to its sections, articles and figures."""

from collections.abc import Sequence

from baoguan.domain.article import PageLayout, PageNote
from baoguan.domain.page import PageScan
from baoguan.domain.rearrangement import Rearrangement
from baoguan.layout.articles import article_of, figure_of
from baoguan.layout.captions import find_captions
from baoguan.layout.choices import Choices
from baoguan.layout.drafts import finished, source_of
from baoguan.layout.given import given_page
from baoguan.layout.heads import find_heads
from baoguan.layout.joins import rejoin
from baoguan.layout.jumps import jumps_of
from baoguan.layout.lines import habits_of, lines_of
from baoguan.layout.notes import picture_credit
from baoguan.layout.places.page import placed_page
from baoguan.layout.plain import find_headings, find_names
from baoguan.layout.rearranging import rearrange
from baoguan.layout.seam import Seams, Vocabulary
from baoguan.layout.sections import assign_sections
from baoguan.layout.signing import sign
from baoguan.layout.stories import Gathered, gather
from baoguan.layout.units import units_of


def lay_out(
    scan: PageScan,
    vocabulary: Vocabulary,
    rejected: frozenset[str] = frozenset(),
    rearranged: Sequence[Rearrangement] = (),
) -> PageLayout:
    """Return a page separated into its parts: every source line with text is in exactly one of them.

    Articles that the source itself separates are taken as they are; a page that knows where its lines
    stand is laid out by their places, any other by its text. ``rejected`` holds the keys of decisions that
    a reader turned down: each is made the other way. ``rearranged`` is what a reader says, done last.
    """
    choices = Choices(rejected)
    source = source_of(scan)
    if scan.articles:
        layout = finished(given_page(scan, source), source)
    elif any(block.printed for block in scan.blocks):
        page = placed_page(scan, vocabulary, choices)
        page.decisions = choices.made()
        page.add_unplaced(source)
        layout = finished(page, source)
    else:
        layout = _by_text(scan, vocabulary, choices)
    return rearrange(layout, source, rearranged) if rearranged else layout


def _by_text(scan: PageScan, vocabulary: Vocabulary, choices: Choices) -> PageLayout:
    found = _gathered(scan, vocabulary, choices)
    sign(found, choices)
    sections = assign_sections(found.stories, choices)
    credit = next((text for note in found.notes if (text := picture_credit(note.text))), "")
    articles = tuple(article_of(story, credit) for story in found.stories)
    return PageLayout(
        sections=sections,
        articles=articles,
        page_notes=tuple(PageNote(note.text, note.line) for note in found.notes),
        figures=tuple(figure_of(figure, credit) for figure in found.figures),
        decisions=choices.made(),
        jumps=jumps_of(articles),
    )


def _gathered(scan: PageScan, vocabulary: Vocabulary, choices: Choices) -> Gathered:
    lines = lines_of(scan)
    habits = habits_of(lines)
    units = units_of(lines, habits, choices)
    seams = Seams((unit.text for unit in units), vocabulary)
    units = find_captions(units, habits, seams, choices)
    units = find_headings(units, habits, seams, choices)
    units = find_names(units, choices)
    units = rejoin(units, habits, seams, choices)
    return gather(units, find_heads(units, choices), choices)
