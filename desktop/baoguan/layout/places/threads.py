"""Which strip is read after which, and which title block heads which: all decided together.

Costs are nats, chosen on composed pages; what they weigh is common to newspapers: text goes on below or at
the top of the next column, a headline stands over the columns of its article, a paragraph begins inside.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from baoguan.layout.choices import Choices
from baoguan.layout.marks import starts_inside
from baoguan.layout.places.frame import Box
from baoguan.layout.places.matching import cheapest
from baoguan.layout.places.notices import NOTICE
from baoguan.layout.places.strips import BULLETS, Strip
from baoguan.layout.places.titles import Title
from baoguan.layout.places.walls import Walls
from baoguan.layout.seam import Seams

_ALONE = 3.2
_HEADED = 3.0
_RULED = 3.0
_WALLED = 4.0
_WHITE = 1.2
_TOLD = 1.5
"""What it counts for that the source itself has one strip after the other."""
_MOST = 9.0
_CLEAR = 0.93
_FARTHEST = 30
"""Lines that a picture may keep a text off its headline."""


@dataclass(slots=True)
class Ground:
    """What decides between followers: strips, titles, pictures, rulings, the pitch of lines, habits.

    ``order`` is the place of each line in the order of reading, where the source tells it.
    """

    strips: Sequence[Strip]
    titles: Sequence[Title]
    pictures: Sequence[Box]
    walls: Walls
    seams: Seams
    size: float
    pitch: float
    indents: bool
    order: dict[int, int] = field(default_factory=dict)
    over: dict[int, Title] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Thread:
    """Strips that are read one after the other, and the title block over them, if there is one."""

    strips: list[Strip]
    title: Title | None = None
    sure: list[float] = field(default_factory=list)


def threads_of(ground: Ground, choices: Choices) -> list[Thread]:
    """Return every strip and every title of a page in exactly one thread."""
    strips, titles = ground.strips, ground.titles
    ground.over = _titles_over(ground)
    options: list[dict[int, float]] = []
    for at, strip in enumerate(strips):
        costs = {
            before: cost
            for before, other in enumerate(strips)
            if before != at and (cost := _follow(other, strip, ground)) < _MOST
        }
        costs |= {
            len(strips) + place: cost - _HEADED
            for place, title in enumerate(titles)
            if (cost := _heads(title, strip, ground)) < _MOST
        }
        options.append(costs)
    alone = [_alone(strip, ground) for strip in strips]
    chosen = _heard(choices, strips, options, alone)
    _cut_circles(chosen, options, len(strips))
    return _gathered(chosen, strips, titles)


def _heard(
    choices: Choices, strips: Sequence[Strip], options: list[dict[int, float]], alone: Sequence[float]
) -> list[int | None]:
    """Return the predecessors, none that a reader rejected; tell of every choice that was not a clear one."""
    while True:
        chosen = cheapest(options, alone)
        again = False
        for at, before in enumerate(chosen):
            if before is None or before >= len(strips):
                continue
            margin = alone[at] - options[at][before]
            confidence = 1 / (1 + math.exp(-0.4 - 0.6 * margin))
            lines = (strips[before].marks[-1].number, strips[at].marks[0].number)
            if confidence < _CLEAR and not choices.holds("column", lines, confidence):
                del options[at][before]
                again = True
        if not again:
            return chosen


def _gathered(chosen: Sequence[int | None], strips: Sequence[Strip], titles: Sequence[Title]) -> list[Thread]:
    after = {before: at for at, before in enumerate(chosen) if before is not None}
    threads = []
    for place, title in enumerate(titles):
        threads.append(Thread(_chain(after, len(strips) + place, strips), title))
    for at, before in enumerate(chosen):
        if before is None:
            threads.append(Thread([strips[at], *_chain(after, at, strips)]))
    return threads


def _chain(after: dict[int, int], at: int, strips: Sequence[Strip]) -> list[Strip]:
    found = []
    while at in after:
        at = after[at]
        found.append(strips[at])
    return found


def _cut_circles(chosen: list[int | None], options: Sequence[dict[int, float]], count: int) -> None:
    """Take the dearest step out of every circle."""
    seen: set[int] = set()
    for start in range(count):
        path: list[int] = []
        at: int | None = start
        while at is not None and at < count and at not in seen and at not in path:
            path.append(at)
            at = chosen[at]
        if at is not None and at in path:
            ring = path[path.index(at) :]
            chosen[max(ring, key=lambda one: options[one].get(chosen[one] or 0, 0.0))] = None
        seen.update(path)


def _titles_over(ground: Ground) -> dict[int, Title]:
    """Return for each strip the title block that stands directly over it."""
    found: dict[int, Title] = {}
    for strip in ground.strips:
        box = strip.box
        near: tuple[float, Title | None] = (_reach(ground), None)
        for title in ground.titles:
            gap = box.top - title.box.bottom
            if -0.5 * ground.pitch <= gap < near[0] and title.box.beside(box) > 0.3 * min(
                box.width, title.box.width
            ):
                near = (gap, title)
        if near[1] and not _blocked(near[1].box, box, ground):
            found[id(strip)] = near[1]
    return found


def _reach(ground: Ground) -> float:
    return 40 * ground.pitch


def _blocked(above: Box, below: Box, ground: Ground) -> bool:
    """Tell whether another strip stands between two boxes, one below the other."""
    return any(
        other.top > above.bottom - 0.5 * ground.pitch
        and other.bottom < below.top + 0.5 * ground.pitch
        and other.box.beside(below) > 0.4 * below.width
        for other in ground.strips
    )


def _alone(strip: Strip, ground: Ground) -> float:
    """Return what it costs that a strip follows nothing."""
    cost = _ALONE
    first = strip.marks[0]
    if starts_inside(first.text):
        cost += 3.0
    elif (
        ground.indents
        and not (strip.opens or strip.table)
        and any(strip.indent(mark) > 0.7 for mark in strip.marks[1:])
    ):
        cost += 2.0
    if _ruled_over(strip, ground):
        cost -= 0.5 if strip.opens else 1.5
    if NOTICE.search(first.text[:12]):
        cost -= 0.8
    if id(strip) in ground.over:
        cost += 2.0
    return cost


def _indents(strip: Strip) -> bool:
    return any(strip.indent(mark) > 0.7 for mark in strip.marks[1:])


def _ruled_over(strip: Strip, ground: Ground) -> bool:
    """Tell whether a line is printed right over a strip."""
    top = Box(strip.left, strip.top - 1.2 * ground.pitch, strip.right, strip.top - 1.2 * ground.pitch)
    return ground.walls.between(top, strip.box)


def _follow(a: Strip, b: Strip, ground: Ground) -> float:
    """Return what it costs that strip ``b`` is read after ``a``; a great number where it cannot be."""
    if a.zone != b.zone or not _in_order(a, b, ground):
        return 2 * _MOST
    one, other = a.box, b.box
    cost = _kind(a, b, ground)
    if ground.order and ground.order[b.marks[0].number] - ground.order[a.marks[-1].number] == 1:
        return cost + _worded(a, b, ground) - _TOLD
    if one.beside(other) > 0.5 * min(one.width, other.width) and other.top > one.bottom - 0.5 * ground.pitch:
        cost += _down(a, b, ground)
    elif other.left > one.right - ground.size and other.top < one.bottom:
        cost += _right(a, b, ground)
    else:
        return 2 * _MOST
    return cost + _worded(a, b, ground) if cost < _MOST + 3 else 2 * _MOST


def _in_order(a: Strip, b: Strip, ground: Ground) -> bool:
    """Tell whether the source lets one strip be read after the other."""
    return not ground.order or ground.order[a.marks[-1].number] < ground.order[b.marks[0].number]


def _kind(a: Strip, b: Strip, ground: Ground) -> float:
    cost = 0.0
    if not 0.9 < a.size / b.size < 1.1:
        cost += 2.0
    if abs(a.box.width - b.box.width) > 1.5 * ground.size and min(len(a.marks), len(b.marks)) > 2:
        cost += 1.2
    bold = [sum(mark.bold for mark in strip.marks) * 2 > len(strip.marks) for strip in (a, b)]
    return cost + (1.0 if bold[0] != bold[1] else 0.0)


def _down(a: Strip, b: Strip, ground: Ground) -> float:
    """Return what it costs to go on below: what stands between, and how far."""
    one, other = a.box, b.box
    if _blocked(Box(one.left, one.bottom, one.right, one.bottom), other, ground):
        return 2 * _MOST
    gap = Box(other.left, one.bottom, other.right, other.top)
    pictured = [
        box.height
        for box in ground.pictures
        if box.beside(gap) > 0.5 * gap.width and box.abreast(gap) > 0.6 * box.height
    ]
    white = max(gap.height - sum(pictured), 0.0) / ground.pitch
    cost = 0.4 + 0.2 * min(white, 8.0) + (_WHITE if white > 0.7 and a.closed and not pictured else 0.0)
    if any(
        title.box.beside(gap) > 0 and title.box.abreast(gap) > 0.5 * title.box.height
        for title in ground.titles
    ):
        cost += 3.5
    if ground.walls.between(one, other):
        cost += _RULED
    return cost


def _right(a: Strip, b: Strip, ground: Ground) -> float:
    """Return what it costs to go on in a column further right."""
    one, other = a.box, b.box
    skipped = max(0.0, other.left - one.right - 4 * ground.size) / max(one.width, 1.0)
    if skipped > 2.5:
        return 2 * _MOST
    cost = 2.0 * skipped + _WALLED * ground.walls.beside(one, other)
    off = (other.top - one.top) / ground.pitch
    if abs(off) > 1.0:
        cost += 0.7 if off < 0 or _pictured(b, ground) else 1.5
    over, own = ground.over.get(id(b)), ground.over.get(id(a))
    if over is not None and over is not own and (own is not None or abs(off) > 1.5):
        cost += _HEADED + 1.0
    if a.closed and not b.opens and _ruled_over(b, ground):
        cost += 1.5
    if own is not None and other.top < own.box.top - 1.6 * ground.pitch:
        cost += _HEADED
    return cost


def _pictured(strip: Strip, ground: Ground) -> bool:
    """Tell whether a picture stands right over a strip."""
    box = strip.box
    return any(
        0 <= box.top - picture.bottom + ground.pitch < 8 * ground.pitch
        and picture.beside(box) > 0.5 * box.width
        for picture in ground.pictures
    )


def _worded(a: Strip, b: Strip, ground: Ground) -> float:
    """Return what the end of one strip and the beginning of the other say."""
    if a.table or b.table:
        return 3.0
    tail, head = a.marks[-1].text, b.marks[0].text
    open_end = a.full and not a.closed
    if a.closed and not b.opens and NOTICE.search(head[:12]):
        return 3.5
    if head.startswith(BULLETS):
        return -1.0 if tail.startswith(BULLETS) else 1.0
    if starts_inside(head):
        return -2.0 if open_end else 2.0
    if not ground.indents:
        return (-1.0 if open_end else 0.5) - _seam(tail, head, ground) * (0.5 if open_end else 0.0)
    if b.opens:
        return 3.5 if open_end else 0.0
    if open_end:
        return -2.0 - _seam(tail, head, ground)
    return 1.0 if a.full else 3.0


def _seam(tail: str, head: str, ground: Ground) -> float:
    return max(-2.0, min(2.0, 0.4 * ground.seams.score(tail[-8:], head[:12])))


def _heads(title: Title, strip: Strip, ground: Ground) -> float:
    """Return what it costs that a title block heads a text that begins with a strip."""
    if title.zone != strip.zone:
        return 2 * _MOST
    box, own = title.box, strip.box
    cost = 2.0 if ground.indents and not strip.opens and not strip.table else 0.0
    if all(mark.turned for mark, _ in title.lines):
        return cost + _beside_upright(box, own, ground)
    gap = (own.top - box.bottom) / ground.pitch
    if gap < -0.6 and box.beside(own) <= 0:
        return cost + _before_title(box, own, ground)
    if gap < -0.6:
        return cost + _over_title(box, own, ground)
    if gap > _FARTHEST or _blocked(box, own, ground):
        return 2 * _MOST
    if ground.walls.between(box, own) and not strip.table:
        cost += _RULED
    return cost + 0.3 * min(max(gap, 0.0), 4.0) + 0.05 * max(gap - 4.0, 0.0) + _centred(title, strip, ground)


def _beside_upright(box: Box, own: Box, ground: Ground) -> float:
    """Return what it costs that a headline that runs across the text heads the strip to its right."""
    far = (own.left - box.right) / ground.size
    if not -0.5 <= far < 8 or own.abreast(box) < 0:
        return 2 * _MOST
    return 0.3 * max(far - 2, 0) + 0.3 * min(abs(own.top - box.top) / ground.pitch, 8)


def _before_title(box: Box, own: Box, ground: Ground) -> float:
    """Return what it costs that a text begins left of its headline, as high as that."""
    far = (box.left - own.right) / ground.size
    if not -0.5 <= far < 14 or abs(own.top - box.top) > 2 * ground.pitch:
        return 2 * _MOST
    return 2.6 + 0.1 * far + _WALLED * ground.walls.beside(own, box)


def _over_title(box: Box, own: Box, ground: Ground) -> float:
    """Return what it costs that a text begins above its headline."""
    if box.top < own.bottom - 0.6 * ground.pitch or box.beside(own) <= 0:
        return 2 * _MOST
    far = (box.top - own.bottom) / ground.pitch
    return 4.0 + 0.3 * far if far < 4 else 2 * _MOST


def _centred(title: Title, strip: Strip, ground: Ground) -> float:
    """Return what it costs that the columns from a strip on do not lie evenly under the title block."""
    box, own = title.box, strip.box
    if own.left > box.right or own.right < box.left - 4 * own.width:
        return 2 * _MOST
    right = 2 * box.middle - own.left
    ends = [
        abs(other.right - right)
        for other in ground.strips
        if other.left >= own.left - ground.size
        and -2 * ground.pitch < other.top - own.top < 30 * ground.pitch
    ]
    off = min([*ends, abs(box.left - own.left), 8 * ground.size]) / ground.size
    other = ground.over.get(id(strip))
    foreign = _HEADED if other is not None and other is not title else 0.0
    aside = 1.5 * max(0.0, box.left - own.right) / max(own.width, 1.0)
    return 0.4 * min(max(off - 1.0, 0.0), 6.0) + foreign + aside
