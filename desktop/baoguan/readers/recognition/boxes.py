"""Where lines of text are: a map of the whole page put together from tiles, and the boxes in it."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress
from baoguan.readers.recognition.models import Models
from baoguan.readers.recognition.picture import Grey

_TILE = 960
_LAP = 96
_STEP = 32
_SURE = 0.3
_BOX_SURE = 0.5
_GROWN = 1.6
_LEAST = 3
_TALL = 1.5
_HALF_TURNED = 45.0
DOING = Bilingual("正在找文字行", "finding lines of text")


@dataclass(frozen=True, slots=True)
class Box:
    """A line of text found: its middle, its extent along and across the line, and which way it runs.

    All are in pixels; ``tilt`` is in degrees clockwise, ``vertical`` lines run from the top down.
    """

    x: float
    y: float
    along: float
    across: float
    tilt: float
    vertical: bool
    sure: float = 1.0


def text_map(page: Grey, scale: float, models: Models, progress: Progress) -> NDArray[np.uint8]:
    """Return how probably each pixel of a page, scaled, is text: 0 to 255.

    Tiles overlap and each counts only as far as the middle of what it shares with the next, so that a line
    that crosses a seam is one line.
    """
    height, width = (max(_STEP, round(side * scale)) for side in page.shape)
    smooth = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    scaled: Grey = cv2.resize(page, (width, height), interpolation=smooth).astype(np.uint8, copy=False)
    told = np.zeros((height, width), dtype=np.uint8)
    rows, columns = _spans(height), _spans(width)
    for place, (row, column) in enumerate((row, column) for row in rows for column in columns):
        progress.step(place, len(rows) * len(columns), DOING)
        (top, bottom, first, last), (left, right, begin, end) = row, column
        found = _tile(scaled[top:bottom, left:right], models)
        told[first:last, begin:end] = found[first - top : last - top, begin - left : end - left]
    return told


def _spans(size: int) -> list[tuple[int, int, int, int]]:
    """Return, for each tile along a side, where it begins and ends and from where to where it counts."""
    count = max(1, -(-(size - _LAP) // (_TILE - _LAP)))
    starts = [round(place * max(0, size - _TILE) / max(1, count - 1)) for place in range(count)]
    ends = [min(start + _TILE, size) for start in starts]
    seams = [0, *((ends[place] + starts[place + 1]) // 2 for place in range(count - 1)), size]
    return list(zip(starts, ends, seams, seams[1:], strict=False))


def _tile(tile: Grey, models: Models) -> NDArray[np.uint8]:
    height, width = tile.shape
    padded = cv2.copyMakeBorder(
        tile, 0, -height % _STEP, 0, -width % _STEP, cv2.BORDER_CONSTANT, value=(255,)
    )
    pixels = np.repeat((padded.astype(np.float32) / 127.5 - 1)[None, None], 3, axis=1)
    return (models.text_map(pixels)[:height, :width] * 255).astype(np.uint8)


def boxes(told: NDArray[np.uint8], scale: float) -> list[Box]:
    """Return the lines of text in a map, in pixels of the page."""
    mask = cv2.dilate((told > _SURE * 255).astype(np.uint8), np.ones((2, 2), np.uint8))
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = (_box(np.asarray(contour), told, scale) for contour in contours)
    return [box for box in found if box is not None]


def _box(contour: NDArray[np.int32], told: NDArray[np.uint8], scale: float) -> Box | None:
    (x, y), (width, height), angle = cv2.minAreaRect(contour)
    if min(width, height) < _LEAST:
        return None
    left, top, wide, high = cv2.boundingRect(contour)
    inside = np.zeros((high, wide), dtype=np.uint8)
    cv2.drawContours(inside, [contour - (left, top)], -1, (1,), cv2.FILLED)
    sure = cv2.mean(told[top : top + high, left : left + wide], inside)[0] / 255
    if sure < _BOX_SURE:
        return None
    if abs(angle) > _HALF_TURNED:
        width, height, angle = height, width, angle - 90 if angle > 0 else angle + 90
    grown = width * height * _GROWN / (2 * (width + height))
    width, height = (width + 2 * grown) / scale, (height + 2 * grown) / scale
    vertical = height >= _TALL * width
    along, across = (height, width) if vertical else (width, height)
    return Box(x / scale, y / scale, along, across, angle, vertical, sure)
