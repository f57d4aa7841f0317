"""One numeral with the unit that follows it: the guards on both sides, units, 多 and 半 after the unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from baoguan.domain.statistic import Kind, Relation
from baoguan.statistics.fitting import CHANGE, coined, fits
from baoguan.statistics.lexicon import Unit, trigger_pattern, triggers, units
from baoguan.statistics.numerals import Numeral, find_numerals

_RELATIONS: dict[str, Relation] = {"": "=", "more": ">", "about": "~", "few": "="}
_NOT_AFTER = re.compile(r"(?:第|周|星期|礼拜|初|老|其|不|之|统|专|万|唯|同|这|那|该|某|任|上述|以上)$")
_POINTING = re.compile(r"(?:这|那|该|上述|第|周|星期)$")
_AFTER_LATIN = re.compile(r"(?:[A-Za-z_#@+×*]|[A-Za-z]-|[A-Za-z]/|№)$")
_BEFORE_LATIN = re.compile(r"[A-Za-z_+×*]")
_NEGATIVE = re.compile(r"(?:零下|(?<![胜肩背自抱身担欠重亏承肇减增正])负|(?<![\dA-Za-z%‰℃度])-)$")
_MINUS = re.compile(r"负$|(?:^|[为是达至到(（:=,、约\s率拔润温差值数幅比量位标额速深高益利亏支绩入])-$")
_PAID = re.compile(r"[价售费薪资钱卖值涨跌][^,;。]{0,8}$|收入[^,;。]{0,4}$|菜金")
_COINS = re.compile(r"[,;。、一二三四五六七八九]|$|左右|上下|以上|以下|不到")
_HOUSEHOLD = re.compile(r"[户民人丁眷属幼男女口]")
_WEATHER = re.compile(r"(?:最高|最低|晨|夜|午|降至|升至)$")
_FAHRENHEIT = re.compile(r"华氏(?:温度|表)?$")
_MORE_AFTER = re.compile(r"[多余](?![于样元种数次家个位名地利边方])")
_HALF_AFTER = re.compile(r"[又有]?半(?![导数决岛年天月径球夜])")
_ENDED = re.compile(r"[,;。、！？!?)]|$")
_INNER = re.compile(r"个([多余半])(?=月(?!亮)|小时|星期|礼拜|钟头|世纪|学期)")
_MANY_DEGREES = 1000
"""What counts so many 度 counts kilowatt hours."""
_STRENGTH = re.compile(r"[强弱](?![势大化度烈调劲国者项])")
_WEAKENED = re.compile(r"[强弱](?=[,;。、)]|$)")
_SHARED = frozenset({"倍", "成"})
_SIZES = frozenset("大小巨")
_PER = re.compile(r"[/每]")
_NEVER_NEGATIVE = frozenset({Kind.COUNT, Kind.AGE, Kind.DURATION})
_OFTEN_NEGATIVE = frozenset({Kind.TEMPERATURE, Kind.PERCENT, Kind.PERCENTAGE_POINTS})
_WINDOW = 12
_FAR = 60
_MANY = 10
"""之一 to 之九 end a phrase (其中之一); from ten on 之 is 的."""


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
    if not _allowed_after(before, numeral, text[numeral.end : numeral.end + 1]):
        return None
    token = bare(numeral)
    inner = _INNER.match(text, numeral.end)
    at = numeral.end + (1 if numeral.arabic and text[numeral.end : numeral.end + 1] == " " else 0)
    for unit in units().at("个" + text[inner.end() : inner.end() + 3] if inner else text, 0 if inner else at):
        end = inner.end() + len(unit.form) - 1 if inner else at + len(unit.form)
        if fits(text, numeral, unit, end):
            token = _counting(token, unit, end)
            token = _with_inner(token, inner[1]) if inner else token
            return signed(text, _after_unit(text, _by_context(text, token)))
    if text[at : at + 1] in _SIZES:
        for unit in units().at(text, at + 1):
            end = at + 1 + len(unit.form)
            if "sized" in unit.flags and fits(text, numeral, unit, end):
                return _counting(token, unit, end)
    if numeral.arabic and _BEFORE_LATIN.match(text, numeral.end):
        return None
    return token


def bare(numeral: Numeral) -> Token:
    """Return a numeral as a token whose unit is not known."""
    return Token(
        numeral.start, numeral.end, numeral.low, numeral.high, numeral.mantissa, numeral.scale,
        _RELATIONS[numeral.vague], numeral.arabic,
    )  # fmt: skip


def _counting(token: Token, unit: Unit, end: int) -> Token:
    return replace(token, end=end, unit=unit, code=unit.code, kind=unit.kind, rule="unit")


def _with_inner(token: Token, sign: str) -> Token:
    """Return 两个半小时 as 2.5 and 两个多月 as more than 2."""
    if sign != "半":
        return replace(token, relation=">")
    half = Decimal("0.5")
    return replace(token, low=token.low + half, high=token.high + half)


def _allowed_after(before: str, numeral: Numeral, following: str) -> bool:
    if numeral.arabic:
        return not (_POINTING.search(before) or _AFTER_LATIN.search(before))
    if before.endswith(("不到", "不足", "分之")):
        return True
    if before.endswith("之") and (numeral.low >= _MANY or before[-2:-1] == "十" or following in _SHARED):
        return True
    return not _NOT_AFTER.search(before)


def _by_context(text: str, token: Token) -> Token:
    """Say what 度 counts, and which currency 元 is, from the words of the clause before."""
    wide = text[max(0, token.start - 2 * _WINDOW) : token.start]
    before = wide[-_WINDOW:]
    if token.unit and token.unit.form == "单位" and before.endswith("关金"):
        return replace(token, code="关金", kind=Kind.MONEY)
    paid = _PAID.search(before) and _COINS.match(text, token.end)
    if token.unit and token.unit.form == "块" and (paid or CHANGE.match(text, token.end)):
        return replace(token, code="CNY", kind=Kind.MONEY, unit=units().of("CNY"))
    if token.code == "口" and _HOUSEHOLD.search(before):
        return replace(token, code="人")
    if token.code == "度":
        if _FAHRENHEIT.search(before) or _only_fahrenheit(text, token.start):
            return replace(token, code="℉", kind=Kind.TEMPERATURE)
        if _WEATHER.search(before) or trigger_pattern("temperature").search(wide):
            return replace(token, code="℃", kind=Kind.TEMPERATURE)
        powered = "电" in before or text[token.end : token.end + 1] == "电" or token.low >= _MANY_DEGREES
        if powered:
            return replace(token, code="kWh", kind=Kind.ENERGY)
    if token.code == "分" and token.unit and coined(text, token.start, token.unit):
        cent = Decimal("0.01")
        return replace(token, code="CNY", kind=Kind.MONEY, low=token.low * cent, high=token.high * cent)
    if token.code == "CNY":
        foreign = next((word for word in triggers("foreign") if before.endswith(word)), None)
        return replace(token, code=triggers("foreign")[foreign]) if foreign else token
    return token


def _only_fahrenheit(text: str, at: int) -> bool:
    """Whether the last degrees told before are those of 华氏."""
    far = max(0, at - _FAR)
    return text.rfind("华氏", far, at) > text.rfind("摄氏", far, at)


def _after_unit(text: str, token: Token) -> Token:
    """Read what may follow a unit: 多, 半, and the denominator of a rate (/吨, 每小时)."""
    unit = token.unit
    if unit is None:
        return token
    more = _MORE_AFTER.match(text, token.end)
    if more and not unit.classifier:
        token = replace(token, end=more.end(), relation=">")
    half = _HALF_AFTER.match(text, token.end)
    halved = (
        "half" in unit.flags or unit.form == "成" or (unit.classifier and _ENDED.match(text, token.end + 1))
    )
    if half and halved and token.relation == "=":
        extra = token.scale / 2 if token.scale == 1 else Decimal(0)
        token = replace(token, end=half.end(), low=token.low + extra, high=token.high + extra)
    if unit.form == "折" and token.low > _MANY:
        token = replace(token, low=token.low / 10, high=token.high / 10)
    if unit.reduced != 1:
        token = replace(token, low=token.low * unit.reduced, high=token.high * unit.reduced)
    firm = token.code == "%" or _WEAKENED.match(text, token.end)
    return _denominated(text, strengthened(text, token) if firm else token)


def strengthened(text: str, share: Token) -> Token:
    """Return a share with the 强 or 弱 after it, a little more or a little less."""
    sign = _STRENGTH.match(text, share.end)
    return replace(share, end=sign.end(), relation=">" if sign.group() == "强" else "<") if sign else share


def _denominated(text: str, token: Token) -> Token:
    classifier = token.unit is not None and token.unit.classifier
    if not _PER.match(text, token.end) or (classifier and text[token.end] == "每"):
        return token
    for unit in units().at(text, token.end + 1):
        if unit.kind is not Kind.ORDINAL:
            return replace(token, end=token.end + 1 + len(unit.form), per=unit.code)
    return token


def signed(text: str, token: Token) -> Token:
    """Read 零下15℃, -3.2% and 负0.2千米 as below zero; a count or an age never is."""
    before = text[max(0, token.start - 4) : token.start]
    sign = _NEGATIVE.search(before)
    if (
        not sign
        or token.kind in _NEVER_NEGATIVE
        or (token.kind not in _OFTEN_NEGATIVE and not _MINUS.search(before))
    ):
        return token
    if sign.group() == "零下" and token.kind is not Kind.TEMPERATURE:
        return token
    return replace(token, start=token.start - len(sign.group()), low=-token.high, high=-token.low)
