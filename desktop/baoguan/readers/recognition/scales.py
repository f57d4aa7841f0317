"""Lines found at two scales put together: text as large as the finder likes it, headlines coarser."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from baoguan.readers.recognition.boxes import Box
from baoguan.readers.recognition.models import Models
from baoguan.readers.recognition.picture import Grey
from baoguan.readers.recognition.strips import read, strip
from baoguan.readers.recognition.words import Words

Line = tuple[Box, Words]
_LARGE = 2.0
_SURE = 0.75
_AS_GOOD = 0.03
_MOSTLY = 0.6
_STEADY = 4.0
_OFF = 1.5


def straightened(boxes: Sequence[Box]) -> list[Box]:
    """Return boxes with the tilt of the page where their own is not to be trusted: too short, or far off."""
    long = [box for box in boxes if box.along >= _STEADY * box.across]
    page = float(np.median([box.tilt for box in long])) if long else 0.0
    trusted = {id(box) for box in long if abs(box.tilt - page) <= _OFF}
    return [box if id(box) in trusted else replace(box, tilt=page) for box in boxes]


def headlines(
    page: Grey, coarse: Sequence[Box], fine: Sequence[Line], body: float, models: Models
) -> tuple[list[Line], list[Line]]:
    """Return the large lines that are read well at the coarse scale, and the fine lines they leave.

    A large box may as well be two lines run together, or a picture: it counts only where it is read at
    least as surely as what was found inside it.
    """
    large: list[Line] = []
    left = list(fine)
    for box in coarse:
        if box.across < _LARGE * body:
            continue
        words = read(strip(page, box), models)
        inside = [line for line in left if covers(box, line[0])]
        if words.confidence < max(_SURE, _confidence(inside) - _AS_GOOD) or _is_same(box, inside):
            continue
        large.append((box, words))
        left = [line for line in left if line not in inside]
    return large, left


def _is_same(box: Box, inside: Sequence[Line]) -> bool:
    """Tell whether the fine scale found the same line whole."""
    return any(other.along > 0.9 * box.along and other.across > 0.75 * box.across for other, _ in inside)


def _confidence(lines: Sequence[Line]) -> float:
    whole = sum(box.along * box.across for box, _ in lines)
    return sum(words.confidence * box.along * box.across for box, words in lines) / whole if whole else 0.0


def covers(box: Box, other: Box) -> bool:
    """Tell whether most of a box lies in another."""
    left, top, right, bottom = sides(box)
    other_left, other_top, other_right, other_bottom = sides(other)
    wide = min(right, other_right) - max(left, other_left)
    high = min(bottom, other_bottom) - max(top, other_top)
    return wide > 0 and high > 0 and wide * high >= _MOSTLY * other.along * other.across


def sides(box: Box) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a box, its tilt not counted."""
    width, height = (box.across, box.along) if box.vertical else (box.along, box.across)
    return box.x - width / 2, box.y - height / 2, box.x + width / 2, box.y + height / 2
