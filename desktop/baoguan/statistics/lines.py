"""A statistic as one JSON line, for measuring and for other programs."""

from baoguan.domain.statistic import Statistic


def scorer_line(sid: str, statistic: Statistic) -> dict[str, str | int | float | None]:
    """Return the core span, kind, ``value`` or ``low`` and ``high`` and so on: only what is set."""
    line: dict[str, str | int | float | None] = {
        "sid": sid,
        "start": statistic.start,
        "end": statistic.end,
        "kind": statistic.kind.value,
        "value": statistic.value,
        "low": statistic.low,
        "high": statistic.high,
        "unit": statistic.unit,
        "per": statistic.per,
        "relation": statistic.relation,
        "direction": statistic.direction,
        "iso": statistic.iso,
        "text": statistic.raw,
    }
    return {name: value for name, value in line.items() if value is not None}
