"""What the made-up newspapers are printed with: the words of jieba's dictionary, as frequent as it says."""

import itertools
import random
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

WORDS_AN_ARTICLE = 440
"""1.66 characters each, weighted by frequency: about 800 characters with punctuation."""
_SLOTS = 1 << 18


@dataclass(frozen=True)
class Dictionary:
    """Words in the dictionary's order, and the running total of their frequencies."""

    words: tuple[str, ...]
    running: tuple[int, ...]
    frequency: dict[str, int]
    names: tuple[str, ...]

    @property
    def total(self) -> int:
        """The sum of all frequencies."""
        return self.running[-1]

    def share(self, word: str) -> float:
        """Return the share of articles that hold a word, in the mean; 0 for a string that is none."""
        return 1 - (1 - self.frequency.get(word, 0) / self.total) ** WORDS_AN_ARTICLE

    def drawer(self, chance: random.Random) -> list[str]:
        """Return 262,144 words, each as often as its frequency asks for.

        From an equal-step sample with a random start even the rarest word comes by its due in the mean, and
        drawing from a list is five times as fast as drawing by weights.
        """
        step = self.total / _SLOTS
        at = chance.random() * step
        drawn: list[str] = []
        for word, upto in zip(self.words, self.running, strict=True):
            while at < upto:
                drawn.append(word)
                at += step
        return drawn


@cache
def dictionary() -> Dictionary:
    """Return the words of the installed jieba that print in GB 2312 knows: others are mojibake or foreign."""
    spec = find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    frequency: dict[str, int] = {}
    names: list[str] = []
    for line in Path(spec.origin).with_name("dict.txt").read_text("utf-8").splitlines():
        word, count, tag = line.split(" ")
        if int(count) and _is_printed(word):
            frequency[word] = int(count)
            if tag == "nr" and 2 <= len(word) <= 3:
                names.append(word)
    running = tuple(itertools.accumulate(frequency.values()))
    return Dictionary(tuple(frequency), running, frequency, tuple(names))


def _is_printed(word: str) -> bool:
    try:
        word.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return all("一" <= character <= "鿿" for character in word)
