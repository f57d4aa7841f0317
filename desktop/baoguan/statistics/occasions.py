"""Feasts and events that date a figure: 春节, “五一”期间, 国庆长假, 改革开放以来, 抗战期间."""

import datetime
import re
from dataclasses import dataclass, replace
from functools import cache

from baoguan.statistics.lexicon import Longest
from baoguan.statistics.lunar import gregorian, qingming
from baoguan.statistics.tables import rows
from baoguan.statistics.written import Written

_OPEN = '“‘"「『'
_CLOSE = re.compile('[”’"」』]')
_HOLIDAY = re.compile(r"(?:小?长假|黄金周|假期|假日|期间|时期|节假日)(?:期间|里|中(?=[,，的]))?")
_WHEN = re.compile(r"当天|当日|当晚|节当天|节日|那天|(?:佳)?节(?![目约奏制能省点])")
_AROUND = re.compile(
    r"以来|以前|以后|之前|之后|前后|前夕|后(?![期者来勤卫续])|前(?![期者任线往进])|初期|放假|时(?![代候髦])"
)
_AFTER = re.compile(r"以后|之后|后")
_OTHERWISE = re.compile(r"饭|联欢|晚会|路|街|大道|军|精神|思想|奖|公园|广场|大厦|社|里|村|镇")
_YEARLY = re.compile(r"(?:L )?\d\d-\d\d|\d\d/\d/[\dL]|qingming")


@dataclass(frozen=True, slots=True)
class Occasion:
    """A yearly feast or an event: its day, and the first and last of its holiday, as the table says."""

    first: str
    start: str
    last: str
    alone: bool
    republic: bool

    @property
    def yearly(self) -> bool:
        """Whether it comes back every year."""
        return bool(_YEARLY.fullmatch(self.first))


@cache
def occasions() -> dict[str, Occasion]:
    """Return the feasts and events of ``occasions.tsv`` by name."""
    return {
        name: Occasion(
            first,
            last.partition("..")[0] if ".." in last else first,
            last.rpartition("..")[2],
            *_flags(flags),
        )
        for name, first, last, *flags in rows("occasions.tsv")
    }


def _flags(flags: list[str]) -> tuple[bool, bool]:
    return "alone" in flags, "republic" in flags


@cache
def occasion_names() -> Longest:
    """Return the names to look for in a text."""
    return Longest(occasions())


def read_occasion(text: str, found: Written) -> Written | None:
    """Read a feast or event, of the year just read or by itself, with 期间 or 假期, without 以来 or 前."""
    at = found.end
    quoted = text[at : at + 1] and text[at] in _OPEN
    at += 1 if quoted else 0
    name = occasion_names().at(text, at)
    if name is None:
        return None
    occasion, end = occasions()[name], at + len(name)
    if not occasion.yearly and not found.empty:
        return None
    closing = _CLOSE.match(text, end)
    if quoted:
        if not closing:
            return None
        end = closing.end()
    holiday, when = _HOLIDAY.match(text, end), _WHEN.match(text, end)
    ending = holiday or when
    if not (ending or occasion.alone or _AROUND.match(text, end)) or _OTHERWISE.match(text, end):
        return None
    after = bool(_AFTER.match(text, end)) and not occasion.yearly
    return replace(
        found, end=ending.end() if ending else end, occasion=name, holiday=bool(holiday) or after, ahead=after
    )


def feast_day(occasion: Occasion, year: int) -> datetime.date | None:
    """Return the day of a yearly occasion in a year of ours, None where the table ends."""
    return _day(occasion.first, year)


def holiday_days(occasion: Occasion, year: int) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and last day of the holiday of a yearly occasion."""
    start, last = _day(occasion.start, year), _day(occasion.last, year)
    return (start, last) if start and last else None


def _day(rule: str, year: int) -> datetime.date | None:
    if rule == "qingming":
        return qingming(year)
    if rule.startswith("L "):
        month, day = int(rule[2:4]), int(rule[5:])
        return gregorian(year - (month == 12), month, day)
    if "/" in rule:
        month, weekday, nth = (int(part) for part in rule.split("/"))
        first = datetime.date(year, month, 1)
        return first + datetime.timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    month, day = int(rule[:2]), int(rule[3:])
    return datetime.date(year, month, day)
