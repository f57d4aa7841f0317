"""What it costs that a strip is read after another, or after none."""

from baoguan.layout.marks import starts_inside
from baoguan.layout.places.frame import Box
from baoguan.layout.places.ground import HEADED, MOST, RULED, WALLED, Ground, blocked
from baoguan.layout.places.notices import NOTICE
from baoguan.layout.places.strips import BULLETS, Strip

_ALONE = 3.2
_WHITE = 1.2
_DEEP = 60
"""Lines of a picture that text may go on below."""
_TOLD = 1.5
"""What it counts for that the source itself has one strip after the other."""


def alone(strip: Strip, ground: Ground) -> float:
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


def follow(a: Strip, b: Strip, ground: Ground) -> float:
    """Return what it costs that strip ``b`` is read after ``a``; a great number where it cannot be."""
    if a.zone != b.zone or not _in_order(a, b, ground) or _is_far(a, b, ground):
        return 2 * MOST
    one, other = a.box, b.box
    cost = _kind(a, b, ground)
    if ground.order and ground.order[b.marks[0].number] - ground.order[a.marks[-1].number] == 1:
        return cost + _worded(a, b, ground) - _TOLD
    if one.beside(other) > 0.5 * min(one.width, other.width) and other.top > one.bottom - 0.5 * ground.pitch:
        cost += _down(a, b, ground)
    elif other.left > one.right - ground.size and other.top < one.bottom:
        cost += _right(a, b, ground)
    else:
        return 2 * MOST
    return cost + _worded(a, b, ground) if cost < MOST + 3 else 2 * MOST


def _is_far(a: Strip, b: Strip, ground: Ground) -> bool:
    """Tell whether one strip stands left of, or much too far right of or below, the other."""
    if ground.order:
        return False
    wide = max(a.right - a.left, 12 * ground.size)
    return b.right < a.left or b.left > a.right + 3.5 * wide or b.top > a.bottom + _DEEP * ground.pitch


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
    if other.top - one.bottom > _DEEP * ground.pitch:
        return 2 * MOST
    if blocked(Box(one.left, one.bottom, one.right, one.bottom), other, ground):
        return 2 * MOST
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
        cost += RULED
    return cost


def _right(a: Strip, b: Strip, ground: Ground) -> float:
    """Return what it costs to go on in a column further right."""
    one, other = a.box, b.box
    skipped = max(0.0, other.left - one.right - 4 * ground.size) / max(one.width, 1.0)
    if skipped > 2.5:
        return 2 * MOST
    cost = 2.0 * skipped + WALLED * ground.walls.beside(one, other)
    off = (other.top - one.top) / ground.pitch
    if abs(off) > 1.0:
        cost += 0.7 if off < 0 or _pictured(b, ground) else 1.5
    over, own = ground.over.get(id(b)), ground.over.get(id(a))
    if over is not None and over is not own and (own is not None or abs(off) > 1.5):
        cost += HEADED + 1.0
    if a.closed and not b.opens and _ruled_over(b, ground):
        cost += 1.5
    if own is not None and other.top < own.box.top - 1.6 * ground.pitch:
        cost += HEADED
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
