"""Our dates answering as the peer's cases ask.

What the two mean differently, as documented, is folded: the peer writes the month and day of the Chinese
calendar as if they were ours, and of years before 1900 ours tells the year alone; what ours leaves open
(以后, 以前) is the year itself to the peer; 从, and 在 before 之间, belong to its text; feasts are a model of
their own to it.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from statistics_cases import Answer, Value

from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.lunar import lunar_years
from baoguan.statistics.occasions import occasions

Days = tuple[date | None, date | None]

_OPENING = re.compile(r"从$")
_WITHIN = re.compile(r"在$")
_LUNAR = re.compile(r"[农旧阴]历|初[一二三四五六七八九十]|[正腊]月|大年")
_MONTH = re.compile(r"月|大年")


def period(model: str, text: str, found: Statistic) -> Answer | None:
    """Answer a case of Date with a day, one of DatePeriod with a longer time; either where no day is told."""
    if found.kind is not Kind.DATE or found.raw in occasions():
        return None
    said = _said(text, found)
    if found.iso is None:
        return Answer(said)
    bounds = days(found.iso)
    if bounds is None:
        return None
    if len(found.iso) == 4 and _MONTH.search(found.raw):
        return Answer(said, tuple(_within(bounds)))
    if (bounds[0] == bounds[1]) != (model == "Date"):
        return None
    return Answer(said, tuple(_meant(found, bounds)))


def _said(text: str, found: Statistic) -> str:
    """Return the raw text of a date with what the peer has before it."""
    pattern = _WITHIN if found.raw.endswith("之间") else _OPENING
    opening = pattern.search(text, max(0, found.start - 1), found.start)
    return (opening.group() if opening else "") + found.raw


def _meant(found: Statistic, bounds: Days) -> Iterator[Value]:
    iso = found.iso or ""
    yield bounds
    yield bounds[0], _day(iso.rpartition("/")[2], 0)
    if None in bounds:
        yield from filter(None, [days(iso.strip("./"))])
    if bounds[0] and _LUNAR.search(found.raw):
        told = _as_printed(bounds[0])
        yield told, told


def _as_printed(day: date) -> date | None:
    """Return the month and day of the Chinese calendar, in its year, as if they were ours."""
    table = lunar_years()
    year = day.year if table[day.year].first <= day else day.year - 1
    starts = [table[year].first + timedelta(days) for days in accumulate((0, *table[year].lengths))]
    month = max(at for at, start in enumerate(starts) if start <= day)
    leap = table[year].leap
    try:
        return date(year, month + (0 if leap and month >= leap else 1), (day - starts[month]).days + 1)
    except ValueError:
        return None


def _within(bounds: Days) -> Iterator[Value]:
    """Return every month and day of a year."""
    first, last = bounds
    if first is None or last is None:
        return
    for month in range(1, 13):
        length = calendar.monthrange(first.year, month)[1]
        yield first.replace(month=month), date(first.year, month, length)
        for day in range(1, length + 1):
            yield date(first.year, month, day), date(first.year, month, day)


def days(iso: str) -> Days | None:
    """Return the first and last day of an ISO 8601 date or interval; None where it is no such thing."""
    first, _, last = iso.partition("/")
    try:
        return _day(first, 0), _day(last or first, -1)
    except ValueError:
        return None


def _day(written: str, end: int) -> date | None:
    if written in {"..", ""}:
        return None
    year, *rest = (int(part) for part in written.split("T")[0].split("-"))
    month = rest[0] if rest else (12 if end else 1)
    day = rest[1] if len(rest) > 1 else (calendar.monthrange(year, month)[1] if end else 1)
    return date(year, month, day)
