"""Reads the text of a picture of a page: lines of text with a place for every character."""

from dataclasses import dataclass
from importlib.util import find_spec

from baoguan.domain.errors import FormatAbsent
from baoguan.domain.language import Bilingual
from baoguan.domain.page import Block, PageImage, Region
from baoguan.domain.progress import Progress

_NEEDS = ("rapidocr", "onnxruntime", "cv2", "numpy")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was read on a picture of a page: a block a line, ink that no line covers, and printed rules."""

    blocks: tuple[Block, ...]
    unread: tuple[Region, ...]
    width: int
    height: int
    rulings: tuple[Region, ...] = ()


def available() -> bool:
    """Return whether the libraries that read scans are installed."""
    return all(find_spec(name) is not None for name in _NEEDS)


def recognise(image: PageImage, progress: Progress) -> Recognised:
    """Read a page; FormatAbsent without the extra ``ocr``, Cancelled between two tiles or lines."""
    if not available():
        raise FormatAbsent(
            Bilingual("读扫描件的文字识别库没有安装。", "The library that reads scans is not installed."),
            Bilingual("请运行：pip install 'baoguan[ocr]'。", "Run: pip install 'baoguan[ocr]'."),
        )
    from baoguan.readers.recognition.pages import read_page

    page = read_page(image, progress)
    return Recognised(page.blocks, page.unread, image.width, image.height, page.rulings)
