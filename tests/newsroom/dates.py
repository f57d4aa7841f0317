"""Days as the newspapers of each time print them: Western, Republican and lunar."""

import datetime
import random
import tomllib
from functools import cache
from pathlib import Path

from newsroom.prose import Era, chinese

_YEARS = {
    Era.REPUBLIC: (1930, 1949),
    Era.COLLECTIVE: (1952, 1986),
    Era.MODERN: (1993, 2025),
    Era.ENGLISH: (1890, 1938),
}
_WEEKDAYS = "一二三四五六日"
_ONES = "〇一二三四五六七八九"
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_REPUBLIC = 1911


@cache
def _lunar() -> dict[str, str]:
    told = tomllib.loads((Path(__file__).parent / "words" / "lunar.toml").read_text(encoding="utf-8"))
    return dict(told["days"])


def day(era: Era, chance: random.Random, *, lunar: bool = False) -> datetime.date:
    """Return a day of an era; ``lunar`` one whose lunar date is known."""
    first, last = _YEARS[era]
    if lunar:
        known = [datetime.date.fromisoformat(each) for each in _lunar()]
        return chance.choice([each for each in known if first <= each.year < last])
    return datetime.date(first, 1, 1) + datetime.timedelta(days=chance.randrange((last - first) * 365))


def lunar_text(date: datetime.date) -> str:
    """Return the lunar date of a day that ``day`` gave with ``lunar``: 戊子年八月初七."""
    return _lunar()[date.isoformat()]


def weekday(date: datetime.date) -> str:
    """Return 星期四."""
    return f"星期{_WEEKDAYS[date.weekday()]}"


def western(date: datetime.date, chance: random.Random) -> str:
    """Return a day with its weekday in one of the forms of today."""
    plain = f"{date.year}年{date.month}月{date.day}日"
    dotted = f"{date.year}.{date.month}.{date.day}"
    padded = f"{date.year}年{date.month:02}月{date.day:02}日"
    return f"{chance.choice((plain, plain, padded, dotted))} {weekday(date)}"


def english(date: datetime.date) -> str:
    """Return Saturday, October 12, 1912."""
    return f"{_DAYS[date.weekday()]}, {_MONTHS[date.month - 1]} {date.day}, {date.year}"


def spelled(date: datetime.date) -> str:
    """Return 一九五八年八月二十一日."""
    year = "".join(_ONES[int(digit)] for digit in str(date.year))
    return f"{year}年{chinese(date.month)}月{chinese(date.day)}日"


def republican(date: datetime.date) -> str:
    """Return 中華民國三十七年八月二十一日."""
    return f"中華民國{chinese(date.year - _REPUBLIC)}年{chinese(date.month)}月{chinese(date.day)}日"
