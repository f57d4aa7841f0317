"""Chinese type for PDFs that name a font without holding it, where the machine has none: the program's own.

Without one PDFium draws nothing there, and even tells nothing of text that is set character by character.
"""

import ctypes
from functools import cache
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from baoguan.paths import resource

_CHARSETS = frozenset(
    {
        raw.FXFONT_GB2312_CHARSET,
        raw.FXFONT_CHINESEBIG5_CHARSET,
        raw.FXFONT_SHIFTJIS_CHARSET,
        raw.FXFONT_HANGEUL_CHARSET,
    }
)
_FILES = ("Serif-Regular", "Serif-Bold", "Sans-Regular", "Sans-Bold")
_FIRST = 0x0B0A06A0
"""The handle of the first of these fonts; PDFium only hands it back."""
_SANS = ("hei", "gothic", "sans", "kaku")


class _Lender:
    """Answers PDFium's questions about fonts: those of the machine, else the program's own."""

    def __init__(self, machine: Any) -> None:
        self._machine = machine

    def map_font(
        self, own: Any, weight: int, italic: int, charset: int, pitch: int, face: Any, exact: Any
    ) -> int | None:
        """Return the handle of a font that is asked for by name and character set."""
        found: int | None = self._machine.MapFont(self._machine, weight, italic, charset, pitch, face, exact)
        if found or charset not in _CHARSETS:
            return found
        called = (ctypes.cast(face, ctypes.c_char_p).value or b"").decode("utf-8", "replace").lower()
        return _FIRST + 2 * any(word in called for word in _SANS) + (weight >= 600)

    def font_bytes(self, own: Any, font: int, table: int, buffer: Any, room: int) -> int:
        """Copy a font into a buffer that is large enough; return its size in bytes."""
        if _is_ours(font):
            return 0 if table else _copied(_content(font - _FIRST), buffer, room)
        size: int = self._machine.GetFontData(self._machine, font, table, buffer, room)
        return size

    def face_name(self, own: Any, font: int, buffer: Any, room: int) -> int:
        """Copy the name of a font into a buffer that is large enough; return its size in bytes."""
        if _is_ours(font):
            return _copied(f"Baoguan{_FILES[font - _FIRST]}\0".encode("ascii"), buffer, room)
        size: int = self._machine.GetFaceName(self._machine, font, buffer, room)
        return size

    def font_charset(self, own: Any, font: int) -> int:
        """Return the character set of a font."""
        ours = raw.FXFONT_GB2312_CHARSET
        charset: int = ours if _is_ours(font) else self._machine.GetFontCharset(self._machine, font)
        return charset

    def delete_font(self, own: Any, font: int) -> None:
        """Let go of a font."""
        if not _is_ours(font):
            self._machine.DeleteFont(self._machine, font)


def _copied(content: bytes, buffer: Any, room: int) -> int:
    if buffer and room >= len(content):
        ctypes.memmove(buffer, content, len(content))
    return len(content)


def _is_ours(font: int) -> bool:
    return _FIRST <= (font or 0) < _FIRST + len(_FILES)


@cache
def _content(place: int) -> bytes:
    return resource("fonts", f"Baoguan{_FILES[place]}.otf").read_bytes()


@cache
def lend_fonts() -> None:
    """Let PDFium use the program's fonts, from now until the end."""
    fonts = pdfium.PdfSysfontBase()
    lender = _Lender(fonts.default)
    answers = {
        "MapFont": lender.map_font,
        "GetFontData": lender.font_bytes,
        "GetFaceName": lender.face_name,
        "GetFontCharset": lender.font_charset,
        "DeleteFont": lender.delete_font,
    }
    for question, answer in answers.items():
        setattr(fonts.raw, question, type(getattr(fonts.raw, question))(answer))
    fonts.setup()
