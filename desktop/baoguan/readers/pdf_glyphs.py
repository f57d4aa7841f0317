"""Every character of a PDF page with where it is printed, in page pixels."""

import ctypes
import math
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from baoguan.domain.page import BLANK
from baoguan.readers.pdf_letters import letter

_ASCENT = 0.88
"""Ems above the baseline that the em box of Chinese type reaches."""
_BOLD = ("bold", "black", "heavy", "hei", "黑", "粗", "demi")
Place = tuple[float, float]


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


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character: its em box in page pixels, how high its type is and which way it stands.

    ``text`` is one character, more for a ligature, a space where the PDF has one; ``turn`` is 0 for upright
    type, 90 for type that reads down the page, 270 for type that reads up it. ``order`` counts the
    characters as the PDF prints them.
    """

    text: str
    raw: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    turn: int
    bold: bool
    order: int

    @property
    def blank(self) -> bool:
        """Whether nothing is printed."""
        return not self.text.strip(BLANK)

    @property
    def middle(self) -> Place:
        """The middle of its box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def read_glyphs(page: pdfium.PdfPage, sheet: Sheet) -> list[Glyph]:
    """Return the characters of a loaded page in the order in which PDFium tells them."""
    texts = page.get_textpage()
    try:
        reader = _Reader(texts, sheet)
        found = (reader.glyph(place) for place in range(texts.count_chars()))
        return [glyph for glyph in found if glyph is not None]
    finally:
        texts.close()


class _Reader:
    """Asks PDFium about the characters of one page."""

    def __init__(self, texts: pdfium.PdfTextPage, sheet: Sheet) -> None:
        self._texts = texts
        self._sheet = sheet
        self._matrix = raw.FS_MATRIX()
        self._box = raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._bold: dict[int, bool] = {}

    def glyph(self, at: int) -> Glyph | None:
        """Return a character, None for one that PDFium made up or that stands outside the page."""
        texts, matrix, box = self._texts, self._matrix, self._box
        if raw.FPDFText_IsGenerated(texts, at) == 1:
            return None
        character = self._character(at)
        size = raw.FPDFText_GetFontSize(texts, at)
        raw.FPDFText_GetMatrix(texts, at, matrix)
        raw.FPDFText_GetCharOrigin(texts, at, self._x, self._y)
        raw.FPDFText_GetLooseCharBox(texts, at, box)
        high = math.hypot(matrix.c, matrix.d)
        em = abs(size) * high
        if not em or not character:
            return None
        up = (matrix.c / high, matrix.d / high)
        along = (up[1], -up[0])
        origin = (self._x.value, self._y.value)
        wide = abs((box.right - box.left) * along[0]) + abs((box.top - box.bottom) * along[1])
        foot = (origin[0] - up[0] * em * (1 - _ASCENT), origin[1] - up[1] * em * (1 - _ASCENT))
        head = (
            origin[0] + up[0] * em * _ASCENT + along[0] * wide,
            origin[1] + up[1] * em * _ASCENT + along[1] * wide,
        )
        one, other = self._sheet.place(*foot), self._sheet.place(*head)
        left, right = sorted((one[0], other[0]))
        top, bottom = sorted((one[1], other[1]))
        if not (
            0 <= (left + right) / 2 <= self._sheet.width and 0 <= (top + bottom) / 2 <= self._sheet.height
        ):
            return None
        turn = round(math.degrees(math.atan2(-along[1], along[0])) / 90) * 90 + self._sheet.turn
        return Glyph(
            letter(character),
            character,
            left,
            top,
            right,
            bottom,
            em * self._sheet.scale,
            turn % 360,
            self._is_bold(at),
            at,
        )

    def _character(self, at: int) -> str:
        code = raw.FPDFText_GetUnicode(self._texts, at)
        if code in (2, 0xAD, 0xFFFE):  # PDFium's sign for the hyphen at the end of a line
            return "-"
        if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            return "\ufffd"
        character = chr(code)
        return " " if character in BLANK else character

    def _is_bold(self, at: int) -> bool:
        printed = raw.FPDFText_GetTextObject(self._texts, at)
        key = ctypes.cast(printed, ctypes.c_void_p).value or 0
        if key not in self._bold:
            self._bold[key] = bool(key) and _is_bold(raw.FPDFTextObj_GetFont(printed))
        return self._bold[key]


def _is_bold(font: object) -> bool:
    name = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, name, len(name))
    called = name.value.decode("utf-8", "replace").lower()
    return raw.FPDFFont_GetWeight(font) >= 600 or any(word in called for word in _BOLD)
