"""Statistics read in portions, so that reading them can be stopped, and drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from baoguan.domain.chart import Chart, ChartKind
from baoguan.domain.records import StatisticFilter, StatisticRecord
from baoguan.domain.statistic import Kind
from baoguan.statistics.charting import chart, gather
from baoguan.ui.models.chart_words import source_words

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

_PORTION = 1000

Step = Callable[[int, int], None]
"""``step(done, total)``; it may raise ``Cancelled``."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The charts of the same figures, mostly of one kind of number, and where these were printed."""

    charts: dict[ChartKind, Chart]
    kind: Kind
    source: str


def each(archive: Archive, wanted: StatisticFilter, step: Step) -> Iterator[StatisticRecord]:
    """Yield every statistic wanted; ``step`` is told before each portion."""
    total = archive.statistics_count(wanted)
    for start in range(0, total, _PORTION):
        step(start, total)
        yield from archive.statistics(wanted, None, False, _PORTION, start)


def draw(records: Iterable[StatisticRecord]) -> Drawing:
    """Draw every kind of chart."""
    figures = gather(records)
    source = source_words(figures.titles, figures.since, figures.until, len(figures.figures))
    return Drawing({kind: chart(figures, kind) for kind in ChartKind}, figures.kind, source)
