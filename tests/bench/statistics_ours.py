"""Our extractor answering as the peer's cases ask.

What the two mean differently, as documented, is folded: bare numbers are read by our numeral grammar, since
a number without a unit is no statistic; 多 or 余 after a number is part of ours, 几 ours reads as a range;
a dozen is 12; what has a % is no bare number; the peer calls 个百分点 and 折 percentages, reads only the end
of 5-20% and leaves 二三十个百分点; 华氏温度 before a number belongs to its text, not to ours. Print that is
spaced out is set solid. Dates are answered by statistics_dates.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from statistics_cases import Answer
from statistics_dates import period
from statistics_ranges import free_of_traps, ranges

from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.extract import extract
from baoguan.statistics.numerals import find_numerals
from baoguan.statistics.shares import join_shares
from baoguan.statistics.tokens import Token, bare

_SCALES = "十百千万亿兆萬億拾佰仟幾几餘余多個个點点分之又負负折成年月日"
_WRITTEN = _SCALES + "零〇一二三四五六七八九两兩壹贰叁肆伍陆柒捌玖打"
_SPACED = re.compile(rf"(?<=[{_WRITTEN}]) +(?=[{_WRITTEN}\d０-９])|(?<=[\d０-９]) +(?=[{_SCALES}])")
_OPENING = {"Temperature": re.compile(r"华氏(?:温度|表)?$"), "Currency": re.compile(r"(?<![\d])人民币 *$")}
_BETWEEN = re.compile(r"[-~—至到]")
_SIGN = re.compile(r"(?:负|(?<![\d-])-)$")
_UNITS = {
    "CNY": "Chinese yuan", "USD": "United States dollar", "EUR": "Euro", "HKD": "Hong Kong dollar",
    "CHF": "Swiss franc", "TWD": "New Taiwan dollar", "JPY": "Japanese yen", "NGN": "Nigerian naira",
    "BTC": "Bitcoin", "亩": "Mu", "kg": "Kilogram", "cm": "Centimeter", "t": "Ton", "m": "Meter", "斤": "Jin",
    "km": "Kilometer", "g": "Gram", "bit": "Bit", "B": "Byte", "MB": "Megabyte", "KB": "Kilobyte",
    "MHz": "Megahertz", "Hz": "Hertz", "kW": "Kilowatt", "kcal": "Kilocalorie", "两": "Liang",
    "μg": "Microgram",
    "岁": "Year", "month": "Month", "week": "Week", "day": "Day", "℃": "C", "℉": "F", "度": "Degree",
}  # fmt: skip
_DIMENSIONS = frozenset(
    {Kind.LENGTH, Kind.AREA, Kind.MASS, Kind.VOLUME, Kind.SPEED, Kind.ENERGY, Kind.RATE, Kind.NUMBER}
)
_PERCENT = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINTS})
_VAGUE = "多余来几"
_SECONDS = {"year": 31557600, "month": 2629800, "week": 604800, "day": 86400, "hour": 3600, "min": 60}


def ours(model: str, text: str, reference: date) -> list[Answer]:
    """Answer a case of a model."""
    text = _SPACED.sub("", text)
    if model == "Number":
        return list(_numbers(text))
    if model == "NumberRange":
        return list(ranges(text))
    found = extract(text, reference)
    return [answer for statistic in found if (answer := _answer(model, text, statistic))]


def _numbers(text: str) -> Iterator[Answer]:
    """Read every numeral and fraction, whatever it counts."""
    masked = free_of_traps(text)
    for token in join_shares(masked, [bare(numeral) for numeral in find_numerals(masked)]):
        start, end, value = token.start, token.end, token.low
        if masked[start:end].strip("万亿") == "" or masked[end : end + 1] == "%":
            continue
        if token.kind is Kind.PERCENT:
            start, value = _hundredth(masked, token)
        if "几" in masked[start:end]:
            value = next(find_numerals(masked[start:end].replace("几", ""))).low
        if masked[end : end + 1] == "打":
            end, value = end + 1, value * 12
        sign = _SIGN.search(masked, max(0, start - 2), start)
        if sign:
            start, value = sign.start(), -value
        yield Answer(text[start:end].rstrip(_VAGUE), (float(value),))


def _hundredth(text: str, token: Token) -> tuple[int, Decimal]:
    """Return 百分之五 as 5 from 五 on, and 一百分之五 as 0.05: so the peer tells them apart."""
    if text[token.start] == "百":
        return text.index("之", token.start) + 1, token.low
    return token.start, token.low / (1000 if token.code == "‰" else 100)


def _answer(model: str, text: str, found: Statistic) -> Answer | None:
    value = found.value if found.low is None else found.low
    if model in {"Date", "DatePeriod"}:
        return period(model, text, found)
    if model == "Ordinal" and found.kind in {Kind.ORDINAL, Kind.RANK} and value is not None:
        return Answer(re.sub(r"[^\d〇零一二三四五六七八九十百千万亿]+$", "", found.raw), (value,))
    if value is None:
        return None
    if model == "Percentage":
        return _percentage(found, value)
    if model == "Duration" and found.kind is Kind.DURATION:
        return Answer(found.raw, (value * _SECONDS.get(found.unit or "", 1),))
    wanted = {"Currency": {Kind.MONEY}, "Temperature": {Kind.TEMPERATURE}, "Dimension": _DIMENSIONS}
    if found.kind in wanted.get(model, {Kind.AGE} if model == "Age" else set()):
        return Answer(_opened(model, text, found), (value,), _UNITS.get(found.unit or "", found.unit))
    return None


def _percentage(found: Statistic, value: float) -> Answer | None:
    if found.kind not in _PERCENT and found.unit != "折":
        return None
    factor = {"‰": 0.1, "折": 10.0}.get(found.unit or "", 1.0)
    if found.high is None:
        return Answer(found.raw, (value * factor,))
    last = _BETWEEN.split(found.raw)
    return Answer(last[-1], (found.high * factor,)) if len(last) > 1 else None


def _opened(model: str, text: str, found: Statistic) -> str:
    """Return the raw text of a number with what the peer has before it."""
    pattern = _OPENING.get(model)
    opening = pattern.search(text, max(0, found.start - 6), found.start) if pattern else None
    return (opening.group() if opening else "") + found.raw
