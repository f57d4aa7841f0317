"""The quantities of a text: numerals with units, proportions, ranges and lists, elided units supplied."""

import re
from collections.abc import Iterator
from dataclasses import replace

from baoguan.domain.statistic import Kind
from baoguan.statistics.elided import supply_unit
from baoguan.statistics.interest import find_interest
from baoguan.statistics.reading import Reading
from baoguan.statistics.series import join_series
from baoguan.statistics.shares import find_half_units, find_halves, join_shares
from baoguan.statistics.tokens import Token, find_tokens

_EXCHANGED = re.compile(r"(?:可)?(?:兑换?|合|等于|折合|兑换|对|=)")
_EACH = re.compile(r"每(?:增加|增长|提高|上升|上涨|下降|减少|降低|隔|满|过)?$")
_CURRENCY = re.compile(r"(?:US\$|HK\$|[$¥￥€£])$")
_QUOTED = re.compile(r"[开收盘见为至到达报高低跌涨升降回喊做抵]$")
_PARALLEL = re.compile(r"[,、](?![共计合总人户])[^\W\d_]{1,4}")
_CLOSED = re.compile(r"[,;。、)）之]|$")
_GROWN = re.compile(r"[^。;]{0,16}(?:增加|减少|增长|下降|增|减|多|少)了?")
_LARGE, _REACH = 10_000, 40
_SYMBOLS = {"US$": "USD", "HK$": "HKD", "$": "USD", "¥": "CNY", "￥": "CNY", "€": "EUR", "£": "GBP"}


def find_quantities(text: str) -> Iterator[Reading]:
    """Yield the quantities of a masked text from left to right, none overlapping."""
    joined = join_series(text, list(join_shares(text, list(find_tokens(text)))))
    tokens = sorted(
        [*find_interest(text), *joined, *find_halves(text), *find_half_units(text)],
        key=lambda token: (token.start, -token.end),
    )
    end, priced, people = -1, None, None
    for token in tokens:
        stated = _stated(text, token) or _quoted(text, token, priced)
        if stated and stated.start >= end:
            end = stated.end
            stated = _as_many(text, stated, people)
            priced = stated if stated.kind is Kind.MONEY else priced
            people = stated if stated.code == "人" else people
            yield _reading(stated)


def _quoted(text: str, token: Token, priced: Token | None) -> Token | None:
    """Return a bare number that follows a price as one more price: 收盘三百九十一万, 小米五万四千."""
    if priced is None or token.code or token.arabic or token.low < _LARGE:
        return None
    between = text[priced.end : token.start]
    if len(between) > _REACH or "。" in between or not _CLOSED.match(text, token.end):
        return None
    told = _QUOTED.search(between) if priced.rule == "money" else _PARALLEL.fullmatch(between)
    return replace(token, code=priced.code, kind=Kind.MONEY, rule="money") if told else None


def _as_many(text: str, token: Token, people: Token | None) -> Token:
    """Return a bare large number as people, where it says by how many those told before it grew or shrank."""
    if people is None or token.rule != "large" or token.code:
        return token
    grown = _GROWN.fullmatch(text, people.end, token.start)
    return replace(token, code="人", kind=Kind.COUNT, rule="counted") if grown else token


def _stated(text: str, token: Token) -> Token | None:
    """Return a token that states a quantity: with a unit of its own, a currency sign, or one supplied."""
    sign = _CURRENCY.search(text[max(0, token.start - 3) : token.start])
    if sign and (token.code is None or token.kind is Kind.NUMBER):
        return _with_sign(token, sign.group())
    if token.code is None:
        return supply_unit(text, token)
    if _EACH.search(text[max(0, token.start - 3) : token.start]):
        return None
    unity = token.low == token.high == 1 and token.relation == "="
    if unity and _EXCHANGED.match(text, token.end):
        return None
    return token


def _with_sign(token: Token, sign: str) -> Token:
    return replace(token, start=token.start - len(sign), code=_SYMBOLS[sign], kind=Kind.MONEY, rule="sign")


def _reading(token: Token) -> Reading:
    return Reading(
        start=token.start, end=token.end, full_start=token.start, full_end=token.end, kind=token.kind,
        low=token.low, high=token.high, relation=token.relation, unit=token.unit, code=token.code,
        per=token.per, rule=token.rule, confidence=0.9 if token.rule in {"elided", "money", "large"} else 1.0,
    )  # fmt: skip
