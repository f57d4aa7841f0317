"""A page in the making: rows become blocks whose lines are numbered, boxes are kept on the page."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from baoguan.domain.page import Block, BlockRole, Region, TextLine
from baoguan.readers.xml_lines import Row, Way, around, place_of, set_row, thickness, way_of

_MOST = 1_000_000.0
"""Pixels. What claims to be wider or higher is a mistake, and its size unknown."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Sheet:
    """Collects the blocks of one page of ``width`` by ``height`` page pixels (0: as large as it must be)."""

    def __init__(self, width: float = 0.0, height: float = 0.0) -> None:
        self.width = width if 0 < width <= _MOST else 0.0
        self.height = height if 0 < height <= _MOST else 0.0
        self.blocks: list[Block] = []
        self._number = 1

    def region(
        self, left: float | None, top: float | None, width: float | None, height: float | None
    ) -> Region | None:
        """Return a box cut off at the page's edges; None where it has no size or lies outside."""
        if left is None or top is None or width is None or height is None or width <= 0 or height <= 0:
            return None
        right, bottom = min(left + width, self.width or _MOST), min(top + height, self.height or _MOST)
        left, top = max(left, 0.0), max(top, 0.0)
        return Region(left, top, right - left, bottom - top) if right > left and bottom > top else None

    def size(self) -> tuple[int, int]:
        """Return the page's width and height in pixels: as told, else as far as its blocks reach."""
        whole = around([block.region for block in self.blocks if block.region])
        width = self.width or (whole.right if whole else 0.0)
        return round(width), round(self.height or (whole.bottom if whole else 0.0))

    def add(
        self,
        rows: Sequence[Row],
        role: BlockRole = BlockRole.TEXT,
        level: int = 0,
        region: Region | None = None,
    ) -> int | None:
        """Add a block and return its place; None where it has neither text nor, as an image, a box."""
        lines = _lines(rows)
        if not lines:
            if role is not BlockRole.IMAGE or region is None:
                return None
            self.blocks.append(Block("", (), role, region=region))
            return len(self.blocks) - 1
        numbers = range(self._number, self._number + len(lines))
        self._number += len(lines)
        starts = tuple(accumulate((len(line.text) for line in lines[:-1]), initial=0))
        printed = _printed(lines, numbers, region)
        self.blocks.append(
            Block(
                "".join(line.text for line in lines),
                tuple(numbers),
                role,
                level or int(role is BlockRole.HEADING),
                region=region or around([line.region for line in printed]),
                starts=starts if len(starts) > 1 else (),
                printed=printed,
            )
        )
        return len(self.blocks) - 1


class _Line(NamedTuple):
    row: Row
    way: Way
    text: str
    cuts: tuple[float, ...]


def _lines(rows: Sequence[Row]) -> list[_Line]:
    """Return the rows that have text, each set in its direction, without white space at its end."""
    ways = [way_of(row) for row in rows]
    usual = _usual(ways)
    found: list[_Line] = []
    for row, way in zip(rows, ways, strict=True):
        text, cuts = set_row(row, way or usual)
        text = _CONTROL.sub(lambda run: " " * len(run[0]), text).rstrip()
        if text.strip():
            found.append(_Line(row, way or usual, text, cuts[: len(text) + 1]))
    return found


def _usual(ways: Sequence[Way | None]) -> Way:
    """Return where most rows go: a row of one character goes with the others."""
    down = sum(way is Way.DOWN for way in ways)
    return Way.DOWN if 2 * down > sum(way is not None for way in ways) else Way.RIGHT


def _printed(lines: Sequence[_Line], numbers: Sequence[int], block: Region | None) -> tuple[TextLine, ...]:
    """Return the lines with their places; one without has that of its block, or of all its neighbours."""
    regions = [place_of(line.row) for line in lines]
    spare = block or around([region for region in regions if region])
    if spare is None:
        return ()
    return tuple(
        _text_line(line, number, region or spare)
        for line, number, region in zip(lines, numbers, regions, strict=True)
    )


def _text_line(line: _Line, number: int, region: Region) -> TextLine:
    row = line.row
    return TextLine(
        number,
        line.text,
        region,
        line.cuts,
        row.raw,
        row.size or _size(row, region, line.way),
        row.bold,
        line.way is Way.DOWN,
        _confidence(row),
    )


def _size(row: Row, region: Region, way: Way) -> float:
    """Return the height of a line's glyphs: that of its taller words, however askew the line stands."""
    heights = sorted(thickness(word.region, way) for word in row.words if word.region)
    return heights[len(heights) * 3 // 4] if len(heights) > 1 else thickness(region, way)


def _confidence(row: Row) -> float:
    length = sum(len(word.text) for word in row.words)
    return sum(word.confidence * len(word.text) for word in row.words) / length if length else row.confidence
