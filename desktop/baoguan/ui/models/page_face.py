"""Where things stand on a page, typeset or pictured: what the window asks of either."""

from typing import Protocol

from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.ui.models.typeset import ArticleFrame, FigureFrame


class PageFace(Protocol):
    """A page's geometry, in units of its own: ``unit`` of them are a tenth of a body character."""

    @property
    def width(self) -> float:
        """The page's width."""

    @property
    def height(self) -> float:
        """The page's height."""

    @property
    def unit(self) -> float:
        """A tenth of a body character."""

    @property
    def vertical(self) -> bool:
        """Whether its lines run downwards."""

    @property
    def frames(self) -> tuple[ArticleFrame, ...]:
        """Where its articles stand, in their order."""

    @property
    def figures(self) -> tuple[FigureFrame, ...]:
        """Where its figures stand."""

    def article_at(self, x: float, y: float) -> ArticleFrame | None:
        """Return the article that holds a point of the page."""

    def figure_at(self, x: float, y: float) -> FigureFrame | None:
        """Return the figure at a point of the page."""

    def frame(self, article: ArticleId) -> ArticleFrame | None:
        """Return where an article stands."""

    def marks(self, article: ArticleId, span: Span) -> tuple[Region, ...]:
        """Return the boxes over a span of an article's text, one for each line that it touches."""
