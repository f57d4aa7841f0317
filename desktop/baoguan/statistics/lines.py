"""A statistic as one JSON line, for measuring and for other programs."""

from baoguan.domain.statistic import Statistic


def scorer_line(sid: str, statistic: Statistic) -> dict[str, str | int | float | None]:
    """Return spans, kind, ``value`` or ``low`` and ``high``, what it is about and so on: only what is set."""
    line: dict[str, str | int | float | None] = {
        "sid": sid,
        "start": statistic.start,
        "end": statistic.end,
        "full_start": statistic.full_start,
        "full_end": statistic.full_end,
        "kind": statistic.kind.value,
        "value": statistic.value,
        "low": statistic.low,
        "high": statistic.high,
        "unit": statistic.unit,
        "per": statistic.per,
        "relation": statistic.relation,
        "direction": statistic.direction,
        "change": statistic.change,
        "basis": statistic.basis,
        "iso": statistic.iso,
        "time_text": statistic.time_text,
        "time_iso": statistic.time_iso,
        "subject": statistic.subject,
        "measure": statistic.measure,
        "place": statistic.place,
        "status": statistic.status,
        "text": statistic.raw,
    }
    return {name: value for name, value in line.items() if value not in {None, ""}}
