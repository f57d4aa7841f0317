"""The Chinese calendar from 1900 to 2100: which day of ours a day of it was."""

import datetime
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from baoguan.statistics.tables import rows


@dataclass(frozen=True, slots=True)
class LunarYear:
    """A year of the Chinese calendar: its first day, the days of its months, its leap month or 0."""

    first: datetime.date
    lengths: tuple[int, ...]
    leap: int
    qingming: int


@cache
def lunar_years() -> dict[int, LunarYear]:
    """Return the years of ``lunar.tsv``."""
    return {
        int(year): LunarYear(
            datetime.date.fromisoformat(f"{year}-{first}"),
            tuple(29 + int(long) for long in lengths),
            int(leap),
            int(qingming),
        )
        for year, first, lengths, leap, qingming in rows("lunar.tsv")
    }


def gregorian(year: int, month: int, day: int, *, leap: bool = False) -> datetime.date | None:
    """Return the day that a day of the Chinese calendar was; the 30th of a month of 29 days is its last.

    None outside 1900–2100 and for a leap month the year did not have.
    """
    table = lunar_years().get(year)
    if table is None or (leap and table.leap != month) or not 1 <= month <= 12:
        return None
    place = month - 1 + (1 if leap or 0 < table.leap < month else 0)
    before = [0, *accumulate(table.lengths)][place]
    if not 1 <= day <= 30:
        return None
    return table.first + datetime.timedelta(before + min(day, table.lengths[place]) - 1)


def qingming(year: int) -> datetime.date | None:
    """Return the day of 清明, None outside 1900–2100."""
    table = lunar_years().get(year)
    return datetime.date(year, 4, table.qingming) if table else None
