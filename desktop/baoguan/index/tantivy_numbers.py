"""Reported ranges as terms: which of them hold a number is then a look-up of that number's blocks.

Numbers are taken as 64-bit places on one line. A block is all places that begin with the same bits;
a range is cut into few blocks, and a place lies in 65 of them, from itself to the whole line.
"""

import math
import struct
from collections.abc import Iterator

_BITS = 64
_SIGN = 1 << (_BITS - 1)
_ALL = (1 << _BITS) - 1


def blocks_of(low: float, high: float) -> Iterator[str]:
    """Yield the blocks that together are exactly the range from ``low`` to ``high``, both included."""
    first, last = _place(low), _place(high)
    while first <= last:
        size = (first & -first).bit_length() - 1 if first else _BITS
        while first + (1 << size) - 1 > last:
            size -= 1
        yield _block(first, size)
        first += 1 << size


def blocks_around(number: float) -> list[str]:
    """Return every block that a number lies in."""
    place = _place(number)
    return [_block(place, size) for size in range(_BITS + 1)]


def next_above(number: float) -> float:
    """Return the least number above one."""
    return math.nextafter(number, math.inf)


def next_below(number: float) -> float:
    """Return the greatest number below one."""
    return math.nextafter(number, -math.inf)


def _place(number: float) -> int:
    """Return a number's place, in the order of numbers; both zeros have one."""
    bits: int = struct.unpack(">Q", struct.pack(">d", number + 0.0))[0]
    return bits ^ _ALL if bits & _SIGN else bits | _SIGN


def _block(place: int, size: int) -> str:
    return f"{size}:{place >> size:x}"
