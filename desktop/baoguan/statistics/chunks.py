"""The words of a clause grouped: noun phrases, verbs, numbers and the small words between them."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from baoguan.statistics.words import Class, Word, group

Group = Literal["name", "verb", "trend", "link", "prep", "and", "of", "loc", "share", "blank", "date", "mark"]
NOMINAL = frozenset({"noun", "head", "modifier", "either", "place", "other"})
_BODIES = frozenset("市省县区镇乡村国州厂矿场院校司团局部站线馆所会社桥港行队号园楼店路厅处组委军银府街库")
"""Last characters of names of places, offices and firms."""
_TRADES = frozenset({"出口", "进口", "外销", "内销", "援助"})
_PLANNED = frozenset({"计划", "规划", "目标"})
_MOST = frozenset({"最大", "最多", "最高", "最长", "最快", "最早", "最小", "最低", "最好", "最强"})
_WINDOW = 12
_KINDS: dict[Class, Group] = {
    "verb": "verb", "trend": "trend", "prep": "prep", "and": "and", "of": "of", "loc": "loc",
    "share": "share", "blank": "blank", "date": "date", "mark": "mark",
}  # fmt: skip


class Chunk(NamedTuple):
    """Words ``low`` up to ``high`` of a sentence that do one thing in their clause."""

    kind: Group
    low: int
    high: int


def chunked(words: Sequence[Word], begin: int, end: int) -> Iterator[Chunk]:
    """Yield the chunks of the clause ``words[begin:end]``, in order and without gaps."""
    at = begin
    while at < end:
        kind = words[at].kind
        high = at + 1
        if kind not in NOMINAL:
            yield Chunk(_KINDS.get(kind, "link"), at, high)
        elif _plans(words, at, end) or _counts_money(words, at, end):
            yield Chunk("link", at, high)
        elif (kind == "either" and _acts(words, at, at, end)) or _trades(words, at, end):
            yield Chunk("verb", at, high)
        else:
            high = _phrase_end(words, at, end)
            yield Chunk("name", at, high)
        at = high


def is_body(word: Word) -> bool:
    """Whether a word ends the name of a place, an office, a firm: someone whose figures are told."""
    if word.kind == "place" or word.form in group("body"):
        return True
    return word.form[-1] in _BODIES and word.kind in {"noun", "other"} and word.form not in group("plain")


def _phrase_end(words: Sequence[Word], low: int, end: int) -> int:
    modifiers = group("modifier")
    high = low + 1
    while high < end:
        word = words[high]
        following = words[high + 1].kind if high + 1 < end else "mark"
        if word.kind in NOMINAL:
            acting = word.kind == "either" and _acts(words, low, high, end)
            if acting or _plans(words, high, end) or _counts_money(words, high, end):
                break
        elif word.kind == "of":
            if following not in NOMINAL and not (following == "link" and words[high + 1].form in modifiers):
                break
        elif _one_of(words, low, high) and following in NOMINAL:
            pass
        elif not (word.kind == "link" and word.form in modifiers and following in {"head", "modifier"}):
            most = word.form in _MOST and following == "of"
            if not most or high + 2 >= end or words[high + 2].kind not in NOMINAL:
                break
        high += 1
    return high


def _plans(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether 计划 is said of what follows (计划录取), not a plan (完成计划)."""
    planned = words[at].form in _PLANNED and at + 1 < end
    return planned and words[at + 1].kind in {"verb", "either", "link", "trend"}


def _one_of(words: Sequence[Word], low: int, at: int) -> bool:
    """Whether 一家 only says that a firm of the places before it is meant: 浙江义乌|一家|玩具厂."""
    word = words[at]
    counts = word.kind == "function" and len(word.form) == 2 and word.form[0] == "一"
    return counts and all(before.kind == "place" for before in words[low:at])


def _trades(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether 出口 is said of where to, with a number after it: 出口|德国|12万台."""
    sent = words[at].form in _TRADES and at + 2 < end
    return sent and words[at + 1].kind == "place" and words[at + 2].kind == "blank"


def _counts_money(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a word says in which money a number is told (值美金四亿元), not what is counted (收兑银元)."""
    if at + 1 >= end or words[at + 1].kind != "blank" or words[at].form not in group("currency"):
        return False
    before = words[at - 1].kind if at else "mark"
    return before not in {"verb", "and", "mark", "date"}


def _acts(words: Sequence[Word], low: int, at: int, end: int) -> bool:
    """Whether a word that is a verb or the first part of nouns is the verb of the phrase from ``low``."""
    if at + 1 >= end or (at > low and not is_body(words[at - 1])):
        return False
    following = words[at + 1].kind
    governed = at > 0 and words[at - 1].kind in {"verb", "of", "and", "either"}
    if following == "blank":
        return not governed
    if following not in NOMINAL or words[at + 1].form in group("agent") or (governed and at == low):
        return False
    last = at + 1
    stop = min(end, at + _WINDOW)
    while last + 1 < stop and (words[last + 1].kind in NOMINAL or words[last + 1].kind == "of"):
        last += 1
    return words[last].kind != "head"
