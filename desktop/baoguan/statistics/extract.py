"""Extract the statistics of a sentence or paragraph: the arrow from text to numbers."""

import datetime
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal

from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics import about
from baoguan.statistics.anchor import Anchor
from baoguan.statistics.dates import find_dates
from baoguan.statistics.folding import fold
from baoguan.statistics.masking import blank, mask
from baoguan.statistics.ordinals import find_ordinals
from baoguan.statistics.qualifiers import as_speed, read_setting
from baoguan.statistics.quantities import find_quantities
from baoguan.statistics.reading import Reading
from baoguan.statistics.sentences import sentence_spans

_LIMIT = Decimal("1e300")
_NEAR = 200


def extract(text: str, issue_date: datetime.date | None = None) -> tuple[Statistic, ...]:
    """Return the numbers and dates a text reports, in order, none overlapping another.

    Offsets are code points of ``text``; dates that do not name their year are counted from
    ``issue_date`` and have no ``iso`` without it. Never raises, takes time linear in the text.
    """
    return extract_anchored(text, Anchor(issue_date))


def extract_anchored(text: str, anchor: Anchor) -> tuple[Statistic, ...]:
    """Return the statistics of a text that continues what ``anchor`` has read before (for 当年)."""
    folded = fold(text)
    sentences = sentence_spans(folded)
    masked = mask(folded)
    dates = list(find_dates(masked, sentences, anchor))
    undated = blank(masked, [(date.start, date.end) for date in dates])
    ordinals = list(find_ordinals(undated))
    quantities = find_quantities(blank(undated, [(found.start, found.end) for found in ordinals]))
    readings = _apart(sorted([*dates, *ordinals, *quantities], key=lambda found: found.start))
    context = _Sentences(text, folded, undated, sentences, dates)
    return tuple(context.describe(found) for found in readings)


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
        self, text: str, folded: str, undated: str, spans: list[tuple[int, int]], dates: list[Reading]
    ) -> None:
        self._text = text
        self._folded = folded
        self._undated = undated
        self._spans = spans
        self._starts = [start for start, _ in spans]
        self._dates: dict[int, list[Reading]] = {}
        for date in dates:
            self._dates.setdefault(self._index(date.start), []).append(date)

    def _index(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def describe(self, found: Reading) -> Statistic:
        """Return the statistic that a reading is in its sentence."""
        start, end = self._spans[self._index(found.start)]
        plain = Statistic(
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
        return plain if found.kind is Kind.DATE else self._quantity(found, plain)

    def _quantity(self, found: Reading, plain: Statistic) -> Statistic:
        folded, undated = self._folded, self._undated
        setting = read_setting(folded, found)
        found = as_speed(found, setting.per)
        measure = about.measure_of(undated, found, setting)
        date = about.time_of(folded, self._dates.get(self._index(found.start), []), found)
        low, high = _values(found)
        single = low == high
        return replace(
            plain,
            kind=found.kind,
            full_start=setting.full_start,
            full_end=setting.full_end,
            value=low if single else None,
            low=None if single else low,
            high=None if single else high,
            relation=setting.relation,
            qualifier=setting.qualifier,
            unit=found.code,
            dimension=_dimension(found),
            base_value=_base(found, low) if single else None,
            per=setting.per,
            direction=setting.direction,
            change=setting.change,
            basis=setting.basis,
            time_text=self._text[date.start : date.end] if date else "",
            time_iso=date.iso if date else None,
            subject=about.subject_of(undated, found, measure),
            measure=measure,
            place=self._place(plain),
            status=about.status_of(folded, found, setting),
        )

    def _place(self, plain: Statistic) -> str:
        start, end = (
            max(plain.sentence_start, plain.start - _NEAR),
            min(plain.sentence_end, plain.end + _NEAR),
        )
        return about.place_of(self._folded[start:end])


def _values(found: Reading) -> tuple[float | None, float | None]:
    return (None if found.low is None else float(found.low)), (
        None if found.high is None else float(found.high)
    )


def _dimension(found: Reading) -> str | None:
    if found.unit and found.unit.code == found.code:
        return found.unit.dimension
    return found.code


def _base(found: Reading, value: float | None) -> float | None:
    if value is None or found.unit is None or found.unit.code != found.code:
        return value
    return value * found.unit.factor
