"""A page's picture in tiles at every zoom: what a window shows of pages too large to be held whole."""

import hashlib
import io
import os
import threading
import zipfile
from contextlib import suppress
from pathlib import Path

from PIL import Image

from baoguan.domain.page import PageImage, Region
from baoguan.domain.progress import Progress
from baoguan.readers.picture import Tiled, open_frame
from baoguan.readers.tiles_file import TILE, TilesFile, jpeg, level_sizes


class Picture:
    """A page's picture, for any thread; ``levels`` counts its sizes: 0 is full, each next half of it."""

    def __init__(self, image: PageImage, folder: Path) -> None:
        self.width, self.height = image.width, image.height
        self._sizes = level_sizes((image.width, image.height))
        self.levels = len(self._sizes)
        self._lock = threading.Lock()
        self._frame = open_frame(image)
        self._path = folder / f"{_name(image)}.zip"
        self._tiles = self._kept()

    def overview(self, most: int) -> bytes:
        """Return the whole page as JPEG, its longer side at most ``most`` pixels; raise a SourceError."""
        scale = min(1.0, most / max(self.width, self.height))
        tiles = self._tiles
        if tiles is None:
            return self._cut(Region(0, 0, self.width, self.height), scale)
        level = max((place for place, size in enumerate(self._sizes) if max(size) >= most), default=0)
        whole = self._joined(tiles, level)
        shown = (max(1, round(self.width * scale)), max(1, round(self.height * scale)))
        return jpeg(whole if whole.size == shown else whole.resize(shown, Image.Resampling.BOX))

    def tile(self, level: int, column: int, row: int) -> bytes:
        """Return a tile as JPEG: 512 pixels square, smaller at the right and at the bottom.

        Raise a SourceError where the file cannot be read, KeyError where the page has no such tile.
        """
        if self._tiles is not None:
            return self._tiles.tile(level, column, row)
        side = TILE << level
        left, top = column * side, row * side
        if not (0 <= level < self.levels and 0 <= left < self.width and 0 <= top < self.height):
            raise KeyError((level, column, row))
        region = Region(left, top, min(side, self.width - left), min(side, self.height - top))
        return self._cut(region, 1 / (1 << level))

    def build(self, progress: Progress) -> None:
        """Cut the picture into tiles below the folder, where that makes them quicker to come by.

        Nothing of it is kept when it is cancelled. Raise a SourceError; OSError where it cannot be written.
        """
        if self._tiles is not None or not isinstance(self._frame, Tiled):
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        making = self._path.with_name(f"{self._path.stem}.{os.getpid()}-{threading.get_ident()}.zip")
        try:
            self._frame.save_tiles(making, progress)
            with suppress(PermissionError):  # Windows: another has the same tiles open, made meanwhile
                making.replace(self._path)
        finally:
            making.unlink(missing_ok=True)
        self._tiles = self._kept()

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._frame.close()
        if self._tiles is not None:
            self._tiles.close()

    def _cut(self, region: Region, scale: float) -> bytes:
        with self._lock:
            return jpeg(self._frame.part(region, scale))

    def _kept(self) -> TilesFile | None:
        """Open the tiles that were made before; what is no whole set of them is made again."""
        try:
            kept = TilesFile(self._path)
        except (OSError, zipfile.BadZipFile):
            return None
        return kept if kept.levels == self.levels else None

    def _joined(self, tiles: TilesFile, level: int) -> Image.Image:
        whole = Image.new("RGB", self._sizes[level])
        wide, high = (-(-side // TILE) for side in self._sizes[level])
        for column in range(wide):
            for row in range(high):
                with Image.open(io.BytesIO(tiles.tile(level, column, row))) as tile:
                    whole.paste(tile, (column * TILE, row * TILE))
        return whole


def open_picture(image: PageImage, folder: Path) -> Picture:
    """Open a page's picture, whose tiles are kept below ``folder``; raise a SourceError."""
    return Picture(image, folder)


def _name(image: PageImage) -> str:
    """Return what tells a picture from all others, wherever its archive is moved to."""
    told = f"{image.file.name} {image.file.stat().st_size} {image.frame} {image.width} {image.height}"
    return hashlib.sha256(told.encode("utf-8")).hexdigest()[:32]
