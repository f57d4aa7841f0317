"""One value in two units, or in a unit and its decimals: 三元五角, 2小时30分, 9秒83, 零下十四度二."""

import re
from dataclasses import replace
from decimal import Decimal

from baoguan.domain.statistic import Kind
from baoguan.statistics import chinese
from baoguan.statistics.lexicon import Unit, units
from baoguan.statistics.tokens import Token, strengthened

_JOINED = re.compile(r"[零又另]?")
_COMPOUNDED = frozenset({Kind.MONEY, Kind.LENGTH, Kind.AREA, Kind.MASS, Kind.VOLUME, Kind.DURATION})
_PARTS = {
    ("CNY", "分"): Decimal("0.01"), ("CNY", "毛"): Decimal("0.1"), ("USD", "分"): Decimal("0.01"),
    ("hour", "分"): Decimal(1) / 60, ("day", "分"): Decimal(1) / 1440,
    ("斗", "升"): Decimal("0.1"), ("石", "升"): Decimal("0.01"),
    ("亩", "分"): Decimal("0.1"), ("亩", "厘"): Decimal("0.01"),
}  # fmt: skip
"""What one of a part that is no unit elsewhere is of the unit before it."""
_CLOSED = re.compile(r"[,;。、！？!?)的强弱\n]|$")
_OPEN = re.compile(r"[、至到—~年月日时点分个级\d零〇一二三四五六七八九十百千万亿]")
_CLOSING = frozenset({Kind.MONEY, Kind.PERCENT})
_TIED = {"平": "平"}
"""12秒91平 equals a record: 平 is no unit there."""
_FEW_DIGITS = 3
_DIME = Decimal("0.1")
"""What 五 in 七元八角五 is told in tenths of."""
_TRUSTED = Decimal(10) ** 18


def join_compounds(text: str, tokens: list[Token]) -> list[Token]:
    """Return the tokens with every value in several units made into one."""
    joined: list[Token] = []
    for token in tokens:
        merged = _compound(text, joined[-1], token) if joined else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(token)
    return joined


def _compound(text: str, first: Token, second: Token) -> Token | None:
    if not _JOINED.fullmatch(text, first.end, second.start):
        return _minutes(text, first, second)
    part, end = _decimals(text, first, second), second.end - len(_TIED.get(second.code or "", ""))
    if part is None:
        part, end = _smaller_part(text, first, second)
    if part is None:
        return _minutes(text, first, second)
    low = first.low + (-part if first.low < 0 else part)
    low = low.quantize(Decimal("1e-12")).normalize() if low < _TRUSTED else low
    merged = replace(first, end=end, low=low, high=low, relation=second.relation, rule="compound")
    return strengthened(text, merged) if merged.code == "%" else merged


def _decimals(text: str, first: Token, second: Token) -> Decimal | None:
    """Return what digits right after a unit add to it: 9秒83, 1米75, 五元四, 七成六, 七公尺廿五."""
    if not (first.unit and "tenths" in first.unit.flags) or first.end != second.start:
        return None
    if second.code and second.code not in _TIED:
        return None
    ends = second.end - len(_TIED.get(second.code or "", ""))
    written = text[second.start : ends]
    if len(written) > _FEW_DIGITS or second.low >= 10**_FEW_DIGITS or second.low % 1:
        return None
    if first.kind in _CLOSING:
        ended = not second.arabic and _CLOSED.match(text, ends) is not None
    else:
        ended = not _OPEN.match(text, ends)
    if not ended:
        return None
    positional = second.arabic or ("十" not in written and written[0] not in chinese.TENS)
    digits = len(written) if positional else 2
    size = _DIME if first.rule == "compound" and text[first.end - 1] in "角毛" else first.unit.reduced
    return second.low * size / Decimal(10) ** digits


def _smaller_part(text: str, first: Token, second: Token) -> tuple[Decimal | None, int]:
    """Return what a second number in a smaller unit of the same dimension adds, and where that unit ends."""
    if not first.unit or first.kind not in _COMPOUNDED or first.relation != "=" or first.low != first.high:
        return None, second.end
    if second.unit and second.code == first.code and second.low < 1:
        return second.low, second.end
    for unit in [second.unit] if second.unit else units().at(text, second.end):
        end = second.end if second.unit else second.end + len(unit.form)
        share = _PARTS.get((first.code or "", unit.form)) or _smaller(first.unit, unit)
        if share:
            return second.low * share * (1 if second.unit else unit.reduced), end
    written = text[second.end : second.end + 1]
    share = None if second.unit else _PARTS.get((first.code or "", written))
    return (second.low * share if share else None), second.end + 1


def _smaller(first: Unit, second: Unit) -> Decimal | None:
    """Return what one of the second unit's code is of the first's, None where the second is no smaller."""
    smaller = second.factor * second.reduced < first.factor * first.reduced
    return second.factor / first.factor if smaller and second.dimension == first.dimension else None


def _minutes(text: str, first: Token, second: Token) -> Token | None:
    """Return 8分06秒 and 二分零三秒 as seconds: 分 is minutes because seconds follow."""
    written = first.end - (1 if first.unit and first.unit.form == "分" else 0)
    apart = text[written : second.start]
    seconds = second.unit is not None and second.unit.form == "秒"
    if not seconds or apart not in {"分", "分零"} or first.low != first.high:
        return None
    low = first.low * 60 + second.low
    return replace(second, start=first.start, low=low, high=low, rule="compound")
