"""What the numbers of a sentence are about: measure and subject, clause by clause; empty where unsure."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from baoguan.domain.statistic import Kind
from baoguan.statistics.chunks import chunked
from baoguan.statistics.clauses import Clause
from baoguan.statistics.listed import Listed, apart, named_after, names_before, run_of
from baoguan.statistics.names import Span, holds, known_by_name, usable
from baoguan.statistics.openings import opening
from baoguan.statistics.reading import Reading
from baoguan.statistics.standing import Standing
from baoguan.statistics.telling import MOVED, About, Memory, Teller
from baoguan.statistics.whereabouts import Whereabouts
from baoguan.statistics.words import cut, group

_UNNAMED = frozenset({Kind.RANK, Kind.ORDINAL, Kind.DATE})
_UNCOUNTED = MOVED | {Kind.DURATION, Kind.MONEY, Kind.NUMBER}
_STOPS = frozenset(",;。！？!?:()（）【】〔〕\n \u3000\t")
_MEMBERS = frozenset({"其中", "内", "其内"})
_POINTING = "该本此这"
_PRONOUNS = frozenset({"他", "她", "它", "他们", "她们", "它们"})
_PAST = 8
_LONGEST = 24


class Glanced(NamedTuple):
    """Where a sentence names whom it speaks of, surely or perhaps, where that is, and whence it was sent.

    ``spot`` is the first place that it names.
    """

    topic: Span = None
    sure: bool = False
    place: Span = None
    sent: Span = None
    spot: Span = None


class Reader:
    """Reads one sentence from left to right and remembers whom and which figure it speaks of."""

    def __init__(self, text: str, folded: str, start: int, end: int) -> None:
        """``text`` is ``folded`` with its numbers and dates blanked; the sentence is ``start`` to ``end``."""
        self._text = text
        self._standing = Standing(folded)
        self._words = cut(text, start, end)
        self._ends = [word.end for word in self._words]
        self._where = Whereabouts(self._words)
        self._bounds = self._clauses()
        self._next = 0
        self._memory = Memory()
        self._clause = Clause(self._words, [], "", "", numbered=False)
        self._lows: list[int] = []
        self._run: list[int] = []
        self._each: list[About] = []
        self._listed: Listed | None = None
        self._recent: list[About] = []
        self._outside: tuple[Span, Span] = (None, None)
        self._topics: list[tuple[int, int]] = []

    def about(self, reading: Reading) -> About:
        """Return what the next number is about; numbers are asked for from left to right."""
        if not self._words or reading.kind in _UNNAMED:
            return About()
        at = min(bisect_right(self._ends, reading.start), len(self._words) - 1)
        while self._next < len(self._bounds) and (not self._next or self._bounds[self._next - 1][1] < at):
            self._open()
        index = bisect_right(self._lows, at) - 1
        if index < 0 or self._clause.kind(index) != "blank":
            return About()
        memory = self._memory
        found = self._one_of(index, Teller(self._clause, memory).told(reading, index))
        self._counts(reading, index, found)
        found = About(found.measure, self._resolved(found.subject))
        memory.last, memory.told = reading, found
        if found.measure:
            memory.levels[reading.code] = found
        self._recent.append(found)
        place = self._where.of(at, self._bounds[self._next - 1], found.subject)
        return About(found.measure, found.subject, place, self._standing.of(reading.start))

    def glance(self) -> Glanced:
        """Return who the sentence speaks of or quotes, and where; instead of asking for its numbers."""
        found = Glanced(sent=self._where.sent, spot=self._where.first())
        for start, end in self._spoken():
            topic, sure = self.known((start, end))
            if topic and (sure or not found.topic):
                chunks = self._clause.chunks
                begin = self._words[chunks[0].low].start if chunks else start
                place = self._where.within(min(begin, start), end)
                found = Glanced(topic, sure, place, found.sent, found.spot)
            if sure:
                break
        return found

    def last(self) -> tuple[Span, bool]:
        """Return the name that the sentence ends in, and whether a dictionary tells that it is one."""
        self._next = len(self._bounds) - 1
        self._open()
        chunks = self._clause.chunks
        if not chunks or chunks[-1].kind != "name":
            return None, False
        _, low, high = chunks[-1]
        named, sure = known_by_name(self._words, low, high)
        pointed = self._text[self._words[low].start] in _POINTING
        return (named, sure) if named or pointed else (usable(self._words, low, high), False)

    def known(self, span: tuple[int, int]) -> tuple[Span, bool]:
        """Return the name in a phrase, None if it holds none, and whether a dictionary tells it."""
        low = bisect_right(self._ends, span[0])
        return known_by_name(self._words, low, bisect_right(self._ends, span[1] - 1) + 1)

    def _spoken(self) -> Iterator[tuple[int, int]]:
        """Yield the phrases that the clauses speak of, then those that open them: who speaks, or where."""
        openers: list[tuple[int, int]] = []
        while self._next < len(self._bounds):
            self._open()
            memory, clause = self._memory, self._clause
            thing = clause.object() if self._next == 1 else None
            yield from (span for span in (memory.here, memory.onward, thing) if span)
            at = 1 if clause.kind(0) == "prep" and clause.form(0) == "在" else 0
            opener = clause.usable(at) if clause.kind(at) == "name" and not clause.sent() else None
            if opener:
                openers.append(opener)
        yield from openers

    def _clauses(self) -> list[tuple[int, int]]:
        bounds, begin, past = [], 0, self._words[0].start if self._words else 0
        for at, (start, end, form, _) in enumerate(self._words):
            if form in _STOPS:
                bounds.append((begin, at))
                begin = at + 1
            elif start > past and self._words[at - 1].form in group("sent"):
                bounds.append((begin, at))
                begin = at
            past = end
        return [*bounds, (begin, len(self._words))]

    def _open(self) -> None:
        """Go on to the next clause; the one before has told its topic."""
        begin, end = self._bounds[self._next]
        words, memory = self._words, self._memory
        self._next += 1
        before = words[begin - 1].form if begin else ""
        self._aside(before)
        after = words[end].form if end < len(words) else ""
        chunks = list(chunked(words, begin, end))
        numbered = any(chunk.kind == "blank" for chunk in chunks)
        clause = Clause(words, chunks, before, after, numbered)
        found = opening(clause)
        memory.topic = None if found.ends else memory.onward or memory.topic
        memory.header = clause.heading() or found.header or memory.header
        memory.thing = clause.object() or memory.thing
        first = words[begin].form if begin < end else ""
        memory.members = first in _MEMBERS or (memory.members and before == ",")
        memory.here = self._resolved(found.here) or memory.topic
        memory.passing = memory.members or (found.weak and memory.topic is not None)
        memory.onward = None if memory.passing else self._resolved(found.onward)
        self._standing.read(clause)
        self._clause, self._lows, self._run = clause, [chunk.low for chunk in clause.chunks], []

    def _aside(self, before: str) -> None:
        """Remember the topic outside brackets and what the brackets follow."""
        memory, chunks = self._memory, self._clause.chunks
        memory.host = None
        if before == "(":
            self._outside = memory.topic, memory.onward
            if chunks and chunks[-1].kind == "name":
                memory.host = usable(self._words, chunks[-1].low, chunks[-1].high)
        elif before == ")":
            memory.topic, memory.onward = self._outside

    def _counts(self, reading: Reading, index: int, found: About) -> None:
        """Remember people or things counted that the rest of the clause speaks of: 3条公交线路|停运4小时."""
        clause, measure = self._clause, found.measure
        if reading.kind is Kind.DURATION and clause.kind(index - 1) == "name" and self._memory.onward:
            self._memory.here = self._memory.onward
        if measure is None or reading.kind in _UNCOUNTED:
            return
        if measure[0] < reading.end:
            if (
                reading.kind is Kind.COUNT
                and clause.kind(index - 1) == "name"
                and clause.kind(index + 1) != "and"
            ):
                last = self._words[clause.chunks[index - 1].high - 1]
                if holds(last) and last.end == measure[1]:
                    self._memory.here = measure
            return
        after = bisect_right(self._lows, bisect_right(self._ends, measure[1] - 1)) - 1
        if clause.kind(after + 1) not in {"verb", "trend", "prep"}:
            return
        named = clause.kind(index - 1) == "name"
        start = self._words[clause.chunks[index - 1].low].start if named else measure[0]
        close = measure[1] - start <= _LONGEST
        self._memory.here = (start if close else measure[0], measure[1])

    def _one_of(self, index: int, found: About) -> About:
        """Return what one of several numbers in a row is about (分别), of a single one what was found."""
        clause = self._clause
        if index not in self._run[:1] and not (self._run and self._run[0] < index <= self._run[-1]):
            self._run = run_of(clause, index)
            self._each = []
            if len(self._run) > 1:
                each = apart(clause, index)
                listed = names_before(clause, index if each is None else each)
                self._each = self._apart(listed, len(self._run), found, each is not None)
                called = named_after(clause, self._run[-1])
                if called and not self._each:
                    self._each = [replace(found, measure=called)] * len(self._run)
        return self._each[(index - self._run[0]) // 2] if self._each else found

    def _apart(self, listed: Listed | None, size: int, found: About, each: bool) -> list[About]:
        """Return what each of ``size`` numbers is about, by names before them or in the clauses before."""
        memory = self._memory
        if listed and len(listed.names) == size:
            if listed.figures:
                return [About(name, memory.here) for name in listed.names]
            self._listed = listed
            measure = listed.measure or found.measure
            measure = memory.header if measure in listed.names else measure
            return [About(measure, name) for name in listed.names]
        if not each:
            return []
        if self._listed and len(self._listed.names) == size:
            return [About(found.measure or self._listed.measure, name) for name in self._listed.names]
        past = self._recent[-size:]
        if len(past) < size:
            return []
        new = found.measure if found.measure not in [one.measure for one in past] else None
        return [About(new or one.measure, one.subject) for one in past]

    def _resolved(self, span: Span) -> Span:
        """Return whom 该车 points back to, the topic that ends so; any other phrase as it is."""
        if not span:
            return None
        if self._text[span[0] : span[1]] in _PRONOUNS:
            return self._topics[-1] if self._topics else span
        if not 2 <= span[1] - span[0] <= 4 or self._text[span[0]] not in _POINTING:
            self._topics.append(span)
            return span
        tail = self._text[span[0] + 1 : span[1]]
        past = reversed(self._topics[-_PAST:])
        return next((topic for topic in past if self._text[topic[0] : topic[1]].endswith(tail)), span)
