"""Marks of upright lines: they stand elsewhere in their square and on their side look like others."""

from dataclasses import replace
from itertools import pairwise

import cv2
import numpy as np

from baoguan.readers.recognition.boxes import Box
from baoguan.readers.recognition.models import Models
from baoguan.readers.recognition.picture import Grey
from baoguan.readers.recognition.strips import read, strip
from baoguan.readers.recognition.words import Words

_FEWEST = 3
_GAP = 1.5
_END_GAP = 1.2
_UNEVEN = 0.4
_ROOM = 1.12
_INK = 128
_LEAST_INK = 6
_LARGEST = 0.6
_FOOT = 3
_SURE = 0.4
_DOUBTFUL = {
    "’": "，",
    "‘": "，",
    "'": "，",
    "`": "，",
    "·": "：",
    "・": "：",
    "‧": "：",
    "•": "：",
    "°": "。",
}
_DOUBTFUL |= {"*": "。"}
_MARKS = frozenset("，。、：；！？·,.:;!?")
_WIDE = str.maketrans(",.:;!?", "，。：；！？")
_BRACKETS = frozenset("「」『』（）《》〈〉【】〔〕()")


def with_marks(page: Grey, box: Box, words: Words, models: Models) -> Words:
    """Return an upright line with the marks that stand in its gaps and for those that it cannot hold."""
    if not box.vertical or len(words.text) < _FEWEST:
        return words
    doubted = [place for place, character in enumerate(words.text) if character in _DOUBTFUL]
    kept = words.without(doubted)
    if len(kept.text) < _FEWEST:
        return words
    pitch = _pitch(kept) * box.along
    for place, along in reversed(_gaps(kept, pitch, box.along)):
        mark = _mark(page, box, pitch, along, models) or _doubtful(
            words, doubted, along / box.along, pitch / box.along
        )
        if mark:
            kept = kept.inserted(place, Words(mark, (_SURE,), (along / box.along,)))
    return kept


def with_last_mark(page: Grey, box: Box, words: Words, models: Models) -> tuple[Box, Words]:
    """Return an upright line with the mark just below it, which the finder may have left out."""
    if not box.vertical or len(words.text) < _FEWEST or words.text[-1] in _MARKS:
        return box, words
    pitch = _pitch(words) * box.along
    place = words.middles[-1] * box.along + pitch
    mark = _mark(page, box, pitch, place, models)
    if mark not in _MARKS:
        return box, words
    along = max(box.along, place + pitch / 2)
    slope, off = np.deg2rad(box.tilt), (along - box.along) / 2
    longer = replace(
        box, x=box.x - off * float(np.sin(slope)), y=box.y + off * float(np.cos(slope)), along=along
    )
    middles = (*(middle * box.along / along for middle in words.middles), place / along)
    return longer, Words(words.text + mark, (*words.sure, _SURE), middles)


def _pitch(words: Words) -> float:
    """Return how far apart characters stand, gaps left out: a mean, for the reader counts in steps."""
    apart = np.diff(words.middles)
    usual = float(np.median(apart))
    return float(np.mean(apart[np.abs(apart - usual) <= _UNEVEN * usual]))


def _gaps(words: Words, pitch: float, along: float) -> list[tuple[int, float]]:
    """Return each place that is as wide as a character and has none: before which one, and where."""
    middles = [middle * along for middle in words.middles]
    found = []
    if middles[0] > _END_GAP * pitch:
        found.append((0, middles[0] - pitch))
    for place, (one, other) in enumerate(pairwise(middles), 1):
        if other - one > _GAP * pitch:
            lost = min(2, round((other - one) / pitch) - 1)
            found += [(place, one + (other - one) * step / (lost + 1)) for step in range(1, lost + 1)]
    if along - middles[-1] > _END_GAP * pitch:
        found.append((len(middles), middles[-1] + pitch))
    return found


def _doubtful(words: Words, doubted: list[int], middle: float, pitch: float) -> str:
    """Return what is meant by what was read at a place and cannot stand there."""
    near = [words.text[place] for place in doubted if abs(words.middles[place] - middle) < pitch / 2]
    return "：" if len(near) > 1 else _DOUBTFUL[near[0]] if near else ""


def _mark(page: Grey, box: Box, pitch: float, place: float, models: Models) -> str:
    """Return the mark in a square of an upright line; empty where there is none that is known."""
    cell = _alone(_cell(page, box, pitch * _ROOM, place, upright=True))
    before = _cell(page, box, pitch, place - pitch, upright=True)
    if (moved := _at_foot(cell)) is None:
        return ""
    told = read(np.asarray(cv2.hconcat([before, moved]), dtype=np.uint8), models)
    if told.text[1:2] in _MARKS and told.sure[1] >= _SURE:
        return told.text[1].translate(_WIDE)
    both = [_cell(page, box, pitch, where, upright=False) for where in (place - pitch, place)]
    told = read(np.asarray(cv2.hconcat(both), dtype=np.uint8), models)
    return told.text[1] if told.text[1:2] in _BRACKETS else ""


def _at_foot(cell: Grey) -> Grey | None:
    """Return a square with its ink where a level line has its marks; None without ink or with too much."""
    rows, columns = np.nonzero(cell < _INK)
    if len(rows) < _LEAST_INK:
        return None
    top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    height, width = cell.shape
    if max(bottom - top, right - left) > _LARGEST * height:
        return cell
    moved = np.full_like(cell, 255)
    low = height - _FOOT - (bottom - top)
    moved[low : height - _FOOT, _FOOT : _FOOT + right - left] = cell[top:bottom, left:right][
        :, : width - _FOOT
    ]
    return moved


def _alone(cell: Grey) -> Grey:
    """Return a square without the ink that reaches into it from the next."""
    count, parts, found, _ = cv2.connectedComponentsWithStats((cell < _INK + 60).astype(np.uint8))
    height, width = cell.shape
    clean = cell.copy()
    for part in range(1, count):
        left, top, wide, high = found[part, :4]
        if left == 0 or top == 0 or left + wide == width or top + high == height:
            clean[parts == part] = 255
    return clean


def _cell(page: Grey, box: Box, pitch: float, place: float, upright: bool) -> Grey:
    """Return a square of an upright line, its character upright or on its side as the line is read."""
    off = place - box.along / 2
    slope = np.deg2rad(box.tilt)
    x, y = box.x - off * float(np.sin(slope)), box.y + off * float(np.cos(slope))
    along, across = (box.across, pitch) if upright else (pitch, box.across)
    return strip(page, Box(x, y, along, across, box.tilt, vertical=not upright))
