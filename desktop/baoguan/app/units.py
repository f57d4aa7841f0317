"""Units as people write them (亿元, 斤, ℉), read by the rules that read newspapers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.extract import extract

if TYPE_CHECKING:
    from baoguan.app.archive import Archive


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit somebody named, ``times`` its ``code``; ``factor`` and ``shift`` turn that into base units."""

    code: str
    kind: Kind
    times: float
    dimension: str | None
    factor: float
    shift: float


def unit_named(name: str, printed: date | None = None) -> NamedUnit | None:
    """Return the unit of a name, in the money of the day it was printed; None where none is called so."""
    few, many = (_read(f"{number}{name}", printed) for number in (2, 102))
    if few is None or many is None or few.unit is None or few.unit != many.unit:
        return None
    low, high, base, top = few.value, many.value, few.base_value, many.base_value
    if low is None or high is None or base is None or top is None or high <= low:
        return None
    factor = (top - base) / (high - low)
    shift = base - low * factor
    if abs(shift) < 1e-9 * abs(top):
        factor, shift = top / high, 0.0
    return NamedUnit(few.unit, few.kind, low / 2, few.dimension, factor, shift)


def _read(text: str, printed: date | None) -> Statistic | None:
    """Return the one number that is all of a text."""
    found = extract(text, printed)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)):
        return found[0]
    return None


def in_unit(archive: Archive, wanted: StatisticFilter, name: str) -> StatisticFilter | None:
    """Return a filter whose bounds are in a unit as people write it (亿元), or by its code.

    Where the archive prints another unit of the same dimension only, the bounds are turned into that. None
    where nothing is called so.
    """
    named = unit_named(name)
    if named is None:
        held = archive.statistic_values(StatisticFilter(kinds=frozenset(Kind)), "unit", name)
        return replace(wanted, unit=name) if any(one.name == name for one in held) else None
    low, high = (None if bound is None else bound * named.times for bound in (wanted.low, wanted.high))
    asked = replace(wanted, unit=named.code, low=low, high=high)
    if (low is None and high is None) or archive.catalogue.statistics.scales(named.code):
        return asked
    of_dimension = StatisticFilter(kinds=frozenset(Kind), dimension=named.dimension)
    for other in archive.statistic_values(of_dimension, "unit", limit=1):
        for scale in archive.catalogue.statistics.scales(other.name):
            if scale.dimension == named.dimension:
                low, high = (
                    None if one is None else (one * named.factor + named.shift - scale.shift) / scale.factor
                    for one in (low, high)
                )
                return replace(asked, unit=other.name, low=low, high=high)
    return asked
