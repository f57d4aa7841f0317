"""A page's picture in tiles at every zoom: what a window shows of pages too large to be held whole."""

import io
import threading
from pathlib import Path

from PIL import Image

from baoguan.domain.page import PageImage, Region
from baoguan.domain.progress import Progress
from baoguan.readers.picture import open_frame

TILE = 512
"""Pixels: the side of a tile."""


class Picture:
    """A page's picture, for any thread; ``levels`` counts the sizes: 0 is full, each next half of it."""

    def __init__(self, image: PageImage, folder: Path) -> None:
        self.width, self.height = image.width, image.height
        self.levels = _levels(image)
        self._folder = folder
        self._lock = threading.Lock()
        self._frame = open_frame(image)

    def overview(self, most: int) -> bytes:
        """Return the whole page as JPEG, its longer side at most ``most`` pixels."""
        scale = min(1.0, most / max(self.width, self.height))
        return self._encoded(Region(0, 0, self.width, self.height), scale)

    def tile(self, level: int, column: int, row: int) -> bytes:
        """Return a tile as JPEG: 512 pixels square, smaller at the right and at the bottom."""
        side = TILE << level
        left, top = column * side, row * side
        region = Region(left, top, min(side, self.width - left), min(side, self.height - top))
        return self._encoded(region, 1 / (1 << level))

    def build(self, progress: Progress) -> None:
        """Make ready what tiles are quickly cut from, below the folder; it may be cancelled at any time."""

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._frame.close()

    def _encoded(self, region: Region, scale: float) -> bytes:
        with self._lock:
            return jpeg(self._frame.part(region, scale))


def open_picture(image: PageImage, folder: Path) -> Picture:
    """Open a page's picture, whose tiles are kept below ``folder``; raise a SourceError."""
    return Picture(image, folder)


def jpeg(part: Image.Image) -> bytes:
    """Return a picture as JPEG."""
    packed = io.BytesIO()
    part.save(packed, "JPEG", quality=85)
    return packed.getvalue()


def _levels(image: PageImage) -> int:
    levels = 1
    while max(image.width, image.height) > TILE << (levels - 1):
        levels += 1
    return levels
