"""The two faces the program is set in: a black face for the chrome, a Song face for articles."""

from PySide6.QtGui import QFont

from baoguan.app.theme import SANS, SERIF

_SANS = [SANS, "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI"]
_SERIF = [SERIF, "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", "SimSun", *_SANS]


def sans(pixels: float, bold: bool = False) -> QFont:
    """Return the face of the chrome, ``pixels`` high."""
    return _font(_SANS, pixels, bold)


def serif(pixels: float, bold: bool = False) -> QFont:
    """Return the face of headlines and articles, ``pixels`` high."""
    return _font(_SERIF, pixels, bold)


def _font(families: list[str], pixels: float, bold: bool) -> QFont:
    font = QFont(families)
    font.setPixelSize(round(pixels))
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
