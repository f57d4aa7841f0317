"""How values in one unit become values in the base unit of its dimension, as the catalogue's numbers tell."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from baoguan.store import schema

NEAR = 1e-9
"""What is converted is equal within this share of it: 0.1 + 0.2 is no 0.3."""

_SAMPLES = 200
_statistic = schema.statistic.c


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit's factor and zero in the base unit of a dimension."""

    dimension: str
    factor: float
    shift: float

    def base(self, value: float) -> float:
        """Return a value in the base unit."""
        return value * self.factor + self.shift


def scales(connection: Connection, unit: str) -> list[Scale]:
    """Return a scale for each dimension a unit is of, from numbers printed in it, the most frequent first.

    Two different numbers tell both factor and zero, as ℉ needs; one tells the factor alone.
    """
    some = select(_statistic.value, _statistic.base_value).where(
        _statistic.unit == unit, _statistic.value.is_not(None), _statistic.base_value.is_not(None)
    )
    dimensions = select(_statistic.dimension).where(_statistic.unit == unit).group_by(_statistic.dimension)
    found = []
    for dimension in connection.scalars(dimensions.order_by(func.count().desc())).all():
        sample = connection.execute(some.where(_statistic.dimension == dimension).limit(_SAMPLES))
        found.append(_scale(dimension, dict(sample.all())))
    return [scale for scale in found if scale is not None]


def _scale(dimension: str, pairs: dict[float, float]) -> Scale | None:
    """Return the scale by which each value became its base value; None where nought is all there is."""
    first, last = min(pairs, default=0.0), max(pairs, default=0.0)
    largest = max(first, last, key=abs)
    if largest == 0:
        return None
    factor = pairs[largest] / largest
    if all(abs(value * factor - base) <= NEAR * max(abs(base), 1) for value, base in pairs.items()):
        return Scale(dimension, factor, 0.0)
    factor = (pairs[last] - pairs[first]) / (last - first)
    return Scale(dimension, factor, pairs[first] - first * factor)
