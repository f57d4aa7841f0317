"""Printed rules of a page: long thin runs of ink with white on both sides, level and upright."""

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from baoguan.domain.page import Region
from baoguan.readers.recognition.boxes import Box
from baoguan.readers.recognition.picture import Grey
from baoguan.readers.recognition.scales import sides

_INK = 160
_LETTER = 16.0
_COVERED = 0.3
_LEAST = 4.0
_RUN = 2.0
_BROKEN = 1.0
_THICK = 0.4
_NEAR = 0.1
_WHITE = 0.45
_LARGE = 1.6
_MARGIN = 0.1
_RISE = 0.3
_MOST = 4000

_Mask = NDArray[np.uint8]


def rulings(page: Grey, lines: Sequence[Box], body: float) -> list[Region]:
    """Return the rules printed on a levelled page in its pixels, those that climb cut into level pieces.

    The strokes of large ``lines`` are none, nor is the edge of a picture or of a dark field; ``body`` is
    how high most lines are.
    """
    scale = min(1.0, _LETTER / body)
    size = (max(1, round(page.shape[1] * scale)), max(1, round(page.shape[0] * scale)))
    inked = ((page < _INK) * np.uint8(255)).astype(np.uint8)
    ink = (cv2.resize(inked, size, interpolation=cv2.INTER_AREA) > 255 * _COVERED).astype(np.uint8)
    for box in lines:
        if box.across > _LARGE * body:
            left, top, right, bottom = (int(side * scale) for side in sides(box))
            margin = int(_MARGIN * box.across * scale)
            ink[max(0, top + margin) : bottom - margin + 1, max(0, left + margin) : right - margin + 1] = 0
    level = _level(ink, body * scale)
    upright = [(top, left, bottom, right) for left, top, right, bottom in _level(_turned(ink), body * scale)]
    longest = sorted(level + upright, key=lambda rule: max(rule[2] - rule[0], rule[3] - rule[1]))[-_MOST:]
    return [
        Region(left / scale, top / scale, (right - left) / scale, (bottom - top) / scale)
        for left, top, right, bottom in sorted(longest, key=lambda rule: (rule[1], rule[0]))
    ]


def _turned(ink: _Mask) -> _Mask:
    return np.ascontiguousarray(ink.T)


def _level(ink: _Mask, letter: float) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of the rules across a mask of ink."""
    thin = ink & ~_morphed(ink, cv2.MORPH_OPEN, 1, _THICK * letter + 1)
    runs = _morphed(_morphed(thin, cv2.MORPH_DILATE, 1, 3), cv2.MORPH_OPEN, _RUN * letter, 1)
    joined = _morphed(runs, cv2.MORPH_CLOSE, _BROKEN * letter, 1)
    _, labelled, found, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    labels = np.asarray(labelled, dtype=np.int32)
    beside = _beside(labels, ink & ~runs, len(found), int(_NEAR * letter) + 2)
    told: list[tuple[float, float, float, float]] = []
    for number, (left, top, wide, high, area) in enumerate(found):
        if number == 0 or wide < _LEAST * letter or beside[number] > 1 - _WHITE:
            continue
        if area / wide - 2 > _THICK * letter or high > max(letter, wide / 8):
            continue
        told += _pieces(labels[top : top + high, left : left + wide] == number, left, top, letter)
    return told


def _morphed(ink: _Mask, how: int, wide: float, high: float) -> _Mask:
    kernel = np.ones((round(high) | 1, round(wide) | 1), np.uint8)  # an even one would shift the ink
    return np.asarray(cv2.morphologyEx(ink, how, kernel), dtype=np.uint8)


def _beside(labels: NDArray[np.int32], other: _Mask, count: int, reach: int) -> NDArray[np.float64]:
    """Return for each run along how much of it other ink stands above, or below where that is more."""
    at = np.flatnonzero(labels)
    run = labels.ravel()[at]
    whole = np.maximum(1, np.bincount(run, minlength=count))
    kernel = np.ones((reach, 1), np.uint8)
    shares = [
        np.bincount(run, cv2.dilate(other, kernel, anchor=(0, anchor)).ravel()[at], count) / whole
        for anchor in (0, reach - 1)
    ]
    return np.maximum(*shares)


def _pieces(
    run: NDArray[np.bool_], left: int, top: int, letter: float
) -> list[tuple[float, float, float, float]]:
    """Return a run as boxes that hardly climb: one, where it is level."""
    high, wide = run.shape
    count = max(1, -(-(high - 2) // max(1, round(_RISE * letter))))
    cuts = [round(wide * place / count) for place in range(count + 1)]
    told: list[tuple[float, float, float, float]] = []
    for begin, end in pairwise(cuts):
        rows = np.flatnonzero(run[:, begin:end].any(axis=1))
        if len(rows):
            first, last = float(rows[0] + top), float(rows[-1] + top + 1)
            slack = min(1.0, (last - first - 1) / 2)  # runs were made a pixel thicker on either side
            told.append((float(left + begin), first + slack, float(left + end), last - slack))
    return told
