"""What is marked on a composed page: hits, the current place, numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from baoguan.app.theme import Theme
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models.kinds import colour_of
from baoguan.ui.models.page_paint import rect
from baoguan.ui.models.typeset import Composition, Tone

_READABLE = 0.8
"""From this scale on (pixels a page unit) numbers are underlined: below it they would be a grey haze."""


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The places on a page that are marked, as regions, reckoned once."""

    hits: tuple[Region, ...] = ()
    current: tuple[Region, ...] = ()
    numbers: tuple[tuple[Region, StatisticRecord], ...] = field(default=())

    def paint(self, painter: QPainter, theme: Theme, scale: float) -> None:
        """Paint the marks, under the type."""
        for regions, colour in ((self.hits, theme.hit), (self.current, theme.current_hit)):
            for region in regions:
                painter.fillRect(rect(region).adjusted(-0.6, -0.6, 0.6, 0.6), QColor(colour))
        if scale < _READABLE:
            return
        for region, record in self.numbers:
            line = QRectF(region.left, region.top + region.height, region.width, 0.9)
            painter.fillRect(line, QColor(colour_of(record.statistic.kind, theme)))

    def with_current(
        self, composition: Composition, article: ArticleId | None, span: Span | None
    ) -> "PageMarks":
        """Return the marks with another current place."""
        found = mark_regions(composition, article, span) if article is not None and span is not None else ()
        return replace(self, current=found)

    def number_at(self, x: float, y: float) -> StatisticRecord | None:
        """Return the number printed at a point of the page."""
        for region, record in self.numbers:
            if rect(region).contains(x, y):
                return record
        return None


def mark_regions(composition: Composition, article: ArticleId, span: Span) -> tuple[Region, ...]:
    """Return the boxes over a span; on a label, whose type is pale, a bar under it."""
    found: list[Region] = []
    for line in composition.lines:
        region = line.mark(span) if line.article == article else None
        if region is not None:
            if line.tone is Tone.ON_ACCENT:
                region = replace(region, top=line.bottom, height=2.0)
            found.append(region)
    return tuple(found)


def page_marks(
    composition: Composition,
    hits: Mapping[ArticleId, tuple[Span, ...]],
    numbers: Mapping[ArticleId, tuple[StatisticRecord, ...]],
) -> PageMarks:
    """Return where the hits and numbers of a page's articles are printed."""
    return PageMarks(
        hits=tuple(
            region
            for article, spans in hits.items()
            for span in spans
            for region in mark_regions(composition, article, span)
        ),
        numbers=tuple(
            (region, record)
            for article, records in numbers.items()
            for record in records
            for region in mark_regions(
                composition, article, Span(record.statistic.start, record.statistic.end)
            )
        ),
    )
