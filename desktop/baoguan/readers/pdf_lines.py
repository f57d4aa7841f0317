"""Printed lines of a PDF page: their text as it is printed, and where each character stands."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from baoguan.domain.page import Region, TextLine
from baoguan.readers.pdf_glyphs import Glyph
from baoguan.readers.pdf_links import Mark, Way, mark
from baoguan.readers.pdf_runs import Run, runs

_MARKS = frozenset("，。、；：！？”’）》】〉」』…")
_IDEOGRAPHS = 0x2E80
_LETTERS = 0x2000
_SIMPLIFIED, _TRADITIONAL = (
    frozenset("们这国说时会来对发为学经动后"),
    frozenset("們這國說時會來對發為學經動後"),
)


def lines(glyphs: Iterable[Glyph], rulings: Sequence[Region] = ()) -> list[TextLine]:
    """Return the lines of a page in the order in which the PDF begins them, numbered from 1."""
    found = runs(_with_doors(list(glyphs)), rulings)
    printed = sorted(found, key=lambda run: min(glyph.order for glyph in run.glyphs))
    return [_line(run, number) for number, run in enumerate(printed, 1)]


def _with_doors(glyphs: list[Glyph]) -> list[Glyph]:
    """Return ⼾ as 户 on pages in simplified characters, as 戶 on others: one radical stands for both."""
    if not any(glyph.raw == "⼾" for glyph in glyphs):
        return glyphs
    lean = sum((glyph.text in _SIMPLIFIED) - (glyph.text in _TRADITIONAL) for glyph in glyphs)
    door = "戶" if lean < 0 else "户"
    return [replace(glyph, text=door) if glyph.raw == "⼾" else glyph for glyph in glyphs]


def _line(run: Run, number: int) -> TextLine:
    printed = run.glyphs
    leftward = run.way is Way.ACROSS and _is_leftward(printed)
    places = [mark(glyph, run.way) for glyph in printed]
    blanks = {place for place, glyph in enumerate(printed) if place and glyph.spaced}
    text, origin, cuts = _spaced(printed, places, blanks)
    if run.way.backward:
        cuts = [-cut for cut in cuts]
    if leftward:
        text, origin, cuts = text[::-1], origin[::-1], cuts[::-1]
    return TextLine(
        number,
        text,
        _around(printed),
        tuple(cuts),
        origin if origin != text else "",
        median(glyph.size for glyph in printed),
        2 * sum(glyph.bold for glyph in printed) > len(printed),
        run.way.vertical,
    )


def _is_leftward(printed: Sequence[Glyph]) -> bool:
    """Tell whether Chinese is printed from the right: each character right after the one to its right."""
    drawn = [glyph.drawn for glyph in printed]
    falling = len(drawn) > 2 and all(one - other == 1 for one, other in pairwise(drawn))
    return falling and all(ord(glyph.text[0]) >= _IDEOGRAPHS for glyph in printed)


def _around(printed: Sequence[Glyph]) -> Region:
    left, top = min(glyph.left for glyph in printed), min(glyph.top for glyph in printed)
    right, bottom = max(glyph.right for glyph in printed), max(glyph.bottom for glyph in printed)
    return Region(left, top, right - left, bottom - top)


def _spaced(
    printed: Sequence[Glyph], places: Sequence[Mark], blanks: set[int]
) -> tuple[str, str, list[float]]:
    """Return the text of a line, its text as the PDF has it, and its cuts.

    There is a space where the gap is wider than is usual in this line; ``blanks`` are the places before
    which the PDF says so itself, which may be mere letter-spacing.
    """
    gaps = [(after.start - before.end) / before.size for before, after in pairwise(places)]
    usual = _usual(printed, gaps)
    text, origin, cuts = "", "", [places[0].start]
    for place, (glyph, stands) in enumerate(zip(printed, places, strict=True)):
        if place:
            wider = gaps[place - 1] - usual[_stretches(printed[place - 1])]
            told = place in blanks and 2 * len(blanks) <= len(gaps)
            if wider > _wide(printed[place - 1], glyph, told=told, blank=place in blanks):
                text, origin = text + " ", origin + " "
                cuts.append(max(cuts[-1], stands.start))
            else:
                cuts[-1] = max(cuts[-2], (cuts[-1] + stands.start) / 2)
        text, origin = text + glyph.text, origin + glyph.raw
        begin, end, count = cuts[-1], max(cuts[-1], stands.end), len(glyph.text)
        cuts += [begin + (end - begin) * part / count for part in range(1, count + 1)]
    return text, origin, cuts


def _usual(printed: Sequence[Glyph], gaps: Sequence[float]) -> dict[bool, float]:
    """Return the usual gap after characters and after punctuation, which justified lines stretch."""
    usual = max(median(gaps) if len(gaps) > 2 else min(gaps), 0.0) if len(gaps) > 1 else 0.0
    after = [gap for glyph, gap in zip(printed, gaps, strict=False) if _stretches(glyph)]
    return {False: usual, True: max(usual, median(after)) if len(after) > 1 else usual}


def _stretches(glyph: Glyph) -> bool:
    return glyph.text in _MARKS and not _is_narrow(glyph)


def _wide(before: Glyph, after: Glyph, *, told: bool, blank: bool) -> float:
    """Return the ems that a gap is wider than usual where it is a space.

    ``blank`` is whether the PDF has one there, ``told`` whether it has none between most characters.
    """
    narrow = [_is_narrow(glyph) for glyph in (before, after)]
    if blank:
        return -1.0 if told and all(narrow) else 0.08
    return 0.12 if all(narrow) else 0.3 if any(narrow) else 0.15


def _is_narrow(glyph: Glyph) -> bool:
    """Tell letters and digits from what is as wide as Chinese: ■ and ” in Chinese type."""
    code = ord(glyph.text[-1])
    return code < _LETTERS or (code < _IDEOGRAPHS and glyph.right - glyph.left < 0.8 * glyph.size)
