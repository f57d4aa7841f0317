"""The picture of an image file by libvips, which reads only as much as a part needs, in little memory."""

import errno
import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from baoguan.domain.page import PageImage, Region
from baoguan.domain.progress import Cancelled, Progress
from baoguan.readers.picture import BROKEN, damaged, size_at
from baoguan.readers.picture_strips import sampled
from baoguan.readers.tiles_file import DOING, QUALITY, TILE

_SIGNATURES = (b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+", b"\x89PNG\r\n\x1a\n")
_ORIENTATION = "orientation"
_ROOM = 1 << 26
"""Bytes: with less of them free, a file that could not be written is one for which there was no room."""


def reads(head: bytes) -> bool:
    """Tell whether libvips is installed and is to read a file that begins like this: JPEG, TIFF, PNG."""
    return head.startswith(_SIGNATURES) and _vips() is not None


@cache
def _vips() -> Any:
    try:
        import pyvips
    except (ImportError, OSError):
        return None
    pyvips.cache_set_max(0)  # kept operations would hold files open and show a file as it was
    return pyvips


class VipsFrame:
    """A frame of an image file."""

    def __init__(self, image: PageImage) -> None:
        self._image = image
        self._vips = _vips()

    def part(self, region: Region, scale: float) -> Image.Image:
        """Return a part of the frame; of the whole frame only what its scale needs is decoded."""
        wide, high = size_at(region, scale)
        try:
            if scale < 1.0 and region == Region(0, 0, self._image.width, self._image.height):
                return self._pillow(self._small(wide, high))
            shown = self._crop(region)
            if scale != 1.0:
                shown = shown.thumbnail_image(wide, height=high, size="force")
            return self._pillow(shown)
        except (self._vips.Error, *BROKEN) as error:
            raise damaged(self._image.file) from error

    def save_tiles(self, path: Path, progress: Progress) -> None:
        """Cut the frame into tiles in one pass over it."""
        stopped: list[Cancelled] = []

        def tell(image: Any, told: Any) -> None:
            try:
                progress.step(min(told.percent, 100), 100, DOING)
            except Cancelled as cancelled:
                stopped.append(cancelled)
                image.set_kill(True)

        progress.step(0, 100, DOING)
        try:
            shown = self._plain(self._opened())
            shown.set_progress(True)
            shown.signal_connect("eval", tell)
            shown.dzsave(
                os.fspath(path), tile_size=TILE, overlap=0, suffix=f".jpg[Q={QUALITY}]", container="zip",
                depth="onetile", layout="dz",
            )  # fmt: skip
        except self._vips.Error as error:
            if stopped:
                raise stopped[0] from None
            if shutil.disk_usage(path.parent).free < _ROOM:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), os.fspath(path)) from error
            raise damaged(self._image.file) from error

    def close(self) -> None:
        """Hold nothing open: nothing to do."""

    def _opened(self) -> Any:
        """Open the frame upright; it is read once from its top, unless it must be turned."""
        name = f"{os.fspath(self._image.file)}"
        several = {"page": self._image.frame} if self._image.frame else {}
        shown = self._vips.Image.new_from_file(name, access="sequential", **several)
        if shown.get_typeof(_ORIENTATION) and shown.get(_ORIENTATION) > 1:
            return self._vips.Image.new_from_file(name, access="random", **several).autorot()
        return shown

    def _small(self, wide: int, high: int) -> Any:
        """Return the whole frame at a size, decoded no larger than that needs."""
        sample = sampled(self._image.file, self._image.frame, high)
        if sample is not None:
            return self._plain(self._vips.Image.thumbnail_buffer(sample, wide, height=high, size="force"))
        page = f"[page={self._image.frame}]" if self._image.frame else ""
        name = os.fspath(self._image.file) + page
        return self._plain(self._vips.Image.thumbnail(name, wide, height=high, size="force"))

    def _crop(self, region: Region) -> Any:
        left, top = round(region.left), round(region.top)
        right, bottom = (
            min(self._image.width, round(region.right)),
            min(self._image.height, round(region.bottom)),
        )
        return self._plain(self._opened().crop(left, top, max(1, right - left), max(1, bottom - top)))

    def _plain(self, shown: Any) -> Any:
        """Return a picture in 8-bit grey or sRGB on white paper."""
        if shown.interpretation == "cmyk":
            shown = shown.icc_transform("srgb", embedded=True, input_profile="cmyk")
        grey = shown.bands - shown.hasalpha() < 3
        shown = shown.colourspace("b-w" if grey else "srgb")
        return shown.flatten(background=255) if shown.hasalpha() else shown

    def _pillow(self, shown: Any) -> Image.Image:
        mode = "L" if shown.bands == 1 else "RGB"
        size = (shown.width, shown.height)
        return Image.frombuffer(mode, size, shown.write_to_memory(), "raw", mode, 0, 1)
