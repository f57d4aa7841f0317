"""Small printed pages written line by line, in glyphs of ten pixels."""

from collections.abc import Callable

import pytest

from baoguan.domain.article import PageLayout
from baoguan.domain.page import Block, BlockRole, PageScan, Region, TextLine
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out

BODY = 10.0
PITCH = 14.0


class Sheet:
    """A page in the making; texts are set in columns, a column is as wide as its longest line."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.rulings: list[Region] = []
        self._count = 0

    def line(
        self,
        text: str,
        left: float,
        top: float,
        size: float = BODY,
        *,
        bold: bool = False,
        vertical: bool = False,
        role: BlockRole = BlockRole.TEXT,
    ) -> int:
        """Print a line; return its number."""
        self._count += 1
        long = sum(size if ord(char) > 0x2E80 else size / 2 for char in text)
        region = Region(left, top, size, long) if vertical else Region(left, top, long, size)
        printed = TextLine(self._count, text, region, (), size=size, bold=bold, vertical=vertical)
        self.blocks.append(Block(text, (self._count,), role, printed=(printed,)))
        return self._count

    def column(self, text: str, left: float, top: float, glyphs: int = 12) -> list[int]:
        """Set a text in lines of so many glyphs, its paragraphs two glyphs in; return their numbers."""
        numbers = []
        for paragraph in text.split("\n"):
            rest = "　　" + paragraph
            while rest:
                shown, rest = rest[:glyphs], rest[glyphs:]
                inked = shown.lstrip("　")
                numbers.append(self.line(inked, left + BODY * (len(shown) - len(inked)), top))
                top += PITCH
        return numbers

    def picture(self, left: float, top: float, width: float, height: float) -> Region:
        """Print a picture."""
        region = Region(left, top, width, height)
        self.blocks.append(Block("", (), BlockRole.IMAGE, region=region))
        return region

    def rule(self, left: float, top: float, width: float, height: float) -> None:
        """Print a line or, of some width and height, a frame."""
        self.rulings.append(Region(left, top, width, height))

    def scan(self, width: int = 800, height: int = 1000) -> PageScan:
        """Return the page as a reader would, its blocks from the last to the first."""
        return PageScan(
            tuple(reversed(self.blocks)), "", width=width, height=height, rulings=tuple(self.rulings)
        )

    def layout(self) -> PageLayout:
        """Return the layout of the page."""
        return lay_out(self.scan(), vocabulary)


@pytest.fixture
def sheet() -> Sheet:
    """An empty page."""
    return Sheet()


@pytest.fixture
def prose() -> Callable[[int, int], str]:
    """Return a function that writes running text of so many characters, another one for every number."""

    def write(count: int, number: int = 0) -> str:
        words = (
            "水库",
            "开闸",
            "放水",
            "沿线",
            "村庄",
            "提前",
            "转移",
            "桥梁",
            "建设",
            "三年",
            "时间",
            "商店",
        )
        text = "".join(words[(7 * number + at * (number + 5)) % len(words)] for at in range(count))
        return text[: count - 1] + "。"

    return write
