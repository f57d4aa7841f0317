"""The newsroom's type: the program's own fonts, and how wide each character is in them."""

import os
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

from newsroom.truth import Face

_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_EM = 1000.0
ASCENT = 0.88
"""How much of the em box of Chinese type stands above the baseline."""

UPRIGHT = dict(
    zip(
        "，、。：；！？（）《》〈〉「」『』【】—…“”‘’",
        "︐︑︒︓︔︕︖︵︶︽︾︿﹀﹁﹂﹃﹄︻︼︱︙﹃﹄﹁﹂",
        strict=True,
    )
)
"""The form of a punctuation mark in vertical text."""


@cache
def ready() -> QApplication:
    """Return the running Qt, started without a screen where there is none."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication([])


@cache
def _family(face: Face) -> str:
    place = QFontDatabase.addApplicationFont(str(_FONTS / f"Baoguan{face}.otf"))
    return QFontDatabase.applicationFontFamilies(place)[0]


@cache
def font(face: Face, size: float) -> QRawFont:
    """Return a cut of type at a size in pixels of the device; by family, since Qt embeds no font read
    straight from a file.
    """
    ready()
    named = QFont(_family(face))
    named.setWeight(QFont.Weight.Bold if "Bold" in face else QFont.Weight.Normal)
    named.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    raw = QRawFont.fromFont(named)
    raw.setPixelSize(size)
    return raw


@cache
def advance(face: Face, character: str) -> float:
    """Return how far a character moves the pen, in em."""
    if ord(character) >= 0x2E80 or character in UPRIGHT:
        return 1.0
    raw = font(face, _EM)
    return float(raw.advancesForGlyphIndexes(raw.glyphIndexesForString(character))[0].x()) / _EM


@cache
def glyph(face: Face, character: str, vertical: bool) -> int:
    """Return the glyph that prints a character; raise ValueError where the font has none."""
    printed = UPRIGHT.get(character, character) if vertical else character
    found = font(face, _EM).glyphIndexesForString(printed)
    if not found or not found[0]:
        raise ValueError(f"{face} has no glyph for {printed} U+{ord(printed):04X}")
    return int(found[0])
