"""How the picture of a page is shown for reading: more contrast, no colours, light on dark."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QImage, QPainter

_MOST = 0.7
"""How much of the range between black and white the strongest contrast gives up."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What is changed for the eye alone; ``contrast`` is 0 (as it is) to 1."""

    contrast: float = 0.0
    grey: bool = False
    invert: bool = False


PLAIN = Looks()


def adjust(image: QImage, looks: Looks) -> QImage:
    """Return an image as it is to be looked at; the image itself stays as it is."""
    if looks == PLAIN:
        return image
    if looks.grey:
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    changed = image.convertToFormat(QImage.Format.Format_RGB32)
    if looks.contrast > 0:
        _stretch(changed, looks.contrast)
    if looks.invert:
        changed.invertPixels()
    return changed


def _stretch(image: QImage, contrast: float) -> None:
    """Make the darkest part of the range black and the lightest white, what is between spread over all.

    Burning with 1 − b maps b to 0, dodging by s then maps the rest to 1: (in − b) / (1 − 2b) together.
    """
    cut = _MOST * contrast / 2
    painter = QPainter(image)
    for mode, level in (
        (QPainter.CompositionMode.CompositionMode_ColorBurn, 1 - cut),
        (QPainter.CompositionMode.CompositionMode_ColorDodge, cut / (1 - cut)),
    ):
        painter.setCompositionMode(mode)
        painter.fillRect(image.rect(), QColor.fromRgbF(level, level, level))
    painter.end()


def marker_mode(looks: Looks) -> QPainter.CompositionMode:
    """Return how a marking pen is to be put on a picture so that the print under it stays legible."""
    modes = QPainter.CompositionMode
    return modes.CompositionMode_Screen if looks.invert else modes.CompositionMode_Multiply
