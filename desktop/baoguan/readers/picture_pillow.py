"""The picture of an image file, read whole by Pillow: for what libvips does not read, and where it is not."""

import math
from pathlib import Path

from PIL import Image, ImageOps
from PIL.Jpeg2KImagePlugin import Jpeg2KImageFile

from baoguan.domain.page import PageImage, Region
from baoguan.domain.progress import Progress
from baoguan.readers.picture import BROKEN, damaged, size_at
from baoguan.readers.tiles_file import TilesWriter, level_sizes

Image.MAX_IMAGE_PIXELS = None  # every picture is measured when it is taken in: readers/image.py
_SIDEWAYS = frozenset({5, 6, 7, 8})
_ORIENTATION = 0x0112


class PillowFrame:
    """A frame of an image file, which is held in memory once it has been asked for at full size."""

    def __init__(self, image: PageImage) -> None:
        self._image = image
        self._whole: Image.Image | None = None

    def part(self, region: Region, scale: float) -> Image.Image:
        """Return a part of the frame; a small JPEG of a large one is read without the large one."""
        if self._whole is None and scale <= 0.5 and (small := self._drafted(scale)) is not None:
            return _cut(small, region, scale, small.width / self._image.width)
        if self._whole is None:
            self._whole = upright(self._image)
        return _cut(self._whole, region, scale, 1.0)

    def save_tiles(self, path: Path, progress: Progress) -> None:
        """Cut the frame into tiles, level after level, each half of the last."""
        whole = self._whole or upright(self._image)
        with TilesWriter(path, whole.size, progress) as writer:
            for level, size in enumerate(level_sizes(whole.size)):
                whole = whole if level == 0 else whole.reduce(2).crop((0, 0, *size))
                writer.add(level, whole)

    def close(self) -> None:
        """Forget the pixels."""
        self._whole = None

    def _drafted(self, scale: float) -> Image.Image | None:
        with _opened(self._image) as held:
            if isinstance(held, Jpeg2KImageFile):
                held.reduce = min(5, int(math.log2(1 / scale)))
            elif held.format == "JPEG":
                held.draft(None, (round(held.width * scale), round(held.height * scale)))
            else:
                return None
            return _upright(self._image, held)


def _cut(held: Image.Image, region: Region, scale: float, fine: float) -> Image.Image:
    """Return a region of the page at a scale from its picture, ``fine`` times as large as the page."""
    box = tuple(side * fine for side in (region.left, region.top, region.right, region.bottom))
    inside = (max(0.0, box[0]), max(0.0, box[1]), min(held.width, box[2]), min(held.height, box[3]))
    wide, high = size_at(region, scale)
    if fine == scale:
        left, top = round(box[0]), round(box[1])
        return held.crop((left, top, left + wide, top + high))
    return held.resize(
        (wide, high), Image.Resampling.BOX if scale < fine else Image.Resampling.BICUBIC, inside
    )


def upright(image: PageImage) -> Image.Image:
    """Return a whole frame of an image file, upright, in L or RGB; raise a SourceError."""
    with _opened(image) as held:
        return _upright(image, held)


def upright_size(held: Image.Image) -> tuple[int, int]:
    """Return width and height as a frame is shown, turned by its EXIF orientation."""
    late = held.format == "PNG" and "exif" not in held.info  # it would be looked for behind all the pixels
    sideways = not late and held.getexif().get(_ORIENTATION, 1) in _SIDEWAYS
    return (held.height, held.width) if sideways else held.size


def _opened(image: PageImage) -> Image.Image:
    try:
        held = Image.open(image.file)
        held.seek(image.frame)
    except BROKEN as error:
        raise damaged(image.file) from error
    return held


def _upright(image: PageImage, held: Image.Image) -> Image.Image:
    try:
        ImageOps.exif_transpose(held, in_place=True)
        return _on_paper(held)
    except BROKEN as error:
        raise damaged(image.file) from error


def _on_paper(held: Image.Image) -> Image.Image:
    """Return a picture in L or RGB: 16 bits made 8, what is transparent laid on white."""
    if held.mode in ("L", "RGB"):
        return held
    if held.mode[0] in "IF":
        return _narrowed(held)
    if held.has_transparency_data:
        clear = held.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        paper.alpha_composite(clear)
        return paper.convert("RGB")
    return held.convert("L" if held.mode == "1" else "RGB")


def _narrowed(held: Image.Image) -> Image.Image:
    """Return grey of 16 bits or more as 8-bit grey."""
    deep = held.convert("F")
    high = deep.getextrema()[1]
    whole = 65535.0 if isinstance(high, int | float) and high > 255 else 255.0
    return deep.point(lambda value: value * (255.0 / whole)).convert("L")
