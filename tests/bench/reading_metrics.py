"""How well a page was read: measures as pure functions of what is printed and what was read."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

_BLANK = re.compile(r"\s+")
_MARKS = re.compile(r"[\W_]+")
ALIKE = 80.0
"""Per cent of likeness from which two texts that OCR may have hurt count as the same."""


@dataclass(frozen=True, slots=True)
class Share:
    """Something right out of a whole."""

    right: float
    whole: float

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.whole + other.whole)

    @property
    def value(self) -> float | None:
        """The share, 1 at best; None of nothing."""
        return self.right / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of what there is: ``right`` of ``told``, of ``true``."""

    right: int
    told: int
    true: int

    def __add__(self, other: "Found") -> "Found":
        return Found(self.right + other.right, self.told + other.told, self.true + other.true)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing is and nothing is told."""
        return 2 * self.right / (self.told + self.true) if self.told + self.true else None


def bare(text: str) -> str:
    """Return a text without blanks."""
    return _BLANK.sub("", text)


def without_marks(text: str) -> str:
    """Return a text without blanks and punctuation."""
    return _MARKS.sub("", text)


def characters(pairs: Sequence[tuple[str, str]], extra: int = 0) -> Share:
    """Return 1 − CER over (printed, read) lines; ``extra`` characters that stand on no line count against.

    Both are compared as they are; more errors than characters count as none right.
    """
    whole = sum(len(printed) for printed, _ in pairs)
    wrong = sum(Levenshtein.distance(printed, read) for printed, read in pairs) + extra
    return Share(max(whole - wrong, 0), whole)


def successions(printed: Sequence[Sequence[Hashable]], told: Sequence[Hashable]) -> Share:
    """Return how many lines are followed by the line that follows them in the text.

    ``printed`` holds the lines of every text in order, ``told`` all lines in the order they were read.
    """
    following = dict(pairwise(told))
    wanted = [pair for text in printed for pair in pairwise(text)]
    return Share(sum(following.get(one) == other for one, other in wanted), len(wanted))


def pairs(printed: Mapping[Hashable, Hashable | None], told: Mapping[Hashable, Hashable | None]) -> Found:
    """Return the pairs of lines in one article: those of both, as told, as printed.

    Each maps a line to its article; a line with None, or in one of them only, is in no article there.
    """
    both = Counter(
        (article, told[line])
        for line, article in printed.items()
        if article is not None and told.get(line) is not None
    )
    return Found(
        _paired(both.values()),
        _paired(Counter(article for article in told.values() if article is not None).values()),
        _paired(Counter(article for article in printed.values() if article is not None).values()),
    )


def _paired(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


def matched(true: Sequence[str], told: Sequence[str], allowed: Sequence[str] = ()) -> Found:
    """Return how many texts were told, alike by ``ALIKE``; those ``allowed`` are neither wanted nor wrong."""
    left = [bare(text) for text in told if bare(text)]
    right = 0
    for text in true:
        right += _take(bare(text), left)
    for text in allowed:
        _take(bare(text), left)
    return Found(right, right + len(left), len(true))


def _take(text: str, left: list[str]) -> bool:
    """Take the text most like one out of those left; return whether it is like enough."""
    likeness = [fuzz.ratio(text, other) for other in left]
    if not likeness or max(likeness) < ALIKE:
        return False
    del left[likeness.index(max(likeness))]
    return True
