"""Values in the base unit of their dimension; that of money is the currency of its words, else of its day."""

import datetime
import re
from decimal import Decimal

from baoguan.domain.statistic import Kind
from baoguan.statistics.lexicon import trigger_pattern, triggers, units
from baoguan.statistics.reading import Reading

_ERAS = (
    (datetime.date(1935, 11, 4), "银元"),
    (datetime.date(1948, 8, 19), "法币"),
    (datetime.date(1949, 6, 1), "金圆券"),
    (datetime.date(1955, 3, 1), "旧人民币"),
)
"""Up to which day 元 alone is which currency; since then it is CNY."""
_YUAN = "CNY"
_PEOPLES = "人民币"
_WINDOW = 16
_CLAUSE = re.compile(r"[,;。！？!?\n]")
_SHARES = frozenset({Kind.FRACTION, Kind.PERCENT})


def dimension_of(text: str, found: Reading, issue: datetime.date | None) -> str | None:
    """Return what a reading of a folded text measures; a classifier's is the classifier itself."""
    if found.kind in _SHARES:
        return "share"
    if found.kind is Kind.RATIO:
        return "ratio"
    if found.kind is Kind.MONEY and found.code == _YUAN:
        return _currency(text, found, issue)
    unit = found.unit if found.unit and found.unit.code == found.code else units().of(found.code or "")
    return unit.dimension if unit else found.code


def base(found: Reading, value: Decimal | None) -> float | None:
    """Return a value of a reading in the base unit of its dimension."""
    unit = found.unit if found.unit and found.unit.code == found.code else units().of(found.code or "")
    if value is None or unit is None:
        return None if value is None else float(value)
    return float((value - unit.zero) * unit.factor)


def _currency(text: str, found: Reading, issue: datetime.date | None) -> str:
    """Return which 元 a reading counts: by a word within it, after it or before it, else by its day."""
    named = _named(text, found)
    if named and named != _PEOPLES:
        return named
    ends = _ERAS[-1:] if named else _ERAS
    return next((currency for end, currency in ends if issue and issue < end), _YUAN)


def _named(text: str, found: Reading) -> str | None:
    """Return the currency named nearest to a reading, None where its clause names none."""
    pattern, words = trigger_pattern("era"), triggers("era")
    within = pattern.search(text, found.start, found.end) or pattern.match(text, found.end)
    if within:
        return words[within.group()]
    before = _CLAUSE.split(text[max(0, found.start - _WINDOW) : found.start])[-1]
    last = None
    for match in pattern.finditer(before):
        last = words[match.group()]
    return last
