"""Writes pages as a scanner would see them."""

from pathlib import Path

from PIL import Image

from newsroom.faces import ready
from newsroom.press import image
from newsroom.truth import NewsPage


def picture_of(page: NewsPage, dpi: float) -> Image.Image:
    """Return a page as a clean picture."""
    ready()
    drawn = image(page, dpi)
    size = (drawn.width(), drawn.height())
    return Image.frombytes("RGB", size, bytes(drawn.constBits()), "raw", "BGRX", drawn.bytesPerLine())


def write_scan(page: NewsPage, path: Path, dpi: int = 200) -> Path:
    """Write a page as an image file of the kind its suffix names."""
    picture_of(page, dpi).save(path, dpi=(dpi, dpi))
    return path
