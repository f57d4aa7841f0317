"""Code points, in which the archive counts, and UTF-16 units, in which Qt counts."""

import re
from bisect import bisect_left

from baoguan.domain.article import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Converts offsets in one text; constant time where no character lies beyond the first plane."""

    __slots__ = ("_astral", "_units")

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [at + before for before, at in enumerate(self._astral)]

    def to_utf16(self, code_point: int) -> int:
        """Return how many UTF-16 units stand before a code point offset."""
        if not self._astral:
            return code_point
        return code_point + bisect_left(self._astral, code_point)

    def to_code_point(self, unit: int) -> int:
        """Return the code point offset of a UTF-16 offset; the middle of a character counts as its start."""
        if not self._astral:
            return unit
        return unit - bisect_left(self._units, unit)

    def span_to_utf16(self, span: Span) -> tuple[int, int]:
        """Return a span's ends in UTF-16 units."""
        return self.to_utf16(span.start), self.to_utf16(span.end)

    def span_to_code_points(self, start: int, end: int) -> Span:
        """Return the span between two UTF-16 offsets."""
        return Span(self.to_code_point(start), self.to_code_point(end))
