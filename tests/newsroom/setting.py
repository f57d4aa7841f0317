"""Breaks text into lines as a Chinese compositor does: no mark opens a line that may not, punctuation
gives way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.faces import advance
from newsroom.truth import Face

CLOSERS = "，。、；：！？）》」』”’】"
OPENERS = "（《「『“‘【"
_NEVER_FIRST = CLOSERS + "…—·%℃,.)"
_TOGETHER = re.compile(r"[A-Za-z0-9.,%+\-/]+|.", re.DOTALL)
_WORDS = re.compile(r"[^ ]+| ")
_BREAKS = re.compile(
    r"(?<=[aeiou][bcdfglmnprstv])(?=[bcdfglmnprstv]?[aeiou][a-z])|(?<=[a-z]{2}[nrlst])(?=[bcdfgmpstv][aeiou])"
)
_GIVES = 0.5
"""How much of its em a mark gives way where a line is too full."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of type: where each character begins and how wide it is, from the line's start, in points.

    Where ``hyphen``, the last character is a hyphen that the text does not have.
    """

    text: str
    starts: tuple[float, ...]
    widths: tuple[float, ...]
    last: bool
    hyphen: bool = False

    @property
    def length(self) -> float:
        """How far the line reaches."""
        return self.starts[-1] + self.widths[-1] if self.text else 0.0


@dataclass(slots=True)
class Compositor:
    """Sets one paragraph line by line; each line may have a width of its own."""

    text: str
    face: Face
    size: float
    stretch: float = 1.0
    vertical: bool = False
    at: int = 0

    @property
    def done(self) -> bool:
        """Whether everything is set."""
        return self.at >= len(self.text)

    def width_of(self, character: str) -> float:
        """Return how much of a line a character takes, in points."""
        if self.vertical:
            return self.size
        return advance(self.face, character) * self.size * self.stretch

    def line(self, width: float, indent: float = 0.0) -> SetLine:
        """Set the next line into a width, its first character moved in by ``indent``."""
        while not self.done and self.text[self.at] == " ":
            self.at += 1
        begin = self.at
        room = width - indent
        if self.text.isascii() and not self.vertical:
            return self._latin(begin, room, indent)
        end, squeezed = self._end(begin, room)
        self.at = end
        return self._justified(self.text[begin:end].rstrip(), squeezed, room, indent)

    def _end(self, begin: int, room: float) -> tuple[int, bool]:
        end, used = begin, 0.0
        for word in _TOGETHER.finditer(self.text, begin):
            wide = sum(map(self.width_of, word[0]))
            if used + wide > room + 1e-6:
                break
            end, used = word.end(), used + wide
        if end == begin:
            return self._at_least_one(begin, room), False
        if end == len(self.text):
            return end, False
        kept = self._with_marks(begin, end, used, room)
        return (kept, True) if kept > end else (self._without_bad_edges(begin, end), False)

    def _latin(self, begin: int, room: float, indent: float) -> SetLine:
        """Set a line of words; the slack goes between them, and one that does not fit may be divided."""
        end, used = begin, 0.0
        hyphen = self.width_of("-")
        divided = False
        for word in _WORDS.finditer(self.text, begin):
            wide = sum(map(self.width_of, word[0]))
            if used + wide > room + 1e-6:
                parts = [word.start() + part.start() for part in _BREAKS.finditer(word[0])]
                fits = [at for at in parts if used + self._wide(word.start(), at) + hyphen <= room]
                if fits and word[0].isalpha():
                    end, divided = fits[-1], True
                break
            end, used = word.end(), used + wide
        if end == begin:
            end = self._at_least_one(begin, room)
        self.at = end
        text = self.text[begin:end].rstrip() + ("-" if divided else "")
        widths = [self.width_of(character) for character in text]
        blanks = text.count(" ")
        slack = 0.0 if self.done or not blanks else (room - sum(widths)) / blanks
        widths = [wide + slack * (character == " ") for wide, character in zip(widths, text, strict=True)]
        starts = [indent + sum(widths[:place]) for place in range(len(widths))]
        return SetLine(text, tuple(starts), tuple(widths), self.done, divided)

    def _wide(self, start: int, end: int) -> float:
        return sum(map(self.width_of, self.text[start:end]))

    def _at_least_one(self, begin: int, room: float) -> int:
        end, used = begin + 1, self.width_of(self.text[begin])
        while end < len(self.text) and used + self.width_of(self.text[end]) <= room:
            used += self.width_of(self.text[end])
            end += 1
        return end

    def _with_marks(self, begin: int, end: int, used: float, room: float) -> int:
        """Draw marks that may not open a line into this one, where others can give way for them."""
        marks = end
        while marks < len(self.text) and self.text[marks] in CLOSERS:
            used += self.width_of(self.text[marks])
            marks += 1
        giving = sum(mark in CLOSERS + OPENERS for mark in self.text[begin:marks])
        fits = not self.vertical and used - giving * _GIVES * self.size * self.stretch <= room + 1e-6
        return marks if marks > end and fits else end

    def _without_bad_edges(self, begin: int, end: int) -> int:
        kept = end
        while kept > begin + 1 and (self.text[kept] in _NEVER_FIRST or self.text[kept - 1] in OPENERS):
            kept -= 1
        return kept if kept > begin + 1 else end

    def _justified(self, text: str, squeezed: bool, room: float, indent: float) -> SetLine:
        widths = [self.width_of(character) for character in text]
        over = sum(widths) - room
        if squeezed and over > 0:
            marks = [place for place, mark in enumerate(text) if mark in CLOSERS + OPENERS]
            for place in marks:
                widths[place] -= over / len(marks)
            over = 0.0
        last = self.done
        gaps = max(len(text) - 1, 1)
        slack = 0.0 if last and over <= 0 else max(-over, 0.0) / gaps
        starts = [indent]
        for wide in widths[:-1]:
            starts.append(starts[-1] + wide + slack)
        return SetLine(text, tuple(starts), tuple(widths), last)


def set_lines(compositor: Compositor, width: float) -> Iterator[SetLine]:
    """Set the rest of a paragraph into lines of one width."""
    while not compositor.done:
        yield compositor.line(width)
