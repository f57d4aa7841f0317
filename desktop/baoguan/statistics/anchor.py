"""Put written dates on the calendar: ISO 8601, counted from the issue date and the dates before them."""

import calendar
import datetime
import re
from dataclasses import dataclass

from baoguan.statistics.lexicon import trigger_pattern
from baoguan.statistics.times import Written

_CLAUSE = ",;。！？!?\n"
_SENTENCE = ";。！？!?\n"
_WINDOW = 16
_SPAN_OF_TIME = re.compile(r"[内来间后之余多以]")
_LASTING = re.compile(r"(?:历时|为期|长达|[近约共达满每逾超数第隔经])$")
_POINTING = re.compile(r"(?:^|[\s,。、;“”（(：:在于从自到至比较与和届])$")


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last moment of a date, each ISO 8601 at its own precision; None if not resolvable."""

    start: int
    end: int
    first: str | None
    last: str | None

    @property
    def iso(self) -> str | None:
        """The date, or the interval where it has two ends."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


class Anchor:
    """Remembers, while a text is read from left to right, what an undated month or day belongs to."""

    def __init__(self, issue_date: datetime.date | None, year: int | None = None) -> None:
        self.issue = issue_date
        self.named_year = year
        self._year: int | None = None
        self._month: int | None = None

    def new_sentence(self) -> None:
        """Forget the sentence's dates; the year last named stays for 当年."""
        self._year = self._month = None

    def place(self, text: str, written: Written) -> Period | None:
        """Return where a written date lies, or None where the words are no date after all."""
        year = self._short_year(text, written) if written.short_year is not None else written.year
        if written.short_year is not None and year is None:
            return None
        if _day_alone(written) and not self._is_day(text, written):
            return None
        ahead = _ahead(text, written)
        year = self._named(written, year)
        if written.same_shift is not None and year is None:
            return None
        month = written.months[0] if written.months else self._shifted_month(text, written)
        if year is None and (month or written.days or written.edge or written.hour):
            year, month = self._nearest(written, month, ahead)
        first, last = _bounds(written, year, month, self._day(written))
        self._remember(written, year, month)
        return Period(written.start, written.end, first, last)

    def _short_year(self, text: str, written: Written) -> int | None:
        """Read 卅七年 in a paper before 1950 as a year of the Republic, 98年 as 1998 where all fits."""
        short, issue = written.short_year or 0, self.issue
        after = text[written.end : written.end + 1]
        before = text[max(0, written.start - 2) : written.start]
        if issue is None or _SPAN_OF_TIME.match(after) or _LASTING.search(before):
            return None
        if issue.year < 1950:
            return 1911 + short if 10 <= short <= issue.year - 1909 else None
        century = 1900 if short > 30 else 2000
        clear = written.months or written.edge or _POINTING.search(before)
        digits = text[written.start : written.start + 2]
        usual = digits.isdigit() or "十" not in digits
        near = issue.year - 30 <= century + short <= issue.year + 1
        return century + short if clear and usual and near else None

    def _is_day(self, text: str, written: Written) -> bool:
        """Tell 廿三日 and 3日 from 三日内 and 历时三日."""
        after, before = text[written.end : written.end + 1], text[max(0, written.start - 2) : written.start]
        if _SPAN_OF_TIME.match(after) or _LASTING.search(before) or after in {"本", "元"}:
            return False
        if text[written.start].isdigit() or (written.days or (0, 0))[1] > 10 or written.hour:
            return True
        return (self.issue is not None and self.issue.year < 1950) or after in set("电讯晨晚上下午凌")

    def _named(self, written: Written, year: int | None) -> int | None:
        if written.year_shift is not None and self.issue:
            return self.issue.year + written.year_shift
        if written.same_shift is not None:
            base = self._year or self.named_year
            return base + written.same_shift if base else None
        return year

    def _shifted_month(self, text: str, written: Written) -> int | None:
        if written.month_shift is None or self.issue is None:
            return None
        return (self._base_month(text, written) - 1 + written.month_shift) % 12 + 1

    def _base_month(self, text: str, written: Written) -> int:
        """Return the month that 上月 counts from: in 8月末…比上月末 the month before is July."""
        compared = text[max(0, written.start - 1) : written.start] in {"比", "较"}
        return self._month if compared and self._month else self.issue.month if self.issue else 1

    def _nearest(self, written: Written, month: int | None, ahead: bool) -> tuple[int | None, int | None]:
        """Return year and month of a date without a year: its sentence's, else near the issue date."""
        if written.day_shift is None and written.month_shift is None and self._year:
            return self._year, month or self._month
        if self.issue is None or written.same_shift is not None or written.year_shift is not None:
            return None, None
        year = self.issue.year
        if written.month_shift is not None:
            return year + (self.issue.month - 1 + written.month_shift) // 12, month
        if month is None and written.days:
            return self._nearest_month(written.days[0], ahead)
        if written.edge in {"年底", "年末"} and self.issue.month <= 6 and not ahead:
            year -= 1
        if month and month > self.issue.month + 2 and not ahead:
            year -= 1
        elif month and ahead and self.issue.month - month >= 6:
            year += 1
        return year, month

    def _nearest_month(self, day: int, ahead: bool) -> tuple[int, int]:
        """Return the month of a bare day: papers report the past unless they say otherwise."""
        if self.issue is None:
            return 1, 1
        shift = 0
        if day > self.issue.day and not ahead:
            shift = -1
        elif day < self.issue.day and ahead:
            shift = 1
        months = self.issue.year * 12 + self.issue.month - 1 + shift
        return months // 12, months % 12 + 1

    def _day(self, written: Written) -> datetime.date | None:
        """Return the day that 昨日 or a bare hour means."""
        if self.issue is None or written.days or written.months or written.year_shift is not None:
            return None
        if written.day_shift is not None:
            return self.issue + datetime.timedelta(written.day_shift)
        return self.issue if written.hour else None

    def _remember(self, written: Written, year: int | None, month: int | None) -> None:
        if year and (written.day_shift is None and written.last_year in (None, written.year)):
            self._year = year
            self.named_year = year
        if month:
            self._month = month


def _day_alone(written: Written) -> bool:
    unnamed = written.year is None and written.year_shift is None and written.same_shift is None
    return unnamed and bool(written.days) and not written.months and written.month_shift is None


def _ahead(text: str, written: Written) -> bool:
    """Whether the clause around a date speaks of what is still to come."""
    before = text[max(0, written.start - _WINDOW) : written.start]
    after = text[written.end : written.end + _WINDOW]
    before = before[max(before.rfind(mark) for mark in _SENTENCE) + 1 :]
    ends = [at for mark in _CLAUSE if (at := after.find(mark)) >= 0]
    future = trigger_pattern("future")
    return bool(future.search(before) or future.search(after[: min(ends, default=len(after))]))


def _bounds(
    written: Written, year: int | None, month: int | None, day: datetime.date | None
) -> tuple[str | None, str | None]:
    """Return the first and last moment in ISO 8601, (None, None) where the calendar has no such day."""
    if day:
        stamp = day.isoformat() + _hour(written)
        return stamp, stamp
    if year is None or not 0 < year < 10000:
        return None, None
    if month is None:
        return _year_bounds(written, year)
    last_month = written.months[1] if written.months else month
    length = calendar.monthrange(year, month)[1]
    days = written.days
    if written.tens:
        days = (written.tens[0] * 10 - 9, length if written.tens[1] == 3 else written.tens[1] * 10)
    elif written.edge:
        days = (1, 10) if written.edge == "初" else (21, length)
    if days is None:
        return f"{year:04d}-{month:02d}", f"{year:04d}-{last_month:02d}"
    if days[1] > length:
        return None, None
    return (
        f"{year:04d}-{month:02d}-{days[0]:02d}{_hour(written)}",
        f"{year:04d}-{month:02d}-{days[1]:02d}{_hour(written)}",
    )


def _year_bounds(written: Written, year: int) -> tuple[str, str]:
    month = {"年初": "-01", "年中": "-06", "年底": "-12", "年末": "-12"}.get(written.edge, "")
    last = written.last_year if written.last_year and written.year_shift is None else year
    return f"{year:04d}{month}", f"{last:04d}{month}"


def _hour(written: Written) -> str:
    return f"T{written.hour[0]:02d}:{written.hour[1]:02d}" if written.hour else ""
