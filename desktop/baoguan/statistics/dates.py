"""The dates of a text as statistics: joined into periods, with 截至 and 自…起 taken into account."""

import re
from collections.abc import Iterator
from itertools import pairwise

from baoguan.domain.statistic import Kind
from baoguan.statistics.anchor import Anchor, Period
from baoguan.statistics.reading import Reading
from baoguan.statistics.times import find_written

_JOIN = re.compile(r"(?:起|开始)?(?:至|到|—{1,2}|-|~)")
_UNTIL = re.compile(r"(?:截至|截止到?|截止至|截到|迄至?)$")
_COMPARED = re.compile(r"[比较与和同]$")
_SINCE = re.compile(r"自$")
_FROM = re.compile(r"[从由]$")
_THIS_YEAR = "今年"
_ONWARD = re.compile(r"(?:至今|开始|以来|以后|之后|起)(?![草码点源步诉义飞降火床跑航程家])")
_SAME_PERIOD = re.compile(r"同期|全年")
_YEARS = re.compile(r"\b\d{4}\b(?!-\d{2}-29)")
_QUALIFIER = 6


def find_dates(text: str, sentences: list[tuple[int, int]], anchor: Anchor) -> Iterator[Reading]:
    """Yield the dates of a folded text from left to right as readings of ``Kind.DATE``."""
    periods = list(_periods(text, sentences, anchor))
    joined = {
        first.end for first, second in pairwise(periods) if _JOIN.fullmatch(text, first.end, second.start)
    }
    at, earlier = 0, ""
    while at < len(periods):
        first = last = periods[at]
        if first.end in joined:
            at += 1
            last = periods[at]
        found = _reading(text, first, last, earlier)
        if not _COMPARED.search(text[max(0, found.start - 1) : found.start]):
            earlier = found.iso or earlier
        yield found
        at += 1


def _periods(text: str, sentences: list[tuple[int, int]], anchor: Anchor) -> Iterator[Period]:
    ends = iter(sentences)
    end = -1
    for written in find_written(text):
        while written.start >= end:
            end = next(ends)[1]
            anchor.new_sentence()
        period = anchor.place(text, written)
        if period:
            yield period


def _reading(text: str, first: Period, last: Period, earlier: str) -> Reading:
    """Return one date with what stands around it: 截至X is open before, 自X起 open after."""
    start, end = first.start, last.end
    same = _SAME_PERIOD.match(text, end)
    end = same.end() if same else end
    before = text[max(0, start - _QUALIFIER) : start]
    until, since, onward = _UNTIL.search(before), _SINCE.search(before), _ONWARD.match(text, end)
    iso = _interval(first, last)
    if same and same.group() == "同期" and earlier and iso and len(iso) == 4:
        iso = _YEARS.sub(iso, earlier)
    if until and last.last:
        iso = f"../{last.last}"
    elif first is last and (since or onward) and first.first and text[start:end] != _THIS_YEAR:
        iso = f"{first.first}/.."
    opening = until or since or (_FROM.search(before) if onward else None)
    return Reading(
        start=start,
        end=end,
        full_start=start - len(opening.group()) if opening else start,
        full_end=onward.end() if onward else end,
        kind=Kind.DATE,
        iso=iso,
        rule="date",
    )


def _interval(first: Period, last: Period) -> str | None:
    if first is last:
        return first.iso
    return f"{first.first}/{last.last}" if first.first and last.last else None
