"""A page from its picture to its lines, one step after the other."""

from collections.abc import Sequence

from baoguan.domain.language import Bilingual
from baoguan.domain.page import Block, PageImage, Region, TextLine
from baoguan.domain.progress import Progress
from baoguan.readers.recognition.boxes import Box, boxes, text_map
from baoguan.readers.recognition.models import models
from baoguan.readers.recognition.picture import grey
from baoguan.readers.recognition.strips import Words, read, strip

_LEAST_SURE = 0.5
_READING = Bilingual("正在读文字行", "reading lines of text")
_Line = tuple[Box, Words]


def read_page(image: PageImage, progress: Progress) -> tuple[tuple[Block, ...], tuple[Region, ...]]:
    """Return the lines of a page, a block each, and the areas of ink left unread."""
    loaded, page = models(), grey(image)
    found = boxes(text_map(page, 1.0, loaded, progress), 1.0)
    lines: list[_Line] = []
    for place, box in enumerate(found):
        progress.step(place, len(found), _READING)
        words = read(strip(page, box), loaded)
        if words.text.strip() and words.confidence >= _LEAST_SURE:
            lines.append((box, words))
    upright = sum(box.along if box.vertical else -box.along for box, _ in lines) > 0
    ordered = sorted(lines, key=lambda line: (-line[0].x, line[0].y) if upright else (line[0].y, line[0].x))
    return tuple(_blocks(ordered)), ()


def _blocks(lines: Sequence[_Line]) -> list[Block]:
    return [_block(number, box, words) for number, (box, words) in enumerate(lines, 1)]


def _block(number: int, box: Box, words: Words) -> Block:
    width, height = (box.across, box.along) if box.vertical else (box.along, box.across)
    region = Region(box.x - width / 2, box.y - height / 2, width, height)
    begin = region.top if box.vertical else region.left
    cuts = tuple(begin + cut * box.along for cut in words.cuts)
    line = TextLine(
        number,
        words.text,
        region,
        cuts,
        size=box.across,
        vertical=box.vertical,
        confidence=words.confidence,
    )
    return Block(words.text, (number,), region=region, printed=(line,))
