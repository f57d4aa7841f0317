"""What a line says: the characters that the reader's steps tell, and where along the line each stands."""

import re
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from baoguan.readers.recognition.models import Models

_WIDE = str.maketrans(":;?!,()", "：；？！，（）")
_CHINESE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff“”‘’…—]"
_NARROW = re.compile(rf"(?<={_CHINESE})[:;?!,()]|[:;?!,()](?={_CHINESE})")


@dataclass(frozen=True, slots=True)
class Words:
    """The characters of a line, how sure each is, and where their middles are, 0 to 1 along the line.

    Where the line is read from the right, the middles fall.
    """

    text: str
    sure: tuple[float, ...] = ()
    middles: tuple[float, ...] = ()

    @property
    def confidence(self) -> float:
        """How sure the line is on the whole, 0 to 1."""
        return sum(self.sure) / len(self.sure) if self.sure else 0.0

    @property
    def cuts(self) -> tuple[float, ...]:
        """Where characters end and the next begin, one more than there are characters."""
        if len(self.middles) < 2:
            return (0.0, 1.0)[: len(self.middles) + 1]
        between = [(one + other) / 2 for one, other in zip(self.middles, self.middles[1:], strict=False)]
        ends = (2 * self.middles[0] - between[0], 2 * self.middles[-1] - between[-1])
        return tuple(min(1.0, max(0.0, cut)) for cut in (ends[0], *between, ends[1]))

    def leftward(self) -> "Words":
        """Return them read from the right."""
        return Words(self.text[::-1], self.sure[::-1], self.middles[::-1])

    def without(self, places: list[int]) -> "Words":
        """Return them without the characters at some places."""
        kept = [place for place in range(len(self.text)) if place not in places]
        return Words(
            "".join(self.text[place] for place in kept),
            tuple(self.sure[place] for place in kept),
            tuple(self.middles[place] for place in kept),
        )

    def inserted(self, place: int, others: "Words") -> "Words":
        """Return them with others before the character at ``place``."""
        return Words(
            self.text[:place] + others.text + self.text[place:],
            (*self.sure[:place], *others.sure, *self.sure[place:]),
            (*self.middles[:place], *others.middles, *self.middles[place:]),
        )


def decoded(steps: NDArray[np.float32], models: Models) -> Words:
    """Return the characters that are new at their step, without blanks at either end."""
    best = steps.argmax(axis=1)
    new = best != 0
    new[1:] &= best[1:] != best[:-1]
    places = [int(place) for place in np.flatnonzero(new)]
    letters = [models.alphabet[best[place]] for place in places]
    while letters and not letters[-1].strip():
        letters.pop()
    begin = next((place for place, letter in enumerate(letters) if letter.strip()), 0)
    places = places[begin : len(letters)]
    return Words(
        "".join(letters[begin:]),
        tuple(float(steps[place, best[place]]) for place in places),
        tuple((place + 0.5) / len(steps) for place in places),
    )


def widened(words: Words) -> Words:
    """Return the marks beside Chinese as wide as Chinese print has them: the reader does not mind widths."""
    return replace(words, text=_NARROW.sub(lambda mark: mark.group().translate(_WIDE), words.text))
