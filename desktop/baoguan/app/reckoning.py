"""What follows from a number, a unit and a time that a reader wrote: base values, dimension and days."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from baoguan.app.units import unit_named
from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.extract import extract
from baoguan.store.statistic_scales import Scale

Scales = Callable[[str], tuple[Scale, ...]]
"""Returns how the catalogue's own numbers in a unit became base values."""


def reckoned(changed: Statistic, record: StatisticRecord, scales: Scales) -> Statistic:
    """Return a statistic that a reader changed, with all that follows from what is changed in it."""
    before = record.statistic
    if _number(changed) != _number(before):
        changed = _valued(changed, record, scales)
    if changed.time_text != before.time_text and changed.time_iso == before.time_iso:
        changed = replace(changed, time_iso=_day(changed.time_text, record.date))
    return changed


def _number(statistic: Statistic) -> tuple[float | str | None, ...]:
    return statistic.value, statistic.low, statistic.high, statistic.unit


def _valued(changed: Statistic, record: StatisticRecord, scales: Scales) -> Statistic:
    """Return a statistic with dimension and base values for its number and unit."""
    before, unit = record.statistic, changed.unit
    if unit is None:
        return _based(replace(changed, dimension=None), 1.0, 0.0)
    known = scales(unit)
    if unit == before.unit:
        # The same unit may be of several dimensions: the yuan of 1947 and of 1997.
        known = tuple(scale for scale in known if scale.dimension == before.dimension) or known
    elif named := unit_named(unit, record.date):
        if changed.kind == before.kind:
            changed = replace(changed, kind=named.kind)
        return _based(_times(changed, named.times, named.code, named.dimension), named.factor, named.shift)
    scale = known[0] if known else Scale(unit, 1.0, 0.0)
    return _based(replace(changed, dimension=scale.dimension), scale.factor, scale.shift)


def _times(changed: Statistic, times: float, unit: str, dimension: str | None) -> Statistic:
    value, low, high = (
        None if one is None else one * times for one in (changed.value, changed.low, changed.high)
    )
    return replace(changed, value=value, low=low, high=high, unit=unit, dimension=dimension)


def _based(changed: Statistic, factor: float, shift: float) -> Statistic:
    value, low, high = (
        None if one is None else one * factor + shift for one in (changed.value, changed.low, changed.high)
    )
    return replace(changed, base_value=value, base_low=low, base_high=high)


def _day(text: str, printed: date | None) -> str | None:
    """Return the time that a text tells."""
    return next((found.iso for found in extract(text, printed) if found.kind is Kind.DATE), None)
