"""A date as it is written, before the calendar is asked: only what the words themselves say."""

from dataclasses import dataclass

from baoguan.statistics import chinese

CN = "〇零一二三四五六七八九十廿卅卌"
NUM = rf"(?:\d{{1,2}}|[{CN}]{{1,3}})"
"""A month, a day, an hour or a count of years."""
TO = r"(?:至|到|—{1,2}|-|~)"


@dataclass(frozen=True, slots=True)
class Written:
    """What a date says; pairs are inclusive, None is what it does not say.

    ``…_shift`` count from the issue date, ``same_…`` from the year, month or day last named. ``months`` above
    12 lie in the next year (冬 is 12 to 14). ``tens`` are 旬, 1 to 3. ``paired`` years are written as two
    (2019年至2021年). ``window`` is a stretch, in months and days, that ends with the issue date or, if
    ``ahead``, begins after it; ``century`` counts from its own.
    """

    start: int
    end: int
    year: int | None = None
    last_year: int | None = None
    paired: bool = False
    short_year: int | None = None
    year_shift: int | None = None
    same_year: int | None = None
    century: int | None = None
    months: tuple[int, int] | None = None
    month_shift: int | None = None
    same_month: int | None = None
    quarter_shift: int | None = None
    edge: str = ""
    tens: tuple[int, int] | None = None
    week: int | None = None
    days: tuple[int, int] | None = None
    day_shift: int | None = None
    last_shift: int | None = None
    same_day: int | None = None
    week_shift: int | None = None
    weekdays: tuple[int, int] | None = None
    hour: tuple[int, int] | None = None
    last_hour: tuple[int, int] | None = None
    evening: bool = False
    lunar: bool = False
    leap: bool = False
    window: tuple[int, int] | None = None
    ahead: bool = False
    occasion: str = ""
    holiday: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing has been read yet."""
        return self.start == self.end

    @property
    def dated(self) -> bool:
        """Whether it names a month that a day may follow."""
        return self.months is not None or self.month_shift is not None or self.same_month is not None

    @property
    def undated(self) -> bool:
        """Whether it names no year, near or far."""
        return self.year is None and self.year_shift is None and self.same_year is None


def number(run: str) -> int:
    """Return a written year, month, day or hour; -1 where it is no numeral."""
    if run.isdigit():
        return int(run)
    value = chinese.integer(run)
    return -1 if value is None else value
