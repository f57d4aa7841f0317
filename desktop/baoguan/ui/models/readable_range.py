"""Values of a dimension's base unit in a unit that a reader can take in."""

from baoguan.ui.models.unit_names import unit_name
from baoguan.ui.models.wording import number_text

_DIGITS = 4
"""Figures that a range is told with."""
_LADDERS: dict[str, tuple[tuple[float, str], ...]] = {
    "share": ((0.01, "%"),),
    "percentage_points": ((1, "pp"),),
    "multiple": ((1, "倍"),),
    "doublings": ((1, "番"),),
    "length": ((1e3, "km"), (1, "m"), (1e-2, "cm"), (1e-3, "mm")),
    "area": ((1e6, "km2"), (1e4, "ha"), (1, "m2")),
    "mass": ((1e3, "t"), (1, "kg"), (1e-3, "g")),
    "volume": ((1, "m3"), (1e-3, "L"), (1e-6, "mL")),
    "months": ((12, "year"), (1, "month")),
    "duration": ((86400, "day"), (3600, "hour"), (60, "min"), (1, "s")),
    "age": ((1, "岁"),),
    "speed": ((1 / 3.6, "km/h"),),
    "energy": ((3.6e6, "kWh"), (1, "J")),
    "power": ((1e6, "MW"), (1e3, "kW"), (1, "W")),
    "storage": ((1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1, "B")),
    "voltage": ((1e3, "kV"), (1, "V")),
    "frequency": ((1e6, "MHz"), (1, "Hz")),
    "temperature": ((1, "℃"),),
    "fahrenheit": ((1, "℉"),),
}
"""Of each dimension, units and how many base units they are, the largest first; the last is for the least."""


def range_text(least: float | None, greatest: float | None, dimension: str | None) -> str:
    """Return between what values lie, with their unit: ``1,000万–3.5亿 元``; empty where none is known."""
    ends = [end for end in (least, greatest) if end is not None]
    if not ends:
        return ""
    factor, unit = _unit(max(map(abs, ends)), dimension or "")
    words = [number_text(float(f"{end / factor:.{_DIGITS}g}")) for end in dict.fromkeys((ends[0], ends[-1]))]
    return " ".join(part for part in ("–".join(words), unit_name(unit)) if part)


def _unit(size: float, dimension: str) -> tuple[float, str]:
    """Return the largest unit that a value fills, with its base units; a classifier is its own."""
    ladder = _LADDERS.get(dimension, ((1, dimension),))
    return next((step for step in ladder if size >= step[0]), ladder[-1])
