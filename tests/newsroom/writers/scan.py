"""Writes pages as a scanner would: every kind of image file that archives hold, clean and worn."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from newsroom import desk
from newsroom.faces import ready
from newsroom.press import image
from newsroom.truth import Box, NewsPage
from newsroom.wear import CLEAN, Wear, placed, worn

_MODES = {"grey": "L", "colour": "RGB", "bilevel": "1", "palette": "P", "cmyk": "CMYK", "alpha": "RGBA"}


def picture_of(page: NewsPage, dpi: float, wear: Wear = CLEAN) -> Image.Image:
    """Return a page as a picture; what shows through from its other side is another page of its layout."""
    ready()
    drawn = image(page, dpi)
    size = (drawn.width(), drawn.height())
    clean = Image.frombytes("RGB", size, bytes(drawn.constBits()), "raw", "BGRX", drawn.bytesPerLine())
    if not page.colour:
        clean = clean.convert("L")
    verso = picture_of(desk.page(page.seed + 1, page.layout), min(dpi, 100)) if wear.through else None
    return worn(clean, wear, dpi, verso)


def on_scan(page: NewsPage, box: Box, dpi: float, wear: Wear = CLEAN) -> Box:
    """Return where a box of the page stands on its scan, in pixels."""
    return placed(box.scaled(dpi / 72), wear, round(page.width * dpi / 72), round(page.height * dpi / 72))


def write_scan(
    page: NewsPage, path: Path, dpi: int = 200, wear: Wear = CLEAN, mode: str = "", compression: str = ""
) -> Path:
    """Write a page as an image file of the kind its suffix names.

    ``mode`` is grey, colour, bilevel, palette, cmyk, alpha or deep (16 bit), as the page is without one;
    ``compression`` of a TIFF is group4, jpeg, tiff_lzw or tiff_adobe_deflate.
    """
    return write_scans([page], path, dpi, wear, mode, compression)


def write_scans(
    pages: Sequence[NewsPage],
    path: Path,
    dpi: int = 200,
    wear: Wear = CLEAN,
    mode: str = "",
    compression: str = "",
) -> Path:
    """Write pages as one file: a TIFF of several frames where there are several."""
    pictures = [in_mode(picture_of(page, dpi, wear), mode) for page in pages]
    options: dict[str, object] = {"dpi": (dpi, dpi)}
    if len(pictures) > 1:
        options |= {"save_all": True, "append_images": pictures[1:]}
    if path.suffix in (".tif", ".tiff"):
        bilevel = pictures[0].mode == "1"
        options["compression"] = compression or ("group4" if bilevel else "tiff_lzw")
    elif path.suffix in (".jpg", ".jpeg"):
        options["quality"] = 88
    elif path.suffix == ".jp2":
        options = {"quality_mode": "rates", "quality_layers": [12]}
    pictures[0].save(path, **options)  # type: ignore[arg-type]
    return path


def in_mode(picture: Image.Image, mode: str) -> Image.Image:
    """Return a picture in one of the modes that ``write_scan`` names."""
    if mode == "deep":
        levels = picture.convert("L").tobytes()
        deep = bytearray(2 * len(levels))
        deep[1::2] = levels
        return Image.frombytes("I;16", picture.size, bytes(deep))
    if mode == "bilevel":
        return picture.convert("L").point(lambda level: 255 * (level > 180)).convert("1")
    return picture.convert(_MODES[mode]) if mode else picture
