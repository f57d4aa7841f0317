"""Pictures of pages and figures, cut and tiled from the originals below ``derived/``."""

from __future__ import annotations

import hashlib
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from baoguan.domain.ids import FigureId, PageId
from baoguan.domain.page import PageImage
from baoguan.store.catalogue import Catalogue

if TYPE_CHECKING:
    from baoguan.readers.tiles import Picture


class Pictures:
    """Opens pictures. What is made of them may be deleted at any time, and is made again."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        beside = user_cache_path("baoguan", appauthor=False)
        self._folder = (beside if catalogue.database.read_only else folder) / "derived"

    def open(self, page: PageId) -> Picture | None:
        """Open the picture of a page; None where it has none. Whoever opens it closes it."""
        from baoguan.readers.tiles import open_picture

        image = self._image(page)
        if image is None:
            return None
        return open_picture(image, self._folder / "tiles" / f"{_name(image)}-{image.frame}")

    def figure(self, figure: FigureId, most: int = 0) -> bytes | None:
        """Return a figure cut from its page as PNG, its longer side ``most`` pixels at most, or as it is.

        None where its frame or the picture of its page is not known.
        """
        record = self._catalogue.pages.figure(figure)
        region, image = record.figure.region, self._image(record.page)
        if region is None or image is None:
            return None
        told = f"{_name(image)} {image.frame} {region} {most}"
        name = hashlib.sha256(told.encode()).hexdigest()
        kept = self._folder / "figures" / name[:2] / f"{name[2:]}.png"
        with suppress(OSError):
            return kept.read_bytes()
        from baoguan.readers.crops import crop

        picture = crop(image, region, most)
        with suppress(OSError):
            _write(kept, picture)
        return picture

    def _image(self, page: PageId) -> PageImage | None:
        """Return the picture of a page whose original is there."""
        image = self._catalogue.prints.image(page)
        return image if image is not None and image.file.is_file() else None


def _name(image: PageImage) -> str:
    """Return the name of the original that a picture is in."""
    return image.file.parent.name + image.file.name


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".part-", delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)
