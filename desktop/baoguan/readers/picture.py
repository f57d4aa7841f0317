"""The pixels of a page: a part of its picture at a scale, upright, grey or in colour, on white paper."""

import math
import struct
from pathlib import Path
from typing import Protocol, runtime_checkable

from PIL import Image

from baoguan.domain.errors import SourceUnreadable
from baoguan.domain.language import Bilingual
from baoguan.domain.page import PageImage, Region
from baoguan.domain.progress import Progress

BROKEN = (OSError, EOFError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, struct.error)
"""What Pillow raises where a file is not what it says it is."""


class Frame(Protocol):
    """A page's picture held open; for one thread at a time."""

    def part(self, region: Region, scale: float) -> Image.Image:
        """Return a part of the page in L or RGB at a scale of at most 1 (a PDF: any); a SourceError else."""

    def close(self) -> None:
        """Let go of the file."""


@runtime_checkable
class Tiled(Protocol):
    """A frame that is slow to cut from, and therefore cut into tiles once."""

    def save_tiles(self, path: Path, progress: Progress) -> None:
        """Write every tile of every level into a ZIP file (see ``tiles_file``)."""


def open_frame(image: PageImage) -> Frame:
    """Open a page's picture; raise a SourceError where it cannot be read any more."""
    try:
        with image.file.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        raise damaged(image.file) from error
    if b"%PDF-" in head:
        from baoguan.readers.picture_pdf import PdfFrame

        return PdfFrame(image)
    from baoguan.readers.picture_vips import VipsFrame, reads

    if reads(head):
        return VipsFrame(image)
    from baoguan.readers.picture_pillow import PillowFrame

    return PillowFrame(image)


def pixels(image: PageImage, region: Region | None = None, scale: float = 1.0) -> Image.Image:
    """Return a page's picture, or a region of it, at a scale; raise a SourceError."""
    frame = open_frame(image)
    try:
        return frame.part(region or Region(0, 0, image.width, image.height), scale)
    finally:
        frame.close()


def size_at(region: Region, scale: float) -> tuple[int, int]:
    """Return the size in pixels of a region drawn at a scale, what is begun counted as whole."""
    return max(1, math.ceil(region.width * scale - 0.01)), max(1, math.ceil(region.height * scale - 0.01))


def damaged(path: Path) -> SourceUnreadable:
    """Return the error for a picture that cannot be read, or not any more."""
    return SourceUnreadable(
        Bilingual(f"图像“{path.name}”无法读取。", f'The image "{path.name}" cannot be read.'),
        Bilingual("请检查文件是否完整。", "Check that the file is complete."),
    )
