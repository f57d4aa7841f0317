import pytest
from PySide6.QtGui import QColor, QImage

from baoguan.ui.models.picture_looks import PLAIN, Looks, adjust


@pytest.fixture
def ramp() -> QImage:
    """All greys from black to white, over a row of red."""
    image = QImage(256, 2, QImage.Format.Format_RGB32)
    for level in range(256):
        image.setPixelColor(level, 0, QColor(level, level, level))
        image.setPixelColor(level, 1, QColor(200, 40, 30))
    return image


def greys(image: QImage) -> list[int]:
    return [image.pixelColor(x, 0).red() for x in range(256)]


def test_plain_is_as_it_is(ramp: QImage) -> None:
    assert adjust(ramp, PLAIN) == ramp


@pytest.mark.parametrize("contrast", [0.2, 0.6, 1.0])
def test_contrast_spreads_the_middle_over_the_whole_range(ramp: QImage, contrast: float) -> None:
    before = ramp.copy()
    seen = greys(adjust(ramp, Looks(contrast=contrast)))
    assert seen == sorted(seen)
    cut = round(0.7 * contrast / 2 * 255)
    assert max(seen[: cut - 1]) <= 2
    assert min(seen[256 - cut + 1 :]) >= 253
    assert seen[128] == pytest.approx(128, abs=4)
    assert seen[160] - seen[96] > 64
    assert ramp == before


def test_grey_takes_the_colours_and_inverting_turns_dark_and_light(ramp: QImage) -> None:
    grey = adjust(ramp, Looks(grey=True))
    colour = grey.pixelColor(9, 1)
    assert colour.red() == colour.green() == colour.blue()
    assert greys(adjust(ramp, Looks(invert=True))) == list(range(255, -1, -1))
    assert adjust(adjust(ramp, Looks(invert=True)), Looks(invert=True)) == ramp
