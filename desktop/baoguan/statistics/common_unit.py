"""Figures printed in many units, turned into the one that most of them are printed in."""

from collections import Counter
from dataclasses import dataclass
from math import isfinite

from baoguan.domain.statistic import Kind, Statistic

Quantity = tuple[str, str]
"""A dimension and the denominator of a rate; both empty where a number has none."""
Bounds = tuple[float, float]
Printed = tuple[str, float]
"""A unit, and how many base units of its dimension it is."""

_BASES = {"temperature": "℃"}
"""Base units that statistics of a dimension may all be printed without."""
_DIGITS = 12
"""Figures of a factor that are the same for all numbers of a unit, whatever floats make of the others."""
_GREATEST = 1e100
"""No newspaper tells of more; what is more was misread, and sums of it are no numbers."""


@dataclass(frozen=True, slots=True)
class CommonUnit:
    """A unit, the denominator of its rate, and how many base units of its dimension it is."""

    unit: str
    per: str
    factor: float

    def of(self, bounds: Bounds) -> Bounds:
        """Return values of the base unit in this one."""
        return bounds[0] / self.factor, bounds[1] / self.factor


def quantity_of(statistic: Statistic) -> Quantity:
    """Return what a statistic can be held against: only figures of one quantity have a common unit."""
    return statistic.dimension or statistic.unit or "", statistic.per or ""


def base_bounds(statistic: Statistic) -> Bounds | None:
    """Return between what a value lies in its dimension's base unit; an open end is as the other."""
    said = statistic.base_value, statistic.base_low, statistic.base_high
    ends = [end for end in said if end is not None and abs(end) <= _GREATEST]
    return (min(ends), max(ends)) if ends else None


def printed_unit(statistic: Statistic) -> Printed | None:
    """Return a statistic's unit with its factor; None where its value does not tell the factor.

    Money is named by its currency: the 元 of 1947 and that of 1997 are two.
    """
    pairs = ((statistic.value, statistic.base_value), (statistic.low, statistic.base_low),
             (statistic.high, statistic.base_high))  # fmt: skip
    for printed, base in pairs:
        factor = base / printed if printed and base else 0.0
        if isfinite(factor) and factor > 1 / _GREATEST:
            coin = statistic.dimension if statistic.kind is Kind.MONEY and factor == 1 else None
            return coin or statistic.unit or "", float(f"{factor:.{_DIGITS}g}")
    return None


def common_unit(quantity: Quantity, printed: Counter[Printed]) -> CommonUnit:
    """Return the unit in which most statistics of a quantity are printed; one that is a factor of its base.

    ℉ is none: where most are printed so, all are told in ℃.
    """
    dimension, per = quantity
    counts: Counter[str] = Counter()
    for (unit, _factor), count in printed.items():
        counts[unit] += count
    for unit in sorted(counts, key=lambda one: (-counts[one], one)):
        factor = max((one for one in printed if one[0] == unit), key=lambda one: (printed[one], one))
        if 2 * printed[factor] > counts[unit]:
            return CommonUnit(unit, per, factor[1])
    return CommonUnit(_BASES.get(dimension, dimension), per, 1.0)
