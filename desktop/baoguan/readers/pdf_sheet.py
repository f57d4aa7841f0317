"""How a PDF page lies on its page pixels: the box that is shown, its scale, and which way up it is read."""

import math
from collections import Counter
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

Place = tuple[float, float]
_SAMPLE = 2000
_MOST = 0.8
"""Share of the characters that must lie on their side for the page to be turned."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How points of a PDF page lead to page pixels: the box that is shown, its turn and its scale."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int
    scale: float

    @property
    def width(self) -> int:
        """Pixels of the page upright."""
        return max(1, round((self._high if self.turn in (90, 270) else self._wide) * self.scale))

    @property
    def height(self) -> int:
        """Pixels of the page upright."""
        return max(1, round((self._wide if self.turn in (90, 270) else self._high) * self.scale))

    @property
    def _wide(self) -> float:
        return self.right - self.left

    @property
    def _high(self) -> float:
        return self.top - self.bottom

    def place(self, x: float, y: float) -> Place:
        """Return the pixel that a point of the PDF is shown at."""
        if self.turn == 90:
            across, down = y - self.bottom, x - self.left
        elif self.turn == 180:
            across, down = self.right - x, y - self.bottom
        elif self.turn == 270:
            across, down = self.top - y, self.right - x
        else:
            across, down = x - self.left, self.top - y
        return across * self.scale, down * self.scale


def sheet_of(page: pdfium.PdfPage, dpi: float) -> Sheet:
    """Return how a loaded page lies on pixels of ``dpi``, its text upright."""
    left, bottom, right, top = page.get_bbox()
    return Sheet(left, bottom, right, top, (page.get_rotation() + more_turn(page)) % 360, dpi / 72)


def more_turn(page: pdfium.PdfPage) -> int:
    """Return by how many degrees, clockwise, a page is to be turned further so that its text is upright."""
    texts = page.get_textpage()
    try:
        count = texts.count_chars()
        told = Counter(_angle(texts, place) for place in range(0, count, max(1, count // _SAMPLE)))
    finally:
        texts.close()
    told.pop(None, None)
    angle, most = max(told.items(), key=lambda found: found[1], default=(0, 0))
    shown = ((angle or 0) + page.get_rotation()) % 360
    return (360 - shown) % 360 if most > _MOST * told.total() else 0


def _angle(texts: pdfium.PdfTextPage, place: int) -> int | None:
    """Return how far a character is turned clockwise on the unturned page, to a quarter."""
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_IsGenerated(texts, place) == 1 or not raw.FPDFText_GetMatrix(texts, place, matrix):
        return None
    return quarter(matrix.c, matrix.d)


def quarter(up: float, over: float) -> int:
    """Return how far, clockwise, type is turned whose upward way leads along (``up``, ``over``)."""
    return round(math.degrees(math.atan2(up, over)) / 90) * 90 % 360
