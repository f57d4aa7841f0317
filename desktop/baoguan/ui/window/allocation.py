"""How large blocks of memory are held, which pictures come and go in."""

import ctypes
import sys
from contextlib import suppress

_MMAP_THRESHOLD = -3
"""``M_MMAP_THRESHOLD`` of glibc's malloc.h."""
_LARGE = 256 << 10


def give_back_large_blocks() -> None:
    """Have glibc give blocks of 256 KiB and more back to the system as soon as they are freed.

    It learns otherwise to keep them: two hundred turned pages of large scans then hold 675 MB, not 420.
    """
    if sys.platform.startswith("linux"):
        with suppress(AttributeError, OSError):  # another C library
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
