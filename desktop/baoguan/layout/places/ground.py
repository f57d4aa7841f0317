"""What decides which strip is read after which, and what stands over and between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from baoguan.layout.places.frame import Box
from baoguan.layout.places.strips import Strip
from baoguan.layout.places.titles import Title
from baoguan.layout.places.walls import Walls
from baoguan.layout.seam import Seams

MOST = 9.0
"""What costs as much cannot be."""
RULED = 3.0
WALLED = 4.0
HEADED = 3.0
_REACH = 40
"""Lines below a title block in which it may head a text."""


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


def titles_over(ground: Ground) -> dict[int, Title]:
    """Return for each strip the title block that stands directly over it."""
    found: dict[int, Title] = {}
    for strip in ground.strips:
        box = strip.box
        near: tuple[float, Title | None] = (_REACH * ground.pitch, None)
        for title in ground.titles:
            gap = box.top - title.box.bottom
            if -0.5 * ground.pitch <= gap < near[0] and title.box.beside(box) > 0.3 * min(
                box.width, title.box.width
            ):
                near = (gap, title)
        if near[1] and not blocked(near[1].box, box, ground):
            found[id(strip)] = near[1]
    return found


def blocked(above: Box, below: Box, ground: Ground) -> bool:
    """Tell whether another strip stands between two boxes, one below the other."""
    return any(
        other.top > above.bottom - 0.5 * ground.pitch
        and other.bottom < below.top + 0.5 * ground.pitch
        and other.box.beside(below) > 0.4 * below.width
        for other in ground.strips
    )
