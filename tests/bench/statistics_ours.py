"""Our extractor answering as the peer's cases ask.

What the two mean differently, as documented, is folded: bare numbers are read by our numeral grammar, since a
number without a unit is no statistic; 多 or 余 after a number is part of ours; the peer calls 个百分点 a
percentage; 大 after an age and 从 before a period belong to its text, not to ours.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from statistics_cases import Answer

from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.extract import extract
from baoguan.statistics.folding import fold
from baoguan.statistics.masking import mask
from baoguan.statistics.numerals import find_numerals

_SPACED = re.compile(
    r"(?<=[^\x00-\x7f]) +(?=[\d点])|(?<=[\d点]) +(?=[^\x00-\x7f])|(?<=[^\x00-\x7f，。]) +(?=[^\x00-\x7f])"
)
_OPEN = re.compile(r"从$")
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


def ours(model: str, text: str, reference: date) -> list[Answer]:
    """Answer a case of a model."""
    text = _SPACED.sub("", text)
    if model == "Number":
        return list(_numbers(text))
    found = extract(text, reference)
    return [answer for statistic in found if (answer := _answer(model, text, statistic))]


def _numbers(text: str) -> Iterator[Answer]:
    for numeral in find_numerals(mask(fold(text))):
        written = text[numeral.start : numeral.end].rstrip(_VAGUE)
        yield Answer(written, (float(numeral.low),))


def _answer(model: str, text: str, found: Statistic) -> Answer | None:
    value = found.value if found.low is None else found.low
    if model in {"Date", "DatePeriod"}:
        return _period(model, text, found)
    if model == "Ordinal" and found.kind in {Kind.ORDINAL, Kind.RANK} and value is not None:
        return Answer(re.sub(r"[^\d〇零一二三四五六七八九十百千万亿]+$", "", found.raw), (value,))
    if value is None:
        return None
    if model == "Percentage" and found.kind in _PERCENT:
        return Answer(found.raw, (value / 10 if found.unit == "‰" else value,))
    if model == "Duration" and found.kind is Kind.DURATION and found.base_value is not None:
        return Answer(found.raw, (found.base_value,))
    if model == "Age" and found.kind is Kind.AGE:
        grown = "大" if text[found.end : found.end + 1] == "大" else ""
        return Answer(found.raw + grown, (value,), _UNITS.get(found.unit or ""))
    wanted = {"Currency": {Kind.MONEY}, "Temperature": {Kind.TEMPERATURE}, "Dimension": _DIMENSIONS}.get(
        model, set()
    )
    if found.kind in wanted:
        return Answer(found.raw, (value,), _UNITS.get(found.unit or "", found.unit))
    if model == "NumberRange" and found.low is not None:
        return Answer(found.raw, ((found.low, found.high),))
    return None


def _period(model: str, text: str, found: Statistic) -> Answer | None:
    if found.kind is not Kind.DATE:
        return None
    bounds = days(found.iso) if found.iso else None
    single = bounds is not None and bounds[0] == bounds[1]
    if bounds and single != (model == "Date"):
        return None
    opening = _OPEN.search(text, max(0, found.start - 1), found.start)
    values = ((bounds), (bounds[0], _last_begins(found.iso or ""))) if bounds else ()
    return Answer((opening.group() if opening else "") + found.raw, values)


def _last_begins(iso: str) -> date | None:
    """Return the first day of the last year, month or day that a period names."""
    return _day(iso.rpartition("/")[2], 0)


def days(iso: str) -> tuple[date | None, date | None] | None:
    """Return the first and last day of an ISO 8601 date or interval; None where it is no such thing."""
    first, _, last = iso.partition("/")
    try:
        return _day(first, 0), _day(last or first, -1)
    except ValueError:
        return None


def _day(written: str, end: int) -> date | None:
    if written in {"..", ""}:
        return None
    year, *rest = (int(part) for part in written.split("T")[0].split("-"))
    month = rest[0] if rest else (12 if end else 1)
    day = rest[1] if len(rest) > 1 else (calendar.monthrange(year, month)[1] if end else 1)
    return date(year, month, day)
