"""What stands around a number and changes what it says: 约, 超过, 以上, 每小时, 同比增长, 较2013年."""

import re
from dataclasses import dataclass, replace

from baoguan.domain.statistic import Change, Direction, Kind, Relation
from baoguan.statistics.lexicon import trigger_pattern, triggers, units
from baoguan.statistics.movement import read_basis, read_movement
from baoguan.statistics.rates import read_rate
from baoguan.statistics.reading import Reading
from baoguan.statistics.sentences import clause_after, clause_before

_WINDOW = 30
_NEAR = 5
_SHORT = 12
_MULTIPLIERS = "百千万亿"
_ONLY_BEFORE_BARE = frozenset({"上", "成"})
"""上千, 成百: before any other numeral 上 and 成 end another word (收上3元, 赞成286票)."""
_TRADE = ("入超", "出超", "高超")
_EXTREMES = frozenset({"最高", "最低", "最大", "最小"})
_WITHIN = re.compile(r"之?内(?![容部外地需科涵陆])")
_FROM = re.compile(r"起(?=[,;。、)）售\n]|$)")
_NOT_FAR = frozenset("指者的多少高低")
_MEAN_PRICE = "均价"
_MOVES = re.compile(r"[涨跌升降增减]")
_PLANNED = re.compile(r"计划|指标|定额|任务|去年|上年|同期|历史|原|\d")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words around a reading add to it; ``basis`` is a span of the text."""

    relation: Relation
    qualifier: str
    full_start: int
    full_end: int
    per: str | None
    direction: Direction | None
    change: Change | None
    basis: tuple[int, int] | None


def read_setting(text: str, reading: Reading) -> Setting:
    """Read the qualifiers, rate, direction and basis of a reading from its own clause of the folded text."""
    before = clause_before(text, reading.start, _WINDOW)
    after = clause_after(text, reading.end, _SHORT)
    relation, words, full_start, full_end = _relation(
        before, after, reading, text[reading.start] in _MULTIPLIERS
    )
    direction, change = read_movement(before, after, reading)
    basis = read_basis(text, reading, direction)
    per = read_rate(before, reading)
    return Setting(relation, words, full_start, full_end, per, direction, change, basis)


def as_speed(reading: Reading, per: str | None) -> Reading:
    """Return 时速160公里 and 每秒30米 as a speed; any other reading as it is."""
    form = {("km", "hour"): "km/h", ("m", "s"): "m/s", ("km", "s"): "km/s", ("海里", "hour"): "海里/h"}.get(
        (reading.code or "", per or "")
    )
    if not form:
        return reading
    return replace(reading, code=form, kind=Kind.SPEED, unit=next(units().at(form, 0)))


def _relation(before: str, after: str, reading: Reading, bare: bool) -> tuple[Relation, str, int, int]:
    relation: Relation = reading.relation
    start, end, words = reading.full_start, reading.full_end, ""
    near = _longest_suffix(before, "before", bare)
    if near and not (near in _EXTREMES and reading.kind is Kind.TEMPERATURE):
        start -= len(near)
        words = near
        relation = _prefer(triggers("before")[near], relation)
    behind, meaning = _behind(after, reading)
    if behind:
        end += len(behind)
        words += behind
        relation = _prefer(meaning, relation)
    if relation == "=":
        far, relation = _far(before[: len(before) - len(near)][-_SHORT:])
        words = words or far
    return relation, words, start, end


def _behind(after: str, reading: Reading) -> tuple[str, str]:
    """Return the word after a number that qualifies it, and its relation: 以上, 三日内, 5288元起."""
    behind = trigger_pattern("after").match(after)
    if behind:
        return behind.group(), triggers("after")[behind.group()]
    within = _WITHIN.match(after) if reading.kind is Kind.DURATION else None
    onwards = _FROM.match(after) if reading.kind is Kind.MONEY else None
    if within:
        return within.group(), "<="
    return (onwards.group(), ">=") if onwards else ("", "=")


def _far(near: str) -> tuple[str, Relation]:
    """Return the last word of the clause that qualifies its number from afar, with the relation it gives."""
    for match in reversed(list(trigger_pattern("far").finditer(near))):
        rest = near[match.end() :]
        moved = match.group() == _MEAN_PRICE and _MOVES.search(rest)
        if rest[:1] not in _NOT_FAR and not _PLANNED.search(rest) and not moved:
            return match.group(), _prefer(triggers("far")[match.group()], "=")
    return "", "="


def _prefer(found: str, inner: Relation) -> Relation:
    """Let a word outside decide, unless it only says 达 and the numeral itself says more."""
    chosen: dict[str, Relation] = {"~": "~", ">": ">", ">=": ">=", "<": "<", "<=": "<=", "mean": "mean"}
    return chosen.get(found, inner)


def _longest_suffix(before: str, group: str, bare: bool) -> str:
    words = triggers(group)
    for length in range(min(_NEAR, len(before)), 0, -1):
        word = before[-length:]
        if word in words and (bare or word not in _ONLY_BEFORE_BARE) and not before.endswith(_TRADE):
            return word
    return ""
