"""Chinese line breaking and justification: arithmetic on the widths of characters."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple
from unicodedata import combining

CLOSING = frozenset("，。、；：？！”’）》】」』〉〕］｝")
OPENING = frozenset("“‘（《【「『〈〔［｛")
_MARKS = CLOSING | OPENING
_NARROW = frozenset("，、”’）》】」』〉〕］｝")
_JOINERS = "\u200d\ufe0e\ufe0f"
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


def break_lines(
    text: str, advance: Advance, em: float, width: float, indent: float = 0.0, tight: bool = False
) -> list[SetLine]:
    """Set a paragraph (as printed) in justified lines of ``width``, the first indented.

    Every character lies on exactly one line; no line starts with a closing mark or ends with an opening
    one. ``tight`` sets brackets and quotation marks half width throughout, as headlines have them.
    """
    if not text:
        return []
    cells = _cells(text, advance, em, tight)
    before = [0.0, *accumulate(cells.widths)]
    lines: list[SetLine] = []
    start = 0
    while start < len(text):
        left = 0.0 if lines else indent
        saved = cells.half(start) if lines and text[start] in OPENING and start not in cells.pulled else 0.0
        end = _line_end(text, before, cells, start, width - left + saved)
        lines.append(_set(text, cells, start, end, (left, width), saved))
        start = end
    return lines


def natural_width(text: str, advance: Advance, em: float, tight: bool = False) -> float:
    """Return how wide a text is on one line, punctuation closed up."""
    return sum(_cells(text, advance, em, tight).widths)


def can_break(text: str, at: int) -> bool:
    """Whether a line may end before the character at ``at``."""
    before, after = text[at - 1], text[at]
    if after in _NO_START or before in _NO_END or after.isspace() or combining(after) or after in _JOINERS:
        return False
    return before.isspace() or _is_wide(before) or _is_wide(after)


@dataclass(frozen=True, slots=True)
class _Cells:
    """The widths of characters; ``pulled`` are opening marks whose blank half was taken away."""

    widths: list[float]
    pulled: frozenset[int]
    em: float

    def half(self, at: int) -> float:
        """Return the blank half of a full-width mark; nothing where it is set half width."""
        return self.em / 2 if self.widths[at] > 0.9 * self.em else 0.0


def _cells(text: str, advance: Advance, em: float, tight: bool) -> _Cells:
    cells = _Cells(widths := [advance(character) * em for character in text], frozenset(), em)
    pulled = set[int]()
    for at, mark in enumerate(text):
        following = text[at + 1] if at + 1 < len(text) else ""
        if mark in CLOSING and ((tight and mark in _NARROW) or following in _MARKS):
            widths[at] -= cells.half(at)
        elif mark in OPENING and (tight or (at and text[at - 1] in OPENING)) and (half := cells.half(at)):
            widths[at] -= half
            pulled.add(at)
    return replace(cells, pulled=frozenset(pulled))


def _is_wide(character: str) -> bool:
    return character >= "\u2e80" or character in "“”‘’—…·"


def _line_end(text: str, before: list[float], cells: _Cells, start: int, room: float) -> int:
    """Return where the line that starts at ``start`` ends, at least one character on."""
    limit = before[start] + room + 1e-6
    end = min(len(text), bisect_right(before, limit + cells.em / 2, start + 1) - 1)
    while end < len(text) and text[end].isspace():
        end += 1
    for at in range(end, start, -1):
        last = _last_visible(text, start, at)
        spare = cells.half(last) if text[last] in CLOSING else 0.0
        if before[last + 1] - spare <= limit and (at == len(text) or can_break(text, at)):
            return at
    return max(start + 1, bisect_right(before, limit, start + 1) - 1)


def _last_visible(text: str, start: int, end: int) -> int:
    last = end - 1
    while last > start and text[last].isspace():
        last -= 1
    return last


def _set(
    text: str, cells: _Cells, start: int, end: int, column: tuple[float, float], saved: float
) -> SetLine:
    """Place the characters of one line from the left to the right edge of a column; the last stays short."""
    left, right = column
    widths = cells.widths[start:end]
    widths[0] -= saved
    last = _last_visible(text, start, end)
    widths[last - start + 1 :] = [0.0] * (end - last - 1)
    full = end < len(text)
    if text[last] in CLOSING and (full or left + sum(widths) > right + 1e-6):
        widths[last - start] -= cells.half(last)
    gaps = [at - start for at in range(start, last) if _can_open(text, at)]
    extra = (right - left - sum(widths)) / len(gaps) if gaps and full else 0.0
    if extra <= _LOOSEST * cells.em:
        for gap in gaps:
            widths[gap] += extra
    edges = tuple(accumulate(widths, initial=left))
    pens = [
        edge - (cells.em / 2 if start + at in cells.pulled else 0.0) for at, edge in enumerate(edges[:-1])
    ]
    pens[0] -= saved
    return SetLine(start, end, edges, tuple(pens))


def _can_open(text: str, at: int) -> bool:
    """Whether justification may open the gap after a character: not inside a Latin word or a number."""
    if text[at] == text[at + 1] and text[at] in "—…":
        return False
    return _is_wide(text[at]) or _is_wide(text[at + 1]) or text[at].isspace()
