"""Which headings begin an article, which are subheads, and which make one title block."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from baoguan.layout.bylines import has_closing, has_dateline
from baoguan.layout.choices import Choices
from baoguan.layout.labels import is_label, leading_labels
from baoguan.layout.marks import is_numbered
from baoguan.layout.units import Kind, Unit

_TITLE_LINES = 4
_NEW = re.compile(
    r"近日|日前|昨日|昨天|今天|今日|[\u3400-\u9fff]{0,6}\d{1,2}月\d{1,2}日|据[^,，。]{2,20}(?:消息|报道|电)|记者(?:昨|今|从|日前|近日)|本报"
)
_ONGOING = re.compile(
    r"据(?:了解|悉|介绍)|此外|同时|与此|该|他|她|其[中次]|对此|[“‘「]|为此|不仅|除了|然而|但|而|在[^,，。]{1,12}看来|采访中|近年来|如今|随着|针对|面对|当|目前|走进|说起"
)


@dataclass(slots=True)
class Head:
    """A run of headings with nothing between them, ``first`` to ``end`` in the page's units."""

    first: int
    end: int
    labels: int = 0
    score: float = 0.0
    sure: bool = False
    starts: bool = True
    shape: tuple[int, ...] = ()


def find_heads(units: Sequence[Unit], choices: Choices) -> list[Head]:
    """Return the runs of headings, each judged to begin an article or to be a subhead."""
    heads = _runs(units)
    topics = _Topics(units)
    for at, head in enumerate(heads):
        head.labels = leading_labels(units[head.first : head.end], choices)
        head.labels += _heads_briefs(units, heads, at)
        head.shape = _shape(units[head.first].text)
        head.sure = _is_sure(units, heads, at)
    main = 0
    for at, head in enumerate(heads):
        if head.sure:
            main = min(unit.level for unit in units[min(head.first + head.labels, head.end - 1) : head.end])
        else:
            head.score = _score(units, heads, at, topics) + _level(units[head.first].level, main)
            head.starts = head.score > 0
    _by_bylines(units, heads)
    for at, head in enumerate(heads):
        above = at > 0 or any(unit.kind is Kind.TEXT for unit in units[: head.first])
        if above and not head.labels:
            head.starts = _settled(units, head, choices)
    return heads


def _runs(units: Sequence[Unit]) -> list[Head]:
    heads: list[Head] = []
    for at, unit in enumerate(units):
        if unit.kind is Kind.HEADING:
            if heads and heads[-1].end == at and at - heads[-1].first < _TITLE_LINES + 2:
                heads[-1].end = at + 1
            else:
                heads.append(Head(at, at + 1))
    return heads


def _heads_briefs(units: Sequence[Unit], heads: Sequence[Head], at: int) -> int:
    """Return 1 where the last heading of a run is a label over reports that have no headlines."""
    head = heads[at]
    last = units[head.end - 1]
    end = heads[at + 1].first if at + 1 < len(heads) else len(units)
    texts = [unit for unit in units[head.end : end] if unit.kind is Kind.TEXT]
    if head.end - head.first - head.labels != 1 or not is_label(last, last) or not texts:
        return 0
    return int(has_dateline(texts[0].text) and sum(has_dateline(text.text) for text in texts) > 1)


def _settled(units: Sequence[Unit], head: Head, choices: Choices) -> bool:
    rule = "headline" if head.starts else "subhead"
    lines = tuple(unit.line for unit in units[head.first : head.end])
    confidence = 0.95 if head.sure else 1 / (1 + math.exp(-0.4 - abs(head.score)))
    return head.starts == choices.holds(rule, lines, confidence)


def _is_sure(units: Sequence[Unit], heads: Sequence[Head], at: int) -> bool:
    """Tell whether a run must begin an article: first, with labels, of several lines, with a byline."""
    head = heads[at]
    if at == 0 or head.labels or _next(units, head.end) is not Kind.TEXT:
        return True
    before = units[head.first - 1].kind if head.first else Kind.NOTE
    text_since = any(unit.kind is Kind.TEXT for unit in units[heads[at - 1].end : head.first])
    if not text_since:
        return False
    return head.end - head.first > 1 or before in (Kind.BYLINE, Kind.NOTE)


def _next(units: Sequence[Unit], at: int) -> Kind:
    """Return the kind of the first unit from ``at`` on that is no figure."""
    while at < len(units) and units[at].kind is Kind.FIGURE:
        at += 1
    return units[at].kind if at < len(units) else Kind.NOTE


def _score(units: Sequence[Unit], heads: Sequence[Head], at: int, topics: "_Topics") -> float:
    """Return evidence, in nats, that a heading begins an article."""
    head, unit = heads[at], units[heads[at].first]
    if not any(between.kind is Kind.TEXT for between in units[heads[at - 1].end : head.first]):
        return -2.0
    text = next((after.text for after in units[head.end :] if after.kind is Kind.TEXT), "")
    score = _length(unit.text) + topics.newness(heads, at)
    score += -3.0 if is_numbered(unit.text) else 0.0
    score += 3.0 if has_dateline(text) else 0.0
    score += 0.9 if _NEW.match(text) else -0.9 if _ONGOING.match(text) else 0.0
    score += 0.6 if units[head.end].kind is Kind.FIGURE else 0.0
    score += 0.4 if re.search(r"\d", unit.text) else 0.0
    return score + _parallel(heads, at)


def _length(text: str) -> float:
    size = len(text)
    return -0.9 if size <= 8 else -0.4 if size <= 12 else 0.2 if size <= 15 else 0.9 if size <= 20 else 1.3


def _level(depth: int, main: int) -> float:
    """Return what the depth of a heading says against that of the article it would belong to."""
    if not main or depth == main:
        return 0.0
    return -4.0 if depth > main else 4.0


def _parallel(heads: Sequence[Head], at: int) -> float:
    """Return evidence from form: subheads of one article are made alike."""
    alike = 0
    for near in (at - 2, at - 1, at + 1, at + 2):
        if 0 <= near < len(heads) and not heads[near].sure:
            alike += _is_alike(heads[near].shape, heads[at].shape)
    return -1.4 if alike else 0.0


def _is_alike(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    near = all(abs(left - right) <= 1 for left, right in zip(one, other, strict=False))
    return len(one) == len(other) and near and max(one) <= 16


def _shape(text: str) -> tuple[int, ...]:
    return tuple(len(part) for part in re.split(r"[\s\u3000]+", text) if part) or (0,)


def _by_bylines(units: Sequence[Unit], heads: Sequence[Head]) -> None:
    """Between an article with a leading byline and a closing byline stands at least one more headline."""
    starts = [at for at, head in enumerate(heads) if head.starts]
    for first, following in pairwise([*starts, len(heads)]):
        inner = range(first + 1, following)
        end = heads[following].first if following < len(heads) else len(units)
        if inner and _opens_signed(units, heads[first].end) and _closes_signed(units, end):
            best = max(inner, key=lambda at: heads[at].score)
            heads[best].starts = True
            heads[best].score = max(1.0, heads[best].score)


def _opens_signed(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a byline, or a paragraph that begins with one, follows a title block."""
    while at < len(units) and units[at].kind is Kind.FIGURE:
        at += 1
    if at == len(units):
        return False
    return units[at].kind is Kind.BYLINE or (units[at].kind is Kind.TEXT and has_dateline(units[at].text))


def _closes_signed(units: Sequence[Unit], end: int) -> bool:
    """Tell whether a byline, or a paragraph that ends with one, stands before a place."""
    at = end - 1
    while at >= 0 and units[at].kind in (Kind.NOTE, Kind.FIGURE):
        at -= 1
    if at < 1:
        return False
    if units[at].kind is Kind.TEXT:
        return has_closing(units[at].text)
    return units[at].kind is Kind.BYLINE and units[at - 1].kind is not Kind.HEADING


class _Topics:
    """Tells how much the text under a heading shares with the text above it, in pairs of characters."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units

    def newness(self, heads: Sequence[Head], at: int) -> float:
        """Return evidence that the text under a heading is about something else than the text above it."""
        head = heads[at]
        following = heads[at + 1].first if at + 1 < len(heads) else len(self._units)
        below = self._pairs(head.end, min(following, head.end + 40))
        above = self._pairs(max(heads[max(0, at - 3)].end, head.first - 60), head.first)
        if len(below) < 20 or len(above) < 20:
            return 0.0
        smaller = min(len(below), len(above))
        shared = len(below & above) / smaller
        title = self._own(head)
        named = len(title & above) / max(1, len(title))
        return max(-1.8, min(1.8, (0.13 - shared) * 12)) + (0.4 if named == 0 else -min(0.8, 2 * named))

    def _pairs(self, first: int, end: int) -> set[str]:
        return {
            pair
            for unit in self._units[first:end]
            if unit.kind is Kind.TEXT
            for pair in _pairs_of(unit.text[:3000])
        }

    def _own(self, head: Head) -> set[str]:
        return {pair for unit in self._units[head.first : head.end] for pair in _pairs_of(unit.text)}


def _pairs_of(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalnum()}
