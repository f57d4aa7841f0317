"""Numbers that stand together: ranges, and lists that name their unit once."""

import re
from dataclasses import replace
from decimal import Decimal

from baoguan.domain.statistic import Kind
from baoguan.statistics.compounds import join_compounds
from baoguan.statistics.tokens import Token, signed

_RANGE = re.compile(r"(?:至|到|—{1,2}|-|~|或)(?:上|近|约|最多)?")
_LIST = re.compile(r"、|和|与|及|以及|或|或者|,(?=\d)")
_LIST_OF_POINTS = re.compile(r"(?:、|和|与|及|至|到|—|-|~)[高低快慢降升增减]?")
_MOVE = re.compile(r"[从由](?!\s*$)|[从由]$")
_CHANGE = re.compile(r"增|升|提高|涨|扩大|发展|降|跌|减|缩")
_MOVED = re.compile(
    r"(?:调整|增加|增长|提高|提升|上升|上涨|扩大|发展|下降|降低|减少|缩减|缩小|压缩|增|升|涨|扩|改|调|降|减|跌|跃|提)(?:到|至|为|成)[约近]?"
)
_MORE_LISTED = re.compile(r"[、和及与][\d一二三四五六七八九]")
_FAR = 24
_SIMILAR = 100


def join_series(text: str, tokens: list[Token]) -> list[Token]:
    """Return the tokens with elided units filled in, ranges and compounds made into one each."""
    return _join_ranges(text, join_compounds(text, _fill(text, tokens)))


def _fill(text: str, tokens: list[Token]) -> list[Token]:
    """Give a numeral without a unit that of the next in its list or range (6、7和9万吨)."""
    filled = list(tokens)
    for at in range(len(filled) - 2, -1, -1):
        token, following = filled[at], filled[at + 1]
        between = text[token.end : following.start]
        if token.code == "个" and following.code == "pp" and _LIST_OF_POINTS.fullmatch(between):
            filled[at] = replace(token, code="pp", kind=following.kind, unit=following.unit, rule="elided")
        joined = _LIST.fullmatch(between) or _RANGE.fullmatch(between) or _MOVED.fullmatch(between)
        if token.code is None and following.code and joined:
            filled[at] = signed(text, _like(token, following))
    for at in range(1, len(filled)):
        before, token = filled[at - 1], filled[at]
        share = before.kind is Kind.PERCENT and before.rule == "share"
        if share and token.code is None and _RANGE.fullmatch(text[before.end : token.start]):
            filled[at] = replace(token, code=before.code, kind=before.kind, rule="elided")
    return filled


def _like(token: Token, following: Token) -> Token:
    """Return ``token`` in the unit of the one that follows, and its 万 where the sizes say so."""
    scale = Decimal(1)
    if token.scale == 1 and following.scale > 1 and _similar(token.mantissa, following.mantissa):
        scale = following.scale
    factor = scale * following.unit.reduced if following.unit else scale
    token = replace(token, low=token.low * factor, high=token.high * factor, scale=token.scale * scale)
    return replace(
        token, unit=following.unit, code=following.code, kind=following.kind, per=following.per, rule="elided"
    )


def _similar(first: Decimal, second: Decimal) -> bool:
    return first > 0 and second > 0 and max(first, second) <= _SIMILAR * min(first, second)


def _join_ranges(text: str, tokens: list[Token]) -> list[Token]:
    joined: list[Token] = []
    for token in tokens:
        merged = _range(text, joined[-1], token) if joined else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(token)
    return joined


def _neighbours(text: str, first: Token, second: Token) -> bool:
    """Whether 三、四百 and 3、5天 mean from … to …: a digit and one a little greater, alone, not 分别."""
    digits = first.end - first.start == 1 and first.rule == "elided"
    written = (text[first.start : first.end], text[second.start : second.start + 1])
    close = second.mantissa - first.mantissa == 1 or written in {("三", "五"), ("3", "5")}
    alone = not (text[first.start - 1 : first.start] == "、" or _MORE_LISTED.match(text, second.end))
    return digits and close and alone and "分别" not in text[max(0, first.start - _FAR) : first.start]


def _range(text: str, first: Token, second: Token) -> Token | None:
    """Return 5—7成 or 几万元到上百万元 as one range; 从5%到7% with a verb of change stays two numbers."""
    if first.rule == "range" or first.code is None or first.code != second.code or first.low >= second.high:
        return None
    between = text[first.end : second.start]
    if not (_RANGE.fullmatch(between) or (between == "、" and _neighbours(text, first, second))):
        return None
    before, after = text[max(0, first.start - 12) : first.start], text[second.end : second.end + 6]
    moved = between[0] in "到至" and _MOVE.search(before) and first.rule != "elided"
    if moved and (_CHANGE.search(before) or _CHANGE.search(after)):
        return None
    return replace(second, start=first.start, low=first.low, rule="range", relation=first.relation)
