"""The tiles of a page in one ZIP file: ``level/column_row.jpg``, the largest level the page at full size."""

import io
import math
import re
import threading
import zipfile
from itertools import product
from pathlib import Path
from types import TracebackType

from PIL import Image

from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress

TILE = 512
"""Pixels: the side of a tile."""
QUALITY = 85
DOING = Bilingual("正在切分版面图像", "Cutting the page's picture into tiles")
_NAME = re.compile(r"(?:^|/)(\d+)/(\d+)_(\d+)\.jpe?g$")


def level_sizes(size: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the sizes of a page at its levels: full, each next half, until it is one tile."""
    sizes = [size]
    while max(sizes[-1]) > TILE:
        sizes.append((math.ceil(sizes[-1][0] / 2), math.ceil(sizes[-1][1] / 2)))
    return sizes


def jpeg(part: Image.Image) -> bytes:
    """Return a picture as JPEG."""
    packed = io.BytesIO()
    part.save(packed, "JPEG", quality=QUALITY)
    return packed.getvalue()


class TilesFile:
    """The tiles of a page on disk, for any thread; ``levels`` counts its sizes."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path)
        self._lock = threading.Lock()
        named = ((_NAME.search(name), name) for name in self._zip.namelist())
        self._names = {tuple(map(int, found.groups())): name for found, name in named if found}
        self.levels = 1 + max((key[0] for key in self._names), default=-1)

    def tile(self, level: int, column: int, row: int) -> bytes:
        """Return a tile as JPEG, level 0 the page at full size; raise KeyError where there is none."""
        with self._lock:
            return self._zip.read(self._names[self.levels - 1 - level, column, row])

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()


class TilesWriter:
    """Writes the tiles of a page of a size; the file is whole when the ``with`` is left without an error."""

    def __init__(self, path: Path, size: tuple[int, int], progress: Progress) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_STORED)
        self._sizes = level_sizes(size)
        self._progress = progress
        self._done = 0
        self._total = sum(len(_places(size)) for size in self._sizes)

    def add(self, level: int, picture: Image.Image) -> None:
        """Cut the page at the size of a level into its tiles."""
        for column, row in _places(self._sizes[level]):
            self._progress.step(self._done, self._total, DOING)
            left, top = column * TILE, row * TILE
            right, bottom = min(left + TILE, picture.width), min(top + TILE, picture.height)
            name = f"{len(self._sizes) - 1 - level}/{column}_{row}.jpg"
            self._zip.writestr(name, jpeg(picture.crop((left, top, right, bottom))))
            self._done += 1

    def __enter__(self) -> "TilesWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()


def _places(size: tuple[int, int]) -> list[tuple[int, int]]:
    return list(product(range(math.ceil(size[0] / TILE)), range(math.ceil(size[1] / TILE))))
