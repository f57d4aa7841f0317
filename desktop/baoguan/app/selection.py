"""What the reader is looking at, everywhere in the window at once."""

from dataclasses import dataclass, replace

from baoguan.domain.article import Span
from baoguan.domain.ids import AnnotationId, ArticleId, FigureId, IssueId, PageId, StatisticId
from baoguan.domain.query import Filed, Question


@dataclass(frozen=True, slots=True)
class Selection:
    """One place in the archive; every pane shows its part of it.

    ``span`` is in code points of the selected article's text.
    """

    issue: IssueId | None = None
    page: PageId | None = None
    article: ArticleId | None = None
    span: Span | None = None
    figure: FigureId | None = None
    statistic: StatisticId | None = None
    annotation: AnnotationId | None = None
    query: str = ""
    filters: tuple[Filed, ...] = ()
    """What the query's hits are narrowed to."""

    @property
    def question(self) -> Question:
        """What is asked, the hits in order of their score."""
        return Question(self.query, self.filters)

    def at_article(self, page: PageId, article: ArticleId, span: Span | None = None) -> "Selection":
        """Return the selection moved to an article, the question kept."""
        return replace(
            self, page=page, article=article, span=span, figure=None, statistic=None, annotation=None
        )
