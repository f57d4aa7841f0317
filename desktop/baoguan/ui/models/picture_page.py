"""A page as it was printed: its picture's geometry, with every article in its columns."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from baoguan.app.places import article_frame, place_at, regions_of
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region, TextLine
from baoguan.domain.records import FigureRecord, PageContent, PagePrint
from baoguan.ui.models.typeset import ArticleFrame, FigureFrame, contains

_CHARACTERS_ACROSS = 110
"""How many body characters a page is wide where its lines are not known: a broadsheet of eight columns."""


@dataclass(frozen=True)
class PicturedPage:
    """Where the lines, articles and figures of a printed page stand, in page pixels."""

    page_print: PagePrint
    content: PageContent
    figures: tuple[FigureFrame, ...]

    @property
    def width(self) -> float:
        """The page's width."""
        return float(self.page_print.width)

    @property
    def height(self) -> float:
        """The page's height."""
        return float(self.page_print.height)

    @cached_property
    def unit(self) -> float:
        """A tenth of a body character."""
        sizes = [_thick(line.region) for line in self.page_print.lines if len(line.text) > 2]
        return (median(sizes) if sizes else self.width / _CHARACTERS_ACROSS) / 10 or 1.0

    @cached_property
    def vertical(self) -> bool:
        """Whether most of its lines run downwards."""
        lines = self.page_print.lines
        return sum(line.vertical for line in lines) > len(lines) / 2

    @cached_property
    def frames(self) -> tuple[ArticleFrame, ...]:
        """Where its articles stand, in their order; one whose lines have no place is left out."""
        return tuple(
            ArticleFrame(record.id, record.article.headline, regions)
            for record in self.content.articles
            if (regions := self._regions(record.id))
        )

    def _regions(self, article: ArticleId) -> tuple[Region, ...]:
        record = next(record for record in self.content.articles if record.id == article)
        own = tuple(figure.region for figure in self.figures if figure.article == article)
        return (*article_frame(self.page_print, record), *own)

    def article_at(self, x: float, y: float) -> ArticleFrame | None:
        """Return the article that holds a point: the smallest, where an inset stands inside another."""
        found = [
            (region.width * region.height, frame.article, frame)
            for frame in self.frames
            for region in frame.regions
            if contains(region, x, y)
        ]
        return min(found)[2] if found else None

    def figure_at(self, x: float, y: float) -> FigureFrame | None:
        """Return the figure at a point of the page."""
        return next((figure for figure in self.figures if contains(figure.region, x, y)), None)

    def frame(self, article: ArticleId) -> ArticleFrame | None:
        """Return where an article stands."""
        return next((frame for frame in self.frames if frame.article == article), None)

    def marks(self, article: ArticleId, span: Span) -> tuple[Region, ...]:
        """Return the boxes over a span of an article's text, one for each line that it touches."""
        for record in self.content.articles:
            if record.id == article:
                return regions_of(self.page_print, record, span.start, span.end)
        return ()

    def line_at(self, x: float, y: float) -> TextLine | None:
        """Return the printed line at a point of the page."""
        return next((line for line in self.page_print.lines if contains(line.region, x, y)), None)

    def position_at(self, x: float, y: float) -> tuple[ArticleId, int] | None:
        """Return the article and the character (code point of its text) at a point of the page."""
        found = place_at(self.page_print, self.content, Region(x - 0.5, y - 0.5, 1, 1))
        return (found[0], found[1].start) if found else None


def figure_frames(records: tuple[FigureRecord, ...]) -> Iterator[FigureFrame]:
    """Yield where the figures of a page stand, as far as that is known, numbered within their articles."""
    counted: Counter[ArticleId | None] = Counter()
    for record in records:
        if record.figure.region is not None:
            yield FigureFrame(record.article, counted[record.article], record.figure.region)
        counted[record.article] += 1


def _thick(region: Region) -> float:
    """Return the size of a line's characters, whichever way it runs."""
    return min(region.width, region.height)
