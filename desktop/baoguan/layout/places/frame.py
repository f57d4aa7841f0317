"""The printed lines of a page in a frame in which text runs to the right and lines follow downward.

A page of upright lines that is read from the right lies on its side there: its rows are columns, its right
edge is the top. All steps after this one know only that frame.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from baoguan.domain.page import BLANK, Block, BlockRole, PageScan, Region, TextLine


@dataclass(frozen=True, slots=True, eq=False)
class Box:
    """A box in the frame."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Along the lines."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Across the lines."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Halfway along the lines."""
        return (self.left + self.right) / 2

    def beside(self, other: "Box") -> float:
        """Return how much of both stands at the same place along the lines; negative is the distance."""
        return min(self.right, other.right) - max(self.left, other.left)

    def abreast(self, other: "Box") -> float:
        """Return how much of both stands at the same height; negative is the distance."""
        return min(self.bottom, other.bottom) - max(self.top, other.top)

    def holds(self, other: "Box", slack: float = 0.0) -> bool:
        """Tell whether the other box is inside."""
        return (
            self.left - slack <= other.left
            and other.right <= self.right + slack
            and self.top - slack <= other.top
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True, slots=True, eq=False)
class Mark(Box):
    """A printed line in the frame; ``turned`` lines run the other way than most of the page does."""

    number: int = 0
    text: str = ""
    size: float = 0.0
    bold: bool = False
    turned: bool = False
    role: BlockRole = BlockRole.TEXT
    block: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in its frame: ``upright`` tells whether it lies on its side; ``size`` is that of its text.

    ``bounds`` is the page in the frame, ``edge`` its right edge on paper. Lines of its
    text may seem ``noise`` times as large as they are.
    """

    marks: tuple[Mark, ...]
    rulings: tuple[Box, ...]
    pictures: tuple[tuple[Box, Region], ...]
    bounds: Box
    upright: bool
    size: float
    edge: float = 0.0
    noise: float = 1.0

    def paper(self, box: Box) -> Box:
        """Return where a box of the frame stands on the page as it is printed."""
        if self.upright:
            return Box(self.edge - box.bottom, box.left, self.edge - box.top, box.right)
        return box

    def on_paper(self, box: Box | None) -> Region | None:
        """Return the region of the page that a box of the frame is; none of none."""
        if box is None:
            return None
        paper = self.paper(box)
        return Region(paper.left, paper.top, paper.width, paper.height)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around all."""
    found = list(boxes)
    return Box(
        min(box.left for box in found),
        min(box.top for box in found),
        max(box.right for box in found),
        max(box.bottom for box in found),
    )


def sheet_of(scan: PageScan) -> Sheet:
    """Return a page in the frame that most of its text runs in."""
    upright = _is_upright(scan.blocks)
    right = max([float(scan.width), *(line.region.right for block in scan.blocks for line in block.printed)])
    marks = tuple(
        _mark(line, block, place, upright, right)
        for place, block in enumerate(scan.blocks)
        for line in block.printed
        if line.text.strip(BLANK)
    )
    regions = [block.region for block in scan.blocks if block.role is BlockRole.IMAGE and block.region]
    size = body_size(marks)
    regions += [region for region in scan.unread if min(region.width, region.height) > 5 * size]
    bounds = around([*marks, turned(Region(0, 0, scan.width, scan.height), upright, right)])
    return Sheet(
        marks,
        tuple(turned(ruling, upright, right) for ruling in scan.rulings),
        tuple((turned(region, upright, right), region) for region in regions),
        bounds,
        upright,
        size,
        right,
        _noise(marks, size),
    )


def turned(region: Region, upright: bool, right: float) -> Box:
    """Return a box of the page in the frame; ``right`` is the page's right edge."""
    if upright:
        return Box(region.top, right - region.right, region.bottom, right - region.left)
    return Box(region.left, region.top, region.right, region.bottom)


def body_size(marks: Sequence[Mark]) -> float:
    """Return the size of glyphs in which most of the text is set."""
    sized = sorted((mark.size, len(mark.text)) for mark in marks if mark.size > 0)
    half, told = sum(count for _, count in sized) / 2, 0
    for size, count in sized:
        told += count
        if told >= half:
            return size
    return 10.0


def _noise(marks: Sequence[Mark], size: float) -> float:
    """Return how much larger than the text the largest of its lines are read: six of seven are smaller."""
    near = sorted(mark.size for mark in marks if 0.75 * size < mark.size < 1.3 * size)
    return near[len(near) * 6 // 7] / size if near else 1.0


def _is_upright(blocks: Sequence[Block]) -> bool:
    lines = [line for block in blocks for line in block.printed if len(line.text) > 1]
    vertical = sum(len(line.text) for line in lines if line.vertical)
    return 2 * vertical > sum(len(line.text) for line in lines)


def _mark(line: TextLine, block: Block, place: int, upright: bool, right: float) -> Mark:
    box = turned(_inked(line), upright, right)
    thickness = line.region.width if line.vertical else line.region.height
    return Mark(
        box.left,
        box.top,
        box.right,
        box.bottom,
        line.number,
        line.text.strip(BLANK),
        max(1.0, _size(line, line.size or thickness)),
        line.bold,
        line.vertical != upright and len(line.text.strip(BLANK)) > 1,
        block.role,
        place,
        block.level,
    )


def _size(line: TextLine, size: float) -> float:
    """Return the size of a line's glyphs: not more than Chinese characters have room for along it."""
    text = line.text.strip(BLANK)
    if len(text) < 3 or not all("\u3400" <= char <= "\u9fff" for char in text):
        return size
    along = line.region.height if line.vertical else line.region.width
    return min(size, 1.7 * along / len(text))


def _inked(line: TextLine) -> Region:
    """Return where a line shows something: without the white space it begins and ends with."""
    region = line.region
    lead = len(line.text) - len(line.text.lstrip(BLANK))
    tail = len(line.text.rstrip(BLANK))
    if (not lead and tail == len(line.text)) or len(line.cuts) <= tail or line.cuts[0] > line.cuts[-1]:
        return region
    begin, end = line.cuts[lead], line.cuts[tail]
    if line.vertical:
        return Region(region.left, begin, region.width, max(end - begin, 0.0))
    return Region(begin, region.top, max(end - begin, 0.0), region.height)


def pitch_of(marks: Sequence[Mark], size: float) -> float:
    """Return how far one line of running text stands below the other; a guess where there are too few."""
    steps = [
        below.top - above.top
        for above, below in pairwise(marks)
        if 0.8 * size < below.top - above.top < 3 * size
    ]
    return median(steps) if len(steps) > 3 else 1.5 * size
