"""A noun phrase beside a number: what sort of thing it names, whose figure it is and which."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from baoguan.statistics.chunks import NOMINAL, is_body
from baoguan.statistics.words import Word, group, place_names

Sort = Literal["head", "goods", "holder", "proper", "thing"]
"""A figure (产量), goods (小麦), people or firms (居民), a proper name (该厂, 天津), anything else (大桥)."""
Span = tuple[int, int] | None
_POINTING = frozenset("该本我敝贵此这那各全某")
_TAILS = frozenset({"地区", "一带", "全境", "各地", "境内", "方面", "各厂", "各校"})
_SUFFIXES = frozenset("市省县区镇乡村州厂矿场院校司团局部站线馆所会社桥港行队号园楼店路厅处组轮段军")
_GOODS = frozenset("米面粉布纱盐糖油煤钢菜肉蛋鱼粮豆麦棉茶烟酒纸药")
_HOLDERS = frozenset("者户员民")
_LONGEST = 28


class Named(NamedTuple):
    """Words ``low`` to ``cut`` say whose figure it is, ``cut`` to ``high`` what it is; either may be none."""

    low: int
    cut: int
    high: int


def split(words: Sequence[Word], low: int, high: int, loose: bool = True) -> Named:
    """Split ``words[low:high]`` after the possessor it opens with: 河南省|小麦总产量, 该路|客运收入.

    Where ``loose``, an unknown name before any figure is a possessor, else only before a firm's (快手|营收).
    """
    low = _opening(words, low, high)
    of = next((at for at in range(high - 1, low, -1) if words[at].kind == "of"), None)
    if of is not None:
        rest = _possessor_end(words, of + 1, high)
        return Named(of + 1, high, high) if rest == high else Named(low, of, high)
    cut = _possessor_end(words, low, high, loose)
    if cut < high:
        held = _holder_end(words, cut, high)
        cut = held if held < high else cut
    return Named(low, cut, high)


def holds(word: Word) -> bool:
    """Whether a word names people or firms."""
    return word.form in group("holder") or (word.kind == "noun" and word.form[-1] in _HOLDERS)


def sort_of(words: Sequence[Word], low: int, high: int) -> Sort:
    """Tell what a phrase names by the word it ends in."""
    last = words[high - 1]
    if last.form in group("goods"):
        return "goods"
    if last.kind == "head":
        return "head"
    if holds(last):
        return "holder"
    if _possessor_end(words, low, high) == high:
        return "proper"
    goods = last.form[-1] in _GOODS and last.kind in {"noun", "other"}
    return "goods" if goods else "thing"


def known_by_name(words: Sequence[Word], low: int, high: int) -> tuple[Span, bool]:
    """Return the name in a phrase by which somebody is known, and whether a dictionary tells that it is one.

    渤化集团|相关负责人, 津膜科技|的技术, B1线|建设; not 该厂, 各校, 工人.
    """
    titles = group("title")
    high = next((at for at in range(low + 1, high) if words[at].form in titles), high)
    of = next((at for at in range(high - 1, low, -1) if words[at].kind == "of"), None)
    if of is not None:
        low, high = (of + 1, high) if is_body(words[high - 1]) else (low, of)
    end = high
    while high > low and (words[high - 1].kind in {"either", "head", "verb"} or _single(words, low, high)):
        high -= 1
    if high == low or any(word.form[0] in _POINTING for word in words[low:high]):
        return None, False
    last = words[high - 1]
    named = high - low > 1 and (is_body(last) or (last.kind == "other" and last.form in _SUFFIXES))
    sure = named or any(word.form in place_names() or _latin(word) for word in words[low:high])
    whole = all(word.kind == "other" for word in words[low:high]) and end == high
    firm = words[low].kind == "other" and last.form in group("trade")
    unknown = high - low > 1 and (whole or firm)
    return (usable(words, low, high), sure) if sure or unknown else (None, False)


def _single(words: Sequence[Word], low: int, high: int) -> bool:
    """Whether a phrase ends in one unknown character: 滨海新区|继."""
    last = words[high - 1]
    alone = last.kind == "other" and len(last.form) == 1 and last.form not in _SUFFIXES
    return alone and (high - low < 2 or words[high - 2].kind != "other")


def class_end(words: Sequence[Word], low: int, high: int) -> int:
    """Return where the name of a figure begins after the kind of thing that has it: 古树|树龄."""
    at = high
    modifiers, goods = group("modifier"), group("goods")
    if high <= low or words[high - 1].kind != "head":
        return low
    own = {"head", "modifier", "either", "link"}
    while at > low and (
        words[at - 1].kind in own or words[at - 1].form in modifiers or words[at - 1].form in goods
    ):
        at -= 1
    while at > low and words[at - 1].kind == "of":
        at -= 1
    return at


def usable(words: Sequence[Word], low: int, high: int) -> Span:
    """Return where a phrase that can stand in a table is printed, None where it is none."""
    low = low if words[low].kind == "verb" else _opening(words, low, high)
    vague = group("vague")
    while high > low + 1 and (words[high - 1].form in vague or words[high - 1].kind == "of"):
        high -= 1
    if high - low > 2 and words[high - 2].form == "第" and words[high - 1].form.isdigit():
        high -= 2
    elif high - low > 1 and words[high - 1].form == "第":
        high -= 1
    if low >= high or words[low].form in group("nobody"):
        return None
    start, end = words[low].start, words[high - 1].end
    if end - start > _LONGEST or all(word.form in vague for word in words[low:high]):
        return None
    return start, end


def _opening(words: Sequence[Word], low: int, high: int) -> int:
    """Return where the first nominal word of a phrase stands."""
    while low < high and words[low].kind not in NOMINAL:
        low += 1
    return low


def _possessor_end(words: Sequence[Word], low: int, high: int, loose: bool = True) -> int:
    cut = low
    for at in range(low, high):
        word = words[at]
        pointed = at > low and words[at - 1].form in _POINTING and word.kind != "head"
        named = at > low and word.kind == "other" and word.form in _SUFFIXES and words[at - 1].kind in NOMINAL
        if is_body(word) or word.form in _TAILS or pointed or named:
            cut = at + 1
        elif word.kind in {"head", "modifier"} and at > cut:
            break
    end = cut
    while end < high and _unknown(words[end]):
        end += 1
    long = end > cut and words[end - 1].end - words[cut].start >= 2
    if long and end < high and words[end].kind in {"head", "modifier", "either"}:
        return end if loose or cut > low or words[high - 1].form in group("firm") else cut
    return cut


def _unknown(word: Word) -> bool:
    """Whether a word may be part of a proper name that no dictionary holds: quoted, Latin or unknown."""
    return word.kind == "other" or word.form[0] in "“‘" or _latin(word)


def _latin(word: Word) -> bool:
    return word.form[0].isascii() and not word.form.isdigit()


def _holder_end(words: Sequence[Word], low: int, high: int) -> int:
    """Return where people or firms that have the figure end: 城镇居民|存款, 乡镇企业|总产值."""
    end = low
    if words[high - 1].kind != "head":
        return low
    for at in range(low, high - 1):
        if holds(words[at]):
            end = at + 1
        elif words[at].kind == "head":
            break
    return end
