"""Ranges of dates and numbers in a query."""

import re

from baoguan.domain.query import DateRange, NumberRange
from baoguan.search.numbers import read_dates, read_number

_BETWEEN = re.compile(r"[\[［]\s*(.*?)\s+(?:TO|至|到)\s+(.*?)\s*[\]］]")
_COMPARED = re.compile(r"(>=|<=|[><=≥≤＞＜＝])?\s*(.+)")
_AT_LEAST = {">=", "≥", ">", "＞"}
_AT_MOST = {"<=", "≤", "<", "＜"}
_STRICT = {">", "＞", "<", "＜"}
_OPEN = {"", "*"}
_BASE_UNITS = {"金额": "元", "百分比": "%"}


def read_date_range(text: str) -> tuple[DateRange, bool] | None:
    """Read 2022-10 or [2022-01 TO 2022-12]: the range, and whether its ends were swapped; or None."""
    between = _BETWEEN.fullmatch(text)
    if between is None:
        days = read_dates(text)
        return (DateRange(*days), False) if days else None
    ends = [end for end in between.groups() if end not in _OPEN]
    if any(read_dates(end) is None for end in ends):
        return None
    first, last = (read_dates(end) for end in between.groups())
    if first and last and first[0] > last[1]:
        return DateRange(last[0], first[1]), True
    return DateRange(first[0] if first else None, last[1] if last else None), False


def read_number_range(text: str, group: str) -> tuple[NumberRange, bool] | None:
    """Read >1亿元, 1亿元 or [30 TO 60]: the range, and whether its ends were swapped; or None."""
    between = _BETWEEN.fullmatch(text)
    if between:
        ends = [end for end in between.groups() if end not in _OPEN]
        if any(_value(end, group) is None for end in ends):
            return None
        low, high = (_value(end, group) for end in between.groups())
        if low is not None and high is not None and low > high:
            return NumberRange(group, high, low), True
        return NumberRange(group, low, high), False
    compared = _COMPARED.fullmatch(text)
    value = _value(compared[2], group) if compared else None
    if compared is None or value is None:
        return None
    relation = compared[1] or "="
    strict = relation in _STRICT
    if relation in _AT_LEAST:
        return NumberRange(group, value, None, low_open=strict), False
    if relation in _AT_MOST:
        return NumberRange(group, None, value, high_open=strict), False
    return NumberRange(group, value, value), False


def _value(text: str, group: str) -> float | None:
    """Return a number in the group's base unit; None where it has another unit, or is no number."""
    read = read_number(text)
    if read is None:
        return None
    value, unit = read
    base = _BASE_UNITS.get(group)
    return value if base is None or unit in ("", base, f"人民币{base}") else None
