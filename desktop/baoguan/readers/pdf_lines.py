"""Characters of a PDF page to its printed lines, which run across, upright, or are turned."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from baoguan.domain.page import Region, TextLine
from baoguan.readers.pdf_glyphs import Glyph
from baoguan.readers.pdf_links import Mark, followers

_NEAR = 0.5
"""Ems: characters nearer than this along a line belong together, whatever the PDF's order."""
_FAR = 1.5
"""Ems: up to this, where the PDF prints one right after the other."""
Follow = list[tuple[int, float] | None]


def lines(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """Return the lines of a page in the order in which the PDF begins them, numbered from 1."""
    once = _once(glyphs)
    upright = [glyph for glyph in once if glyph.turn == 0]
    runs = _upright(upright)
    for turn in (90, 180, 270):
        turned = [glyph for glyph in once if glyph.turn == turn]
        runs += [(run, turn) for run in _chains(turned, _follow(turned, turn), frozenset(range(len(turned))))]
    printed = [(run, turn) for run, turn in runs if any(not glyph.blank for glyph in run)]
    printed.sort(key=lambda run: min(glyph.order for glyph in run[0]))
    return [_line(run, turn, number) for number, (run, turn) in enumerate(printed, 1)]


def _once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Leave out characters printed again over themselves, to look bold."""
    found: list[Glyph] = []
    seen: dict[tuple[str, int, int, int], None] = {}
    for glyph in glyphs:
        x, y = glyph.middle
        step = max(1.0, 0.2 * glyph.size)
        places = {
            (glyph.text, glyph.turn, round((x + i) / step), round((y + j) / step))
            for i in (-step / 4, step / 4)
            for j in (-step / 4, step / 4)
        }
        if not any(place in seen for place in places):
            found.append(glyph)
        seen.update(dict.fromkeys(places))
    return found


def _mark(glyph: Glyph, turn: int) -> Mark:
    """Return a character along the way that type turned like this reads."""
    base = 0.12 * glyph.size
    if turn == 90:
        return Mark(glyph.top, glyph.bottom, glyph.left + base, glyph.size)
    if turn == 180:
        return Mark(-glyph.right, -glyph.left, glyph.top + base, glyph.size)
    if turn == 270:
        return Mark(-glyph.bottom, -glyph.top, glyph.right - base, glyph.size)
    return Mark(glyph.left, glyph.right, glyph.bottom - base, glyph.size)


def _down(glyph: Glyph) -> Mark:
    return Mark(glyph.top, glyph.bottom, glyph.middle[0], glyph.size)


def _follow(glyphs: Sequence[Glyph], turn: int) -> Follow:
    return followers([_mark(glyph, turn) for glyph in glyphs])


def _upright(glyphs: list[Glyph]) -> list[tuple[list[Glyph], int]]:
    across, down = _follow(glyphs, 0), followers([_down(glyph) for glyph in glyphs])
    stands = _standing(glyphs, across, down)
    lying = frozenset(place for place, standing in enumerate(stands) if not standing)
    rows = [(run, 0) for run in _chains(glyphs, across, lying)]
    columns = _chains(glyphs, down, frozenset(range(len(glyphs))) - lying)
    return rows + [(run, 1) for run in columns]


def _standing(glyphs: Sequence[Glyph], across: Follow, down: Follow) -> list[bool]:
    """Tell of each character whether its line runs down the page: what it and its neighbours speak for."""
    votes = [0.0] * len(glyphs)
    for follow, sign in ((across, -1.0), (down, 1.0)):
        for place, found in enumerate(follow):
            if found is None:
                continue
            other, gap = found
            vote = sign * (_after(glyphs, place, other) * 2 + max(0.0, 1 - max(gap, 0.0)))
            votes[place] += vote
            votes[other] += vote
    total = list(votes)
    for follow in (across, down):
        for place, found in enumerate(follow):
            if found is not None and found[1] < 1:
                total[place] += votes[found[0]] / 2
                total[found[0]] += votes[place] / 2
    return [vote > 0.01 for vote in total]


def _after(glyphs: Sequence[Glyph], place: int, other: int) -> bool:
    return 0 < glyphs[other].order - glyphs[place].order <= 2


def _chains(glyphs: Sequence[Glyph], follow: Follow, among: frozenset[int]) -> list[list[Glyph]]:
    """Return the runs of characters that follow each other; each character is in exactly one."""
    nearest: dict[int, tuple[float, int]] = {}
    for place in among:
        found = follow[place]
        if found is not None and found[0] in among and _together(glyphs, place, *found):
            gap = abs(found[1])
            if found[0] not in nearest or gap < nearest[found[0]][0]:
                nearest[found[0]] = (gap, place)
    onward = {before: place for place, (_, before) in nearest.items()}
    runs = []
    for place in sorted(among - nearest.keys()):
        run = [glyphs[place]]
        while place in onward:
            place = onward[place]
            run.append(glyphs[place])
        runs.append(run)
    return runs


def _together(glyphs: Sequence[Glyph], place: int, other: int, gap: float) -> bool:
    if glyphs[place].blank or gap > _NEAR:
        return gap <= _FAR and _after(glyphs, place, other)
    return True


def _line(run: list[Glyph], turn: int, number: int) -> TextLine:
    """Return a line of characters; ``turn`` 1 is upright type that reads down the page."""
    marks = [_down(glyph) if turn == 1 else _mark(glyph, turn) for glyph in run]
    text, origin, cuts = _spaced(run, marks)
    region = Region(run[0].left, run[0].top, run[0].right - run[0].left, run[0].bottom - run[0].top)
    for glyph in run[1:]:
        region = region.with_(
            Region(glyph.left, glyph.top, glyph.right - glyph.left, glyph.bottom - glyph.top)
        )
    if turn in (180, 270):
        cuts = [-cut for cut in cuts]
    printed = [glyph for glyph in run if not glyph.blank]
    return TextLine(
        number,
        text,
        region,
        tuple(cuts),
        origin if origin != text else "",
        median(glyph.size for glyph in printed),
        2 * sum(glyph.bold for glyph in printed) > len(printed),
        turn in (1, 90, 270),
    )


def _spaced(run: list[Glyph], marks: list[Mark]) -> tuple[str, str, list[float]]:
    """Return the text of a line, its text as the PDF has it, and its cuts; with the spaces of the print."""
    printed = [(glyph, mark) for glyph, mark in zip(run, marks, strict=True) if not glyph.blank]
    gaps = [(after.start - before.end) / before.size for (_, before), (_, after) in pairwise(printed)]
    usual = median(gaps) if gaps else 0.0
    text, origin = "", ""
    cuts = [printed[0][1].start]
    for place, (glyph, mark) in enumerate(printed):
        text += glyph.text
        origin += glyph.raw
        last = len(glyph.text)
        cuts += [mark.start + (mark.end - mark.start) * part / last for part in range(1, last + 1)]
        if place == len(gaps):
            break
        following = printed[place + 1]
        if gaps[place] - usual > (0.12 if _narrow(glyph) and _narrow(following[0]) else 0.4):
            text, origin = text + " ", origin + " "
            cuts.append(max(following[1].start, cuts[-1]))
        else:
            cuts[-1] = max(cuts[-2], (cuts[-1] + following[1].start) / 2)
    return text, origin, cuts


def _narrow(glyph: Glyph) -> bool:
    return ord(glyph.text[-1]) < 0x2E80
