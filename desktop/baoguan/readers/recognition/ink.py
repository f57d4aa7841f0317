"""What a page's ink tells before anything is read: even paper, and how large the type is."""

import cv2
import numpy as np

from baoguan.readers.recognition.picture import Grey

_COARSE = 8
_NEAR = 15
_DARKEST_PAPER = 0.55
_INK = 150
_SPECK = 5
_MOST_PIXELS = 16_000_000
_LARGEST = 160
_USUAL = 24.0


def levelled(page: Grey) -> Grey:
    """Return a page on even white paper with black ink: yellowing, shadows and fading undone.

    Paper is what is lightest around a place; a black field stays black, for it is larger than a letter.
    """
    height, width = page.shape
    small = cv2.resize(
        page, (max(1, width // _COARSE), max(1, height // _COARSE)), interpolation=cv2.INTER_AREA
    )
    lightest = cv2.dilate(small, np.ones((_NEAR, _NEAR), np.uint8))
    around = cv2.blur(lightest, (_NEAR, _NEAR)).astype(np.float32)
    paper = np.maximum(around, max(1.0, float(np.median(lightest)) * _DARKEST_PAPER))
    black = float(np.percentile(small / paper * 255, 1))
    gain = 255 / max(60.0, 255 - min(black, 160.0))
    told = np.empty_like(page)
    for top in range(0, height, _COARSE * 64):  # floats of a whole page would take four times its room
        rows = page[top : top + _COARSE * 64]
        under = paper[top // _COARSE : top // _COARSE + 65]
        wide = cv2.resize(under, (width, len(rows)), interpolation=cv2.INTER_LINEAR)
        told[top : top + len(rows)] = np.clip(255 - (255 - rows * (255 / wide)) * gain, 0, 255)
    return told


def type_size(page: Grey) -> float:
    """Return about how high the letters are that most of a levelled page is set in, in pixels."""
    scale = min(1.0, (_MOST_PIXELS / page.size) ** 0.5)
    small = page if scale == 1.0 else cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (small < _INK).astype(np.uint8)
    _, _, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    sizes = found[1:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1)
    narrow = found[1:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].min(axis=1)
    letters = sizes[(sizes > _SPECK) & (sizes < _LARGEST) & (narrow * 6 > sizes)]
    if len(letters) < 20:
        return _USUAL
    # Characters fall into parts, so that more than half of the components are smaller than a character.
    size: float = float(np.percentile(letters, 70)) / scale
    return size
