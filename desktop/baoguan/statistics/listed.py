"""Numbers told in one go: which of several names each of 3、4和5万吨 belongs to."""

import re
from typing import NamedTuple

from baoguan.statistics.clauses import Clause
from baoguan.statistics.names import Span, class_end, sort_of, split, usable

_EACH = frozenset(["分别", "依次", "分别为", "分别是", "分别达", "分别达到", "分别有", "依次为"])
_COUNTED = re.compile(
    r"[两二三四五六七八九十几数各0-9]{1,3}[个大家座名位]?[省市县区国地州城家人者]?(?:市|区)?$"
)
"""Words like 三省 and 5市 after a list, which belong to none of its names."""
_AND_SO_ON = frozenset({"等", "等等", "共"})
_SUNDRY = frozenset({"不同", "各种", "各类", "多种", "其他"})
_NEAR = 8
_MOST = 12


class Listed(NamedTuple):
    """Names in a row: of those whose figures follow, or, where ``figures``, of the figures themselves."""

    names: tuple[Span, ...]
    measure: Span = None
    figures: bool = False


def run_of(clause: Clause, first: int) -> list[int]:
    """Return the chunks of the numbers that only 、 or 和 parts from the one at ``first``, in order."""
    found = [first]
    while clause.kind(found[-1] + 1) == "and" and clause.kind(found[-1] + 2) == "blank":
        found.append(found[-1] + 2)
    return found


def named_after(clause: Clause, last: int) -> Span:
    """Return what the numbers of a row are that ends in chunk ``last``: 3米、5米等|不同规格."""
    if clause.kind(last + 2) != "name" or clause.form(last + 1) not in _AND_SO_ON:
        return None
    _, low, high = clause.chunks[last + 2]
    return usable(clause.words, low + (high > low + 1 and clause.words[low].form in _SUNDRY), high)


def apart(clause: Clause, first: int) -> int | None:
    """Return the chunk that says that numbers are told one by one (分别)."""
    for at in range(first - 1, max(-1, first - _NEAR), -1):
        if clause.kind(at) == "blank":
            return None
        if clause.form(at) in _EACH:
            return at
    return None


def names_before(clause: Clause, at: int) -> Listed | None:
    """Return the names in a row that end before chunk ``at``, with the figure that follows the last."""
    chunks, words = clause.chunks, clause.words
    last = clause.back(at)
    if last < 2 or chunks[last].kind != "name":
        return None
    first = last
    while first >= 2 and clause.kind(first - 1) == "and" and clause.kind(first - 2) == "name":
        if last - first >= 2 * _MOST:
            return None
        first -= 2
    if first == last:
        return None
    spans = [clause.usable(k) for k in range(first, last, 2)]
    _, low, high = chunks[last]
    named = split(words, low, high)
    prefix = class_end(words, low, high)
    bare = named.cut == named.low and prefix == low and words[high - 1].kind == "head"
    if bare or sort_of(words, chunks[first].low, chunks[first].high) == "head":
        return Listed((*spans, clause.usable(last)), figures=True)
    cut = named.cut if named.low < named.cut < high else prefix
    end = cut if low < cut < high else high
    own = end
    while own > low + 1 and _COUNTED.fullmatch("".join(word.form for word in words[own - 1 : end])):
        own -= 1
    return Listed((*spans, usable(words, low, own)), usable(words, end, high) if end < high else None)
