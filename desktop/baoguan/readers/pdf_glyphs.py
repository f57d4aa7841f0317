"""Every character of a PDF page with where it is printed, in page pixels."""

import ctypes
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from baoguan.domain.page import BLANK
from baoguan.readers.pdf_ink import address
from baoguan.readers.pdf_letters import letter
from baoguan.readers.pdf_sheet import Place, Sheet, quarter

_ASCENT = 0.88
"""Ems above the baseline that the em box of Chinese type reaches."""
_TINY = 2.5
"""Points: smaller type than this is printed nowhere."""
_HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
"""What PDFium tells of the hyphen that divides a word at the end of a line, and the soft hyphen."""
_IDEOGRAPHS = 0x2E80
_NONE = frozenset({"Cc", "Cs", "Cn"})
UNKNOWN = "\ufffd"
"""What stands for a character of which the PDF does not say what it is."""
_BOLD = ("bold", "black", "heavy", "demi", "xbs", "dbs", "dht", "cht", "chj", "chs", "cuhei", "cusong")
"""In the names of bold fonts; the last are how Founder calls its display cuts (小标宋, 大黑, 粗黑 …)."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character: its em box in page pixels, how high its type is and which way it stands.

    ``text`` is one character, more for a ligature; ``turn`` is 0 for upright type, 90 for type that reads
    down the page, 270 for type that reads up it. ``order`` counts what the PDF draws, ``drawn`` is the place
    of its text among all that the PDF draws, ``spaced`` tells that it draws a blank right before.
    """

    text: str
    raw: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    turn: int = 0
    bold: bool = False
    order: int = 0
    drawn: int = 0
    spaced: bool = False

    @property
    def middle(self) -> Place:
        """The middle of its box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def read_glyphs(page: pdfium.PdfPage, sheet: Sheet, drawn: Mapping[int, int]) -> list[Glyph]:
    """Return the characters of a loaded page as drawn; ``drawn`` tells the order of texts by address."""
    texts = page.get_textpage()
    try:
        reader = _Reader(texts, sheet, drawn)
        found: list[Glyph] = []
        for place in range(texts.count_chars()):
            glyph = reader.glyph(place)
            if glyph is not None and found and _is_part(glyph, found[-1]):
                found[-1] = replace(
                    found[-1], text=found[-1].text + glyph.text, raw=found[-1].raw + glyph.raw
                )
            elif glyph is not None:
                found.append(glyph)
    finally:
        texts.close()
    return _in_order(found)


def _in_order(glyphs: list[Glyph]) -> list[Glyph]:
    """Return characters as they are drawn: PDFium tells those of one height from left to right."""
    found: list[Glyph] = []
    spaced = False
    for glyph in sorted(glyphs, key=lambda glyph: glyph.drawn):
        if glyph.text != " ":
            found.append(replace(glyph, order=len(found) + 1, spaced=spaced))
        spaced = glyph.text == " "
    return found


def _is_part(glyph: Glyph, before: Glyph) -> bool:
    """Tell whether two letters are one printed ligature."""
    box = (glyph.left, glyph.top, glyph.right, glyph.bottom, glyph.drawn)
    same = box == (before.left, before.top, before.right, before.bottom, before.drawn)
    return same and glyph.text.isalpha() and before.text.isalpha() and glyph.text not in before.text


class _Reader:
    """Asks PDFium about the characters of one page."""

    def __init__(self, texts: pdfium.PdfTextPage, sheet: Sheet, drawn: Mapping[int, int]) -> None:
        self._texts, self._sheet, self._drawn = texts, sheet, drawn
        self._matrix, self._box = raw.FS_MATRIX(), raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._bold: dict[int, bool] = {}

    def glyph(self, at: int) -> Glyph | None:
        """Return a character, None for one that PDFium made up or that stands outside the page."""
        if raw.FPDFText_IsGenerated(self._texts, at) == 1:
            return None
        character = self._character(at)
        raw.FPDFText_GetMatrix(self._texts, at, self._matrix)
        size = raw.FPDFText_GetFontSize(self._texts, at)
        high = math.hypot(self._matrix.c, self._matrix.d)
        if not size or not high:
            return None
        sign = math.copysign(1 / high, size)
        up, em = (self._matrix.c * sign, self._matrix.d * sign), abs(size) * high
        em = self._true_size(at, em)
        left, top, right, bottom = self._region(at, character, up, em)
        sheet = self._sheet
        if not (0 <= left + right <= 2 * sheet.width and 0 <= top + bottom <= 2 * sheet.height):
            return None
        printed = raw.FPDFText_GetTextObject(self._texts, at)
        turn = (quarter(*up) + sheet.turn) % 360
        return Glyph(
            letter(character), character, left, top, right, bottom, em * sheet.scale, turn,
            self._is_bold(printed), drawn=self._drawn.get(address(printed), 0),
        )  # fmt: skip

    def _true_size(self, at: int, em: float) -> float:
        """Return the size of type, which fonts of drawings (Type 3) hide in their own scale."""
        if em > _TINY:
            return em
        low, high, left, right = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(self._texts, at, left, right, low, high)
        return max(em, high.value - low.value, right.value - left.value)

    def _region(self, at: int, character: str, up: Place, em: float) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of the em box: as wide as the type moves on."""
        raw.FPDFText_GetCharOrigin(self._texts, at, self._x, self._y)
        raw.FPDFText_GetLooseCharBox(self._texts, at, self._box)
        box, along = self._box, (up[1], -up[0])
        wide = abs((box.right - box.left) * along[0]) + abs((box.top - box.bottom) * along[1])
        if not 0.05 * em < wide < 3 * em:  # PDFium knows no width of fonts that write downwards
            wide = em if ord(character) >= _IDEOGRAPHS else em / 2
        x, y = self._x.value, self._y.value
        low, high = em * (_ASCENT - 1), em * _ASCENT
        foot = self._sheet.place(x + up[0] * low, y + up[1] * low)
        head = self._sheet.place(x + up[0] * high + along[0] * wide, y + up[1] * high + along[1] * wide)
        left, right = sorted((foot[0], head[0]))
        top, bottom = sorted((foot[1], head[1]))
        return left, top, right, bottom

    def _character(self, at: int) -> str:
        code = raw.FPDFText_GetUnicode(self._texts, at)
        if code in _HYPHENS:
            return "-"
        if code > 0x10FFFF or unicodedata.category(chr(code)) in _NONE:
            return " " if 0 < code <= 0x10FFFF and chr(code) in BLANK else UNKNOWN
        return " " if chr(code) in BLANK else chr(code)

    def _is_bold(self, printed: object) -> bool:
        key = address(printed)
        if key not in self._bold:
            self._bold[key] = bool(key) and _is_bold(raw.FPDFTextObj_GetFont(printed))
        return self._bold[key]


def _is_bold(font: object) -> bool:
    name = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, name, len(name))
    called = name.value.decode("utf-8", "replace").lower()
    return raw.FPDFFont_GetWeight(font) >= 600 or any(word in called for word in _BOLD)
