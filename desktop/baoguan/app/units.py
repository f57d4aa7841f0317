"""Units as people write them (亿元, 斤, ℉), read by the rules that read newspapers."""

from dataclasses import dataclass
from datetime import date

from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.extract import extract


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
