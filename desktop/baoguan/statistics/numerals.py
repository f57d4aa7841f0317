"""Find the numerals of a folded text: 5,410; 295.6亿; 2000余万; 三十五万; 一三五〇; 十几; 数千; 15·8."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from baoguan.statistics import chinese

Vague = Literal["", "more", "about", "few"]

_DIGIT = "零〇一二三四五六七八九"
_SMALL = "十百千"
_LARGE = "万亿兆"
_TENS = "廿卅卌"
# 千米, 千克, 百帕 … are units: their 千 or 百 is no part of the numeral.
_SCALE = (
    r"(?:[十百](?=[万亿])|百(?![货姓家分合业帕伏])|千(?![米克瓦伏卡帕焦赫周兆比字])"
    r"|[万亿]|兆(?![瓦赫周比字]))"
)
_UNITS = r"(?<=[十百])千[米克瓦伏卡帕焦赫周]|兆[瓦赫周比字]|百分[点比率位]"
_ENDS = "[百千万亿兆]"
_ARABIC = rf"""
    (?<!\d)(?<!\d[.])(?P<arabic>\d{{1,3}}(?:,\d{{3}})+(?![\d])(?:\.\d+)?|(?:\d+(?:[.·]\d+)?|(?<![\w.])\.\d+)(?:[eE][+-]?\d{{1,2}}(?!\w))?)
    (?P<arabic_inner>[余多几来](?={_SCALE}))?
    (?P<arabic_scale>{_SCALE}*)
    (?P<arabic_more>(?<={_ENDS})(?:[零另]?\d{{1,4}}{_SCALE}+){{1,5}})?
    (?:(?<={_ENDS})(?P<group_inner>[余多](?=[{_LARGE}]))(?P<group_scale>[{_LARGE}]))?
    (?P<arabic_rest>(?<=万)\d{{4}}(?!\d)|(?<=千)\d{{3}}(?!\d)|(?<={_ENDS})[零另]\d{{1,3}}(?!\d))?
"""
_CHINESE = rf"""
    (?P<lead>(?:[数几](?=[{_SMALL}{_LARGE}]++(?![{_DIGIT}{_TENS}两]))|(?<![大小多一过年岁月天个时里亩斤元倍])半)(?=[{_SMALL}{_LARGE}])(?![百千]分之))?
    (?<!\d)(?P<run>[{_DIGIT}]{{1,3}}(?:、[{_DIGIT}]{{3}})++(?![{_DIGIT}{_SMALL}])|(?:(?!{_UNITS})[{_DIGIT}{_SMALL}{_LARGE}{_TENS}]|(?<=[百千万亿])另(?=[{_DIGIT}十])|两(?=[百千万亿])|(?<=一)两(?=[个天年米名次岁元块位人种条家件分秒公周倍])|(?<![{_DIGIT}{_SMALL}{_LARGE}{_TENS}每])两)+)
    (?:[点.·](?P<decimals>[{_DIGIT}]+)(?P<after_decimals>(?:(?!{_UNITS})[{_LARGE}])*))?
    (?P<inner>[余多几来](?=[{_SMALL}{_LARGE}]))?
    (?P<inner_scale>(?:(?!{_UNITS})[{_SMALL}])*(?:(?!{_UNITS})[{_LARGE}])*)
"""
_TAIL = r"(?P<tail>(?:[余多几](?!自|到|样)|来(?!自|到|样|种))|(?<=[百千万])把(?=[元人块斤里亩吨年个]))?"
_NUMERAL = re.compile(rf"(?:{_ARABIC}|{_CHINESE}){_TAIL}", re.VERBOSE)
_START = re.compile(rf"[\d.数几半{_DIGIT}{_SMALL}{_LARGE}{_TENS}两]")
_GROUP = re.compile(rf"([\d.·]+)([{_SMALL}{_LARGE}]+)")
_DIGITED = re.compile(r".[廿卅卌]|.[一二三四五六七八九][十百千]")
"""What 百廿 and 千五百 have, 百万 and 万一 have not."""
_VAGUE: dict[str, Vague] = {"余": "more", "多": "more", "来": "about", "把": "about", "几": "few"}
_SCALES = {"十": 10, "百": 100, "千": 1000, **chinese.LARGE}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral: ``low`` equals ``high`` unless it is a range by itself (五六万, 十几, 数千).

    ``mantissa`` is what stands before the last 万 or 亿, ``scale`` the product of those, so that an
    elided 万 can be handed on; ``bare`` means that no digit is written (百万).
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    mantissa: Decimal
    scale: Decimal
    vague: Vague
    arabic: bool
    bare: bool


def find_numerals(text: str) -> Iterator[Numeral]:
    """Yield the numerals of a folded text from left to right, none overlapping."""
    at = 0
    while start := _START.search(text, at):
        match = _NUMERAL.match(text, start.start())
        at = match.end() if match else start.end()
        if match is None or match.end() - match.start() > chinese.LONGEST:
            continue
        found = _arabic(match) if match["arabic"] else _chinese(match)
        if found is not None:
            yield found


def _scale(characters: str) -> Decimal:
    product = Decimal(1)
    for character in characters:
        product *= _SCALES[character]
    return product


def _arabic(match: re.Match[str]) -> Numeral:
    mantissa = Decimal(match["arabic"].replace(",", "").replace("·", "."))
    scale = _scale(match["arabic_scale"])
    low = high = mantissa * scale
    if match["arabic_more"] or match["arabic_rest"]:
        low = high = _grouped(match) * _scale(match["group_scale"] or "")
    vague = _VAGUE.get(match["arabic_inner"] or match["group_inner"] or match["tail"] or "", "")
    if vague == "few":
        inner = bool(match["arabic_inner"])
        low, high = _few(mantissa if inner else low, match["arabic_scale"] if inner else "")
    return Numeral(match.start(), match.end(), low, high, mantissa, scale, vague, True, False)


def _grouped(match: re.Match[str]) -> Decimal:
    """Return 5亿1万4千6百, 3万4000 and 1万2千亿: a 万 or 亿 counts the smaller groups before it."""
    total, section = Decimal(0), Decimal(0)
    groups = match["arabic"].replace(",", "") + match["arabic_scale"] + (match["arabic_more"] or "")
    for digits, signs in _GROUP.findall(groups):
        section += Decimal(digits.replace("·", ".")) * _scale(signs.rstrip(_LARGE))
        for sign in signs.lstrip(_SMALL):
            size = chinese.LARGE[sign]
            total, section = (total + section) * size if total < size else total + section * size, Decimal(0)
    return total + section + Decimal((match["arabic_rest"] or "0").lstrip("零另"))


def _few(value: Decimal, characters: str) -> tuple[Decimal, Decimal]:
    """Return 十几 as 11 to 19, 十几万 as 110,000 to 190,000 and 三百几十 as 310 to 390."""
    large = characters.lstrip(_SMALL)
    step = _scale(characters[: len(characters) - len(large)])
    return (value + step) * _scale(large), (value + 9 * step) * _scale(large)


def _chinese(match: re.Match[str]) -> Numeral | None:
    bounds = _bounds(match)
    if bounds is None:
        return None
    low, high = bounds
    run, tail = match["run"].replace("、", ""), match["inner_scale"] + (match["after_decimals"] or "")
    scale = _scale(tail) * _scale(run[len(run.rstrip(_LARGE)) :])
    vague: Vague = _VAGUE.get(match["inner"] or match["tail"] or "", "")
    if vague == "few":
        low, high = _few(low, match["inner_scale"] if match["inner"] else "")
    else:
        low, high = _scaled(run, low, tail), _scaled(run, high, tail)
    bare = match["lead"] is None and run[0] in _SMALL[1:] + _LARGE and not _DIGITED.match(run)
    return Numeral(match.start(), match.end(), low, high, low / scale, scale, vague, False, bare)


def _scaled(run: str, value: Decimal, tail: str) -> Decimal:
    """Return 三亿二千四百(余)万 with 万 counting only what follows the 亿."""
    scale = _scale(tail)
    larger = max((run.rfind(sign) + 1 for sign, size in chinese.LARGE.items() if size > scale), default=0)
    closed = chinese.integer(run[:larger]) if tail and 0 < larger < len(run) else None
    return value * scale if closed is None else closed + (value - closed) * scale


def _bounds(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """Return the bounds of the run before any inner 余 or 几, decimals included."""
    run = match["run"].replace("、", "")
    if not run.strip("零〇") and not match["decimals"]:
        return (Decimal(0), Decimal(0)) if match.string.startswith("度", match.end()) else None
    if match["lead"]:
        value = chinese.integer(run)
        if value is None or match["lead"] == "半":
            return None if value is None else (Decimal(value) / 2, Decimal(value) / 2)
        return Decimal(value), Decimal(value * 10)
    if match["decimals"]:
        value = chinese.integer(run)
        return None if value is None else (exact := value + chinese.fraction_digits(match["decimals"]), exact)
    pair = chinese.between(run)
    if pair:
        return Decimal(pair[0]), Decimal(pair[1])
    value = chinese.integer(run)
    return None if value is None else (Decimal(value), Decimal(value))
