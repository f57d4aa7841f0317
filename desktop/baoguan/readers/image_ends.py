"""Whether an image file is there to its end, told without decoding it."""

import os
import struct
from typing import BinaryIO

_TAIL = 1 << 16


def is_complete(file: BinaryIO, head: bytes) -> bool:
    """Tell whether an open file that begins with ``head`` ends as its format says; unknown formats do."""
    size = os.fstat(file.fileno()).st_size
    if head.startswith(b"\xff\xd8\xff"):
        file.seek(max(0, size - _TAIL))
        return b"\xff\xd9" in file.read()
    if head.startswith(b"\x89PNG"):
        return _reaches_end(file, size)
    if head.startswith(b"RIFF"):
        told: int = struct.unpack("<I", head[4:8])[0]
        return told + 8 <= size
    if head.startswith(b"\x00\x00\x00\x0cjP  "):
        return _boxes_fit(file, size)
    return True


def _reaches_end(file: BinaryIO, size: int) -> bool:
    """Walk over the chunks of a PNG to its last."""
    at = 8
    while at + 12 <= size:
        file.seek(at)
        length, kind = struct.unpack(">I4s", file.read(8))
        at += 12 + length
        if kind == b"IEND":
            return bool(at <= size)
    return False


def _boxes_fit(file: BinaryIO, size: int) -> bool:
    """Walk over the boxes of a JPEG 2000 file to the codestream, which must fit."""
    at = 0
    while at + 8 <= size:
        file.seek(at)
        length, kind = struct.unpack(">I4s", file.read(8))
        if length == 1:
            length = struct.unpack(">Q", file.read(8))[0]
        if kind == b"jp2c":
            return bool(at + length <= size)
        if length < 8:
            return False
        at += length
    return False
