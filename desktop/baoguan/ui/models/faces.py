"""The cuts of type a page is set in, and how wide their characters are."""

from collections.abc import Callable
from enum import Enum
from functools import cache
from threading import local

from PySide6.QtGui import QFont, QFontMetricsF

from baoguan.ui.models.fonts import sans, serif

_UNIT = 100
"""Widths are measured at this size and scaled: type is set unhinted, so that they hold at any zoom."""


class Face(Enum):
    """A cut of type."""

    SERIF = "serif"
    SERIF_BOLD = "serif bold"
    SANS = "sans"
    SANS_BOLD = "sans bold"


def font(face: Face, size: float) -> QFont:
    """Return a font, ``size`` in pixels."""
    bold = face in (Face.SERIF_BOLD, Face.SANS_BOLD)
    family = serif if face in (Face.SERIF, Face.SERIF_BOLD) else sans
    return family(size, bold)


@cache
def advances(face: Face) -> Callable[[str], float]:
    """Return a function from one character to its width in ems; each character is measured once.

    It may be called from any thread: Qt's font engines belong to a thread, so each has its own metrics.
    """
    own = local()
    widths: dict[str, float] = {}

    def width(character: str) -> float:
        known = widths.get(character)
        if known is None:
            if not hasattr(own, "metrics"):
                own.metrics = QFontMetricsF(font(face, _UNIT))
            known = widths[character] = own.metrics.horizontalAdvance(character) / _UNIT
        return known

    return width
