"""Figures drawn as marks, and figures held against each other."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baoguan.domain.ids import StatisticId
from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Status


class ChartKind(StrEnum):
    """Bars by subject, a line over time, or how often values of each size are reported."""

    BARS = "bars"
    LINE = "line"
    DISTRIBUTION = "distribution"


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar, point or class of a chart: from ``low`` to ``high`` in the chart's unit (equal for a value).

    A point stands at ``day``; a class counts ``count`` statistics from ``low`` to below ``high``.
    """

    label: str
    low: float
    high: float
    statistics: tuple[StatisticId, ...]
    day: date | None = None
    count: int = 1
    group: str = ""
    """Which line of several a point belongs to: its subject."""
    status: Status = "actual"
    """Whether a point tells what is, or what is aimed at or supposed."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Marks in one unit, ``per`` a day or a month where they are rates.

    ``left_out`` statistics are of another quantity, or say no value, subject or time; ``beyond`` subjects
    are not drawn because those drawn are larger, or told of more often.
    """

    kind: ChartKind
    title: str
    unit: str
    marks: tuple[Mark, ...]
    left_out: int
    per: str = ""
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one subject and time, once for each place it stands; ``base`` values in one unit.

    ``conflict`` where two articles tell figures that rounding and words such as 近 or 超过 do not explain.
    """

    subject: str
    place: str
    time: str
    records: tuple[StatisticRecord, ...]
    conflict: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """One measure over issues, oldest first, every figure turned into ``unit``."""

    measure: str
    unit: str
    told: tuple[Told, ...]
    left_out: int
