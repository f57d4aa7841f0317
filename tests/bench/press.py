"""Prints made-up newspaper articles, the same for the same seed, in portions independent of each other."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from opencc import OpenCC
from words import WORDS_AN_ARTICLE, dictionary

from baoguan.domain.article import Article, Byline, Figure, Heading, Paragraph, Role
from baoguan.domain.statistic import Kind
from baoguan.index.fold import fold_article

PORTION = 2000
TITLES = ("津门日报", "北方晚报", "滨海时报")
_SEED = 20221012
_NAMES, _SECTIONS, _TAGS = 2000, 30, 50
_TRADITIONAL = 0.02
_DRAWN = 50_000
_RUNNING_WORDS = WORDS_AN_ARTICLE - 10
_UNITS = {
    Kind.MONEY: ("投资", "亿元", 1e8),
    Kind.PERCENT: ("增长", "%", 0.01),
    Kind.COUNT: ("处理", "件", 1.0),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number printed in an article; ``start`` is its place in the article's text."""

    raw: str
    start: int
    kind: Kind
    value: float
    base: float
    unit: str


@dataclass(frozen=True, slots=True)
class Printed:
    """An article, its folded text, the numbers it reports, and its tags."""

    article: Article
    text: str
    folded: str
    numbers: tuple[Number, ...]
    tags: tuple[str, ...]


@cache
def _staff() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the names of reporters, sections and tags."""
    known = dictionary()
    chance = random.Random(_SEED)
    wanted = [word for word, count in known.frequency.items() if len(word) == 4 and count > 100]
    labels = chance.sample(wanted, _SECTIONS + _TAGS)
    return (
        tuple(chance.sample(known.names, _NAMES)),
        tuple(labels[:_SECTIONS]),
        tuple(labels[_SECTIONS:]),
    )


class _Reel:
    """Words in the order in which they are printed, without an end."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._drawer = dictionary().drawer(chance)
        self._words: list[str] = []
        self._at = 0

    def next(self, count: int) -> str:
        """Return the next words, written together."""
        self._at += count
        if self._at > len(self._words):
            # Drawn many at a time: half of the time that it takes word by word.
            self._words, self._at = self._chance.choices(self._drawer, k=_DRAWN), count
        return "".join(self._words[self._at - count : self._at])


def portion(number: int, articles: int) -> list[Printed]:
    """Print the articles of one portion."""
    chance = random.Random(_SEED + 1 + number)
    reel = _Reel(chance)
    return [_printed(chance, reel) for _ in range(articles)]


def _printed(chance: random.Random, reel: _Reel) -> Printed:
    names, sections, tags = _staff()
    raws: list[tuple[Kind, float, str]] = []
    if chance.random() < 0.4:
        raws = [_number(chance) for _ in range(chance.randint(1, 3))]
    paragraphs = _paragraphs(chance, reel, [_clause(*raw) for raw in raws])
    headline = reel.next(chance.randint(4, 9))
    caption = reel.next(8) if chance.random() < 0.15 else ""
    if chance.random() < _TRADITIONAL:
        paragraphs, headline = [_traditional(text) for text in paragraphs], _traditional(headline)
    name = chance.choice(names)
    article = Article(
        (Heading(headline, Role.HEADLINE, 1),),
        (Byline(f"本报记者 {name}", "本报记者", (name,), 2),),
        tuple(Paragraph(text, Role.BODY, (line,)) for line, text in enumerate(paragraphs, start=3)),
        (Figure(caption),) if caption else (),
        chance.choice(sections),
    )
    text = article.text
    folded = fold_article(text, article.passages()).text
    labels = tuple(chance.sample(tags, 2)) if chance.random() < 0.01 else ()
    return Printed(article, text, folded, tuple(_placed(text, *raw) for raw in raws), labels)


def _paragraphs(chance: random.Random, reel: _Reel, last: list[str]) -> list[str]:
    """Return the running text in paragraphs of 8 to 24 clauses; each of ``last`` ends one of the first."""
    # Clauses of 7.5 words in the mean.
    runs = chance.choices(range(3, 13), k=max(8, int(chance.gauss(_RUNNING_WORDS / 7.5, 12))))
    marks = chance.choices("，，，，，。。、；", k=len(runs))
    found: list[str] = []
    start = 0
    while start < len(runs):
        end = start + chance.randint(8, 24)
        pieces = [reel.next(run) + mark for run, mark in zip(runs[start:end], marks[start:end], strict=True)]
        found.append("".join(pieces)[:-1] + "。")
        start = end
    for place, clause in enumerate(last):
        found[place % len(found)] += f"{clause}。"
    return found


def _number(chance: random.Random) -> tuple[Kind, float, str]:
    kind = chance.choice(tuple(_UNITS))
    if kind is Kind.MONEY:
        value = round(chance.lognormvariate(0, 2.5), 2) + 0.01
        return kind, round(value, 2), f"{value:.2f}亿元"
    if kind is Kind.PERCENT:
        value = chance.randint(1, 999) / 10
        return kind, value, f"{value}%"
    value = int(chance.lognormvariate(6, 2)) + 1
    return kind, value, f"{value}件"


def _clause(kind: Kind, _value: float, raw: str) -> str:
    return _UNITS[kind][0] + raw


def _placed(text: str, kind: Kind, value: float, raw: str) -> Number:
    _, unit, factor = _UNITS[kind]
    # Traditional print writes 億, as long as 亿.
    before = max(text.find(_clause(kind, value, raw)), text.find(_traditional(_clause(kind, value, raw))))
    start = before + len(_UNITS[kind][0])
    plain = value * factor if kind is Kind.MONEY else value
    return Number(text[start : start + len(raw)], start, kind, plain, value * factor, unit)


def _traditional(text: str) -> str:
    return _converter()(text)


@cache
def _converter() -> Callable[[str], str]:
    return OpenCC("s2t").convert
