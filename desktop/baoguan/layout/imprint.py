"""Whose page it is, as its head prints it: title, day, number."""

import re
from collections.abc import Sequence
from dataclasses import replace

from baoguan.domain.page import Imprint, PageScan
from baoguan.layout.places.frame import Mark, sheet_of
from baoguan.layout.places.furniture import furniture_of
from baoguan.layout.places.walls import Walls, frames_of
from baoguan.layout.printed_dates import day_in, value

_N = r"[0-9０-９〇零一二三四五六七八九十廿]{1,3}"
_NUMBER = (
    re.compile(rf"第\s*(?P<number>[A-Z]?{_N})\s*[版张張页頁]"),
    re.compile(r"^\s*(?P<number>[A-Z]\s?\d{1,2}|\d{1,3})\s*版?\s*$"),
    re.compile(r"(?:page|seite|pagina|p\.)\s*(?P<number>[A-Z]?\d{1,3})\b", re.IGNORECASE),
    re.compile(r"\b(?P<number>[A-Z]\d{1,2})\b"),
)
_PAPER = re.compile(r"[\u3400-\u9fff·]{1,10}[报報刊]")
_LATIN_PAPER = re.compile(r"[A-ZÀ-Þ][\w'’.&-]*(?:[ -][\w'’.&-]+){0,6}")
_MASTHEAD = 3.5
"""How much larger than the text a newspaper's title is on its front page alone."""
_MONTH = re.compile(r"\d")


def printed_imprint(scan: PageScan) -> Imprint:
    """Return a scan's imprint with what the page prints of itself, where the imprint does not say it.

    The order in its issue is concluded from a number that has no letter; a page without a number under a
    large title is the first.
    """
    told = scan.imprint
    if not any(block.printed for block in scan.blocks):
        return told
    sheet = sheet_of(scan)
    lines = furniture_of(sheet, frames_of(Walls(sheet), sheet))
    day = next((day for line in lines for way in _ways(line.text) if (day := day_in(way))), None)
    number = told.number or _number(lines)
    sequence, inferred = told.sequence, told.inferred
    if number is None and sequence is None and any(line.size > _MASTHEAD * sheet.size for line in lines):
        number, inferred = "1", inferred | {"number"}
    if sequence is None and number and number.isdecimal() and int(number) > 0:
        sequence, inferred = int(number), inferred | {"sequence"}
    return replace(
        told,
        title=told.title or _title(lines),
        date=told.date or day,
        number=number,
        sequence=sequence,
        inferred=inferred,
    )


def _title(lines: Sequence[Mark]) -> str | None:
    """Return the newspaper's name: the largest line that is one."""
    for line in sorted(lines, key=lambda line: -line.size):
        for way in _ways(line.text):
            bare = way.strip(" \u3000《》·.")
            if _PAPER.fullmatch(bare.replace(" ", "")):
                return bare.replace(" ", "")
        if _LATIN_PAPER.fullmatch(line.text) and not _MONTH.search(line.text) and day_in(line.text) is None:
            return line.text
    return None


def _number(lines: Sequence[Mark]) -> str | None:
    for form in _NUMBER:
        for line in lines:
            for way in _ways(line.text):
                if match := form.search(way):
                    return _digits(match["number"])
    return None


def _digits(number: str) -> str:
    """Return a page's number in digits; one with a letter, and one in digits, as printed."""
    bare = number.replace(" ", "")
    return bare if bare.isascii() else str(value(bare))


def _ways(text: str) -> tuple[str, str]:
    """Return a text as it was read, and from the right: old heads are printed so."""
    return text, text[::-1]
