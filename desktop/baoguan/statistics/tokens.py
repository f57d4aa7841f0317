"""One numeral with the unit that follows it: the guards on both sides, units, 多 and 半 after the unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from baoguan.domain.statistic import Kind, Relation
from baoguan.statistics.lexicon import Unit, trigger_pattern, triggers, units
from baoguan.statistics.numerals import Numeral, find_numerals

_RELATIONS: dict[str, Relation] = {"": "=", "more": ">", "about": "~", "few": "="}
_NOT_AFTER = re.compile(r"(?:第|周|星期|礼拜|初|老|其|不|之|统|专|万|唯|同|这|那|该|某|任|上述|以上)$")
_POINTING = re.compile(r"(?:这|那|该|上述|第|周|星期)$")
_AFTER_LATIN = re.compile(r"(?:[A-Za-z_#@+×*]|[A-Za-z]-|\d-|[A-Za-z\d]/|№)$")
_BEFORE_LATIN = re.compile(r"[A-Za-z_+×*]")
_NEGATIVE = re.compile(r"(?:零下|负|(?<![\d\w])-|(?<=[为到至降升])-)$")
_MORE_AFTER = re.compile(r"[多余](?![于样元种数次家个位名地利边方])")
_HALF_AFTER = re.compile(r"半(?![导数决岛年天月径球夜])")
_INNER_MORE = re.compile(r"个([多余])(?=月|小时|星期|礼拜|钟头|世纪)")
_PER = re.compile(r"[/每]")
_SMALL_CHANGE = re.compile(r"元零?$")
_CENTS = re.compile(r"[一二三四五六七八九半]分?")
_REDUCED = {"成": Decimal(10), "角": Decimal("0.1")}
"""Units whose values are given in another: 四成 is 40 %, 五角 is 0.5 元."""
_WINDOW = 12


@dataclass(frozen=True, slots=True)
class Token:
    """A numeral with its unit; ``unit`` is None where it is elided or missing. Values are multiplied out."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    mantissa: Decimal
    scale: Decimal
    relation: Relation
    arabic: bool
    unit: Unit | None = None
    code: str | None = None
    kind: Kind = Kind.NUMBER
    per: str | None = None
    rule: str = "number"


def find_tokens(text: str) -> Iterator[Token]:
    """Yield the numerals of a masked text that nothing around them forbids, with their units."""
    for numeral in find_numerals(text):
        token = read_token(text, numeral)
        if token:
            yield token


def read_token(text: str, numeral: Numeral) -> Token | None:
    """Read a numeral and its unit; None where what stands around it makes it no number."""
    before = text[max(0, numeral.start - 3) : numeral.start]
    if not _allowed_after(before, numeral):
        return None
    token = Token(
        numeral.start, numeral.end, numeral.low, numeral.high, numeral.mantissa, numeral.scale,
        _RELATIONS[numeral.vague], numeral.arabic,
    )  # fmt: skip
    inner = _INNER_MORE.match(text, numeral.end)
    at = numeral.end + (1 if numeral.arabic and text[numeral.end : numeral.end + 1] == " " else 0)
    for unit in units().at("个" + text[inner.end() : inner.end() + 3] if inner else text, 0 if inner else at):
        end = inner.end() + len(unit.form) - 1 if inner else at + len(unit.form)
        if _fits(text, numeral, unit, end):
            token = replace(token, end=end, unit=unit, code=unit.code, kind=unit.kind, rule="unit")
            token = replace(token, relation=">") if inner else token
            return _signed(text, before, _after_unit(text, _by_context(text, token)))
    if numeral.arabic and _BEFORE_LATIN.match(text, numeral.end):
        return None
    return token


def _allowed_after(before: str, numeral: Numeral) -> bool:
    if numeral.arabic:
        return not (_POINTING.search(before) or _AFTER_LATIN.search(before))
    if before.endswith(("不到", "不足", "分之")):
        return True
    return not _NOT_AFTER.search(before)


def _fits(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Whether this numeral may count this unit, given what surrounds them."""
    after = text[end : end + 1]
    if after and after in unit.not_before and (not numeral.arabic or "firm" in unit.flags):
        return False
    if unit.kind is Kind.ORDINAL or not _special(text, numeral, unit, end):
        return False
    qualified = _qualified(text, numeral)
    if numeral.arabic or qualified or unit.form == "角":
        return True
    if numeral.bare:
        return unit.kind is Kind.MONEY and numeral.low >= 10**6
    if numeral.low == numeral.high == 1:
        return "one" in unit.flags
    return "loose" not in unit.flags or numeral.low >= 10


def _qualified(text: str, numeral: Numeral) -> bool:
    if numeral.vague or numeral.low != numeral.high:
        return True
    before = text[max(0, numeral.start - 3) : numeral.start]
    return any(before.endswith(word) for word in triggers("before")) or before.endswith(("为期", "历时"))


def _special(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Apply the conditions of the few units that are ordinary words more often than units."""
    around = text[max(0, numeral.start - 8) : end + 8]
    if unit.form == "级":
        return bool(trigger_pattern("grade").search(around))
    if unit.form == "点":
        return numeral.low > 24 or numeral.low % 1 != 0 or "指数" in around
    if unit.form == "支" and "纱" in around:
        return False
    if unit.form == "角":
        return numeral.arabic or bool(
            _SMALL_CHANGE.search(text[max(0, numeral.start - 2) : numeral.start]) or _CENTS.match(text, end)
        )
    if unit.form == "番":
        return text[numeral.start - 1 : numeral.start] in {"翻", "了"}
    if unit.form in {"个", "种", "项", "类"} and not numeral.arabic and numeral.high <= 10:
        return not trigger_pattern("abstract").match(text, end)
    return True


def _by_context(text: str, token: Token) -> Token:
    """Say what 度 counts, and which currency 元 is, from the words of the clause before."""
    before = text[max(0, token.start - _WINDOW) : token.start]
    if token.code == "度":
        if trigger_pattern("temperature").search(before):
            return replace(token, code="℃", kind=Kind.TEMPERATURE)
        if "电" in before or text[token.end : token.end + 1] == "电":
            return replace(token, code="kWh", kind=Kind.ENERGY)
    if token.code == "CNY":
        for era, code in triggers("era").items():
            if before.endswith(era) and code.isascii():
                return replace(token, code=code)
    return token


def _after_unit(text: str, token: Token) -> Token:
    """Read what may follow a unit: 多, 半, and the denominator of a rate (/吨, 每小时)."""
    unit = token.unit
    if unit is None:
        return token
    more = _MORE_AFTER.match(text, token.end)
    if more and not unit.classifier:
        token = replace(token, end=more.end(), relation=">")
    half = _HALF_AFTER.match(text, token.end)
    if half and "half" in unit.flags | ({"half"} if unit.form == "成" else set()) and token.relation == "=":
        extra = token.scale / 2 if token.scale == 1 else Decimal(0)
        token = replace(token, end=half.end(), low=token.low + extra, high=token.high + extra)
    factor = _REDUCED.get(unit.form)
    if factor:
        token = replace(token, low=token.low * factor, high=token.high * factor)
    return _denominated(text, token)


def _denominated(text: str, token: Token) -> Token:
    classifier = token.unit is not None and token.unit.classifier
    if not _PER.match(text, token.end) or (classifier and text[token.end] == "每"):
        return token
    for unit in units().at(text, token.end + 1):
        if unit.kind is not Kind.ORDINAL:
            return replace(token, end=token.end + 1 + len(unit.form), per=unit.code)
    return token


def _signed(text: str, before: str, token: Token) -> Token:
    """Read 零下15℃ and -3.2% as below zero."""
    sign = _NEGATIVE.search(before)
    if (
        not sign
        or token.kind not in {Kind.TEMPERATURE, Kind.PERCENT, Kind.PERCENTAGE_POINTS}
        or (sign.group() == "负" and not token.arabic)
    ):
        return token
    return replace(token, start=token.start - len(sign.group()), low=-token.high, high=-token.low)
