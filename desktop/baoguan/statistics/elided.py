"""Numbers whose clause says their unit: 米价每石三十五万, GDP突破百万亿, 死亡人数升至235."""

import re
from dataclasses import replace

from baoguan.domain.statistic import Kind
from baoguan.statistics.lexicon import trigger_pattern, triggers
from baoguan.statistics.tokens import Token

_CLAUSE = re.compile(r"[,;。！？!?、\n“”]")
_STATED = re.compile(r"(?:[为是达至到报收于在共计有约近超逾过涨跌:]|突破|[石担斤匹包件箱打尺两吨袋听桶] ?)$")
_OPEN_END = re.compile(r"(?:[,;。！？!?、()）”\n ]|$|以上|以下|以内|之内|左右|上下|之多|大关|计[,;。])")
_PRICED = re.compile(r"每[^每\d]{1,2}$")
_PAID = re.compile(r"(?:款|收入|工资|价|费|薪|奖金|利润|租金)[约达近仅为共有至才只]{0,3}$")
_VERBS = re.compile(r"[\ufffc要已将控制在为是达到至升降增减约近超过突破共计有仅只的地收报上下]{0,16}")
_INDEXED = re.compile(r"以[^,;。]{1,10}[为作]$")
_PEOPLE = r"[人者员工民生兵众童匪侨胞徒医师盲客]"
_BEFORE = r"[人者员工生民兵众童匪侨胞徒医师盲客军敌]"
_COUNTED_PEOPLE = re.compile(
    rf"(?<![发产动施竣开加完先][生工])(?<!个)(?<={_BEFORE})[约近达共有仅计已号称逾超过为各增至到减的之合总不]{{0,6}}$"
)
_PEOPLE_AFTER = re.compile(
    rf"[^\W\d_的了在到为是被把将向从对上下出入]{{0,6}}?(?:{_PEOPLE}|大?军)(?![具产区衔业会厂作活命日动物意涯态理长用主族政国间航衣品属境心马备校币次才民份])"
)
_WINDOW = 20
_LARGE = 10**4
_MANY = 100
_BARE = frozenset("百千万亿")


def supply_unit(text: str, token: Token) -> Token | None:
    """Return a token without a unit with the one its clause implies; None where it is no statistic."""
    if not _OPEN_END.match(text, token.end):
        counts = token.scale >= _LARGE and text[token.start] not in _BARE
        people = _people_after(text, token) if counts else None
        if not people and token.relation == ">" and token.low >= _MANY:
            people = _people_before(_CLAUSE.split(text[max(0, token.start - _WINDOW) : token.start])[-1])
        return _counting(token, people) if people else None
    before = text[max(0, token.start - _WINDOW) : token.start]
    clause = _CLAUSE.split(before)[-1]
    if _INDEXED.search(clause):
        return _counting(token, "")
    counted = _counted(clause)
    if counted is not None:
        return _counting(token, counted)
    people = _people_before(clause)
    if people and (token.low >= _LARGE or (token.relation == ">" and token.low >= _MANY)):
        return _counting(token, people)
    if token.scale < _LARGE and token.low < _LARGE:
        paid = _PAID.search(clause) and token.relation == ">" and token.low >= _MANY
        return replace(token, code="CNY", kind=Kind.MONEY, rule="money") if paid else None
    return _amount(token, before, clause)


def _amount(token: Token, before: str, clause: str) -> Token | None:
    """Return a large bare number as money or people where its clause is about them."""
    money = "CNY" if _PRICED.search(clause) else _last(clause, "money")
    if money and (_STATED.search(clause) or not token.arabic):
        return replace(token, code=money, kind=Kind.MONEY, rule="money")
    if token.arabic and token.scale >= _LARGE:
        people = _last(before, "counted")
        return _counting(token, people) if people else replace(token, rule="large")
    return None


def _counting(token: Token, unit: str) -> Token:
    return replace(token, code=unit or None, kind=Kind.COUNT if unit else Kind.NUMBER, rule="counted")


def _people_before(clause: str) -> str | None:
    """Return the unit of those the clause names right before its end: 失业者约, 用户突破."""
    for match in trigger_pattern("people").finditer(clause):
        if _VERBS.fullmatch(clause, match.end()):
            return triggers("people")[match.group()]
    return "人" if _COUNTED_PEOPLE.search(clause) else None


def _people_after(text: str, token: Token) -> str | None:
    """Return the unit of those named right after a number: 912万考生, 七十万矿工."""
    named = trigger_pattern("people").match(text, token.end)
    if named:
        return triggers("people")[named.group()]
    return "人" if _PEOPLE_AFTER.match(text, token.end) else None


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
