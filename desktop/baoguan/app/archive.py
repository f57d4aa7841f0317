"""An open archive: everything a user can read in it."""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from baoguan.app.changes import Changes
from baoguan.app.commands import Command
from baoguan.domain.annotation import Anchored
from baoguan.domain.article import Span
from baoguan.domain.ids import AnnotationId, ArticleId, FigureId, IssueId, PageId, StatisticId
from baoguan.domain.progress import Progress, Silent
from baoguan.domain.query import Results
from baoguan.domain.records import (
    ArticleRecord, FigureRecord, IssueRecord, PageContent, PageRecord, StatisticRecord,
)
from baoguan.domain.statistic import Kind

StatisticColumn = Literal["value", "unit", "kind", "measure", "subject", "time", "place", "headline"]


@dataclass(frozen=True, slots=True)
class StatisticFilter:
    """Which statistics to list; an empty field does not restrict. Dates are left out unless asked for."""

    page: PageId | None = None
    article: ArticleId | None = None
    kinds: frozenset[Kind] = frozenset()
    text: str = ""


class Archive:
    """An archive folder held open. Safe to read from several threads; one thread writes."""

    folder: Path
    name: str
    read_only: bool

    @classmethod
    def open(cls, folder: Path, progress: Progress = Silent()) -> "Archive": ...
    @classmethod
    def create(cls, folder: Path, name: str | None = None) -> "Archive": ...
    def close(self) -> None: ...

    # what is there
    def issues(self) -> tuple[IssueRecord, ...]: ...
    def pages(self, issue: IssueId | None = None) -> tuple[PageRecord, ...]: ...
    def page(self, page: PageId) -> PageContent: ...
    def article(self, article: ArticleId) -> ArticleRecord: ...
    def figures(self, page: PageId | None = None, article: ArticleId | None = None) -> tuple[FigureRecord, ...]: ...
    def figure(self, figure: FigureId) -> FigureRecord: ...
    def statistics(self, wanted: StatisticFilter = StatisticFilter(), sort: StatisticColumn | None = None,
                   descending: bool = False, limit: int | None = None, offset: int = 0) -> tuple[StatisticRecord, ...]: ...
    def statistics_count(self, wanted: StatisticFilter = StatisticFilter()) -> int: ...
    def statistic(self, statistic: StatisticId) -> StatisticRecord: ...
    def article_statistics(self, article: ArticleId) -> tuple[StatisticRecord, ...]:
        """Return every number of an article in order of place, dates, ordinals and ranks included."""
    def annotations(self, article: ArticleId | None = None) -> tuple[Anchored, ...]: ...
    def annotation(self, annotation: AnnotationId) -> Anchored: ...

    # finding
    def search(self, text: str, limit: int = 50, offset: int = 0) -> Results: ...
    def marks(self, article: ArticleId, text: str) -> tuple[Span, ...]:
        """Return where a query's hits stand in an article's text, in order."""

    # changing
    def do(self, command: Command) -> Changes: ...
    def undo(self, command: Command) -> Changes: ...
