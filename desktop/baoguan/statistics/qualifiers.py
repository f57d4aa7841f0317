"""What stands around a number and changes what it says: 约, 超过, 以上, 每小时, 同比增长, 较2013年."""

import re
from dataclasses import dataclass, replace

from baoguan.domain.statistic import Change, Direction, Kind, Relation
from baoguan.statistics.lexicon import trigger_pattern, triggers, units
from baoguan.statistics.reading import Reading
from baoguan.statistics.sentences import clause_after, clause_before

_WINDOW = 30
_NEAR = 5
_SHORT = 12
_MULTIPLIERS = "百千万亿"
_ONLY_BEFORE_BARE = frozenset({"上", "成"})
"""上千, 成百: before any other numeral 上 and 成 end another word (收上3元, 赞成286票)."""
_EACH = re.compile(r"(?:平均)?每(?:隔)?(?:一|1)?")
_BASIS = re.compile(
    r"同比|环比|年均|[与同和][^,;。\n]{1,14}相比|比上年同期|比去年同期|较上年同期|较去年同期|与(?:去年|上年)同期相比"
    r"|(?:(?<![可相对占])比(?![例重值率赛价])|较)[^,;。\n]{1,14}?"
    r"(?=增|提高|提升|上升|上涨|下降|下跌|下滑|减|加快|扩大|回升|回落|高|低|多|少|快|慢|涨|跌|降)"
)
_LEVEL_VERB = re.compile(r"(?:达到|达|为|至|到)(?:约|近|了)?$")
_NO_MOVE = re.compile(r"[值率雨水雪设派补选]")
_WITHOUT_RATE = frozenset(
    {Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.NUMBER, Kind.RATIO, Kind.FRACTION, Kind.RANK, Kind.ORDINAL}
)
_STEPS: dict[str, Direction] = {"高": "up", "快": "up", "多": "up", "低": "down", "慢": "down", "少": "down"}
_STEPPED = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.MULTIPLE, Kind.COUNT, Kind.MONEY})
_STILL = frozenset({Kind.ORDINAL, Kind.RANK, Kind.AGE, Kind.DATE})


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words around a reading add to it."""

    relation: Relation
    qualifier: str
    full_start: int
    full_end: int
    per: str | None
    direction: Direction | None
    change: Change | None
    basis: str | None


def read_setting(text: str, reading: Reading) -> Setting:
    """Read the qualifiers, rate, direction and basis of a reading from its own clause of the folded text."""
    before = clause_before(text, reading.start, _WINDOW)
    after = clause_after(text, reading.end, _SHORT)
    relation, words, full_start, full_end = _relation(
        before, after, reading, text[reading.start] in _MULTIPLIERS
    )
    direction, change = _movement(before, after, reading)
    wide = text[max(0, reading.start - _WINDOW) : reading.start]
    return Setting(
        relation, words, full_start, full_end, reading.per or _per(before, reading), direction, change,
        _basis(_comparing(re.split(r"[;。\n]", wide)[-1]), direction),
    )  # fmt: skip


def as_speed(reading: Reading, per: str | None) -> Reading:
    """Return 时速160公里 and 每秒30米 as a speed; any other reading as it is."""
    form = {("km", "hour"): "km/h", ("m", "s"): "m/s", ("km", "s"): "km/s"}.get(
        (reading.code or "", per or "")
    )
    if not form:
        return reading
    return replace(reading, code=form, kind=Kind.SPEED, unit=next(units().at(form, 0)))


def _relation(before: str, after: str, reading: Reading, bare: bool) -> tuple[Relation, str, int, int]:
    relation: Relation = reading.relation
    start, end, words = reading.full_start, reading.full_end, ""
    near = _longest_suffix(before, "before", bare)
    if near:
        start -= len(near)
        words = near
        relation = _prefer(triggers("before")[near], relation)
    behind = trigger_pattern("after").match(after)
    if behind:
        end += behind.end()
        words += behind.group()
        relation = _prefer(triggers("after")[behind.group()], relation)
    if relation == "=" and not words:
        far = [
            match
            for match in trigger_pattern("far").finditer(before[-_SHORT:])
            if match.string[match.end() :][:1] not in {"指", "者", "的"}
        ]
        if far and not re.search(r"\d", before[-_SHORT:][far[-1].end() :]):
            words = far[-1].group()
            relation = _prefer(triggers("far")[words], relation)
    return relation, words, start, end


def _prefer(found: str, inner: Relation) -> Relation:
    """Let a word outside decide, unless it only says 达 and the numeral itself says more."""
    chosen: dict[str, Relation] = {"~": "~", ">": ">", ">=": ">=", "<": "<", "<=": "<=", "mean": "mean"}
    return chosen.get(found, inner)


def _longest_suffix(before: str, group: str, bare: bool) -> str:
    words = triggers(group)
    for length in range(min(_NEAR, len(before)), 0, -1):
        if before[-length:] in words and (bare or before[-length:] not in _ONLY_BEFORE_BARE):
            return before[-length:]
    return ""


def _per(before: str, reading: Reading) -> str | None:
    """Return the denominator that 每小时 or 日均 before the number gives."""
    if reading.kind in _WITHOUT_RATE:
        return None
    each = list(_EACH.finditer(before))[-1:]
    if each and not re.search(r"\d", before[each[0].end() :]):
        for unit in units().at(before, each[0].end()):
            return unit.code
    rates = list(trigger_pattern("rate").finditer(before[-_SHORT:]))
    return triggers("rate")[rates[0].group()] if rates else None


def _movement(before: str, after: str, reading: Reading) -> tuple[Direction | None, Change | None]:
    """Return whether the figure went up or down, and whether it is the step or the level reached."""
    if reading.kind in _STILL:
        return None, None
    if (
        before[-1:] in _STEPS
        and reading.kind in _STEPPED
        and not before.endswith(("最高", "最低", "提高", "至少", "最少", "最多", "至多"))
    ):
        return _STEPS[before[-1:]], "increment"
    found: list[tuple[int, int, Direction, str]] = []
    directions: tuple[Direction, Direction] = ("up", "down")
    for direction in directions:
        for match in trigger_pattern(direction).finditer(before[-_SHORT:]):
            if _NO_MOVE.match(match.string, match.end()) or match.string[: match.start()].endswith(
                ("每", "最")
            ):
                continue
            if "的" in match.string[match.end() :]:
                continue
            found.append((match.end(), match.end() - match.start(), direction, match.group()))
    if found:
        _, _, direction, word = max(found)
        level = triggers(direction)[word] == "level" or (
            bool(_LEVEL_VERB.search(before)) and word not in {"增速", "增幅", "降幅", "涨幅", "跌幅"}
        )
        return direction, "level" if level else "increment"
    if reading.kind in {Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.MULTIPLE} and after.startswith("的"):
        for direction in directions:
            if trigger_pattern(direction).search(after[:8]):
                return direction, "increment"
    return None, None


def _comparing(before: str) -> str:
    """Return the number's clause, with the one before it if no number parts them: 与2010年相比,上升5%."""
    clauses = before.split(",")
    opened = len(clauses) > 1 and (
        clauses[-2].endswith("相比") or not re.search(r"[%元个倍人吨]", clauses[-2])
    )
    return ",".join(clauses[-2:]) if opened else clauses[-1]


def _basis(before: str, direction: Direction | None) -> str | None:
    """Return what the figure is compared with: 同比, 环比, 较2013年."""
    matches = list(_BASIS.finditer(before))
    return matches[-1].group() if matches and direction else None
