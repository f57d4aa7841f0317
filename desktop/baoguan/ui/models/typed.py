"""Numbers and days as readers type them."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from baoguan.domain.interval import days_of

_SIZES = {
    "": 1,
    "百": 100,
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
_NUMBER = re.compile(r"([-−]?(?:\d+(?:\.\d*)?|\.\d+))([千百]?[万萬]?[亿億]?)")
_DAY = re.compile(r"(\d{4})(?:[-/.年]\s*(\d{1,2})(?:[-/.月]\s*(\d{1,2}))?)?[年月日号]?")


class Unreadable(ValueError):
    """What was typed is no number or no day."""


def read_number(typed: str) -> float | None:
    """Return a number typed as 1500, 1,500, 0.15万 or １．５亿; None for nothing; raise ``Unreadable``."""
    text = unicodedata.normalize("NFKC", typed).replace(",", "").replace(" ", "")
    if not text:
        return None
    found = _NUMBER.fullmatch(text)
    size = _SIZES.get(found[2].replace("萬", "万").replace("億", "亿")) if found else None
    if found is None or size is None:
        raise Unreadable(typed)
    return float(Decimal(found[1].replace("−", "-")) * size)


def read_day(typed: str, *, last: bool) -> date | None:
    """Return the first (or last) day of a year, month or day typed as 2022, 2022-10 or 2022年10月1日.

    None for nothing; raise ``Unreadable``.
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    if not text:
        return None
    found = _DAY.fullmatch(text)
    if found is None or not int(found[1]):
        raise Unreadable(typed)
    iso = "-".join(part.zfill(2) for part in found.groups() if part)
    day = days_of(iso)[int(last)]
    if day is None:
        raise Unreadable(typed)
    return day


def day_text(day: date | None, *, last: bool) -> str:
    """Return a day as short as it can be typed: 2022 for its first (or last) day."""
    if day is None:
        return ""
    for short in (f"{day.year:04}", f"{day.year:04}-{day.month:02}"):
        if days_of(short)[int(last)] == day:
            return short
    return day.isoformat()
