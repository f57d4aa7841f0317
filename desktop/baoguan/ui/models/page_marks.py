"""What is marked on a page: hits, the current place, numbers."""

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
from baoguan.ui.models.page_face import PageFace
from baoguan.ui.models.page_paint import rect

_READABLE = 0.8
"""From this scale on (pixels a page unit) numbers are underlined: below it they would be a grey haze."""


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The places on a page that are marked, as regions, reckoned once."""

    hits: tuple[Region, ...] = ()
    current: tuple[Region, ...] = ()
    numbers: tuple[tuple[Region, StatisticRecord], ...] = field(default=())

    def paint(self, painter: QPainter, theme: Theme, unit: float) -> None:
        """Paint hits and the current place, as by a marking pen; ``unit`` is a tenth of a character."""
        air = 0.6 * unit
        for regions, colour in ((self.hits, theme.hit), (self.current, theme.current_hit)):
            for region in regions:
                painter.fillRect(rect(region).adjusted(-air, -air, air, air), QColor(colour))

    def paint_lines(self, painter: QPainter, theme: Theme, scale: float, face: PageFace) -> None:
        """Paint the lines under numbers; beside them, at their right, where lines run downwards."""
        unit = face.unit
        if scale * unit < _READABLE:
            return
        thick = 0.9 * unit
        for region, record in self.numbers:
            line = QRectF(region.left, region.bottom, region.width, thick)
            if face.vertical and region.height > region.width:
                line = QRectF(region.right, region.top, thick, region.height)
            painter.fillRect(line, QColor(colour_of(record.statistic.kind, theme)))

    def with_current(self, face: PageFace, article: ArticleId | None, span: Span | None) -> "PageMarks":
        """Return the marks with another current place."""
        found = face.marks(article, span) if article is not None and span is not None else ()
        return replace(self, current=found)

    def number_at(self, x: float, y: float) -> StatisticRecord | None:
        """Return the number printed at a point of the page."""
        for region, record in self.numbers:
            if rect(region).contains(x, y):
                return record
        return None


def page_marks(
    face: PageFace,
    hits: Mapping[ArticleId, tuple[Span, ...]],
    numbers: Mapping[ArticleId, tuple[StatisticRecord, ...]],
) -> PageMarks:
    """Return where the hits and numbers of a page's articles are printed."""
    return PageMarks(
        hits=tuple(
            region
            for article, spans in hits.items()
            for span in spans
            for region in face.marks(article, span)
        ),
        numbers=tuple(
            (region, record)
            for article, records in numbers.items()
            for record in records
            for region in face.marks(article, Span(record.statistic.start, record.statistic.end))
        ),
    )
