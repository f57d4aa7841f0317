"""Lines of text cut out of a page, and read."""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from baoguan.readers.recognition.boxes import Box
from baoguan.readers.recognition.models import Models
from baoguan.readers.recognition.picture import Grey

_HEIGHT = 48
_LEAST_WIDTH = 48
_DARK = 110


@dataclass(frozen=True, slots=True)
class Words:
    """What a line says: its characters, how sure each is, and the cuts between them, 0 to 1 along it."""

    text: str
    sure: tuple[float, ...]
    cuts: tuple[float, ...]

    @property
    def confidence(self) -> float:
        """How sure the line is on the whole, 0 to 1."""
        return sum(self.sure) / len(self.sure) if self.sure else 0.0


def strip(page: Grey, box: Box) -> Grey:
    """Return a line lying on its side where it is vertical, as high as the reader wants it."""
    width = max(_LEAST_WIDTH, round(box.along * _HEIGHT / box.across))
    slope = math.radians(box.tilt)
    right = np.array([math.cos(slope), math.sin(slope)])
    down = np.array([-right[1], right[0]])
    along, across = (down, -right) if box.vertical else (right, down)
    middle = np.array([box.x, box.y])
    corner = middle - along * box.along / 2 - across * box.across / 2
    corners = np.array([corner, corner + along * box.along, corner + across * box.across])
    target = np.array([[0, 0], [width, 0], [0, _HEIGHT]])
    turn = cv2.getAffineTransform(corners.astype(np.float32), target.astype(np.float32))
    cut = cv2.warpAffine(page, turn, (width, _HEIGHT), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cut, dtype=np.uint8)


def read(cut: Grey, models: Models) -> Words:
    """Read a line that lies in a strip, white on black as well as black on white."""
    upright = 255 - cut if float(cut.mean()) < _DARK else cut
    pixels = np.repeat((upright.astype(np.float32) / 127.5 - 1)[None, None], 3, axis=1)
    return _decoded(models.steps(pixels), models)


def _decoded(steps: NDArray[np.float32], models: Models) -> Words:
    """Return the characters that are new at their step, each standing around it."""
    best = steps.argmax(axis=1)
    new = best != 0
    new[1:] &= best[1:] != best[:-1]
    places = np.flatnonzero(new)
    if not len(places):
        return Words("", (), ())
    middles = (places + 0.5) / len(steps)
    between = (middles[1:] + middles[:-1]) / 2
    first = 2 * middles[0] - between[0] if len(between) else 0.0
    last = 2 * middles[-1] - between[-1] if len(between) else 1.0
    cuts = (max(0.0, float(first)), *map(float, between), min(1.0, float(last)))
    sure = tuple(float(steps[place, best[place]]) for place in places)
    return Words("".join(models.alphabet[best[place]] for place in places), sure, cuts)
