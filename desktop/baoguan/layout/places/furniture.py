"""What is printed with the page and not with an article: its head and its folio."""

import re
from collections.abc import Sequence

from baoguan.domain.page import BlockRole
from baoguan.layout.notes import is_note
from baoguan.layout.places.frame import Box, Mark, Sheet, around
from baoguan.layout.printed_dates import day_in, told_beside

_HEAD = 0.17
_FOOT = 0.95
_EDGE = 0.085
_FEW = 9
_TITLE = re.compile(
    r"[\u3400-\u9fff]{1,9}[报報]|[\w' ]*\b(?:Times|Post|Courier|Gazette|News|Herald|Journal)", re.I
)


def furniture_of(sheet: Sheet, frames: Sequence[Box]) -> list[Mark]:
    """Return the lines of a page's head and foot, in order of their places."""
    found = {
        mark.number: mark for mark in sheet.marks if mark.role is BlockRole.FURNITURE or is_note(mark.text)
    }
    papers = {mark.number: sheet.paper(mark) for mark in sheet.marks}
    height = max(sheet.paper(sheet.bounds).height, 1.0)
    for mark in sheet.marks:
        paper = papers[mark.number]
        if (paper.top < _HEAD * height or paper.bottom > _FOOT * height) and is_day(mark.text):
            with_day = _framed(mark, sheet, frames) or _row(mark, sheet, papers)
            found |= {mark.number: mark for mark in with_day}
    found |= {mark.number: mark for mark in _over_ruling(sheet, papers, height)}
    return sorted(found.values(), key=lambda mark: (mark.top, mark.left))


def is_day(text: str) -> bool:
    """Tell whether a line tells hardly more than the day, in either direction."""
    return any(day_in(way) is not None and len(told_beside(way)) <= 10 for way in (text, text[::-1]))


def _framed(day: Mark, sheet: Sheet, frames: Sequence[Box]) -> list[Mark]:
    """Return the lines of a boxed head."""
    page = sheet.bounds.width * sheet.bounds.height
    frame = next((box for box in frames if box.holds(day, sheet.size)), None)
    if frame is None or frame.width * frame.height > 0.15 * page:
        return []
    return [mark for mark in sheet.marks if frame.holds(mark, sheet.size)]


def _row(day: Mark, sheet: Sheet, papers: dict[int, Box]) -> list[Mark]:
    """Return the lines that stand in one row with the day, and those above it where the row is wide."""
    own = papers[day.number]
    row = [
        mark
        for mark in sheet.marks
        if papers[mark.number].abreast(own) > 0.3 * min(own.height, papers[mark.number].height)
        and _stands_alone(mark, sheet)
    ]
    band = around([own, *(papers[mark.number] for mark in row)])
    page = sheet.paper(sheet.bounds)
    if band.width < 0.35 * page.width:
        above = [
            mark for mark in sheet.marks if _TITLE.fullmatch(mark.text) or _TITLE.fullmatch(mark.text[::-1])
        ]
    else:
        above = list(sheet.marks)
    over = [
        mark
        for mark in above
        if papers[mark.number].bottom <= own.bottom + 0.3 * sheet.size and own.top < 0.5 * page.height
    ]
    return [day, *row, *over]


def _stands_alone(mark: Mark, sheet: Sheet) -> bool:
    """Tell whether no line of running text stands right above or below a line."""
    return not any(
        other is not mark
        and 0 <= max(other.top - mark.bottom, mark.top - other.bottom) < 0.8 * sheet.size
        and mark.beside(other) > 0.5 * min(mark.width, other.width)
        and 0.8 < mark.size / max(other.size, 0.1) < 1.25
        for other in sheet.marks
    )


def _over_ruling(sheet: Sheet, papers: dict[int, Box], height: float) -> list[Mark]:
    """Return the few short lines above a ruling across the head of the page."""
    wide = 0.6 * sheet.paper(sheet.bounds).width
    rulings = [sheet.paper(ruling) for ruling in sheet.rulings]
    edges = [line.bottom for line in rulings if line.width > wide and line.bottom < _EDGE * height]
    if not edges:
        return []
    over = [mark for mark in sheet.marks if papers[mark.number].bottom <= min(edges) + 0.3 * sheet.size]
    return over if len(over) <= _FEW and all(len(mark.text) < 40 for mark in over) else []
