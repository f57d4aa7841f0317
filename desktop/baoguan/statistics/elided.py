"""Numbers whose clause says their unit: 米价每石三十五万, GDP突破百万亿, 死亡人数升至235."""

import re
from dataclasses import replace

from baoguan.domain.statistic import Kind
from baoguan.statistics.lexicon import trigger_pattern, triggers
from baoguan.statistics.tokens import Token

_CLAUSE = re.compile(r"[,;。！？!?、\n“”]")
_STATED = re.compile(r"(?:[为是达至到报收于在共计有约近超逾过涨跌:]|突破|[石担斤匹包件箱打尺两吨袋听桶] ?)$")
_OPEN_END = re.compile(r"(?:[,;。！？!?、)）”\n ]|$|以上|以下|以内|之内|左右|上下|之多|大关)")
_PRICED = re.compile(r"每[^每\d]{1,2}$")
_VERBS = re.compile(r"[要已将控制在为是达到至升降增减约近超过突破共计有仅只的地收报上下]{0,8}")
_WINDOW = 20
_LARGE = 10**4


def supply_unit(text: str, token: Token) -> Token | None:
    """Return a token without a unit with the one its clause implies; None where it is no statistic."""
    if not _OPEN_END.match(text, token.end):
        named = trigger_pattern("people").match(text, token.end) if token.scale >= _LARGE else None
        return replace(token, code="人", kind=Kind.COUNT, rule="counted") if named else None
    before = text[max(0, token.start - _WINDOW) : token.start]
    clause = _CLAUSE.split(before)[-1]
    stated = bool(_STATED.search(clause))
    counted = _counted(clause)
    if counted is not None:
        return replace(
            token, code=counted or None, kind=Kind.COUNT if counted else Kind.NUMBER, rule="counted"
        )
    if token.scale < _LARGE and token.low < _LARGE:
        return None
    money = "CNY" if _PRICED.search(clause) else _last(clause, "money")
    if money and (stated or not token.arabic):
        return replace(token, code=money, kind=Kind.MONEY, rule="money")
    if token.arabic and token.scale >= _LARGE:
        people = _last(before, "counted")
        if people:
            return replace(token, code=people, kind=Kind.COUNT, rule="counted")
        return replace(token, rule="large")
    return None


def _counted(clause: str) -> str | None:
    """Return what the counting word at the clause's end counts, with only verbs after it."""
    found = list(trigger_pattern("counted").finditer(clause))
    if not found or not _VERBS.fullmatch(clause, found[-1].end()):
        return None
    return triggers("counted")[found[-1].group()]


def _last(clause: str, group: str) -> str | None:
    """Return what the last word of a trigger group in the clause stands for."""
    found = None
    for match in trigger_pattern(group).finditer(clause):
        found = triggers(group)[match.group()]
    return found
