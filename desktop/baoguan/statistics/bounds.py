"""The first and last moment of a date in ISO 8601, once its year and month are known."""

import calendar
import datetime

from baoguan.statistics.lunar import gregorian
from baoguan.statistics.written import Written

Bounds = tuple[str | None, str | None]
_YEAR_EDGES = {"年初": "-01", "年中": "-06", "年底": "-12", "年末": "-12"}
_LAST_WEEK = 9


def month_bounds(written: Written, year: int, month: int) -> Bounds:
    """Return the bounds of the months, 旬, weeks or days of a year; (None, None) where it has no such day."""
    last_year, last_month = _month_of(year, (written.months or (month, month))[1])
    year, month = _month_of(year, month)
    if not 0 < year < 9999:
        return year_bounds(year, year)
    length = calendar.monthrange(year, month)[1]
    if written.week is not None:
        return _week(written, year, month)
    days = written.days
    if written.tens:
        days = (written.tens[0] * 10 - 9, length if written.tens[1] == 3 else written.tens[1] * 10)
    elif written.edge:
        days = (1, 10) if written.edge == "初" else (21, length)
    if days is None:
        return f"{year:04d}-{month:02d}", f"{last_year:04d}-{last_month:02d}"
    if days == (16, 31):
        days = (16, length)
    if days[1] > length:
        return None, None
    first, last = (f"{year:04d}-{month:02d}-{day:02d}" for day in days)
    return timed(written, first, last)


def year_bounds(first: int, last: int, edge: str = "") -> Bounds:
    """Return the bounds of years, the year before 1 being 0 and those before it negative."""
    month = _YEAR_EDGES.get(edge, "")
    return _year(first) + month, _year(last) + month


def lunar_bounds(written: Written, year: int) -> Bounds:
    """Return the bounds of a month or days of the Chinese calendar; of the year where the tables end."""
    month = (written.months or (1, 1))[0]
    first_day, last_day = written.days or written.tens or (1, 30)
    if written.tens:
        first_day, last_day = first_day * 10 - 9, last_day * 10
    first = gregorian(year, month, first_day, leap=written.leap)
    last = gregorian(year, month, last_day, leap=written.leap)
    if first is None or last is None:
        return year_bounds(year, year)
    return timed(written, first.isoformat(), last.isoformat())


def window_bounds(written: Written, issue: datetime.date) -> Bounds:
    """Return a stretch of time that ends with the issue date, or begins after it."""
    months, days = written.window or (0, 0)
    if written.ahead:
        start = issue + datetime.timedelta(1)
        return start.isoformat(), _moved(issue, months, days).isoformat()
    return _moved(issue, -months, -days).isoformat(), issue.isoformat()


def timed(written: Written, first: str, last: str) -> Bounds:
    """Return days with the hours of the date."""
    if written.hour is None:
        return first, last
    return first + _clock(written.hour), last + _clock(written.last_hour or written.hour)


def _clock(hour: tuple[int, int]) -> str:
    return f"T{hour[0]:02d}:{hour[1]:02d}"


def _year(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _month_of(year: int, month: int) -> tuple[int, int]:
    """Return the year and month of a month above 12."""
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def _week(written: Written, year: int, month: int) -> Bounds:
    """Return the Nth week of a month, which holds its Nth Thursday, or its Nth or last weekday."""
    weekday = (written.weekdays or (4, 4))[0]
    first = datetime.date(year, month, 1)
    day = first + datetime.timedelta((weekday - first.isoweekday()) % 7)
    week = written.week or 1
    while week > 1 and (day + datetime.timedelta(7)).month == month:
        day, week = day + datetime.timedelta(7), week - 1
    if written.weekdays:
        found = None if 1 < week < _LAST_WEEK - 4 else day.isoformat()
        return found, found
    monday = day - datetime.timedelta(3)
    return monday.isoformat(), (monday + datetime.timedelta(6)).isoformat()


def _moved(day: datetime.date, months: int, days: int) -> datetime.date:
    """Return a day some months and days later, the last of its month where that is shorter."""
    year, month = _month_of(day.year, day.month + months)
    year = min(max(year, 1), 9998)
    length = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, min(day.day, length)) + datetime.timedelta(days)
