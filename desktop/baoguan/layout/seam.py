"""How likely two pieces of text follow each other across a cut."""

import math
from collections.abc import Iterable
from typing import Protocol

from baoguan.layout.grammar import going_on
from baoguan.layout.marks import starts_inside

_REACH = 6
_SPAN = 0.7
_CAP = 5.0
_OPENING = 1.6
_AFTER_COMMA = 0.4
_COMMAS = ",，、;；"
_UNITS = frozenset("年月日时分秒%％‰万亿千百元人家个名件次倍多余项台辆公米吨届位岁点度号条座套")
_COMMON = frozenset("的了是在和一不有为中上与及等這这個个")
_OPENINGS = (
    "近日", "日前", "昨日", "昨天", "今天", "今年", "去年", "目前", "据", "记者", "近年来", "截至",
    "此外", "同时", "为了", "随着", "作为", "自", "本报", "新华社", "昨", "另据", "其中", "对此",
    "如今", "未来", "采访中", "采访时", "走进", "谈到", "谈及", "说起", "接下来", "下一步", "值得",
    "与此", "不仅如此", "除此", "事实上", "当天", "当日", "会上", "日来", "兹", "查",
)  # fmt: skip


class Vocabulary(Protocol):
    """Knows which words there are and how frequent they are."""

    def divide(self, text: str) -> tuple[float, list[str]]:
        """Return the likeliest division of a text into words: its log probability, the simplified words."""


class Seams:
    """Judges seams by words that span them, by grammar, and by what stands side by side on the page."""

    def __init__(self, texts: Iterable[str], vocabulary: Vocabulary) -> None:
        self._divide = vocabulary.divide
        self._pairs: dict[str, int] = {}
        for text in texts:
            for at in range(len(text) - 1):
                pair = text[at : at + 2]
                self._pairs[pair] = self._pairs.get(pair, 0) + 1

    def score(self, tail: str, head: str) -> float:
        """Return evidence, in nats, that ``head`` goes on where ``tail`` stops; 0 says nothing."""
        if not tail or not head:
            return 0.0
        evidence = _marks(tail, head) + _stub(head) + self._beside(tail[-1] + head[0])
        return evidence + self._worded(tail[-_REACH:], head[:_REACH])

    def _worded(self, left: str, right: str) -> float:
        """Return how much likelier the words around a seam are across it than beside it."""
        across, _ = self._divide(left + right)
        before, lasts = self._divide(left)
        after, firsts = self._divide(right)
        if not lasts or not firsts:
            return 0.0
        opening = _OPENING if "".join(firsts).startswith(_OPENINGS) else 0.0
        return (
            min(_CAP, (across - before - after) * _SPAN)
            + going_on(lasts[-1], *[*firsts, ""][:2])
            - opening * (_AFTER_COMMA if left[-1] in _COMMAS else 1.0)
        )

    def _beside(self, pair: str) -> float:
        if not (pair[0].isalnum() and pair[1].isalnum()) or pair[0] in _COMMON or pair[1] in _COMMON:
            return 0.0
        return min(2.0, math.log1p(self._pairs.get(pair, 0)))


def _stub(head: str) -> float:
    """Return evidence from a first sentence too short to begin a paragraph with (虎。2016年…)."""
    end = next((at for at, char in enumerate(head[:8]) if char in "。！？!?；;"), 8)
    return 2.5 if 1 <= end <= 3 else 0.8 if 1 <= end <= 6 else 0.0


def _marks(tail: str, head: str) -> float:
    last, first = tail[-1], head[0]
    if starts_inside(head):
        return 2.5 if last.isalnum() else 0.5
    if last.isdigit() and (first.isdigit() or first in _UNITS or first in ".．"):
        return 3.0
    if last.isascii() and last.isalpha() and first.isascii() and first.islower():
        return 2.0
    return 0.0
