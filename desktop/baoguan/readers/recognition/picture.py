"""The picture of a page as an array of greys."""

import numpy as np
from numpy.typing import NDArray

from baoguan.domain.page import PageImage
from baoguan.readers.picture import pixels

Grey = NDArray[np.uint8]
"""Greys of shape (height, width), 0 black, 255 white."""


def grey(image: PageImage, scale: float = 1.0) -> Grey:
    """Return the picture of a page, upright, at a scale of at most 1; raise a SourceError."""
    return np.array(pixels(image, scale=scale).convert("L"))
