"""A page as it was printed: its picture's geometry, with every article in its columns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

from baoguan.app.places import article_frame, place_at, regions_of
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region, TextLine
from baoguan.domain.records import ArticleRecord, FigureRecord, PageContent, PagePrint
from baoguan.ui.models.typeset import ArticleFrame, FigureFrame, contains

_GUTTER = 30
"""Tenths of a body character between two columns of an article, at most."""
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
        widest = _GUTTER * self.unit
        title = [box for part in _title_parts(record) for box in article_frame(self.page_print, part)]
        text = [box for part in _text_parts(record) for box in article_frame(self.page_print, part)]
        boxes = [*_gathered(title, widest), *text, *own]
        boxes += _bridges(boxes, widest)
        return (*boxes, *_bridges(boxes, widest))  # once more: where two gutters meet

    def article_at(self, x: float, y: float) -> ArticleFrame | None:
        """Return the article that holds a point: the smallest, where an inset stands inside another."""
        found = [
            (region.width * region.height, frame)
            for frame in self.frames
            for region in frame.regions
            if contains(region, x, y)
        ]
        return min(found, key=lambda one: one[0])[1] if found else None

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


def _title_parts(record: ArticleRecord) -> Iterator[ArticleRecord]:
    """Yield an article's headings and bylines, each alone."""
    bare = replace(record.article, headings=(), bylines=(), paragraphs=(), figures=())
    for heading in record.article.headings:
        yield replace(record, article=replace(bare, headings=(heading,)))
    yield replace(record, article=replace(bare, bylines=record.article.bylines))


def _text_parts(record: ArticleRecord) -> Iterator[ArticleRecord]:
    """Yield an article's text and its captions, each alone."""
    bare = replace(record.article, headings=(), bylines=())
    yield replace(record, article=replace(bare, figures=()))
    yield replace(record, article=replace(bare, paragraphs=()))


def _gathered(boxes: Sequence[Region], widest: float) -> list[Region]:
    """Return one box for all that stand together: a title block is framed as one."""
    found: list[Region] = []
    for box in boxes:
        near = next((place for place, one in enumerate(found) if _apart(one, box) <= widest), None)
        if near is None:
            found.append(box)
        else:
            found[near] = found[near].with_(box)
    return found


def _apart(one: Region, other: Region) -> float:
    """Return how far two boxes are from each other along the axis that parts them more."""
    across = max(one.left, other.left) - min(one.right, other.right)
    return max(across, max(one.top, other.top) - min(one.bottom, other.bottom))


def _bridges(boxes: Sequence[Region], widest: float) -> Iterator[Region]:
    """Yield what lies between neighbouring boxes of one article: gutters, the space under its headlines."""
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            left, right = max(one.left, other.left), min(one.right, other.right)
            top, bottom = max(one.top, other.top), min(one.bottom, other.bottom)
            if 0 < left - right <= widest and bottom > top:
                yield Region(right, top, left - right, bottom - top)
            elif 0 < top - bottom <= widest and right > left:
                yield Region(left, bottom, right - left, top - bottom)


def _thick(region: Region) -> float:
    """Return the size of a line's characters, whichever way it runs."""
    return min(region.width, region.height)
