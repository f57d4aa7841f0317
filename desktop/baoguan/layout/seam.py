"""How likely two pieces of text follow each other across a cut."""

import math
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from baoguan.layout.marks import starts_inside
from baoguan.paths import resource

_REACH = 4
_UNKNOWN = 0.5
_TOTAL = math.log(6.0e7)
_START = "^"
_UNITS = frozenset("年月日时分秒%％‰万亿千百元人家个名件次倍多余项台辆公米吨届位岁点度号条座套")
_COMMON = frozenset("的了是在和一不有为中上与及等這这個个")
_OPENINGS = (
    "近日", "日前", "昨日", "昨天", "今天", "今年", "去年", "目前", "据", "记者", "近年来", "截至",
    "此外", "同时", "为了", "随着", "作为", "自", "本报", "新华社", "昨", "另据", "其中", "对此",
    "如今", "未来", "采访中", "采访时", "走进", "谈到", "谈及", "说起", "接下来", "下一步", "值得",
    "与此", "不仅如此", "除此", "事实上", "当天", "当日", "会上", "日來", "茲", "查", "本報", "記者",
    "據",
)  # fmt: skip


class Word(NamedTuple):
    """A word's log frequency and class."""

    weight: float
    kind: str


class Seams:
    """Judges seams by frequent words, their classes, and which characters stand side by side on the page."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._pairs: dict[str, int] = {}
        for text in texts:
            for at in range(len(text) - 1):
                pair = text[at : at + 2]
                self._pairs[pair] = self._pairs.get(pair, 0) + 1

    def score(self, tail: str, head: str) -> float:
        """Return evidence, in nats, that ``head`` goes on where ``tail`` stops; 0 says nothing."""
        if not tail or not head:
            return 0.0
        left, right = tail[-6:], head[:6]
        evidence = _marks(tail, head) + self._beside(tail[-1] + head[0]) + _spanning(left, right)
        return (
            evidence
            + _class_after(left, right)
            + _stub(head)
            - _opening(head) * (0.4 if tail[-1] in ",，、;；" else 1.0)
        )

    def _beside(self, pair: str) -> float:
        if not (pair[0].isalnum() and pair[1].isalnum()) or pair[0] in _COMMON or pair[1] in _COMMON:
            return 0.0
        return min(2.0, 1.0 * math.log1p(self._pairs.get(pair, 0)))


@cache
def _words() -> dict[str, Word]:
    found: dict[str, Word] = {}
    for kind, weight, members in _rows("seam_words.tsv"):
        word = Word(int(weight) / 4, kind)
        found.update((member, word) for member in members.split(" "))
    return found


@cache
def _classes() -> dict[str, dict[str, float]]:
    return {
        kind: {cell[0]: float(cell[1:]) for cell in cells.split(" ")}
        for kind, cells in _rows("seam_classes.tsv")
    }


def _rows(name: str) -> Iterator[list[str]]:
    for row in resource("dictionaries", name).read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            yield row.split("\t")


def _spanning(left: str, right: str) -> float:
    """Return how much likelier the characters around a seam are words across it than beside it."""
    left, right = left[-_REACH:], right[:_REACH]
    across = _divided(left + right)[0]
    apart = _divided(left)[0] + _divided(right)[0]
    return min(4.0, (across - apart) * 0.45)


def _class_after(left: str, right: str) -> float:
    """Return how much likelier the first word's class is after the last word than at a beginning."""
    last = _words().get(_divided(left)[1][-1])
    first = _words().get(_divided(right)[1][0])
    classes = _classes()
    if last is None or first is None or last.kind not in classes or first.kind not in classes:
        return 0.0
    return classes[last.kind][first.kind] - classes[_START][first.kind]


def _stub(head: str) -> float:
    """Return evidence from a first sentence too short to begin a paragraph with (虎。2016年…)."""
    end = next((at for at, char in enumerate(head[:8]) if char in "。！？!?；;"), 8)
    return 2.5 if 1 <= end <= 3 else 0.8 if 1 <= end <= 6 else 0.0


def _opening(head: str) -> float:
    """Return how much a text looks like the beginning of a paragraph."""
    if head.startswith(_OPENINGS):
        return 1.3
    return 0.6 if head[0] in "“「『《【" else 0.0


def _marks(tail: str, head: str) -> float:
    last, first = tail[-1], head[0]
    if starts_inside(head):
        return 2.5 if last.isalnum() else 0.5
    if last.isdigit() and (first.isdigit() or first in _UNITS or first in ".．"):
        return 3.0
    if last.isascii() and last.isalpha() and first.isascii() and first.islower():
        return 2.0
    return 0.0


def _divided(text: str) -> tuple[float, list[str]]:
    """Return the log probability of a short text's likeliest division into words, and the words."""
    known = _words()
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        options = []
        for start in range(max(0, end - _REACH), end):
            word = known.get(text[start:end])
            if word or end - start == 1:
                weight = word.weight if word else _UNKNOWN
                options.append((best[start][0] + weight - _TOTAL, start))
        best.append(max(options))
    pieces, end = [], len(text)
    while end:
        pieces.append(text[best[end][1] : end])
        end = best[end][1]
    return best[-1][0], pieces[::-1]
