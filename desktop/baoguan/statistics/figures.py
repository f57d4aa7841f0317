"""What charts need of many statistics, gathered in columns.

An object for each would have the garbage collector hold everything up while it looks through all of them.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, MutableSequence
from dataclasses import dataclass, field
from datetime import date

from baoguan.domain.interval import days_of
from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind, Status
from baoguan.statistics.common_unit import (
    CommonUnit,
    Printed,
    Quantity,
    base_bounds,
    common_unit,
    printed_unit,
    quantity_of,
)

_NO_UNIT = CommonUnit("", "", 1.0)
_Time = tuple[str, int]


@dataclass(slots=True, eq=False)
class Figures:
    """The figures of one quantity, in one unit; each is a place in the columns.

    ``subjects`` are places where no subject is named; ``times`` ISO 8601 and ``days`` the ordinal of their
    middle, those of its issue where a figure has none, 0 where that has none either. ``since`` and
    ``until`` are the dates of the first and the last issue.
    """

    kind: Kind = Kind.NUMBER
    unit: CommonUnit = _NO_UNIT
    left_out: int = 0
    ids: MutableSequence[int] = field(default_factory=lambda: array("q"))
    lows: MutableSequence[float] = field(default_factory=lambda: array("d"))
    highs: MutableSequence[float] = field(default_factory=lambda: array("d"))
    days: MutableSequence[int] = field(default_factory=lambda: array("l"))
    subjects: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    titles: Counter[str] = field(default_factory=Counter)
    since: date | None = None
    until: date | None = None

    def __len__(self) -> int:
        """Return how many figures there are."""
        return len(self.ids)


def gather(records: Iterable[StatisticRecord]) -> Figures:
    """Gather the figures of the quantity that most records tell of, in the unit most are printed in.

    Each record is let go of when the next is taken; the others are counted in ``left_out``.
    """
    told: dict[Quantity, Figures] = {}
    printed: dict[Quantity, Counter[Printed]] = {}
    gathered = _Gathered()
    count = 0
    for record in records:
        count += 1
        bounds, quantity = base_bounds(record.statistic), quantity_of(record.statistic)
        if bounds is None:
            continue
        if quantity not in told:
            told[quantity], printed[quantity] = Figures(record.statistic.kind), Counter()
        gathered.put(told[quantity], record, bounds)
        unit = printed_unit(record.statistic)
        if unit is not None:
            printed[quantity][unit] += 1
    if not told:
        return Figures(left_out=count)
    quantity = min(told, key=lambda one: (-len(told[one]), one))
    figures = told[quantity]
    figures.unit, figures.left_out = common_unit(quantity, printed[quantity]), count - len(figures)
    figures.lows = array("d", (low / figures.unit.factor for low in figures.lows))
    figures.highs = array("d", (high / figures.unit.factor for high in figures.highs))
    return figures


class _Gathered:
    """Keeps equal names and times once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._times: dict[str, _Time | None] = {}

    def put(self, figures: Figures, record: StatisticRecord, bounds: tuple[float, float]) -> None:
        """Add a record's figure to others of its quantity."""
        statistic = record.statistic
        time, day = self._time(statistic.time_iso, record.date)
        figures.ids.append(record.id)
        figures.lows.append(bounds[0])
        figures.highs.append(bounds[1])
        figures.days.append(day)
        figures.times.append(time)
        figures.statuses.append(statistic.status)
        figures.subjects.append(self._name(statistic.subject or statistic.place))
        figures.measures.append(self._name(statistic.measure))
        if record.title:
            figures.titles[record.title] += 1
        if record.date is not None:
            figures.since = min(figures.since or record.date, record.date)
            figures.until = max(figures.until or record.date, record.date)

    def _name(self, name: str) -> str:
        return self._names.setdefault(name, name)

    def _time(self, iso: str | None, issue: date | None) -> _Time:
        """Return a figure's time and the ordinal of its middle, those of its issue where it has none."""
        if iso and iso not in self._times:
            days = [day.toordinal() for day in days_of(iso) if day is not None]
            self._times[iso] = (iso, sum(days) // len(days)) if days else None
        own = self._times.get(iso or "")
        return own or ((issue.isoformat(), issue.toordinal()) if issue else ("", 0))
