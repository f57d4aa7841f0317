"""A composed page as geometry: what stands where, in units of a tenth of a body character."""

from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.ui.models.faces import Face


class Tone(Enum):
    """Which colour of the theme a mark on the page takes; its value is the theme's word."""

    INK = "ink"
    MUTED = "muted"
    RULE = "rule"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of type: ``start`` to ``end`` of its article's text; page furniture has no article.

    ``shown`` are the characters as printed; ``edges`` and ``pens`` are x on the page, one per character
    and one more for the right edge; ``top`` to ``bottom`` is the line's ink, ``baseline`` where it stands.
    """

    article: ArticleId | None
    start: int
    end: int
    shown: str
    edges: tuple[float, ...]
    pens: tuple[float, ...]
    baseline: float
    size: int
    face: Face
    tone: Tone = Tone.INK

    @property
    def top(self) -> float:
        """The upper edge of the characters."""
        return self.baseline - 0.92 * self.size

    @property
    def bottom(self) -> float:
        """The lower edge of the characters."""
        return self.baseline + 0.18 * self.size

    def mark(self, span: Span) -> Region | None:
        """Return the box over the part of a span that lies on this line; None where there is none."""
        first, last = max(span.start, self.start), min(span.end, self.end)
        if first >= last:
            return None
        left, right = self.edges[first - self.start], self.edges[last - self.start]
        return Region(left, self.top, right - left, self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class ArticleFrame:
    """Where an article stands: one or more rectangles that together hold its title, text and figures."""

    article: ArticleId
    headline: str
    regions: tuple[Region, ...]

    @property
    def bounds(self) -> Region:
        """The smallest box around all its rectangles."""
        left = min(region.left for region in self.regions)
        top = min(region.top for region in self.regions)
        right = max(region.left + region.width for region in self.regions)
        bottom = max(region.top + region.height for region in self.regions)
        return Region(left, top, right - left, bottom - top)


@dataclass(frozen=True, slots=True)
class FigureFrame:
    """Where the ``order``-th figure of an article stands, its caption not included.

    None is the article of figures that belong to the page alone.
    """

    article: ArticleId | None
    order: int
    region: Region


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle: a rule, a label or a tint."""

    region: Region
    tone: Tone


@dataclass(frozen=True, slots=True)
class Composition:
    """A page typeset from its articles."""

    width: float
    height: float
    frames: tuple[ArticleFrame, ...]
    lines: tuple[TextLine, ...]
    figures: tuple[FigureFrame, ...]
    fills: tuple[Fill, ...]
    unit = 1.0
    """A tenth of a body character."""
    vertical = False
    """Whether its lines run downwards."""

    def article_at(self, x: float, y: float) -> ArticleFrame | None:
        """Return the article that holds a point of the page."""
        for frame in self.frames:
            if any(contains(region, x, y) for region in frame.regions):
                return frame
        return None

    def figure_at(self, x: float, y: float) -> FigureFrame | None:
        """Return the figure at a point of the page."""
        return next((figure for figure in self.figures if contains(figure.region, x, y)), None)

    def frame(self, article: ArticleId) -> ArticleFrame | None:
        """Return where an article stands."""
        return next((frame for frame in self.frames if frame.article == article), None)

    def marks(self, article: ArticleId, span: Span) -> tuple[Region, ...]:
        """Return the boxes over a span, a line each; on a label, whose type is pale, a bar under it."""
        found: list[Region] = []
        for line in self.lines:
            region = line.mark(span) if line.article == article else None
            if region is not None:
                if line.tone is Tone.ON_ACCENT:
                    region = replace(region, top=line.bottom, height=2.0)
                found.append(region)
        return tuple(found)

    def position_at(self, x: float, y: float) -> tuple[ArticleId, int] | None:
        """Return the article and the character (code point of its text) at a point of the page."""
        for line in self.lines:
            if line.article is None or not line.top <= y <= line.bottom:
                continue
            for at, (left, right) in enumerate(pairwise(line.edges)):
                if left <= x < right:
                    return line.article, line.start + at
        return None


def contains(region: Region, x: float, y: float) -> bool:
    """Whether a point lies in a region."""
    return region.left <= x <= region.left + region.width and region.top <= y <= region.top + region.height
