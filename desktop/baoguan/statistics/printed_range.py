"""Between what the truth lies, going by how exactly a figure is printed and by the words around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, prod

from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.common_unit import base_bounds

_NEARLY = 0.1
"""How far 约 and 近 may be from the truth, as a share of it."""
_NEAR = re.compile("近|接近|几乎|差不多")
_MORE = re.compile("[余餘多]")
_ARABIC = re.compile(r"([0-9０-９][0-9０-９,，]*)(?:[.．·・点]([0-9０-９]+))?([十百千万萬亿億]*)")
_CHINESE = re.compile("(?:点([〇零○一二两三四五六七八九]+))?([万萬亿億]*)$")
_NUMERAL = re.compile("[〇零○一二两三四五六七八九十廿卅卌百千万萬亿億点]+")
_TENS = {"十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789", ",，")
_TOUCHING = 1e-9
"""What floats make of nothing, as a share of the figures."""
_EXACT = frozenset({Kind.FRACTION, Kind.RATIO})
"""三分之一 and 1:6.2 are not rounded to a place."""


@dataclass(frozen=True, slots=True)
class Range:
    """What a figure says, ``low`` to ``high``, and within what the truth lies; in the base unit."""

    low: float
    high: float
    least: float
    greatest: float

    def agrees(self, other: "Range") -> bool:
        """Tell whether both can be true at once."""
        same = self.low <= other.high and other.low <= self.high
        return same or all_agree((self, other))


def all_agree(ranges: Sequence[Range]) -> bool:
    """Tell whether one truth can be behind all; ranges that only touch leave room for none."""
    scale = max((max(abs(one.low), abs(one.high)) for one in ranges), default=0.0)
    least = max((one.least for one in ranges), default=-inf)
    return min((one.greatest for one in ranges), default=inf) - least > _TOUCHING * scale


def range_of(statistic: Statistic) -> Range | None:
    """Return within what the truth lies; None where the statistic says no value."""
    bounds = base_bounds(statistic)
    if bounds is None:
        return None
    low, high = bounds
    place = _last_place(statistic, high)
    least, greatest = _qualified(statistic, low, high, place)
    return Range(low, high, least - place / 2, greatest + place / 2)


def _qualified(statistic: Statistic, low: float, high: float, place: float) -> tuple[float, float]:
    """Return how far 约, 余, 超过 and 近 let the truth be from the figure, its rounding not counted."""
    relation = statistic.relation
    about = _NEARLY * max(abs(low), abs(high))
    if relation == "~":
        return low - about, high + about
    if relation in (">", ">="):
        loose = statistic.qualifier or not _MORE.search(statistic.raw)
        return low, inf if loose else high + _last_told(high, place)
    if relation in ("<", "<="):
        return low - about if _NEAR.search(statistic.qualifier) else -inf, high
    return low, high


def _last_told(value: float, place: float) -> float:
    """Return what the last figure that is no nought counts: 余 says less than one more of it."""
    figures = f"{round(abs(value) / place)}" if place else "1"
    return place * 10.0 ** (len(figures) - len(figures.rstrip("0")))


def _last_place(statistic: Statistic, base: float) -> float:
    """Return what the last printed figure counts, in the base unit: 万 in 5410万, 0.1亿 in 295.6亿."""
    if statistic.kind in _EXACT:
        return 0.0
    printed = statistic.value if statistic.value is not None else statistic.high
    factor = abs(base / printed) if printed else 1.0
    numerals = list(_ARABIC.finditer(statistic.raw))
    if not numerals:
        return _chinese_place(statistic.raw) * factor
    whole, decimals, tens = numerals[-1].groups("")
    mantissa = float(f"{whole}.{decimals}".translate(_NARROW))
    if mantissa and base and (len(numerals) == 1 or statistic.value is None):
        return abs(base) / mantissa * 10.0 ** -len(decimals)  # 3成 is 30 of a hundred
    return prod(_TENS[one] for one in tens) * 10.0 ** -len(decimals) * factor


def _chinese_place(raw: str) -> float:
    """Return what the last figure of a numeral counts; 十, 百 and 千 are places as in 1950."""
    numerals = _NUMERAL.findall(raw)
    found = _CHINESE.search(numerals[-1]) if numerals else None
    if found is None:
        return 0.0
    decimals, tens = found.groups("")
    tenths = 10.0 if raw.endswith("成") else 1.0
    return prod(_TENS[one] for one in tens) * 10.0 ** -len(decimals) * tenths
