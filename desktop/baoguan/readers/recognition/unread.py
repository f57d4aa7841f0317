"""Areas of ink that look like text and that no line covers."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from baoguan.domain.page import Region
from baoguan.readers.recognition.boxes import Box
from baoguan.readers.recognition.picture import Grey
from baoguan.readers.recognition.scales import sides

_INK = 150
_INKED = 0.04
_LIKELY = 0.1
_LEAST = 8
_FILLED = 0.3


def unread(page: Grey, told: NDArray[np.uint8], lines: Sequence[Box], body: float) -> list[Region]:
    """Return boxes around unread ink, in pixels of the page, from a map of where text is likely.

    The page is looked at in squares half as high as a line: what is less than two characters is let go.
    """
    cell = max(2.0, body / 2)
    size = (max(1, round(page.shape[1] / cell)), max(1, round(page.shape[0] / cell)))
    ink = cv2.resize(((page < _INK) * np.uint8(255)).astype(np.uint8), size, interpolation=cv2.INTER_AREA)
    likely = cv2.resize(told, size, interpolation=cv2.INTER_AREA)
    left_over = ((ink > 255 * _INKED) & (likely > 255 * _LIKELY)).astype(np.uint8)
    across, down = size[0] / page.shape[1], size[1] / page.shape[0]
    for box in lines:
        left, top, right, bottom = sides(box)
        left_over[
            max(0, int(top * down)) : int(bottom * down) + 1,
            max(0, int(left * across)) : int(right * across) + 1,
        ] = 0
    joined = cv2.morphologyEx(left_over, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    return [
        Region(float(x / across), float(y / down), float(wide / across), float(high / down))
        for x, y, wide, high, area in found[1:]
        if area >= _LEAST and min(wide, high) > 1 and area >= _FILLED * wide * high
    ]
