"""Which year an undated month belongs to, and which month a bare day: papers tell what has just been."""

import datetime
import re
from collections.abc import Callable, Iterable
from enum import Enum

from baoguan.statistics.bounds import month_bounds
from baoguan.statistics.lunar import gregorian
from baoguan.statistics.occasions import Occasion, feast_day
from baoguan.statistics.written import Written

_SENTENCE_BEFORE = 40
_CLAUSE_AFTER = 16
_SENTENCE = re.compile(r"[;。！？!?\n]")
_CLAUSE = re.compile(r"[,;。！？!?\n]")
_AHEAD = re.compile(
    r"将|预计|预期|预定|拟|计划(?!的|完成|生育|指标|任务)|定于|订于|应于|即将|有望|可望|力争|争取|准备|打算"
    r"|(?<![两一二三四五六七八九十\d去])年内|起(?:实施|施行|执行|实行|生效)|[订定应限](?=于?$)"
)
_DONE_BEFORE = re.compile(r"(?:截至|截止|截到|截止到|截止至|刚过去的|已于)(?:(?:北京|当地)时间)?$")
_DONE_AFTER = re.compile(
    r"[凌清早晨上中下午晚夜]{0,2}(?:[专急特航午晚]?电|讯|宣布|称|说|表示|公布|发布|报道|透露|消息|报告|证实|已)"
)
_UNLIKELY = 3
"""What lies on the other side than the sentence speaks of counts as so many times as far."""
_NOT_YET = 4
_NEVER = 40
_NEXT_YEAR = 100
"""In days: who means the January to come says 明年1月."""


class Outlook(Enum):
    """What a sentence says of a date: that it is over, that it lies ahead, or neither."""

    DONE = 0
    OPEN = 1
    AHEAD = 2


def outlook(text: str, written: Written) -> Outlook:
    """Return how the words around a date look at it."""
    before = text[max(0, written.start - _SENTENCE_BEFORE) : written.start]
    before = _SENTENCE.split(before)[-1]
    after = _CLAUSE.split(text[written.end : written.end + _CLAUSE_AFTER], maxsplit=1)[0]
    if _DONE_BEFORE.search(before) or _DONE_AFTER.match(after):
        return Outlook.DONE
    return Outlook.AHEAD if _AHEAD.search(before) or _AHEAD.search(after) else Outlook.OPEN


def likeliest_year(written: Written, month: int, issue: datetime.date, view: Outlook) -> int:
    """Return the year of months or days that name none; 2月29日 is one of a leap year."""

    def far(year: int) -> int | None:
        first, last = month_bounds(written, year, month)
        if first is None or last is None:
            return None
        low, high = _day(first, 1), _day(last, 28)
        later = _NEXT_YEAR if low > issue and view is Outlook.OPEN and year > issue.year else 0
        return _distance(low, high, issue, view) + later

    for reach in (1, 4):
        nearest = _nearest(range(issue.year - reach, issue.year + reach + 1), far)
        if nearest is not None:
            return nearest
    return issue.year


def likeliest_month(day: int, issue: datetime.date, view: Outlook) -> tuple[int, int]:
    """Return the year and month of a bare day."""

    def far(month: int) -> int | None:
        try:
            found = datetime.date(month // 12, month % 12 + 1, day)
        except ValueError:
            return None
        return _distance(found, found, issue, view)

    now = issue.year * 12 + issue.month - 1
    month = _nearest(range(now - 2, now + 3), far)
    return (issue.year, issue.month) if month is None else (month // 12, month % 12 + 1)


def likeliest_week(low: int, issue: datetime.date, view: Outlook) -> datetime.date:
    """Return the Monday of the week of a weekday that says no more."""
    monday = issue - datetime.timedelta(issue.weekday())
    weeks = (monday + datetime.timedelta(7 * each) for each in (0, -1, 1))

    def far(start: datetime.date) -> int:
        day = start + datetime.timedelta(low - 1)
        away = (day - issue).days
        ahead = view is Outlook.AHEAD
        return abs(away) * (1 if (away > 0) == ahead else 2)

    return min(weeks, key=far)


def likeliest_lunar_year(written: Written, issue: datetime.date, view: Outlook) -> int | None:
    """Return the year of the Chinese calendar that a month or day of it belongs to."""
    month, day = (written.months or (1, 1))[0], (written.days or (15, 15))[0]

    def far(year: int) -> int | None:
        found = gregorian(year, month, day, leap=written.leap)
        return _distance(found, found, issue, view) if found else None

    return _nearest(range(issue.year - 1, issue.year + 2), far)


def likeliest_feast(occasion: Occasion, issue: datetime.date, view: Outlook) -> int | None:
    """Return the year of a feast."""

    def far(year: int) -> int | None:
        found = feast_day(occasion, year)
        return _distance(found, found, issue, view) if found else None

    return _nearest(range(issue.year - 1, issue.year + 2), far)


def _nearest(numbers: Iterable[int], far: Callable[[int], int | None]) -> int | None:
    """Return the number that is least far, the earliest of several."""
    known = ((away, number) for number in numbers if (away := far(number)) is not None)
    return min(known, default=(0, None))[1]


def _distance(low: datetime.date, high: datetime.date, issue: datetime.date, view: Outlook) -> int:
    """Return how far a period is from the issue date, in days weighted by what the words say."""
    if high <= issue:
        return (issue - high).days * (_UNLIKELY if view is Outlook.AHEAD else 1)
    if low <= issue:
        return 0
    return (low - issue).days * {Outlook.AHEAD: 1, Outlook.OPEN: _NOT_YET, Outlook.DONE: _NEVER}[view]


def _day(iso: str, day: int) -> datetime.date:
    """Return the day of an ISO date, or a day of an ISO month."""
    return datetime.date(int(iso[:4]), int(iso[5:7]), int(iso[8:10] or day))
