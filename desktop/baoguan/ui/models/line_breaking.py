"""Chinese line breaking and justification: arithmetic on the widths of characters."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

CLOSING = frozenset("，。、；：？！”’）》】」』〉〕］｝")
OPENING = frozenset("“‘（《【「『〈〔［｛")
_NO_START = CLOSING | frozenset(",.;:?!)]}%‰℃°·…—～ー々‐–/％")
_NO_END = OPENING | frozenset("([{$¥￥£€№")
_FULL_WIDTH = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_LOOSEST = 0.6
"""The most, in ems, that one gap of a justified line is opened; a line that needs more stays ragged."""

Advance = Callable[[str], float]


class SetLine(NamedTuple):
    """One line as set: characters ``start`` to ``end`` of its text.

    ``edges`` are the left edges of their cells and the right edge of the last (``end - start + 1``
    numbers); ``pens`` where each character is drawn, which differs for an opening bracket whose blank
    half was taken away. Both in the unit of the em.
    """

    start: int
    end: int
    edges: tuple[float, ...]
    pens: tuple[float, ...]


def printed(text: str) -> str:
    """Return the text as a newspaper prints it: half-width marks beside Chinese full width, one for one."""
    shown = list(text)
    for at, mark in enumerate(shown):
        full = _FULL_WIDTH.get(mark)
        if full is None:
            continue
        neighbour = at + 1 if mark == "(" else at - 1
        other = 2 * at - neighbour
        if any(0 <= near < len(shown) and _is_wide(shown[near]) for near in (neighbour, other)) and not (
            mark in ",.:" and 0 < at < len(shown) - 1 and shown[at - 1].isdigit() and shown[at + 1].isdigit()
        ):
            shown[at] = full
    return "".join(shown)


def break_lines(text: str, advance: Advance, em: float, width: float, indent: float = 0.0) -> list[SetLine]:
    """Set a paragraph (as printed) in justified lines of ``width``, the first indented; every character
    lies on exactly one line, no line starts with a closing mark or ends with an opening one."""
    if not text:
        return []
    widths = _widths(text, advance, em)
    before = [0.0, *accumulate(widths)]
    lines: list[SetLine] = []
    start = 0
    while start < len(text):
        left = 0.0 if lines else indent
        saved = _blank_half(text, widths, em, start) if lines else 0.0
        end = _line_end(text, before, widths, em, start, width - left + saved)
        lines.append(_set(text, widths, em, start, end, left, None if end == len(text) else width, saved))
        start = end
    return lines


def natural_width(text: str, advance: Advance, em: float) -> float:
    """Return how wide a text is on one line, punctuation closed up."""
    return sum(_widths(text, advance, em))


def can_break(text: str, at: int) -> bool:
    """Whether a line may end before the character at ``at``."""
    before, after = text[at - 1], text[at]
    if after in _NO_START or before in _NO_END or after.isspace():
        return False
    if "\u0300" <= after and (after in "\u200d\ufe0e\ufe0f" or "\u0300" <= after <= "\u036f"):
        return False
    return before.isspace() or _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return character >= "\u2e80" or character in "“”‘’—…·"


def _widths(text: str, advance: Advance, em: float) -> list[float]:
    widths = [advance(character) * em for character in text]
    for at in range(len(text) - 1):
        mark, following = text[at], text[at + 1]
        if mark in CLOSING and (following in CLOSING or following in OPENING):
            widths[at] -= _half(widths[at], em)
        elif mark in OPENING and following in OPENING:
            widths[at + 1] -= _half(widths[at + 1], em)
    return widths


def _half(width: float, em: float) -> float:
    """The blank half of a full-width mark; nothing where the font sets it half width."""
    return em / 2 if width > 0.9 * em else 0.0


def _blank_half(text: str, widths: list[float], em: float, at: int) -> float:
    return _half(widths[at], em) if text[at] in OPENING else 0.0


def _line_end(
    text: str, before: list[float], widths: list[float], em: float, start: int, room: float
) -> int:
    """Return where the line that starts at ``start`` ends, at least one character on."""
    furthest = bisect_right(before, before[start] + room + em / 2 + 1e-6, start + 1) - 1
    end = min(len(text), furthest)
    while end < len(text) and text[end].isspace():
        end += 1
    for at in range(end, start, -1):
        last = at - 1
        while last > start and text[last].isspace():
            last -= 1
        spare = _half(widths[last], em) if text[last] in CLOSING else 0.0
        if before[last + 1] - spare - before[start] <= room + 1e-6 and (
            at == len(text) or can_break(text, at)
        ):
            return at
    return max(start + 1, bisect_right(before, before[start] + room + 1e-6, start + 1) - 1)


def _set(
    text: str,
    widths: list[float],
    em: float,
    start: int,
    end: int,
    left: float,
    width: float | None,
    saved: float,
) -> SetLine:
    """Place the characters of one line; ``width`` is what to fill, None for a paragraph's last line."""
    cells = widths[start:end]
    cells[0] -= saved
    last = end - 1
    while last > start and text[last].isspace():
        cells[last - start] = 0.0
        last -= 1
    if width is not None:
        if text[last] in CLOSING:
            cells[last - start] -= _half(widths[last], em)
        gaps = [at for at in range(start, last) if _can_open(text, at)]
        extra = (width - left - sum(cells)) / len(gaps) if gaps else 0.0
        if -0.2 * em < extra <= _LOOSEST * em:
            for at in gaps:
                cells[at - start] += extra
    edges = tuple(accumulate(cells, initial=left))
    return SetLine(start, end, edges, _pens(text, widths, em, start, edges, saved))


def _can_open(text: str, at: int) -> bool:
    """Whether justification may open the gap after a character: not inside a Latin word or a number."""
    return _is_wide(text[at]) or _is_wide(text[at + 1]) or text[at].isspace()


def _pens(
    text: str, widths: list[float], em: float, start: int, edges: tuple[float, ...], saved: float
) -> tuple[float, ...]:
    pens = list(edges[:-1])
    pens[0] -= saved
    for at in range(max(1, start), start + len(pens)):
        if text[at] in OPENING and text[at - 1] in OPENING and 0.3 * em < widths[at] < 0.7 * em:
            pens[at - start] -= em / 2
    return tuple(pens)
