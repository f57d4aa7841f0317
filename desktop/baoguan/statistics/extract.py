"""Extract the statistics of a sentence or paragraph: the arrow from text to numbers."""

import datetime
from bisect import bisect_right
from decimal import Decimal

from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.anchor import Anchor
from baoguan.statistics.bases import base, dimension_of
from baoguan.statistics.dates import find_dates
from baoguan.statistics.folding import fold
from baoguan.statistics.masking import blank, trap_spans
from baoguan.statistics.moments import time_of
from baoguan.statistics.ordinals import find_ordinals
from baoguan.statistics.qualifiers import as_speed, read_setting
from baoguan.statistics.quantities import find_quantities
from baoguan.statistics.reading import Reading
from baoguan.statistics.sentences import sentence_spans
from baoguan.statistics.sharing import share
from baoguan.statistics.story import Story
from baoguan.statistics.words import DATED

_LIMIT = Decimal("1e300")
_ORDERED = frozenset({Kind.ORDINAL, Kind.RANK})
"""Kinds whose numeral is part of a name: 第八号炼铁炉."""


def extract(text: str, issue_date: datetime.date | None = None) -> tuple[Statistic, ...]:
    """Return the numbers and dates a text reports, in order, none overlapping another.

    Offsets are code points of ``text``; dates that do not name their year are counted from
    ``issue_date`` and have no ``iso`` without it. Never raises, takes time linear in the text.
    """
    return extract_anchored(text, Anchor(issue_date))


def extract_anchored(text: str, anchor: Anchor, story: Story | None = None) -> tuple[Statistic, ...]:
    """Return the statistics of a text that goes on from what ``anchor`` and ``story`` have read (当年)."""
    folded = fold(text)
    sentences = sentence_spans(folded)
    barred = trap_spans(folded)
    dates = list(find_dates(folded, sentences, anchor, barred))
    undated = blank(folded, [*barred, *((date.start, date.end) for date in dates)])
    ordinals = list(find_ordinals(undated))
    quantities = find_quantities(blank(undated, [(found.start, found.end) for found in ordinals]))
    readings = _apart(sorted([*dates, *ordinals, *quantities], key=lambda found: found.start))
    story = story or Story()
    story.open(text, folded, _blanked(folded, [found for found in readings if found.kind not in _ORDERED]))
    context = _Sentences(text, folded, sentences, readings, anchor.issue, story)
    described = [context.describe(found) for found in readings]
    share(folded, described)
    return tuple(described)


def _apart(readings: list[Reading]) -> list[Reading]:
    """Return the readings without those that overlap one before, or have no finite value."""
    kept: list[Reading] = []
    for found in readings:
        finite = found.low is None or found.high is None or max(abs(found.low), abs(found.high)) < _LIMIT
        if finite and (not kept or kept[-1].end <= found.start):
            kept.append(found)
    return kept


class _Sentences:
    """The sentences of one text, with what describing their numbers needs."""

    def __init__(
        self,
        text: str,
        folded: str,
        spans: list[tuple[int, int]],
        readings: list[Reading],
        issue: datetime.date | None,
        story: Story,
    ) -> None:
        self._text = text
        self._folded = folded
        self._spans = spans
        self._starts = [start for start, _ in spans]
        self._day = issue
        self._issue = issue.isoformat() if issue else None
        self._story = story
        self._dates: dict[int, list[Reading]] = {}
        self._last: dict[int, int] = {}
        for found in readings:
            if found.kind is Kind.DATE:
                self._dates.setdefault(self._index(found.start), []).append(found)
            else:
                self._last[self._index(found.start)] = found.end

    def _index(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def describe(self, found: Reading) -> Statistic:
        """Return the statistic that a reading is in its sentence."""
        index = self._index(found.start)
        if found.kind is not Kind.DATE:
            return self._quantity(found, index)
        start, end = self._spans[index]
        return Statistic(
            raw=self._text[found.start : found.end],
            start=found.start,
            end=found.end,
            kind=found.kind,
            full_start=found.full_start,
            full_end=found.full_end,
            iso=found.iso,
            sentence_start=start,
            sentence_end=end,
            rule=found.rule,
            confidence=found.confidence,
        )

    def _quantity(self, found: Reading, index: int) -> Statistic:
        folded = self._folded
        setting = read_setting(folded, found)
        found = as_speed(found, setting.per)
        sentence, end = self._spans[index]
        told = self._story.told(found, (sentence, end), self._last[index])
        time = time_of(folded, self._dates.get(index, []), found, sentence, self._issue)
        low, high = _values(found)
        single = low == high
        return Statistic(
            raw=self._text[found.start : found.end],
            start=found.start,
            end=found.end,
            kind=found.kind,
            full_start=setting.full_start,
            full_end=setting.full_end,
            value=low if single else None,
            low=None if single else low,
            high=None if single else high,
            relation=setting.relation,
            qualifier=setting.qualifier,
            unit=found.code,
            dimension=dimension_of(folded, found, self._day),
            base_value=base(found, found.low) if single else None,
            base_low=None if single else base(found, found.low),
            base_high=None if single else base(found, found.high),
            per=setting.per,
            direction=setting.direction,
            change=setting.change,
            basis=self._text[slice(*setting.basis)] if setting.basis else None,
            time_text=self._text[time.start : time.end] if time else "",
            time_iso=time.iso if time else None,
            subject=told.subject,
            measure=told.measure,
            place=told.place,
            sentence_start=sentence,
            sentence_end=end,
            rule=found.rule,
            confidence=found.confidence,
            status=told.status,
        )


def _blanked(text: str, readings: list[Reading]) -> str:
    """Return the text with dates and numbers blanked apart."""
    numbers = blank(text, [(found.start, found.end) for found in readings])
    pieces, at = [], 0
    for found in readings:
        if found.kind is Kind.DATE:
            pieces += [numbers[at : found.start], DATED * (found.end - found.start)]
            at = found.end
    return "".join(pieces) + numbers[at:]


def _values(found: Reading) -> tuple[float | None, float | None]:
    return (None if found.low is None else float(found.low)), (
        None if found.high is None else float(found.high)
    )
