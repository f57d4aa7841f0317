"""Put written dates on the calendar: ISO 8601, counted from the issue date and the dates before them."""

import datetime
import re
from dataclasses import dataclass, replace

from baoguan.statistics.bounds import Bounds, lunar_bounds, month_bounds, timed, window_bounds, year_bounds
from baoguan.statistics.likely import (
    Outlook,
    likeliest_feast,
    likeliest_lunar_year,
    likeliest_month,
    likeliest_week,
    likeliest_year,
    outlook,
)
from baoguan.statistics.occasions import feast_day, holiday_days, occasions
from baoguan.statistics.plausible import compared, is_day, republic_or_western
from baoguan.statistics.written import Written

_RECURRING = re.compile(r"每(?:日|天|晚|晨|早|周|年|月|逢|到|隔)?$")
_LAST_YEAR = 9999
_OPENING = 3
_LONG_PAST = 2
_PRINTED = range(1000, 9000)
"""The years that an issue may be of, so far from the ends of the calendar that counting stays within it."""
Days = tuple[datetime.date, datetime.date]
_UNRESOLVED: Bounds = (None, None)


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last moment of a date, each ISO 8601 at its own precision; None if not resolvable.

    ``named`` tells a date that says its own year from one that was given the likeliest.
    """

    written: Written
    first: str | None
    last: str | None
    named: bool

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.written.start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.written.end

    @property
    def repeats(self) -> bool:
        """Whether another year has the same days: a feast of the Chinese calendar moves."""
        return not (self.written.lunar or self.written.occasion)

    @property
    def iso(self) -> str | None:
        """The date, or the interval where it has two ends."""
        return self.first if self.first == self.last else f"{self.first or '..'}/{self.last}"


class Anchor:
    """Remembers, while a text is read from left to right, what an undated month or day belongs to."""

    def __init__(self, issue_date: datetime.date | None) -> None:
        told = issue_date is not None and issue_date.year in _PRINTED
        self.issue = issue_date if told else None
        self._named_year: int | None = None
        self._named_month: tuple[int, int] | None = None
        self._named_day: datetime.date | None = None
        self._year: int | None = None
        self._month: tuple[int, int] | None = None
        self._day: datetime.date | None = None
        self._begun = 0
        self._told: tuple[int, int | None] | None = None

    def new_passage(self) -> None:
        """Forget the past that a passage tells of."""
        self._told = None

    def new_sentence(self, start: int) -> None:
        """Forget the sentence's dates; the year, month and day last named stay for 当年, 当月 and 当日."""
        self._begun = start
        self._year = self._month = self._day = None

    def place(self, text: str, written: Written) -> Period | None:
        """Return where a written date lies, or None where the words are no date after all."""
        year = written.year
        if written.short_year is not None:
            year = republic_or_western(text, written, self.issue)
            if year is None:
                return None
        if written.same_year == 0 and not (self._year or self._named_year):
            return None
        if written.undated and written.days and not written.dated and not is_day(text, written, self.issue):
            return None
        if written.occasion and occasions()[written.occasion].republic and not self._republican():
            return None
        before = text[max(0, written.start - 2) : written.start]
        first, last = _UNRESOLVED
        if not _RECURRING.search(before):
            basis = compared(text, written.start, written.end)
            first, last = self._bounds(text, written, year, basis)
        if written.start - self._begun <= _OPENING:
            self._tell(year)
        named = not written.undated or year is not None
        return Period(written, first, last, named)

    def _tell(self, year: int | None) -> None:
        """Note what a sentence opens with: a year long past is that of the undated months after it, too."""
        told = year if year is not None else self._told and self._told[0]
        past = told is not None and self.issue is not None and told <= self.issue.year - _LONG_PAST
        if told is not None and past and self._year == told:
            self._told = told, self._month[1] if self._month else None
        else:
            self._told = None

    def _republican(self) -> bool:
        return self.issue is not None and 1945 <= self.issue.year < 1950

    def _bounds(self, text: str, written: Written, year: int | None, basis: bool) -> Bounds:
        if written.window:
            return window_bounds(written, self.issue) if self.issue else _UNRESOLVED
        if written.quarter_shift is not None:
            written = self._quarter(written)
        if written.century is not None:
            written = self._in_century(written)
            year = written.year
        year = self._named(written, year or written.year)
        if year is None and not written.undated:
            return _UNRESOLVED
        placed = written.day_shift is not None or written.same_day is not None or year is not None
        view = Outlook.OPEN if placed else outlook(text, written)
        if written.occasion:
            return self._occasion(written, year, view)
        if written.lunar and written.months:
            return self._lunar(written, year, view)
        near = self._near_day(written, view)
        if near:
            self._remember(near[0].year, None, near[0] if near[0] == near[1] else None, basis)
            return timed(written, near[0].isoformat(), near[1].isoformat())
        if written.week_shift is not None or written.day_shift is not None or written.same_day is not None:
            return _UNRESOLVED
        return self._month_or_year(written, year, view, basis)

    def _month_or_year(self, written: Written, year: int | None, view: Outlook, basis: bool) -> Bounds:
        """Return the bounds of years or months, the likeliest where they are not named."""
        year, month = self._month_in(written, year, view, basis)
        if year is None:
            return _UNRESOLVED
        if month is None:
            last = self._last_year(written, year)
            self._remember(year if year == last else None, None, None, basis)
            return year_bounds(year, last, written.edge)
        first, last_day = month_bounds(written, year, month)
        exact = first if first and first == last_day and written.days else None
        day = datetime.date.fromisoformat(exact[:10]) if exact and year > 0 else None
        self._remember(year, month, day, basis)
        return first, last_day

    def _last_year(self, written: Written, year: int) -> int:
        if written.last_shift is not None and written.year_shift is not None:
            return year + written.last_shift - written.year_shift
        return written.last_year if written.last_year is not None and written.year is not None else year

    def _named(self, written: Written, year: int | None) -> int | None:
        """Return the year that the words name or count, from the issue date or the year last named."""
        if written.year_shift is not None:
            return self.issue.year + written.year_shift if self.issue else None
        if written.same_year is not None:
            base = self._year or (self._named_year if written.same_year >= 0 else None)
            base = base or (self.issue.year if self.issue and written.same_year else None)
            return base + written.same_year if base else None
        return year

    def _month_in(
        self, written: Written, year: int | None, view: Outlook, basis: bool
    ) -> tuple[int | None, int | None]:
        """Return the year and first month of a date, (year, None) where a whole year is meant."""
        month = written.months[0] if written.months else None
        if written.month_shift is not None or written.same_month is not None:
            return self._shifted(written, year, basis)
        if year is not None:
            return year, month
        if not (month or written.days or written.edge):
            return None, None
        if month is None and written.edge:
            return self._year or self._edge_year(written.edge, view), None
        if month is None:
            return self._bare_day((written.days or (1, 1))[0], view)
        if self._told and view is not Outlook.AHEAD:
            return self._year or self._told[0], month
        likeliest = likeliest_year(written, month, self.issue, view) if self.issue else None
        return self._year or likeliest, month

    def _bare_day(self, day: int, view: Outlook) -> tuple[int | None, int | None]:
        if self._month or self.issue is None:
            return self._month or (None, None)
        if self._told and self._told[1] and view is not Outlook.AHEAD:
            return self._told
        return likeliest_month(day, self.issue, view)

    def _in_century(self, written: Written) -> Written:
        """Return 本世纪 and 上世纪 as those of the issue date: in 1992 the twentieth and the nineteenth."""
        by = (self.issue.year - 1) // 100 * 100 - 2000 if self.issue else 0
        last = None if written.last_year is None else written.last_year + by
        return replace(written, year=(written.year or 0) + by, last_year=last)

    def _quarter(self, written: Written) -> Written:
        """Return 上季度 as the months that it was."""
        if self.issue is None:
            return written
        quarters = self.issue.year * 4 + (self.issue.month - 1) // 3 + (written.quarter_shift or 0)
        last = quarters % 4 * 3 + 3
        return replace(
            written, year=quarters // 4, months=(last if written.edge in {"末", "底"} else last - 2, last)
        )

    def _shifted(self, written: Written, year: int | None, basis: bool) -> tuple[int | None, int | None]:
        """Return the month that 上月 and 当月 mean: in 8月末…比上月末 the month before is July."""
        issue = (self.issue.year, self.issue.month) if self.issue else None
        if written.same_month is not None:
            base, shift = self._month or self._named_month or issue, written.same_month
        else:
            base, shift = (self._month if basis else None) or issue, written.month_shift or 0
        if base is None:
            return None, None
        months = base[0] * 12 + base[1] - 1 + shift
        return (months // 12 if year is None else year), months % 12 + 1

    def _edge_year(self, edge: str, view: Outlook) -> int | None:
        """Return the year of 年底: in the first half of a year the one before, unless it is still to come."""
        if self.issue is None:
            return None
        past = edge in {"年底", "年末"} and self.issue.month <= 6 and view is not Outlook.AHEAD
        return self.issue.year - 1 if past else self.issue.year

    def _near_day(self, written: Written, view: Outlook) -> Days | None:
        """Return the days that 昨日, 当日, 上周三 or a bare hour mean."""
        if written.same_day is not None:
            day = self._day or self._named_day
            moved = day + datetime.timedelta(written.same_day) if day else None
            return (moved, moved) if moved else None
        if self.issue is None or written.days or written.months or not written.undated:
            return None
        if written.day_shift is not None:
            first = self.issue + datetime.timedelta(written.day_shift)
            last = written.day_shift if written.last_shift is None else written.last_shift
            return first, self.issue + datetime.timedelta(last)
        if written.week_shift is not None or (written.weekdays and written.week is None):
            return self._week_days(written, self.issue, view)
        day = self._day or self.issue
        return (day, day) if written.hour else None

    def _week_days(self, written: Written, issue: datetime.date, view: Outlook) -> Days:
        low, high = written.weekdays or (1, 7)
        if written.week_shift is None:
            monday = likeliest_week(low, issue, view)
        else:
            monday = issue + datetime.timedelta(7 * written.week_shift - issue.weekday())
        return monday + datetime.timedelta(low - 1), monday + datetime.timedelta(high - 1)

    def _lunar(self, written: Written, year: int | None, view: Outlook) -> Bounds:
        """Return the days of a date in the Chinese calendar, of the likeliest year where none is named."""
        if year is None and self.issue:
            year = likeliest_lunar_year(written, self.issue, view)
        return lunar_bounds(written, year) if year is not None else _UNRESOLVED

    def _occasion(self, written: Written, year: int | None, view: Outlook) -> Bounds:
        """Return the day or days of a feast or event."""
        occasion = occasions()[written.occasion]
        if not occasion.yearly:
            first = occasion.last if written.ahead else occasion.first
            return first, (occasion.last if written.holiday else first)
        year = year or self._year
        if year is None and self.issue:
            year = likeliest_feast(occasion, self.issue, view)
        if year is None or not 0 < year < _LAST_YEAR:
            return _UNRESOLVED
        day = feast_day(occasion, year)
        days = holiday_days(occasion, year) if written.holiday else (day, day) if day else None
        return timed(written, days[0].isoformat(), days[1].isoformat()) if days else _UNRESOLVED

    def _remember(self, year: int | None, month: int | None, day: datetime.date | None, basis: bool) -> None:
        """Keep what the dates after this one may leave out; a date that a figure is compared with is none."""
        if year is None or basis:
            return
        self._year = self._named_year = year
        if month is not None:
            self._month = self._named_month = (year, month)
        if day is not None:
            self._day = self._named_day = day
            self._named_month = (day.year, day.month)
