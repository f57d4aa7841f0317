"""What can be asked of an archive's index, wherever the index is: in this process or in one beside it."""

from dataclasses import dataclass
from typing import Protocol

from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress
from baoguan.domain.query import Concordance, LineOrder, Question, Results, Spread, Suggestion


@dataclass(frozen=True, slots=True)
class IndexState:
    """Which engine answers, whether it holds the catalogue's last state, and what a reader should know."""

    engine: str
    current: bool
    notices: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """That an index is to be made anew on an engine, and what to say when it was."""

    engine: str
    notice: Bilingual


class Searching(Protocol):
    """Answers questions about one archive. Safe to use from several threads."""

    def search(self, question: Question, limit: int = 20, offset: int = 0) -> Results:
        """Return a portion of what a question finds."""

    def found(self, question: Question) -> tuple[ArticleId, ...]:
        """Return every article that a question finds, in order."""

    def spread(self, question: Question) -> Spread:
        """Return how the hits spread over facets and months; of every article where the text is empty."""

    def concordance(self, question: Question, order: LineOrder, articles: int = 500) -> Concordance:
        """Return the hits of the first so many articles, a line each."""

    def suggest(self, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Return words of the archive that the last word of a query text may become."""

    def correct(self, question: Question) -> str | None:
        """Return a query text that finds something, near to one that finds little; None without one."""

    def marks(self, article: ArticleId, text: str) -> tuple[Span, ...]:
        """Return where a query's hits stand in an article's text, in order."""

    def state(self) -> IndexState:
        """Return which engine answers, and how it is."""

    def catch_up(self, progress: Progress) -> int:
        """Bring the index to the catalogue's state; return how many articles that took."""

    def reindex(self, engine: str, progress: Progress) -> None:
        """Build the index anew on ``whoosh``, ``tantivy`` or ``opensearch``; search works meanwhile."""

    def renew(self, progress: Progress) -> bool:
        """Build the index anew where the dictionary or the archive's size asks for it; tell if it did."""

    def close(self) -> None:
        """Let go of the index."""
