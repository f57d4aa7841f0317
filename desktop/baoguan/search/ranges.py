"""Ranges of dates and numbers in a query."""

import re
from contextlib import suppress
from datetime import date, timedelta

from baoguan.domain.language import Bilingual
from baoguan.domain.query import DateRange, NumberRange
from baoguan.domain.statistic import Kind
from baoguan.index.fold import fold_text
from baoguan.search.numbers import read_dates, read_number
from baoguan.statistics.lexicon import units

# A Chinese input method types 【】 and 《》 for the keys of [] and <>.
_SPELLINGS = str.maketrans(
    {"［": "[", "【": "[", "］": "]", "】": "]", "《": "<", "》": ">", "＜": "<", "＞": ">"}
)
_SPELLINGS |= str.maketrans({"＝": "=", "≥": ">=", "≤": "<=", "～": "~", "–": "—", "―": "—", "－": "-"})
_FROM_TO = r"\s*(.*?)\s*(?:(?:^|\s)TO(?:\s|$)|[至到]|[~—]+|{dash})\s*(.*?)\s*"
_BETWEEN_DATES = re.compile(_FROM_TO.format(dash=r"\s-\s|(?<=^[0-9]{4})-(?=[0-9]{4}$)"), re.IGNORECASE)
_BETWEEN_NUMBERS = re.compile(_FROM_TO.format(dash="-"), re.IGNORECASE)
_RELATION = re.compile(r"(>=|<=|[><=])\s*(.+)")
_SUFFIXES = {"以上": ">=", "以下": "<="}
_LONGEST = 100
_OPEN = frozenset({"", "*"})
_BARE = re.compile(r"[0-9.]+")
_YEAR = re.compile(".*?年")
_YUAN = frozenset({"", "元", "圆", "块", "块钱", "元人民币", "人民币", "人民币元", "元整", "rmb", "cny"})
_OWN_SIGN = re.compile("人民币|rmb|cny|¥")
_FOREIGN_SIGN = re.compile(r"(?:us|hk|a|c|nt)?\$|[€£₩₽]|(?:usd|hkd|eur|jpy|gbp)")
_SHARES = {"": 1.0, "%": 1.0, "个百分点": 1.0, "百分点": 1.0, "‰": 0.1, "个基点": 0.01, "基点": 0.01}
_UNIT = re.compile(r"[^\W\d_]{0,8}")

SWAPPED = Bilingual("范围前后颠倒，已对调", "The range runs backwards; its ends are swapped")
NO_DATE = Bilingual(
    "没有看懂这个日期，按原样查找；可写 1998、1998年3月、>1998 或 [1998-01 TO 1998-12]",
    "This date is not understood and taken as text; write 1998, 1998-03, >1998 or [1998-01 TO 1998-12]",
)
NO_NUMBER = Bilingual(
    "没有看懂这个数，按原样查找；可写 1亿元、>1亿元 或 [30 TO 60]",
    "This number is not understood and taken as text; write 1亿元, >1亿元 or [30 TO 60]",
)
FOREIGN = Bilingual(
    "金额只按人民币查找；别的货币请去掉“金额:”，按文字查找",
    "Amounts are searched in yuan only; for another currency leave out the field and search for the text",
)


class NotRead(ValueError):
    """A value is no range; ``why`` says what can be written instead."""

    def __init__(self, why: Bilingual) -> None:
        super().__init__(why.en)
        self.why = why


def read_date_range(text: str) -> tuple[DateRange, bool]:
    """Read 2022-10, >1998, 1998至2001 or [2022-01 TO 2022-12]: the range, and whether its ends were swapped.

    Raises ``NotRead``.
    """
    value, bracketed = _opened(text)
    if len(value) > _LONGEST:
        raise NotRead(NO_DATE)
    if not bracketed and (compared := _RELATION.fullmatch(value)):
        with suppress(OverflowError):  # > 9999
            return _compared_dates(compared[1], *_days(compared[2])), False
        raise NotRead(NO_DATE)
    between = _BETWEEN_DATES.fullmatch(value)
    if between is None:
        return DateRange(*_days(value)), False
    start, end = between.groups()
    year = _YEAR.match(start)
    if year and end not in _OPEN and read_dates(end) is None:
        end = year[0] + end  # 1998年3月至5月
    first = None if start in _OPEN else _days(start)
    last = None if end in _OPEN else _days(end)
    if first and last and first[0] > last[1]:
        return DateRange(last[0], first[1]), True
    return DateRange(first[0] if first else None, last[1] if last else None), False


def read_number_range(text: str, group: str) -> tuple[NumberRange, bool]:
    """Read 1亿元, >1亿元, 1亿元以上, 30~60 or [30 TO 60]: the range, and whether its ends were swapped.

    Raises ``NotRead``.
    """
    value, bracketed = _opened(text)
    if len(value) > _LONGEST:
        raise NotRead(NO_NUMBER)
    between = _BETWEEN_NUMBERS.fullmatch(value)
    if between is None:
        return _compared_numbers(value, group), False
    start, end = between.groups()
    if not bracketed and _BARE.fullmatch(start):
        start += _BARE.sub("", end, count=1)  # 1至5亿元
    low = None if start in _OPEN else _value(start, group)
    high = None if end in _OPEN else _value(end, group)
    if low is not None and high is not None and low > high:
        return NumberRange(group, high, low), True
    return NumberRange(group, low, high), False


def _opened(text: str) -> tuple[str, bool]:
    """Return a value in plain spelling, without the brackets that may be around it."""
    value = text.translate(_SPELLINGS).strip()
    bracketed = value.startswith("[") and value.endswith("]")
    return (value[1:-1], True) if bracketed else (value, False)


def _days(text: str) -> tuple[date, date]:
    days = read_dates(text)
    if days is None:
        raise NotRead(NO_DATE)
    return days


def _compared_dates(relation: str, first: date, last: date) -> DateRange:
    match relation:
        case ">":
            return DateRange(last + timedelta(days=1), None)
        case ">=":
            return DateRange(first, None)
        case "<":
            return DateRange(None, first - timedelta(days=1))
        case "<=":
            return DateRange(None, last)
        case _:
            return DateRange(first, last)


def _compared_numbers(text: str, group: str) -> NumberRange:
    compared = _RELATION.fullmatch(text)
    relation, number = compared.groups() if compared else (_SUFFIXES.get(text[-2:], "="), text)
    value = _value(number if compared or relation == "=" else number[:-2], group)
    if relation in (">", ">="):
        return NumberRange(group, value, None, low_open=relation == ">")
    if relation in ("<", "<="):
        return NumberRange(group, None, value, high_open=relation == "<")
    return NumberRange(group, value, value)


def _value(text: str, group: str) -> float:
    """Return a number in the group's base unit: yuan, percent, or pieces of whatever."""
    folded = fold_text(text)
    if group == "金额":
        if _FOREIGN_SIGN.match(folded):
            raise NotRead(FOREIGN)
        folded = _OWN_SIGN.sub("", folded, count=1) if _OWN_SIGN.match(folded) else folded
    read = read_number(folded)
    if read is None:
        raise NotRead(NO_NUMBER)
    value, unit = read
    if group == "金额":
        return value * _in_yuan(unit)
    if group == "百分比" and unit in _SHARES:
        return value * _SHARES[unit]
    if group == "数量" and _UNIT.fullmatch(unit):
        return value
    raise NotRead(NO_NUMBER)


def _in_yuan(unit: str) -> float:
    if unit in _YUAN:
        return 1.0
    named = next(units().at(unit, 0), None)
    foreign = named is not None and named.kind is Kind.MONEY and named.form == unit and unit != "角"
    raise NotRead(FOREIGN if foreign or _FOREIGN_SIGN.fullmatch(unit) else NO_NUMBER)
