"""The characters of a page gathered into its lines, whichever way each runs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from baoguan.domain.page import Region
from baoguan.readers.pdf_glyphs import Glyph
from baoguan.readers.pdf_gutters import Gutters, walls
from baoguan.readers.pdf_links import Mark, Way, after, followers, mark
from baoguan.readers.pdf_ways import standing

_NEAR = 0.35
"""Ems: characters nearer than this along a line belong together, if no ruling stands between."""
_APART = 0.5
"""Ems: up to this, unless the lines above and below leave the same gap."""
_FAR = 2.1
"""Ems: up to this, where the PDF prints one right after the other."""
_CLOSING = frozenset("，。、；：！？”’）》】〉」』〕")
_OPENING = frozenset("“‘（《【〈「『〔")
_CELL = 8.0
"""Pixels: what is printed over itself to look bold is moved by less."""


@dataclass(frozen=True, slots=True)
class Run:
    """The characters of a line in the order in which they stand along it, and how it runs."""

    glyphs: tuple[Glyph, ...]
    way: Way


def runs(glyphs: Iterable[Glyph], rulings: Sequence[Region]) -> list[Run]:
    """Return the lines of a page, each character in one of them, what is printed over itself once."""
    once = _once(glyphs)
    upright = _side_by_side(_squeezed([glyph for glyph in once if glyph.turn == 0]))
    found = _upright(upright, rulings)
    for way in (Way.TURNED, Way.OVER, Way.UP):
        turned = [glyph for glyph in once if glyph.turn == way.value]
        found += _chains(turned, way, frozenset(range(len(turned))), rulings)
    return _with_turned(found)


def _with_turned(found: list[Run]) -> list[Run]:
    """Put words that lie on their side in a line of upright type into that line."""
    joined: list[Run] = []
    for run in sorted(found, key=lambda run: run.glyphs[0].order):
        before = joined[-1] if joined else None
        if before and _goes_on(before, run):
            joined[-1] = Run(before.glyphs + run.glyphs, Way.DOWN)
        else:
            joined.append(run)
    return joined


def _goes_on(before: Run, run: Run) -> bool:
    above, below = before.glyphs[-1], run.glyphs[0]
    if above.turn == below.turn or {before.way, run.way} - {Way.DOWN, Way.TURNED}:
        return False
    gap = (below.top - above.bottom) / above.size
    plumb = abs(above.middle[0] - below.middle[0]) < 0.4 * above.size
    return plumb and -0.3 < gap < _APART and after(above, below)


def _once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Leave out characters printed again over themselves, to look bold."""
    found: list[Glyph] = []
    seen: dict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        column, row = (int(along // _CELL) for along in glyph.middle)
        near = ((glyph.text, column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        if not any(_over(glyph, other) for key in near for other in seen.get(key, ())):
            found.append(glyph)
        seen[glyph.text, column, row].append(glyph)
    return found


def _over(one: Glyph, other: Glyph) -> bool:
    slack = min(0.12 * one.size, 0.4 * (one.right - one.left), _CELL)
    return all(abs(a - b) <= slack for a, b in zip(one.middle, other.middle, strict=True))


def _squeezed(glyphs: list[Glyph]) -> list[Glyph]:
    """Divide the room that marks share which are set over each other, 。“, or over what is next to them."""
    found = list(glyphs)
    for place in range(1, len(found)):
        one, other = found[place - 1], found[place]
        reach = 0.3 * one.size
        if one.text not in _CLOSING and other.text not in _OPENING:
            continue
        if abs(one.bottom - other.bottom) < reach and one.left - reach < other.left < one.right:
            at = _border(one, other, one.right, other.left)
            found[place - 1], found[place] = replace(one, right=at), replace(other, left=at)
        elif abs(one.left - other.left) < reach and one.top - reach < other.top < one.bottom:
            at = _border(one, other, one.bottom, other.top)
            found[place - 1], found[place] = replace(one, bottom=at), replace(other, top=at)
    return found


def _border(one: Glyph, other: Glyph, end: float, start: float) -> float:
    """Return where one character gives way to another that starts before its end."""
    if other.text not in _OPENING:
        return start
    return (end + start) / 2 if one.text in _CLOSING else end


def _side_by_side(glyphs: list[Glyph]) -> list[Glyph]:
    """Make one of digits and letters side by side in the place of one character of an upright line."""
    found: list[Glyph] = []
    place = 0
    while place < len(glyphs):
        end = place + 1
        while end < len(glyphs) and end - place < 4 and _abut(glyphs[end - 1], glyphs[end]):
            end += 1
        before, after = found[-1] if found else None, glyphs[end] if end < len(glyphs) else None
        if end - place > 1 and _fits(before, joined := _joined(glyphs[place:end]), after):
            found.append(joined)
        else:
            found += glyphs[place:end]
        place = end
    return found


def _abut(one: Glyph, other: Glyph) -> bool:
    narrow = one.text.isascii() and other.text.isascii()
    level = abs(one.bottom - other.bottom) < 0.1 * one.size
    return narrow and level and abs(other.left - one.right) < 0.15 * one.size


def _joined(glyphs: Sequence[Glyph]) -> Glyph:
    text, raw = "".join(glyph.text for glyph in glyphs), "".join(glyph.raw for glyph in glyphs)
    return replace(glyphs[0], text=text, raw=raw, right=glyphs[-1].right, order=glyphs[-1].order)


def _stacked(above: Glyph | None, below: Glyph | None) -> bool:
    if above is None or below is None:
        return False
    gap = (below.top - above.bottom) / above.size
    return -0.3 < gap < 0.6 and abs(above.middle[0] - below.middle[0]) < 0.3 * above.size


def _fits(before: Glyph | None, one: Glyph, after: Glyph | None) -> bool:
    """Tell whether what is as wide as one character stands above or below the next, and beside none."""
    if one.right - one.left > 1.3 * one.size or not (_stacked(before, one) or _stacked(one, after)):
        return False
    others = [other for other in (before, after) if other is not None]
    level = [other for other in others if abs(other.bottom - one.bottom) < 0.3 * one.size]
    return all(abs(other.middle[0] - one.middle[0]) >= 2 * one.size for other in level)


def _upright(glyphs: list[Glyph], rulings: Sequence[Region]) -> list[Run]:
    """Return the lines of upright type, across and down."""
    across = followers([mark(glyph, Way.ACROSS) for glyph in glyphs])
    down = followers([mark(glyph, Way.DOWN) for glyph in glyphs])
    stands = frozenset(place for place, down_it in enumerate(standing(glyphs, across, down)) if down_it)
    rows = _chains(glyphs, Way.ACROSS, frozenset(range(len(glyphs))) - stands, rulings)
    columns = _chains(glyphs, Way.DOWN, stands, rulings)
    return rows + [Run(run.glyphs, Way.ACROSS) if _is_letter(run) else run for run in columns]


def _is_letter(run: Run) -> bool:
    """Tell whether a line is one letter or digit, which stands in upright and in level lines alike."""
    return len(run.glyphs) == 1 and run.glyphs[0].text.isascii()


def _chains(glyphs: Sequence[Glyph], way: Way, among: frozenset[int], rulings: Sequence[Region]) -> list[Run]:
    """Return the runs of the characters ``among``, each in exactly one."""
    places = sorted(among)
    own = [glyphs[place] for place in places]
    marks = [mark(glyph, way) for glyph in own]
    sign = -1.0 if way.backward else 1.0
    follow = followers(marks)
    rules = ((sign * at, low, high) for at, low, high in walls(rulings, down=way.vertical))
    gutters = Gutters(marks, follow, rules)
    nearest: dict[int, tuple[float, int]] = {}
    for place, found in enumerate(follow):
        if found is not None and _together(own, marks, gutters, place, *found):
            other, gap = found[0], abs(found[1])
            if other not in nearest or gap < nearest[other][0]:
                nearest[other] = (gap, place)
    onward = {before: place for place, (_, before) in nearest.items()}
    return [_run(own, onward, place, way) for place in range(len(own)) if place not in nearest]


def _run(glyphs: Sequence[Glyph], onward: dict[int, int], place: int, way: Way) -> Run:
    found = [glyphs[place]]
    while place in onward:
        place = onward[place]
        found.append(glyphs[place])
    return Run(tuple(found), way)


def _together(
    glyphs: Sequence[Glyph], marks: Sequence[Mark], gutters: Gutters, place: int, other: int, gap: float
) -> bool:
    """Tell whether a character goes on the line of the one before it, ``gap`` ems away."""
    one, two = marks[place], marks[other]
    if gap > 0.1 and gutters.walled(one, two):
        return False
    right_after = after(glyphs[place], glyphs[other])
    if gap <= _NEAR:
        return True
    small, large = sorted((one.size, two.size))
    if large > 1.25 * small or gutters.parted(one, two):
        return False
    return gap <= _APART or (right_after and (gap <= _FAR or gutters.bridged(one, two)))
