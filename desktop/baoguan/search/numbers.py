"""Numbers and dates as people write them in a query."""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from baoguan.index.fold import fold_text
from baoguan.statistics import chinese, folding
from baoguan.statistics.numerals import find_numerals

_SCALES = {"十": 10, "百": 100, "千": 1000, **chinese.LARGE}
_HALF = re.compile(r"半([十百千]?[万亿]*)")
_PARTS = {"百分之": Decimal(1), "千分之": Decimal("0.1"), "万分之": Decimal("0.01")}
_TENTHS = re.compile("成([一二三四五六七八九1-9]?)(半?)")
_FIRST_YEAR_OF_THE_REPUBLIC = 1912
_DIGITS = "0-9〇零一二三四五六七八九十廿卅"
_NUMBER = f"([{_DIGITS}]{{1,4}})"
_DATE = re.compile(
    rf"(?:([0-9〇零一二三四五六七八九]{{4}})|民国(元|[{_DIGITS}]{{1,4}}))"
    rf"(?:[-/.年]{_NUMBER}(?:[-/.月]{_NUMBER}[日号]?|月)?|年)?"
)
_DECADE = re.compile("([0-9]{3})0年代")


def read_number(text: str) -> tuple[float, str] | None:
    """Return a number with its scale multiplied out, and what follows it (its unit); None if there is none.

    Reads 1亿元, 一亿元, 1亿5000万, 5,410万, 3.5, 一万五, 半亿, 一亿半, 百分之三十, 三成五 and 一半; the
    shares in percent. What is no exact number (十几, 2000余) is none.
    """
    rest = fold_text(folding.fold(text))
    if rest.startswith(("一半", "半数")):
        return 50.0, "%" + rest[2:]
    part = next((one for one in _PARTS if rest.startswith(one)), "")
    read = _amount(rest.removeprefix(part))
    if read is None:
        return None
    value, unit = read
    if part:
        return float(value * _PARTS[part]), "%" + unit
    if tenths := _TENTHS.match(unit):
        more = chinese.DIGITS.get(tenths[1]) or Decimal(tenths[1] or 0)
        return float(value * 10 + more + (5 if tenths[2] else 0)), "%" + unit[tenths.end() :]
    return float(value), unit


def _amount(text: str) -> tuple[Decimal, str] | None:
    """Return the value of the numeral that a text begins with, and the rest."""
    if half := _HALF.match(text):
        return _scale(half[1]) / 2, text[half.end() :]
    numeral = next(find_numerals(text), None)
    if numeral is None or numeral.start or numeral.vague or numeral.low != numeral.high:
        return None
    rest = text[numeral.end :]
    if rest.startswith("半") and numeral.scale > 1:
        return numeral.low + numeral.scale / 2, rest[1:]
    return numeral.low, rest


def _scale(characters: str) -> Decimal:
    product = Decimal(1)
    for character in characters:
        product *= _SCALES[character]
    return product


def read_dates(text: str) -> tuple[date, date] | None:
    """Return the first and last day of a year, month, day or decade, or None.

    Reads 2022, 2022-10, 2022年10月12日, 一九九八年三月, 民国三十七年 and 1980年代.
    """
    folded = fold_text(text)
    if decade := _DECADE.fullmatch(folded):
        first = int(decade[1]) * 10
        return (date(first, 1, 1), date(first + 9, 12, 31)) if first else None
    match = _DATE.fullmatch(folded)
    if match is None:
        return None
    western, republican, *rest = match.groups()
    year = _whole(western) if western else _whole(republican, first=_FIRST_YEAR_OF_THE_REPUBLIC - 1)
    month, day = map(_whole, rest)
    try:
        if month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        last = day or monthrange(year or 0, month)[1]
        return date(year or 0, month, 1 if day is None else day), date(year or 0, month, last)
    except ValueError:
        return None


def _whole(text: str | None, first: int = 0) -> int | None:
    """Return a whole number in either script, counted on from ``first``; 0 for what is none."""
    if text is None:
        return None
    if text == "元":
        return first + 1
    value = int(text) if text.isascii() else chinese.integer(text)
    return first + value if value else 0
