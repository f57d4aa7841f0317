"""Cuts a figure or a clipping out of a page's picture."""

import io

from baoguan.domain.page import PageImage, Region
from baoguan.readers.picture import pixels


def crop(image: PageImage, region: Region, most: int = 0) -> bytes:
    """Return a region of a page as PNG, its longer side at most ``most`` pixels; 0: as it is.

    What lies outside the page is left out. Raise a SourceError where the picture cannot be read any more.
    """
    left, top = max(0.0, region.left), max(0.0, region.top)
    right, bottom = min(float(image.width), region.right), min(float(image.height), region.bottom)
    shown = Region(left, top, max(1.0, right - left), max(1.0, bottom - top))
    scale = min(1.0, most / max(shown.width, shown.height)) if most else 1.0
    packed = io.BytesIO()
    pixels(image, shown, scale).save(packed, "PNG")
    return packed.getvalue()
