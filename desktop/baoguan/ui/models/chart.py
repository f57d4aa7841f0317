"""What is drawn of the statistics that pass a filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from baoguan.domain.chart import Chart, ChartKind
from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind
from baoguan.statistics.charting import chart
from baoguan.statistics.figures import gather
from baoguan.ui.models.chart_words import source_words
from baoguan.ui.models.lazy_reading import Step, each

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive


@dataclass(frozen=True, slots=True)
class Drawing:
    """The charts of the same figures, mostly of one kind of number, and where these were printed."""

    charts: dict[ChartKind, Chart]
    kind: Kind
    source: str


def draw(archive: Archive, wanted: StatisticFilter, step: Step) -> Drawing:
    """Draw every kind of chart of the statistics wanted."""
    figures = gather(each(archive, wanted, step))
    titles = [name for name, _count in figures.titles.most_common()]
    source = source_words(titles, figures.since, figures.until, len(figures))
    return Drawing({kind: chart(figures, kind) for kind in ChartKind}, figures.kind, source)
