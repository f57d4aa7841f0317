"""How an article may stand in a number of columns: its title block, its pictures, its flow of text."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from baoguan.ui.models.faces import Face, advances
from baoguan.ui.models.galley import (
    BODY,
    CAPTION_LEADING,
    CAPTION_SIZE,
    GUTTER,
    LEADING,
    Galley,
    HeadLine,
    Row,
    head_lines,
)
from baoguan.ui.models.line_breaking import SetLine, break_lines
from baoguan.ui.models.makeup import Grid

GRID = Grid(column=16.0 * BODY, gutter=GUTTER, gap=24.0)
SHAPES = (0.56, 0.62, 0.68, 0.75, 0.83, 0.92)
"""Heights of a picture whose own shape is unknown, in widths: the make-up chooses what fills the page."""
_HEAD_FOOT = 9.0
_PICTURE_FOOT = 7.0


@dataclass(frozen=True, slots=True)
class Picture:
    """Where a figure stands in its article: ``top`` below the title block, ``height`` without caption."""

    column: int
    columns: int
    top: float
    height: float
    captions: tuple[tuple[int, str, SetLine], ...]
    """Lines of caption and credit: start in the article's text, characters as printed, cells."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An article in its columns: ``places`` says for each row its column and its place there, in rows."""

    columns: int
    head: tuple[HeadLine, ...]
    head_height: float
    pictures: tuple[Picture, ...]
    places: tuple[tuple[int, int], ...]
    depth: int
    empty: int
    """Rows that stay empty."""

    @property
    def height(self) -> float:
        """The height it takes at normal leading."""
        return self.head_height + self.depth * LEADING


def plan(text: Galley, columns: int, shape: float) -> Plan:
    """Plan an article; ``shape`` is the height of its pictures in widths."""
    head = tuple(head_lines(text, GRID.width(columns)))
    head_height = sum(line_height(line) for line in head) + (_HEAD_FOOT if head else 0.0)
    pictures = _pictures(text, columns, shape)
    starts = [0] * columns
    for picture in pictures:
        bottom = picture.top + picture.height + len(picture.captions) * CAPTION_LEADING + _PICTURE_FOOT
        for column in range(picture.column, picture.column + picture.columns):
            starts[column] = max(starts[column], math.ceil(bottom / LEADING))
    depth = max(math.ceil((text.depth + sum(starts)) / columns), *starts, 1)
    while (places := _flow(text.rows, starts, depth)) is None:
        depth += 1
    empty = columns * depth - sum(starts) - text.depth
    return Plan(columns, head, head_height, pictures, places, depth, empty)


def line_height(line: HeadLine) -> float:
    """Return the height a line of a title block takes."""
    return 1.3 * line.size + 1


def _pictures(text: Galley, columns: int, shape: float) -> tuple[Picture, ...]:
    """Put the figures at the head of the right-hand columns, a further row of them below the first."""
    wide = 1 if columns == 1 or text.depth < 45 else 2
    found: list[Picture] = []
    column, top, lowest = columns, 0.0, 0.0
    for captions in text.captions:
        if column - wide < min(1, columns - wide):
            column, top = columns, lowest
        column -= wide
        width = GRID.width(wide)
        lines = tuple(
            (passage.start + line.start, shown[line.start : line.end], line)
            for passage, shown in captions
            for line in break_lines(shown, advances(Face.SANS), CAPTION_SIZE, width)
        )
        found.append(Picture(column, wide, top, width * shape, lines))
        lowest = max(lowest, top + width * shape + len(lines) * CAPTION_LEADING + 2 * _PICTURE_FOOT)
    return tuple(found)


def _flow(rows: Sequence[Row], starts: Sequence[int], depth: int) -> tuple[tuple[int, int], ...] | None:
    """Let rows run down the columns; None where they do not fit. A subhead keeps two rows with it."""
    places: list[tuple[int, int]] = []
    column, at = 0, starts[0]
    for number, row in enumerate(rows):
        needed = row.height
        if row.height > 1:
            needed += sum(following.height for following in rows[number + 1 : number + 3])
        while at + needed > depth:
            if at + row.height <= depth and column == len(starts) - 1:
                break
            column += 1
            if column == len(starts):
                return None
            at = starts[column]
        places.append((column, at))
        at += row.height
    return tuple(places)
