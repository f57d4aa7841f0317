"""What it costs that a title block heads the text that begins with a strip."""

from baoguan.layout.places.frame import Box
from baoguan.layout.places.ground import HEADED, MOST, RULED, WALLED, Ground, blocked
from baoguan.layout.places.strips import Strip
from baoguan.layout.places.titles import Title

_FARTHEST = 30
"""Lines that a picture may keep a text off its headline."""


def heads(title: Title, strip: Strip, ground: Ground) -> float:
    """Return what it costs that a title block heads a text that begins with a strip."""
    if title.zone != strip.zone:
        return 2 * MOST
    box, own = title.box, strip.box
    cost = 2.0 if ground.indents and not strip.opens and not strip.table else 0.0
    if all(mark.turned for mark, _ in title.lines):
        return cost + _beside_upright(box, own, ground)
    gap = (own.top - box.bottom) / ground.pitch
    if gap < -0.6 and box.beside(own) <= 0:
        return cost + _before_title(box, own, ground)
    if gap < -0.6:
        return cost + _over_title(box, own, ground)
    if gap > _FARTHEST or blocked(box, own, ground):
        return 2 * MOST
    if ground.walls.between(box, own) and not strip.table:
        cost += RULED
    return cost + 0.3 * min(max(gap, 0.0), 4.0) + 0.05 * max(gap - 4.0, 0.0) + _centred(title, strip, ground)


def _beside_upright(box: Box, own: Box, ground: Ground) -> float:
    """Return what it costs that a headline that runs across the text heads the strip to its right."""
    far = (own.left - box.right) / ground.size
    if not -0.5 <= far < 8 or own.abreast(box) < 0:
        return 2 * MOST
    return 0.3 * max(far - 2, 0) + 0.3 * min(abs(own.top - box.top) / ground.pitch, 8)


def _before_title(box: Box, own: Box, ground: Ground) -> float:
    """Return what it costs that a text begins left of its headline, as high as that."""
    far = (box.left - own.right) / ground.size
    if not -0.5 <= far < 14 or abs(own.top - box.top) > 2 * ground.pitch:
        return 2 * MOST
    return 2.6 + 0.1 * far + WALLED * ground.walls.beside(own, box)


def _over_title(box: Box, own: Box, ground: Ground) -> float:
    """Return what it costs that a text begins above its headline."""
    if box.top < own.bottom - 0.6 * ground.pitch or box.beside(own) <= 0:
        return 2 * MOST
    far = (box.top - own.bottom) / ground.pitch
    return 4.0 + 0.3 * far if far < 4 else 2 * MOST


def _centred(title: Title, strip: Strip, ground: Ground) -> float:
    """Return what it costs that the columns from a strip on do not lie evenly under the title block."""
    box, own = title.box, strip.box
    if own.left > box.right or own.right < box.left - 4 * own.width:
        return 2 * MOST
    right = 2 * box.middle - own.left
    ends = [
        abs(other.right - right)
        for other in ground.strips
        if other.left >= own.left - ground.size
        and -2 * ground.pitch < other.top - own.top < 30 * ground.pitch
    ]
    off = min([*ends, abs(box.left - own.left), 8 * ground.size]) / ground.size
    other = ground.over.get(id(strip))
    foreign = HEADED if other is not None and other is not title else 0.0
    aside = 1.5 * max(0.0, box.left - own.right) / max(own.width, 1.0)
    return 0.4 * min(max(off - 1.0, 0.0), 6.0) + foreign + aside
