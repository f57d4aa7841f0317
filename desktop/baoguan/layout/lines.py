"""The lines of a page scan, and what the page's habits are: indents, wrap width, punctuation."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from baoguan.domain.page import BLANK, Block, BlockRole, PageScan
from baoguan.layout.marks import ends_sentence

_RAGGED = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One source line without the white space at its edges, which is kept as ``indent`` (half-widths)."""

    text: str
    number: int
    role: BlockRole
    level: int
    gap: int
    indent: int

    @property
    def width(self) -> int:
        """The line's printed width in half-widths."""
        return width(self.text)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a page is set: ``wrap`` is the width hard line breaks keep to (0: none), in half-widths."""

    wrap: int
    indents: bool
    marked: bool
    punctuated: bool


def width(text: str) -> int:
    """Return a text's printed width in half-widths; Chinese punctuation counts as full even if coded half."""
    return sum(1 if char.isascii() and (char.isalnum() or char in " .-/") else 2 for char in text)


def lines_of(scan: PageScan) -> list[Line]:
    """Return the lines of a scan that have text or are images, in source order."""
    return [line for block in scan.blocks for line in _lines(block)]


def habits_of(lines: Sequence[Line]) -> Habits:
    """Return what most of a page's lines of running text do."""
    texts = [line for line in lines if line.role is BlockRole.TEXT]
    indented = sum(1 for line in texts if line.indent >= 2)
    longer = [line for line in texts if line.width > 40] or texts
    ended = sum(1 for line in longer if ends_sentence(line.text))
    wrap = _wrap(lines)
    return Habits(
        wrap=wrap,
        indents=indented >= 2 and indented * (12 if wrap else 3) >= len(texts),
        marked=any(line.role is BlockRole.HEADING for line in lines),
        punctuated=bool(wrap) or ended * 3 >= len(longer),
    )


def _lines(block: Block) -> Iterator[Line]:
    starts = block.starts or (0,)
    for at, (number, start) in enumerate(zip(block.lines, starts, strict=False)):
        end = starts[at + 1] if at + 1 < len(starts) else len(block.text)
        raw = block.text[start:end]
        text = raw.strip(BLANK)
        if not text and block.role is BlockRole.TEXT:
            continue
        lead = raw[: len(raw) - len(raw.lstrip(BLANK))]
        indent = sum(2 if unicodedata.east_asian_width(char) == "F" or char == "\t" else 1 for char in lead)
        yield Line(text, number, block.role, block.level, block.gap if at == 0 else 0, indent)


def _wrap(lines: Sequence[Line]) -> int:
    """Return the width hard line breaks keep to, or 0: most lines reach it, few end a sentence there."""
    inner = [
        (line.width + line.indent, ends_sentence(line.text))
        for line, following in pairwise(lines)
        if line.role is following.role is BlockRole.TEXT and following.gap == 0
    ]
    sizes = Counter(size for size, _ in inner)
    best, share = 0, 0
    for size in sizes:
        near = sum(sizes[size - less] for less in range(_RAGGED))
        if (near, size) > (share, best):
            best, share = size, near
    ended = sum(ends for size, ends in inner if best - _RAGGED < size <= best)
    usual = share >= 4 and share * 2 >= len(inner) and ended * 5 <= share * 2
    return best if usual and 12 <= best <= 160 else 0
