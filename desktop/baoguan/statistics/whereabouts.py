"""Where the figures of a sentence hold: the place named with a number, by its subject, or before it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from baoguan.statistics.chunks import NOMINAL
from baoguan.statistics.names import Span
from baoguan.statistics.words import Word, countries, group, is_place

_ROUTE = frozenset({"至", "到", "—", "-", "~"})
_NATION = frozenset({"全国", "我国"})
_SURNAMES = frozenset("李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗")
_ADVERBS = frozenset("本今去上下年全两各最一二三四五六七八九")
_STREETS = frozenset(["路", "街", "大街", "大道", "道"])
_LOCATED = frozenset({"位于", "坐落在", "坐落于", "地处"})
_LISTED = NOMINAL | {"and"}
_LINE = 8
_FAR = 24
_BACK = 12


class Place(NamedTuple):
    """A place that words ``low`` to ``high`` name; figures near it hold there if ``strong``.

    ``general`` is one that only another place makes a place: 市区, 该市;
    ``nation`` is a country or all of ours, ``located`` one where something is said to be: 位于天津.
    """

    low: int
    high: int
    span: tuple[int, int]
    strong: bool
    general: bool
    nation: bool
    located: bool


class Whereabouts:
    """The places that the words of one sentence name."""

    def __init__(self, words: Sequence[Word]) -> None:
        named = list(_places(words))
        sent = [_sent_from(words, place) for place in named]
        self._found = [place for place, line in zip(named, sent, strict=True) if not line]
        self._lows = [place.low for place in self._found]
        self._starts = [place.span[0] for place in self._found]
        first = next((place for place, line in zip(named, sent, strict=True) if line), None)
        local = first is not None and words[first.low].form not in group("capital")
        self.sent = first.span if first and local else None
        opens = self._found[0] if self._found and not self._found[0].low else None
        self._opening = opens.span if opens and _named_for(words, opens.high) else None

    def of(self, at: int, clause: tuple[int, int], subject: Span) -> Span:
        """Return the place of the number that is word ``at`` of the clause of words ``clause``."""
        begin, end = clause
        next_one = bisect_left(self._lows, at)
        before = [place for place in self._found[max(0, next_one - _BACK) : next_one] if place.strong]
        own = before[-1] if before and before[-1].low >= begin else None
        held = [place for place in before if place.located and place.low >= begin]
        own = held[-1] if held and own and not own.located else own
        special = next((place for place in reversed(before) if not place.general), None)
        owned = self._within(subject)
        if owned and (owned[-1].low >= begin or not own) and owned[-1].strong:
            if owned[-1].general and special:
                return special.span
            joined = owned[-1].span[0] == owned[0].span[1]
            return owned[0].span[0], owned[-1 if joined else 0].span[1]
        if own and not (own.general and special):
            return own.span
        if special or before:
            return (special or before[-1]).span
        for later in self._found[next_one : next_one + _BACK]:
            if later.low < end and later.strong:
                return later.span
        return self.sent or self._opening

    def first(self) -> Span:
        """Return the first place in which figures of the sentence may hold; nations are none."""
        local = (place for place in self._found if place.strong and not (place.general or place.nation))
        return next((place.span for place in local), None)

    def within(self, start: int, end: int) -> Span:
        """Return the first place that the code points from ``start`` to ``end`` name."""
        found = self._found[bisect_left(self._starts, start) :]
        return next((place.span for place in found if place.span[1] <= end and not place.general), None)

    def _within(self, subject: Span) -> list[Place]:
        """Return the places that the name of a subject holds."""
        if not subject:
            return []
        return self._found[bisect_left(self._starts, subject[0]) : bisect_left(self._starts, subject[1])]


def _places(words: Sequence[Word]) -> Iterator[Place]:
    tails, general = group("tail"), group("general")
    at = 0
    while at < len(words):
        if words[at].kind != "place" or not is_place(words[at]):
            at += 1
            continue
        high = at + 1
        while high < len(words) and (is_place(words[high]) or words[high].form in tails):
            high += 1
        if high - at > 1 and high < len(words) and words[high].form in _STREETS:
            high -= 1
        pointed = words[at].form[0] == "该" or words[at].form in general
        span = words[at].start, words[high - 1].end
        nation = words[high - 1].form in countries() or words[at].form in _NATION
        strong = _strong(words, at, high) and not _goes_on(words, at)
        located = at > 0 and words[at - 1].form in _LOCATED
        yield Place(at, high, span, strong, high - at == 1 and pointed, nation, located)
        at = high


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a place goes on a list that leads elsewhere: 途经甲站、|乙地."""
    if not at or words[at - 1].form != "、":
        return False
    for back in range(at - 1, max(-1, at - _FAR), -1):
        if words[back].kind not in _LISTED:
            return words[back].form in group("elsewhere")
    return False


def _named_for(words: Sequence[Word], at: int) -> bool:
    """Whether what follows a place that opens the sentence is an office of it: 英国|财相, 法国|总统."""
    return at < len(words) and words[at].form in group("title")


def _sent_from(words: Sequence[Word], place: Place) -> bool:
    """Whether a place only says where a report was sent from: 新华社郑州19日电."""
    near = words[place.high : place.high + 4]
    line = any(word.form in group("sent") for word in near) and any(word.kind == "date" for word in near)
    return place.low <= _LINE and (line or bool(near and near[0].form in group("sent")))


def _strong(words: Sequence[Word], low: int, high: int) -> bool:
    """Whether figures near a place hold there: 河北棉田, 在闵行翻车; not 法国队, 由辽阳, 津浦铁路."""
    before = words[low - 1] if low else None
    after = words[high] if high < len(words) else None
    if before and (before.form in group("elsewhere") or before.form in _ROUTE or before.form in _SURNAMES):
        return False
    if after is None:
        return True
    if words[high - 1].end - words[low].start == 1:
        touching = before and before.kind == "other" and before.end == words[low].start
        if touching or (after.kind == "other" and after.form not in _ADVERBS):
            return False
    if after.form in _ROUTE and high + 1 < len(words) and words[high + 1].kind == "place":
        return False
    if after.form in group("line") or after.form in group("team"):
        return False
    if words[high - 1].form in _NATION:
        return after.form not in group("titled")
    made = after.kind == "other" or after.form in group("goods")
    return not (made and words[high - 1].form in countries()) or after.form in _ADVERBS
