"""Lines of text cut out of a page, and read."""

import math

import cv2
import numpy as np

from baoguan.readers.recognition.boxes import Box
from baoguan.readers.recognition.models import Models
from baoguan.readers.recognition.picture import Grey
from baoguan.readers.recognition.words import Words, decoded

_HEIGHT = 48
_LEAST_WIDTH = 48
_DARK = 110


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
    return decoded(models.steps(pixels), models)
