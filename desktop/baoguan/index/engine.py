"""What every search engine must do, and nothing more.

An engine finds the articles that may hold a query and scores them; the search folder then looks
into each one's text. So an engine may return too many articles, and must never return too few.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Node
from baoguan.index.analysis import Entry


class Engine(Protocol):
    """An index in a folder of its own, which it may delete. Safe to read from several threads."""

    def revision(self) -> int:
        """Return the catalogue revision that the index holds, 0 for an empty one."""

    def update(self, changes: Iterable[tuple[ArticleId, Entry | None]], revision: int) -> int:
        """Take in what changed, each article once (None: it is gone), and become ``revision``, in one step.

        Returns how many changes there were. Whatever ``changes`` raises leaves the index as it was.
        Raises ``IndexBusy`` while another process writes and ``IndexDamaged`` where it cannot be read.
        """

    def candidates(self, tree: Node) -> Mapping[ArticleId, float]:
        """Return every article that may match, with its BM25F score (0 where no whole word matches).

        Dates, numbers and NOT do not restrict it. Raises ``IndexDamaged``.
        """

    def clear(self) -> None:
        """Empty the index: revision 0."""

    def close(self) -> None:
        """Let go of the files."""
