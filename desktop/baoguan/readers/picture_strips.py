"""A sight of a TIFF too large to decode in a moment: every so many strips of it, as a smaller TIFF."""

import struct
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2, TiffImageFile

_HEIGHT, _COMPRESSION, _OFFSETS, _ROWS, _COUNTS = 257, 259, 273, 278, 279
_PLANES, _OLD_JPEG, _ORIENTATION = 284, 6, 274
_KEPT = (256, 258, 259, 262, 266, 277, 278, 284, 292, 293, 317, 320, 338, 339, 347, 530, 532)
"""The tags that say how strips are coded."""
_LARGE = 20_000_000


def sampled(path: Path, frame: int, rows: int) -> bytes | None:
    """Return a TIFF of strips spread evenly over a large frame, one for each of the ``rows`` it is shown in.

    None where the strips are too high for that, or cannot be decoded one by one.
    """
    with Image.open(path) as held:
        if not isinstance(held, TiffImageFile):
            return None
        held.seek(frame)
        tags = held.tag_v2
        height, offsets, counts = held.height, tags.get(_OFFSETS, ()), tags.get(_COUNTS, ())
        each = tags.get(_ROWS, height)
        step = height // (each * rows)
        apart = (
            tags.get(_PLANES, 1) != 1 or tags.get(_COMPRESSION) == _OLD_JPEG or tags.get(_ORIENTATION, 1) != 1
        )
        if apart or step < 2 or held.width * height < _LARGE or len(offsets) != -(-height // each):
            return None
        chosen = range(0, height // each, step)
        with path.open("rb") as file:
            return _packed(tags, [_read(file, offsets[at], counts[at]) for at in chosen], each * len(chosen))


def _read(file: BinaryIO, offset: int, count: int) -> bytes:
    file.seek(offset)
    return file.read(count)


def _packed(tags: ImageFileDirectory_v2, strips: list[bytes], rows: int) -> bytes:
    """Return a TIFF of strips that are coded as the tags of another say."""
    told = ImageFileDirectory_v2(prefix=tags.prefix)
    for tag in _KEPT:
        if tag in tags:
            told.tagtype[tag] = tags.tagtype[tag]
            told[tag] = tags[tag]
    told[_HEIGHT] = rows
    told[_OFFSETS] = tuple(accumulate((len(strip) for strip in strips[:-1]), initial=0))  # from its own end
    told[_COUNTS] = tuple(len(strip) for strip in strips)
    head: bytes = tags.prefix + struct.pack("<HL" if tags.prefix == b"II" else ">HL", 42, 8)
    directory: bytes = told.tobytes(len(head))
    return b"".join((head, directory, *strips))
