"""A page that knows where its print stands to its articles, figures and furniture."""

from collections.abc import Sequence

from baoguan.domain.article import PageNote
from baoguan.domain.page import BlockRole, PageScan
from baoguan.layout.choices import Choices
from baoguan.layout.drafts import DraftPage
from baoguan.layout.places.boxes import marks_of
from baoguan.layout.places.filing import PAID, file
from baoguan.layout.places.frame import Box, Mark, Sheet, pitch_of, sheet_of
from baoguan.layout.places.furniture import furniture_of
from baoguan.layout.places.ground import Ground
from baoguan.layout.places.notices import cut_apart
from baoguan.layout.places.pictures import captions_of, pictures_of
from baoguan.layout.places.strips import Strip, strips_of
from baoguan.layout.places.tables import tables_of
from baoguan.layout.places.threads import Thread, threads_of
from baoguan.layout.places.titles import titles_of
from baoguan.layout.places.walls import Walls, frames_of
from baoguan.layout.seam import Seams, Vocabulary

_SPECK = 0.7
"""Share of the height of the text under which a mark is no text."""


def placed_page(scan: PageScan, vocabulary: Vocabulary, choices: Choices) -> DraftPage:
    """Return the parts of a page whose lines know their places."""
    sheet = sheet_of(scan)
    walls = Walls(sheet)
    frames = frames_of(walls, sheet)
    furniture = furniture_of(sheet, frames)
    specks = [mark for mark in sheet.marks if _is_speck(mark, sheet.size)]
    apart = dict.fromkeys([*furniture, *specks])
    marks = [mark for mark in sheet.marks if mark not in apart]
    zones = _zones(marks, frames, sheet.size)
    titles, marks = titles_of(marks, sheet, walls, zones)
    pitch = pitch_of(sorted(marks, key=lambda mark: (round(mark.left / sheet.size), mark.top)), sheet.size)
    pictures, marks = pictures_of(sheet, marks, pitch)
    strips = _strips(marks, sheet, walls, pitch, zones)
    printed = [*(title.box for title in titles), *(picture.whole for picture in pictures), *furniture]
    pictures += captions_of(sheet, strips, printed, pitch)
    strips = [strip for strip in strips if strip.marks]
    indents = _indents(strips)
    ground = Ground(
        cut_apart(strips) if indents else strips,
        titles,
        [picture.whole for picture in pictures],
        walls,
        Seams((mark.text for mark in marks), vocabulary),
        sheet.size,
        pitch,
        indents,
        {mark.number: at for at, mark in enumerate(sheet.marks)} if scan.ordered else {},
    )
    page = DraftPage(notes=[PageNote(mark.text, mark.number) for mark in apart])
    threads = threads_of(ground, choices)
    file(page, sorted(threads, key=lambda thread: _place(thread, ground)), pictures, sheet.size)
    return page


def _strips(
    marks: Sequence[Mark], sheet: Sheet, walls: Walls, pitch: float, zones: dict[int, int]
) -> list[Strip]:
    """Return tables and columns of text."""
    tables, rest = tables_of(marks, sheet.size, zones)
    return [*tables, *strips_of(rest, walls, pitch, zones)]


def _is_speck(mark: Mark, size: float) -> bool:
    """Tell whether a line is dirt that was read as a letter or two."""
    return len(mark.text) < 3 and max(mark.width, mark.height) < _SPECK * size


def _zones(marks: Sequence[Mark], frames: Sequence[Box], size: float) -> dict[int, int]:
    """Return for each line in a frame which it is, counted from 1: the smallest around it.

    A frame with what the source calls an advertisement is one; outside of frames, such a block is.
    """
    found = {
        mark.number: next((at for at, box in enumerate(frames, 1) if box.holds(mark, 0.5 * size)), 0)
        for mark in marks
    }
    paid = {mark.number: found[mark.number] for mark in marks if mark.role is BlockRole.ADVERTISEMENT}
    for mark in marks:
        zone = found[mark.number]
        if zone and zone in paid.values():
            found[mark.number] = PAID + zone
        elif mark.number in paid:
            found[mark.number] = PAID + len(frames) + 1 + mark.block
    return {number: zone for number, zone in found.items() if zone}


def _indents(strips: Sequence[Strip]) -> bool:
    """Tell whether paragraphs of a page begin inside the column."""
    long = [strip for strip in strips if len(strip.marks) > 5]
    inside = sum(any(0.7 < strip.indent(mark) < 4 for mark in strip.marks) for strip in long)
    return 3 * inside > len(long)


def _place(thread: Thread, ground: Ground) -> tuple[float, float]:
    """Return where an article stands among the others: as the source says, or from the top of the page."""
    if ground.order:
        return (min(ground.order[mark.number] for mark in marks_of(thread)), 0.0)
    box = thread.title.box if thread.title else thread.strips[0].box
    return (box.top, box.left)
