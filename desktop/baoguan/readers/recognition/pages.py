"""A page from its picture to its lines, one step after the other."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from baoguan.domain.language import Bilingual
from baoguan.domain.page import Block, PageImage, Region, TextLine
from baoguan.domain.progress import Progress
from baoguan.readers.recognition.again import read_again
from baoguan.readers.recognition.boxes import Box, boxes, text_map
from baoguan.readers.recognition.ink import levelled, type_size
from baoguan.readers.recognition.marks import with_last_mark, with_marks
from baoguan.readers.recognition.models import Models, models
from baoguan.readers.recognition.order import ordered
from baoguan.readers.recognition.picture import Grey, grey
from baoguan.readers.recognition.rulings import rulings
from baoguan.readers.recognition.scales import Line, headlines, sides, straightened
from baoguan.readers.recognition.strips import read, strip
from baoguan.readers.recognition.unread import unread
from baoguan.readers.recognition.upright import turned
from baoguan.readers.recognition.words import Words, widened
from baoguan.readers.xml_lines import is_wide

_LEAST_SURE = 0.5
_LONG = 4
_SHORT_SURE = 0.7  # a corner of a photograph is soon a character, hardly ever a line
_READING = Bilingual("正在读文字行", "reading lines of text")
_FOUND_BEST = 22.0
_HEADLINES = 3.0
_MOST_PIXELS = 64_000_000
_MOST_SEARCHED = 24_000_000
_HIGHER = 1.15
_TIGHT = 1.1  # measured: how much higher than their type boxes are, and how much more with each halving
_LOOSER = 0.1
_LONGEST = 16.0
_SHORTEST = 2.0
_OFF = 1.6
_HUGE = 5.0


class PageRead(NamedTuple):
    """The lines of a page, a block each, the areas of ink left unread, and the printed rules."""

    blocks: tuple[Block, ...]
    unread: tuple[Region, ...]
    rulings: tuple[Region, ...]


def read_page(image: PageImage, progress: Progress) -> PageRead:
    """Return what is printed on a page, in its pixels."""
    shrunk = min(1.0, (_MOST_PIXELS / max(1, image.width * image.height)) ** 0.5)
    page, loaded = levelled(grey(image, shrunk)), models()
    search = _searched(page, loaded, progress)
    fine = _read(page, search.found, loaded, progress)
    coarsely = search.scale / _HEADLINES
    coarse = boxes(text_map(page, coarsely, loaded, progress), coarsely)
    large, left = headlines(page, straightened(coarse), fine, search.body, loaded)
    lines = [*large, *left]
    missed = unread(page, search.told, [box for box, _ in lines], search.body)
    lines += read_again(page, missed, search.scale, lines, loaded, progress)
    lines = [line for line in lines if not _is_shape(line, search.body)]
    lines = turned([(box, widened(words)) for box, words in lines])
    found = [box for box, _ in lines]
    missed = unread(page, search.told, found, search.body)
    return PageRead(
        tuple(_blocks(ordered(lines), shrunk)),
        tuple(_enlarged(region, shrunk) for region in missed),
        tuple(_enlarged(ruling, shrunk) for ruling in rulings(page, found, search.body)),
    )


class _Search(NamedTuple):
    """What was found at one scale: the map, the lines in it, and how high most of them are."""

    told: NDArray[np.uint8]
    scale: float
    found: list[Box]
    body: float


def _searched(page: Grey, loaded: Models, progress: Progress) -> _Search:
    """Find lines at the scale of most of the type.

    Where the type proves to be far larger or smaller than its ink had told, they are found once more.
    """
    size = type_size(page)
    for last in (False, True):
        scale = min(2.0, _FOUND_BEST / size, (_MOST_SEARCHED / page.size) ** 0.5)
        told = text_map(page, scale, loaded, progress)
        found = straightened(boxes(told, scale))
        body = _body(found) or size * _HIGHER
        if last or 1 / _OFF < body / _HIGHER / size < _OFF:
            break
        size = body / _HIGHER
    return _Search(told, scale, found, body)


def _body(found: Sequence[Box]) -> float:
    """Return how high the lines are that most of the text is in, 0 without any."""
    weighed = [box.across for box in found for _ in range(max(1, round(box.along / box.across)))]
    return float(np.median(weighed)) if weighed else 0.0


def _read(page: Grey, found: Sequence[Box], loaded: Models, progress: Progress) -> list[Line]:
    lines: list[Line] = []
    for place, box in enumerate(found):
        progress.step(place, len(found), _READING)
        words = with_marks(page, box, read(strip(page, box), loaded), loaded)
        if words.confidence >= (_LEAST_SURE if len(words.text) >= _LONG else _SHORT_SURE):
            lines.append(with_last_mark(page, box, words, loaded))
    return lines


def _enlarged(region: Region, shrunk: float) -> Region:
    return Region(region.left / shrunk, region.top / shrunk, region.width / shrunk, region.height / shrunk)


def _is_shape(line: Line, body: float) -> bool:
    """Tell whether a line is one sign far higher than the type, and no character: a part of a picture."""
    box, words = line
    return len(words.text) == 1 and not is_wide(words.text) and box.across > _HUGE * body


def _set_in(box: Box, text: str) -> float:
    """Return the size of the type of a line: the shorter a line, the more room is found around it.

    Latin words leave room above and below most of their letters, which hides that.
    """
    if 2 * sum(char.isalpha() and not is_wide(char) for char in text) > len(text):
        return box.across / _HIGHER
    shape = min(_LONGEST, max(_SHORTEST, box.along / box.across))
    return box.across / (_TIGHT + _LOOSER * math.log2(_LONGEST / shape))


def _blocks(lines: Sequence[Line], shrunk: float) -> list[Block]:
    return [_block(number, box, words, shrunk) for number, (box, words) in enumerate(lines, 1)]


def _block(number: int, box: Box, words: Words, shrunk: float) -> Block:
    left, top, right, bottom = (side / shrunk for side in sides(box))
    region = Region(left, top, right - left, bottom - top)
    begin, along = (top, bottom - top) if box.vertical else (left, right - left)
    cuts = tuple(begin + cut * along for cut in words.cuts)
    line = TextLine(
        number,
        words.text,
        region,
        cuts,
        size=_set_in(box, words.text) / shrunk,
        vertical=box.vertical,
        confidence=words.confidence,
    )
    return Block(words.text, (number,), region=region, printed=(line,))
