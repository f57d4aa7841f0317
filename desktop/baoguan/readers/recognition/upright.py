"""Pages that are mostly upright: how their level lines were read."""

import re
from collections.abc import Sequence

from baoguan.readers.recognition.scales import Line

_RIGHTWARD = re.compile(r"[0-9A-Za-z]")


def turned(lines: Sequence[Line]) -> list[Line]:
    """Return a page's lines, the level ones of a mostly upright page read from the right as it was set.

    Lines with figures or Latin letters are left as they are: those have always run from the left.
    """
    if not is_upright(lines):
        return list(lines)
    return [
        (box, words if box.vertical or _RIGHTWARD.search(words.text) else words.leftward())
        for box, words in lines
    ]


def is_upright(lines: Sequence[Line]) -> bool:
    """Tell whether most of the text of a page runs from the top down."""
    return sum(box.along if box.vertical else -box.along for box, _ in lines) > 0
