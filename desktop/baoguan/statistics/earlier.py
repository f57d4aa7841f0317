"""What the sentences before one speak of: whom a number is about whose own sentence does not name him."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from baoguan.statistics.about import Reader
from baoguan.statistics.names import Span
from baoguan.statistics.sentences import sentence_spans

_BACK = 6
"""Sentences looked back at for what is spoken of."""
_MENTIONED = 24
"""Sentences looked back at for where somebody is."""
_LEAD = 4
"""Passages in which a report may say from where it was sent."""
_HOME = 8
"""Passages in which a report may say where its figures hold."""
_RECENT = 24
_GLANCED = 96
_SEARCHED = 2000
_NAME = 40
_LINE = 30
_SENT = re.compile("[电讯]")
_TRIES = 4
_ALIAS = re.compile(r"\((?:以下|下)?(?:简称|称)[“「]?([^()“”「」]{2,12})[”」]?\)")


class Glance(NamedTuple):
    """What a sentence speaks of, where that is, from where it was sent, what place it names first."""

    topic: str = ""
    place: str = ""
    sent: str = ""
    spot: str = ""


class Where(NamedTuple):
    """A point of an article: the number of its passage and the code point there."""

    passage: int = 0
    at: int = 0


@dataclass(frozen=True)
class Passage:
    """A passage as printed, folded, and folded with its numbers and dates blanked."""

    text: str
    folded: str
    words: str

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The sentences of the passage."""
        return sentence_spans(self.folded)

    @cached_property
    def starts(self) -> list[int]:
        """Where the sentences begin."""
        return [start for start, _ in self.spans]

    def said(self, span: Span) -> str:
        """Return a stretch as printed, nothing for None."""
        return self.text[span[0] : span[1]] if span else ""


class Earlier:
    """The passages of an article up to where it has been read; asked from left to right."""

    def __init__(self) -> None:
        self._passages: list[Passage] = []
        self._glances: dict[tuple[int, int], Glance] = {}
        self._named: dict[str, tuple[Where, str]] = {}
        self._resolved: dict[tuple[int, int], str] = {}

    def add(self, passage: Passage) -> None:
        """Go on to the next passage."""
        self._passages.append(passage)

    def resolved(self, at: int, name: str) -> None:
        """Remember whom the sentence that begins at ``at`` points back to (该公司)."""
        number = len(self._passages) - 1
        self._resolved[number, bisect_right(self._passages[number].starts, at) - 1] = name

    def topic(self, at: int) -> Glance:
        """Return what the nearest sentence speaks of that names somebody before the one at ``at``."""
        for number, index in self._before(at):
            glance = self._glance(number, index)
            pointed = self._resolved.get((number, index), "")
            if glance.topic or pointed:
                return glance if glance.topic else glance._replace(topic=pointed)
        return self._glance(0, 0) if len(self._passages) > 1 else Glance()

    def sent(self, at: int) -> str:
        """Return from where the report was sent to which the sentence at ``at`` belongs."""
        lead = ((number, 0) for number in range(min(_LEAD, len(self._passages) - 1)))
        for number, index in (*self._before(at), *lead):
            passage = self._passages[number]
            start = passage.starts[index]
            told = _SENT.search(passage.folded, start, start + _LINE)
            if told and (sent := self._glance(number, index).sent):
                return sent
        return ""

    def home(self) -> str:
        """Return the place that headline or lead name first."""
        lead = ((at, index) for at in range(min(_HOME, len(self._passages) - 1)) for index in range(2))
        spots = (self._glance(at, index).spot for at, index in lead if index < len(self._passages[at].spans))
        return next((spot for spot in spots if spot), "")

    def place_of(self, name: str, at: int) -> str:
        """Return the place that the nearest sentence before names together with ``name``."""
        for number, index in self._before(at, _MENTIONED):
            passage = self._passages[number]
            start, end = passage.spans[index]
            spot = self._glance(number, index).spot if passage.folded.find(name, start, end) >= 0 else ""
            if spot:
                return spot
        return self.home()

    def named(self, form: str, at: int) -> str:
        """Return the full name last mentioned before ``at`` that ends in ``form``."""
        since, name = self._named.get(form, (Where(), ""))
        name = next(self._mentions(form, at, since), name)
        self._named[form] = Where(len(self._passages) - 1, at), name
        return name

    def _before(self, at: int, far: int = _BACK) -> Iterator[tuple[int, int]]:
        """Yield the sentences before the one at ``at``, nearest first, by passage and number there."""
        number = len(self._passages) - 1
        index = bisect_right(self._passages[number].starts, at) - 1
        for _ in range(far):
            while index == 0:
                number -= 1
                if number < 0:
                    return
                index = len(self._passages[number].spans)
            index -= 1
            yield number, index

    def _glance(self, number: int, index: int) -> Glance:
        found = self._glances.get((number, index))
        if found is None:
            passage = self._passages[number]
            start, end = passage.spans[index]
            glanced = Reader(passage.words, passage.folded, start, min(end, start + _GLANCED)).glance()
            topic = glanced.topic
            if topic and not glanced.sure and not self._again(passage.words[topic[0] : topic[1]]):
                topic = None
            found = Glance(*map(passage.said, (topic, glanced.place, glanced.sent, glanced.spot)))
            self._glances[number, index] = found
        return found

    def _again(self, name: str) -> bool:
        """Whether a name that no dictionary holds is said more than once."""
        near = [*self._passages[:_LEAD], *self._passages[_LEAD:][-_RECENT:]]
        return sum(passage.words.count(name, 0, _SEARCHED) for passage in near) > 1

    def _mentions(self, form: str, at: int, since: Where) -> Iterator[str]:
        """Yield the names that end in ``form``, nearest first, told by their short form if they have one."""
        tries, left = _TRIES, _SEARCHED
        for number in range(len(self._passages) - 1, since.passage - 1, -1):
            passage = self._passages[number]
            stop = at if number == len(self._passages) - 1 else len(passage.words)
            lowest = max(since.at if number == since.passage else 0, stop - left)
            left -= stop - lowest
            while tries and (stop := passage.words.rfind(form, lowest, stop)) > 0:
                tries -= 1
                if name := _name_at(passage, stop, form):
                    yield name
            if not tries or left <= 0:
                return


def _name_at(passage: Passage, at: int, form: str) -> str:
    """Return the name whose last part ``form`` stands at ``at``; nothing where it is no longer than that."""
    end = at + len(form)
    begin = passage.starts[bisect_right(passage.starts, at) - 1]
    name, sure = Reader(passage.words, passage.folded, max(begin, end - _NAME), end).last()
    if not name or name[1] != end or name[1] - name[0] < len(form) + 2 or not (sure or len(form) > 1):
        return ""
    alias = _ALIAS.match(passage.folded, end)
    return passage.said(alias.span(1) if alias else name)
