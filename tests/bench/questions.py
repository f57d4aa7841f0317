"""What is asked of every engine: as many questions of every class, drawn from the articles themselves."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import accumulate
from pathlib import Path

from shelves import Row, rows
from words import dictionary

_SAMPLE = 1000
_SEED = 1
_HAN = re.compile("[一-鿿]+")
_COMMON = (0.05, 0.70)
_RARE = 0.001
_MONEY = (6, 11)
"""Powers of ten, in yuan: from nearly every sum printed to nearly none."""


class Class(StrEnum):
    """A kind of question."""

    COMMON = "one common word"
    RARE = "one rare word"
    BOTH = "two common words"
    PHRASE_4 = "phrase of 4"
    PHRASE_8 = "phrase of 8"
    CHARACTER = "one character"
    EITHER = "any of 3 words"
    PREFIX = "prefix"
    DATES = "date range"
    FACETS = "with facets"
    NUMBERS = "number range"
    FIRST_KEY = "first keystroke"

    @property
    def has_facets(self) -> bool:
        """Whether facets are counted too."""
        return self is Class.FACETS


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: strings all or any of which are to stand in an article, and what else narrows it.

    ``typed`` is the same in the words of our query language.
    """

    kind: Class
    typed: str
    strings: tuple[str, ...] = ()
    any: bool = False
    prefix: bool = False
    dates: tuple[date, date] | None = None
    least: float | None = None
    """The least sum of money in yuan that an article must report."""


def questions(archive: Path, articles: int, each: int) -> tuple[Asked, ...]:
    """Return so many questions of every class, none twice in its class."""
    numbers = range(1, articles + 1, max(1, articles // _SAMPLE))
    draw = _Draw([row for number in numbers for row in rows(archive, number, number)])
    makers: dict[Class, Callable[[], Asked]] = {
        Class.COMMON: lambda: _words(Class.COMMON, draw.common()),
        Class.RARE: lambda: _words(Class.RARE, draw.rare()),
        Class.BOTH: lambda: _words(Class.BOTH, draw.common(), draw.common()),
        Class.PHRASE_4: lambda: _phrase(Class.PHRASE_4, draw.run(4)),
        Class.PHRASE_8: lambda: _phrase(Class.PHRASE_8, draw.run(8)),
        Class.CHARACTER: lambda: _words(Class.CHARACTER, draw.run(1)),
        Class.EITHER: lambda: _either(draw.common(), draw.common(), draw.common()),
        Class.PREFIX: lambda: _prefix(draw.long()[:2]),
        Class.DATES: lambda: _dates(draw.years(), draw.common() if draw.chance.random() < 0.5 else ""),
        Class.FACETS: lambda: _words(Class.FACETS, draw.common()),
        Class.NUMBERS: lambda: _money(round(10 ** draw.chance.uniform(*_MONEY), -4)),
        Class.FIRST_KEY: lambda: _words(Class.FIRST_KEY, draw.common()[:1]),
    }
    return tuple(asked for make in makers.values() for asked in _different(make, each))


def substrings(archive: Path, articles: int, count: int) -> tuple[str, ...]:
    """Return random strings of 1 to 8 characters of the articles' folded text, as they stand there."""
    chance = random.Random(_SEED)
    found: dict[str, None] = {}
    while len(found) < count:
        number = chance.randint(1, articles)
        (row,) = rows(archive, number, number)
        length = chance.randint(1, 8)
        parts = [part for part in row.text.split("\n") if len(part) >= length]
        piece = chance.choices(parts, [len(part) for part in parts])[0]
        start = chance.randrange(len(piece) - length + 1)
        found[piece[start : start + length]] = None
    return tuple(found)


class _Draw:
    """Draws what questions are made of, the same every time."""

    def __init__(self, sample: Sequence[Row]) -> None:
        self.chance = random.Random(_SEED)
        self._sample = sample

    def common(self) -> str:
        """Return a word of 5 to 70 % of all articles, by frequency."""
        words, running = _common_words()
        return self.chance.choices(words, cum_weights=running)[0]

    def long(self) -> str:
        """Return a word of three and more characters, by frequency."""
        words, running = _long_words()
        return self.chance.choices(words, cum_weights=running)[0]

    def rare(self) -> str:
        """Return a word that stands in an article, and in hardly any other, within a longer word or not."""
        while True:
            word = self.run(self.chance.randint(2, 4))
            if 0 < dictionary().share(word) < _RARE:
                holders = sum(word in row.text for row in self._sample)
                if holders <= max(1, 2 * _RARE * len(self._sample)):
                    return word

    def run(self, length: int) -> str:
        """Return so many Han characters as they stand in the running text of an article."""
        while True:
            runs = [run for run in _HAN.findall(self._running_text()) if len(run) >= length]
            if runs:
                run = self.chance.choice(runs)
                start = self.chance.randrange(len(run) - length + 1)
                return str(run[start : start + length])

    def _running_text(self) -> str:
        # After section, headline and byline, which are the same few in many articles.
        return self.chance.choice(self._sample).text.split("\n")[3]

    def years(self) -> tuple[date, date]:
        """Return the first and last day of one to ten years."""
        first = self.chance.randint(1990, 2018)
        last = min(2019, first + self.chance.randint(0, 9))
        return date(first, 1, 1), date(last, 12, 31)


@cache
def _common_words() -> tuple[list[str], list[int]]:
    low, high = _COMMON
    known = dictionary()
    words = [word for word in known.words if len(word) > 1 and low <= known.share(word) <= high]
    return words, list(accumulate(known.frequency[word] for word in words))


@cache
def _long_words() -> tuple[list[str], list[int]]:
    known = dictionary()
    words = [word for word in known.words if len(word) > 2]
    return words, list(accumulate(known.frequency[word] for word in words))


def _different(make: Callable[[], Asked], count: int) -> Iterator[Asked]:
    found: dict[str, Asked] = {}
    while len(found) < count:
        asked = make()
        found.setdefault(asked.typed, asked)
    yield from found.values()


def _words(kind: Class, *words: str) -> Asked:
    return Asked(kind, " ".join(words), words)


def _phrase(kind: Class, string: str) -> Asked:
    return Asked(kind, f'"{string}"', (string,))


def _either(*words: str) -> Asked:
    return Asked(Class.EITHER, " OR ".join(words), words, any=True)


def _prefix(start: str) -> Asked:
    return Asked(Class.PREFIX, f"{start}*", (start,), prefix=True)


def _dates(years: tuple[date, date], word: str) -> Asked:
    first, last = years
    typed = f"{word} 日期:[{first:%Y-%m} TO {last:%Y-%m}]".strip()
    return Asked(Class.DATES, typed, (word,) if word else (), dates=years)


def _money(least: float) -> Asked:
    return Asked(Class.NUMBERS, f"金额:>={least / 1e4:.0f}万元", least=least)
