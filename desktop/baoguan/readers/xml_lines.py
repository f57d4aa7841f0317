"""Words with boxes to lines whose every character has a place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from baoguan.domain.page import Region

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe6f\uff01-\uff60"
    "\uffe0-\uffe6\U0001b000-\U0001b2ff\U0001f200-\U0001f2ff\U00020000-\U0003fffd]"
)
_MARK = re.compile(r"[，。、；：！？）」』》】〉”’…—·]")
_GAP = 0.15
"""The least share of a line's thickness that is a printed space between two characters of full width."""
_UPRIGHT = 1.5
"""How much taller than wide a line of several characters of full width is that stands upright."""


class Way(Enum):
    """Where the characters of a line go."""

    RIGHT = "right"
    LEFT = "left"
    DOWN = "down"


class Word(NamedTuple):
    """A word as a source gives it; ``boxes`` are those of its characters where it tells them.

    ``spaced`` tells whether white space stands before it, None where the source never says.
    """

    text: str
    region: Region | None
    boxes: tuple[Region, ...] = ()
    confidence: float = 1.0
    spaced: bool | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line as a source gives it: its words, or only its ``text``, or both.

    ``raw`` is the text as the file has it where its words have another; ``size`` is 0 and ``vertical`` None
    where the source says nothing of them.
    """

    words: tuple[Word, ...] = ()
    region: Region | None = None
    text: str = ""
    raw: str = ""
    size: float = 0.0
    bold: bool = False
    vertical: bool | None = None
    confidence: float = 1.0


class Typeset(NamedTuple):
    """The characters of a line and where each begins; the last cut is where the line ends."""

    text: str
    cuts: tuple[float, ...]


def is_wide(character: str) -> bool:
    """Tell a character of full width: Chinese, Japanese, Korean, and their punctuation."""
    return _WIDE.match(character) is not None


def around(regions: Sequence[Region]) -> Region | None:
    """Return the smallest box around all, None around none."""
    if not regions:
        return None
    left, top = min(each.left for each in regions), min(each.top for each in regions)
    right, bottom = max(each.right for each in regions), max(each.bottom for each in regions)
    return Region(left, top, right - left, bottom - top)


def place_of(row: Row) -> Region | None:
    """Return the box of a row: its own, else that around its words."""
    return row.region or around([word.region for word in row.words if word.region])


def way_of(row: Row) -> Way | None:
    """Return where a row's characters go as their places tell, None where they do not tell."""
    if row.vertical is not None:
        return Way.DOWN if row.vertical else _level(row)
    region = place_of(row)
    text = row.text or "".join(word.text for word in row.words)
    if region is None or len(text) < 2:
        return None
    boxes = [word.region for word in row.words if word.region]
    if len(boxes) > 1:
        across = boxes[-1].left + boxes[-1].width / 2 - boxes[0].left - boxes[0].width / 2
        down = boxes[-1].top + boxes[-1].height / 2 - boxes[0].top - boxes[0].height / 2
        return Way.DOWN if down > 1.2 * abs(across) else _level(row)
    tall = region.height > _UPRIGHT * region.width and any(map(is_wide, text))
    return Way.DOWN if tall else Way.RIGHT


def _level(row: Row) -> Way:
    """Return RIGHT, or LEFT where most words stand left of the word before."""
    lefts = [word.region.left for word in row.words if word.region]
    back = sum(following < before for before, following in pairwise(lefts))
    return Way.LEFT if 2 * back > len(lefts) - 1 > 0 else Way.RIGHT


def set_row(row: Row, way: Way) -> Typeset:
    """Return a row's text, spaces between its words, and the cuts along the line (none without places)."""
    region = place_of(row)
    placed = [(word, word.region) for word in row.words if word.region]
    if not placed or len(placed) < len(row.words):
        text = row.text or "".join(_spaced(row.words, way, region))
        return Typeset(text, spread(text, *_ends(region, way)) if region else ())
    text, starts = "", []
    before, end = placed[0][0], 0.0
    for word, box in placed:
        begin, stop = _ends(box, way)
        if text and _space_between(before, word, way, region):
            text += " "
            starts.append(end)
        whole = len(word.boxes) == len(word.text)
        starts += (
            [_ends(each, way)[0] for each in word.boxes] if whole else spread(word.text, begin, stop)[:-1]
        )
        text += word.text
        before, end = word, stop
    found = Typeset(text, _in_order([*starts, end]))
    return _as_told(row.text, found, region, way) if row.text else found


def _as_told(told: str, found: Typeset, region: Region | None, way: Way) -> Typeset:
    """Return the text that the source gives a whole line, on its words' cuts where they are the same text."""
    bare = [at for at, character in enumerate(found.text) if not character.isspace()]
    if told == found.text or not bare:
        return found
    if "".join(found.text[at] for at in bare) != "".join(told.split()):
        return Typeset(told, spread(told, *_ends(region, way)) if region else ())
    cuts: list[float] = []
    places = iter(bare)
    last = found.cuts[0]
    for character in told:
        at = -1 if character.isspace() else next(places)
        cuts.append(last if at < 0 else found.cuts[at])
        last = last if at < 0 else found.cuts[at + 1]
    return Typeset(told, _in_order([*cuts, last]))


def spread(text: str, begin: float, end: float) -> tuple[float, ...]:
    """Return cuts that divide a stretch among characters: full width twice the half width."""
    widths = [2 if is_wide(character) else 1 for character in text]
    whole = sum(widths)
    if not whole:
        return (begin,)
    unit, done = (end - begin) / whole, 0
    cuts = [begin]
    for width in widths:
        done += width
        cuts.append(begin + unit * done)
    cuts[-1] = end
    return tuple(cuts)


def thickness(region: Region, way: Way) -> float:
    """Return how thick a line is across its direction."""
    return region.width if way is Way.DOWN else region.height


def _ends(region: Region, way: Way) -> tuple[float, float]:
    if way is Way.DOWN:
        return region.top, region.bottom
    return (region.right, region.left) if way is Way.LEFT else (region.left, region.right)


def _in_order(cuts: list[float]) -> tuple[float, ...]:
    """Return cuts none of which goes back against the direction of the line."""
    keep = min if cuts[-1] < cuts[0] else max
    for at in range(1, len(cuts)):
        cuts[at] = keep(cuts[at], cuts[at - 1])
    return tuple(cuts)


def _spaced(words: Sequence[Word], way: Way, region: Region | None) -> list[str]:
    found = [words[0].text] if words else []
    for before, word in pairwise(words):
        found.append(f" {word.text}" if _space_between(before, word, way, region) else word.text)
    return found


def _space_between(before: Word, word: Word, way: Way, line: Region | None) -> bool:
    """Tell whether a space is printed between two words.

    Recognisers put one between any two runs of Chinese: there it counts only where it shows.
    """
    if not (is_wide(before.text[-1]) or is_wide(word.text[0])):
        return word.spaced is not False
    if not word.spaced or _MARK.match(before.text[-1]):
        return False
    if before.region is None or word.region is None or line is None:
        return True
    gap = abs(_ends(word.region, way)[0] - _ends(before.region, way)[1])
    return gap >= _GAP * thickness(line, way)
