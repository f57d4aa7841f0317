"""The pixels of a page: a part of its picture at a scale, upright, grey or in colour, on white paper."""

from pathlib import Path
from typing import BinaryIO, Protocol

import pypdfium2 as pdfium
from PIL import Image, ImageOps
from pypdfium2 import raw

from baoguan.domain.errors import SourceUnreadable
from baoguan.domain.language import Bilingual
from baoguan.domain.page import PageImage, Region
from baoguan.readers.pdf_file import ALONE, PdfFile
from baoguan.readers.pdf_sheet import more_turn

Image.MAX_IMAGE_PIXELS = None  # every picture is measured when it is taken in: readers/image.py
_SIDEWAYS = frozenset({5, 6, 7, 8})
_ORIENTATION = 0x0112


class Frame(Protocol):
    """A page's picture held open."""

    def part(self, region: Region, scale: float) -> Image.Image:
        """Return a part of the page in L or RGB, as wide and high as the region times ``scale``, rounded."""

    def close(self) -> None:
        """Let go of the file."""


def open_frame(image: PageImage) -> Frame:
    """Open a page's picture; raise a SourceError where it cannot be read any more."""
    with _open(image.file) as file:
        head = file.read(1024)
    return PdfFrame(image) if b"%PDF-" in head else ImageFrame(image)


def pixels(image: PageImage, region: Region | None = None, scale: float = 1.0) -> Image.Image:
    """Return a page's picture, or a region of it, at a scale; raise a SourceError."""
    frame = open_frame(image)
    try:
        return frame.part(region or Region(0, 0, image.width, image.height), scale)
    finally:
        frame.close()


class PdfFrame:
    """A page of a PDF: drawn at the scale that is asked for, its text upright."""

    def __init__(self, image: PageImage) -> None:
        self._image = image
        self._file = PdfFile(image.file, image.file.name)
        with ALONE:
            self._page = self._file.page(image.frame)
            self._quarters = more_turn(self._page) // 90

    def part(self, region: Region, scale: float) -> Image.Image:
        """Draw a part of the page."""
        wide, high = size_at(region, scale)
        left, top = round(region.left * scale), round(region.top * scale)
        across, down = round(self._image.width * scale), round(self._image.height * scale)
        with ALONE:
            bitmap = pdfium.PdfBitmap.new_native(wide, high, raw.FPDFBitmap_BGR)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, wide, high)
            raw.FPDF_RenderPageBitmap(
                bitmap, self._page, -left, -top, across, down, self._quarters, raw.FPDF_ANNOT
            )
            shown: Image.Image = bitmap.to_pil().convert("RGB")
            bitmap.close()
        return shown

    def close(self) -> None:
        """Let go of the page and its file."""
        with ALONE:
            self._page.close()
            self._file.close()


class ImageFrame:
    """A frame of an image file."""

    def __init__(self, image: PageImage) -> None:
        self._image = image
        self._whole: Image.Image | None = None

    def part(self, region: Region, scale: float) -> Image.Image:
        """Cut a part out of the frame, which is read whole."""
        if self._whole is None:
            self._whole = upright(self._image)
        box = (region.left, region.top, region.right, region.bottom)
        wide, high = size_at(region, scale)
        if scale == 1.0:
            left, top = round(region.left), round(region.top)
            return self._whole.crop((left, top, left + wide, top + high))
        return self._whole.resize(
            (wide, high), Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC, box
        )

    def close(self) -> None:
        """Forget the pixels."""
        self._whole = None


def size_at(region: Region, scale: float) -> tuple[int, int]:
    """Return the size in pixels of a region drawn at a scale, never empty."""
    return max(1, round(region.width * scale)), max(1, round(region.height * scale))


def upright(image: PageImage) -> Image.Image:
    """Return a whole frame of an image file, upright, in L or RGB; raise a SourceError."""
    with _opened(image.file) as held:
        try:
            held.seek(image.frame)
            turned = ImageOps.exif_transpose(held)
            return on_paper(turned)
        except (OSError, EOFError, SyntaxError, ValueError) as error:
            raise _damaged(image.file) from error


def upright_size(held: Image.Image) -> tuple[int, int]:
    """Return width and height as the frame is shown, turned by its EXIF orientation."""
    sideways = held.getexif().get(_ORIENTATION, 1) in _SIDEWAYS
    return (held.height, held.width) if sideways else held.size


def on_paper(held: Image.Image) -> Image.Image:
    """Return a picture in L or RGB: 16 bits made 8, what is transparent laid on white."""
    if held.mode in ("L", "RGB"):
        return held.copy()
    if held.mode.startswith("I") or held.mode == "F":
        return _narrowed(held)
    if held.mode == "1":
        return held.convert("L")
    if held.has_transparency_data:
        clear = held.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        paper.alpha_composite(clear)
        return paper.convert("RGB")
    return held.convert("RGB")


def _narrowed(held: Image.Image) -> Image.Image:
    """Return grey of 16 bits or more as 8-bit grey."""
    deep = held.convert("I") if held.mode != "F" else held
    _, high = deep.getextrema()
    whole = 65535.0 if isinstance(high, int | float) and high > 255 else 255.0
    return deep.convert("F").point(lambda value: value * (255.0 / whole)).convert("L")


def _opened(path: Path) -> Image.Image:
    try:
        return Image.open(path)
    except (OSError, SyntaxError, ValueError) as error:
        raise _damaged(path) from error


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> SourceUnreadable:
    return SourceUnreadable(
        Bilingual(f"图像“{path.name}”无法读取。", f'The image "{path.name}" cannot be read.'),
        Bilingual("请检查文件是否完整。", "Check that the file is complete."),
    )
