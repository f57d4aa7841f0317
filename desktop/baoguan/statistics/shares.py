"""Shares and proportions written with two numerals: 百分之卅, 三分之一, 1/3, 5:1, 三与一之比; and 一半."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from baoguan.domain.statistic import Kind
from baoguan.statistics.lexicon import units
from baoguan.statistics.tokens import Token, strengthened

_HALF = re.compile(
    r"(?<=[占近过约达到足为的跌减降少增省缩])一半(?!导)|(?<![另这那多前后上下大小])一半(?=[,。;、以左多的是与来由为])|半数"
)
_HALVED = re.compile(r"(?<=打)对折")
_TENTH_PARTS = frozenset({"成", "折"})
_HALF_OF = re.compile(
    r"(?<![\d零〇一二三四五六七八九十百千万亿上下大小多前后这那每各年岁斤里亩倍时元成个])半(?=[年个小公斤亩吨米里英]|[成折](?![品功人熟套年立员交果长]))|(?<=[由需用约近为])半(?=天)"
)
_CLOCK_MINUTE = re.compile(r"[0-5]\d$")
_HUNDREDTHS = {Decimal(100): ("%", Decimal(1)), Decimal(1000): ("‰", Decimal(1))}
_HUNDREDTHS |= {Decimal(10) ** power: ("%", Decimal(100) / Decimal(10) ** power) for power in range(4, 11)}
_WON = frozenset("胜负平两")
_TENTHS = Decimal(10)
"""十之八九 are tenths."""
_SLASHED = Decimal(100)


def join_shares(text: str, tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens with each pair that is one share or proportion made into one."""
    at = 0
    while at < len(tokens):
        token, following = tokens[at], tokens[at + 1 : at + 3]
        joined = _share(text, token, following[0]) if following else None
        mixed = _mixed(text, token, following) if len(following) > 1 else None
        yield mixed or joined or token
        at += 3 if mixed else 2 if joined else 1


def find_halves(text: str) -> Iterator[Token]:
    """Yield 一半 and 半数 where they state a share, and 打对折."""
    if "半" not in text and "对折" not in text:
        return
    for match in _HALF.finditer(text):
        yield replace(_half(match.start(), match.end()), code="ratio", kind=Kind.FRACTION)
    for match in _HALVED.finditer(text):
        five = replace(_half(match.start(), match.end()), low=Decimal(5), high=Decimal(5))
        yield replace(five, code="折", kind=Kind.COUNT)


def find_half_units(text: str) -> Iterator[Token]:
    """Yield 半年, 半个月, 半公里, 半成: 半 as the numeral of a unit that allows it."""
    for match in _HALF_OF.finditer(text) if "半" in text else ():
        for unit in units().at(text, match.end()):
            end = match.end() + len(unit.form)
            allowed = "half" in unit.flags or unit.form in _TENTH_PARTS
            if allowed and text[end : end + 1] not in set(unit.not_before):
                half = _half(match.start(), end)
                low = half.low * unit.reduced
                yield replace(half, low=low, high=low, unit=unit, code=unit.code, kind=unit.kind)
                break


def _half(start: int, end: int) -> Token:
    half = Decimal("0.5")
    return Token(start, end, half, half, half, Decimal(1), "=", False, rule="half")


def _share(text: str, first: Token, second: Token) -> Token | None:
    if first.unit and text[first.end - 1] != "分":
        return None
    between = text[first.end : second.start]
    if between == "分之" or (between == "之" and text[first.end - 1] == "分"):
        return _of(text, first, second)
    if between == "之" and first.low == _TENTHS and not first.arabic and second.unit is None:
        low, high = second.low * 10, second.high * 10
        return replace(
            second, start=first.start, low=low, high=high, code="%", kind=Kind.PERCENT, rule="share"
        )
    if between in {":", "比"} and second.unit and second.unit.form in _WON:
        second = replace(second, end=second.end - 1, unit=None, code=None)
    if second.unit or first.unit:
        return None
    if between in {"与", "和", "对"} and text.startswith("之比", second.end) and second.low > 0:
        return replace(_ratio(first, second), end=second.end + 2)
    if between in {":", "比"} and second.low > 0 and not _is_clock(text, first, second):
        return _ratio(first, second)
    if between == "/" and first.arabic and 0 < first.low < second.low <= _SLASHED:
        return _proportion(first, second, first.low / second.low, Kind.FRACTION)
    return None


def _ratio(first: Token, second: Token) -> Token:
    value = second.low / first.low if first.low == 1 else first.low / second.low
    return _proportion(first, second, value, Kind.RATIO)


def _mixed(text: str, whole: Token, fraction: list[Token]) -> Token | None:
    """Read 三又二分之一 as 3.5."""
    if whole.unit or text[whole.end : fraction[0].start] != "又":
        return None
    part = _share(text, *fraction)
    if part is None or part.kind not in {Kind.FRACTION, Kind.PERCENT}:
        return None
    size = Decimal(1) if part.kind is Kind.FRACTION else Decimal(1000 if part.code == "‰" else 100)
    low, high = whole.low + part.low / size, whole.low + part.high / size
    return replace(part, start=whole.start, low=low, high=high, code="ratio", kind=Kind.FRACTION, unit=None)


def _of(text: str, whole: Token, part: Token) -> Token | None:
    """Read 百分之三十 as 30 %, 千分之五 as 5 ‰, 万分之五 as 0.05 %, 三分之一 as a fraction."""
    if part.unit or not whole.low:
        return None
    if not whole.arabic and whole.low in _HUNDREDTHS:
        code, factor = _HUNDREDTHS[whole.low]
        low, high = part.low * factor, part.high * factor
        shared = replace(
            part, start=whole.start, low=low, high=high, code=code, kind=Kind.PERCENT, rule="share"
        )
        return strengthened(text, shared)
    joined = _proportion(whole, part, part.low / whole.low, Kind.FRACTION)
    joined = replace(joined, high=part.high / whole.low)
    return strengthened(text, joined)


def _proportion(first: Token, second: Token, value: Decimal, kind: Kind) -> Token:
    return replace(
        second,
        start=first.start,
        low=value,
        high=value,
        code="ratio",
        kind=kind,
        rule="proportion",
        unit=None,
    )


def _is_clock(text: str, first: Token, second: Token) -> bool:
    minutes = _CLOCK_MINUTE.fullmatch(text[second.start : second.end])
    named = "比" in text[max(0, first.start - 4) : first.start]
    return bool(minutes) and first.low <= 24 and text[first.end] == ":" and not named
