"""Which part of a text a line shows, so that the hit in it is always seen."""

from collections.abc import Callable, Sequence

from baoguan.domain.article import Span

_DOTS = "…"


def around_mark(
    text: str, marks: Sequence[Span], advance: Callable[[str], float], width: float, lines: int = 1
) -> tuple[str, list[Span]]:
    """Return text and marks cut at the front so that the first mark stands in the middle of the first line.

    ``advance`` is the width of a character, in the unit of ``width``. Text that fits is left whole, and no
    more is cut than is needed to fill the lines; what does not fit behind the mark is the painter's to cut.
    """
    spans = sorted(marks)
    widths = [advance(character) for character in text]
    spare = max(widths, default=0.0) * (lines - 1)  # a line may break before punctuation would end it
    capacity = width * lines - spare
    if not spans or sum(widths) <= capacity:
        return text, spans
    dots = advance(_DOTS)
    first = spans[0]
    hit = sum(widths[first.start : first.end])
    start = _reach_back(widths, first.start, (width - hit) / 2 - dots)
    tail = sum(widths[start:])
    start = _reach_back(widths, start, capacity - dots - tail)
    if start <= 1:  # dots would take the place of the one character that they stand for
        return text, spans
    shift = len(_DOTS) - start
    return _DOTS + text[start:], [Span(span.start + shift, span.end + shift) for span in spans]


def _reach_back(widths: Sequence[float], start: int, room: float) -> int:
    """Return how far before ``start`` characters begin that fill no more than ``room``."""
    while start > 0 and widths[start - 1] <= room:
        start -= 1
        room -= widths[start]
    return start
