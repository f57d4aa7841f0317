"""Numbers and dates as people write them in a query."""

import re
from calendar import monthrange
from datetime import date

from baoguan.index.fold import fold_text

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_STEPS = {"十": 10.0, "百": 100.0, "千": 1000.0}
_SCALES = {"万": 1e4, "亿": 1e8}
_ARABIC = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_CHINESE = f"[{''.join(_DIGITS)}{''.join(_STEPS)}]+"
_NUMERAL = re.compile(f"({_ARABIC}|{_CHINESE})([十百千]*)([万亿]*)")
_DATE = re.compile(r"([0-9]{4})(?:[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?|月)?|年)?")


def _small(text: str) -> float:
    """Read a numeral below 10,000: Arabic with separators, or Chinese with or without 十百千."""
    if text[0].isascii():
        return float(text.replace(",", ""))
    if not set(text) & set(_STEPS):
        return float("".join(str(_DIGITS[digit]) for digit in text))
    total, digit = 0.0, 0.0
    for character in text:
        if character in _STEPS:
            total += (digit or 1.0) * _STEPS[character]
            digit = 0.0
        else:
            digit = float(_DIGITS[character])
    return total + digit


def read_number(text: str) -> tuple[float, str] | None:
    """Return a number with its scale multiplied out, and what follows it (its unit); None if there is none.

    Reads 1亿元, 一亿元, 1亿5000万, 5,410万, 3.5, 三百二十万, 百分之三十 and 三成.
    """
    rest = fold_text(text).removeprefix("百分之")
    total = 0.0
    found = False
    while match := _NUMERAL.match(rest):
        value = _small(match[1])
        for scale in match[2] + match[3]:
            value *= _STEPS.get(scale) or _SCALES[scale]
        total += value
        found = True
        rest = rest[match.end() :]
        if not match[3]:
            break
    if not found:
        return None
    if rest.startswith("成"):
        return total * 10, rest[1:]
    return total, rest


def read_dates(text: str) -> tuple[date, date] | None:
    """Return the first and last day of a year, month or day (2022, 2022-10, 2022年10月12日), or None."""
    match = _DATE.fullmatch(fold_text(text))
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None
