"""What every search engine must do, and nothing more.

An engine answers a tree exactly, or says that it cannot decide a leaf and proposes too many articles,
never too few; the search folder then looks into their text. Which engine it is, nobody else knows.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Facet, Order, Suggestion
from baoguan.index.analysis import Entry
from baoguan.index.ranking import RankedWord
from baoguan.index.tree import Holds, Sought


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles, in which order: those of the first lift above those of the second, above the rest.

    Within these by BM25F of the words, then newest first; or by date, then by number.
    """

    tree: Sought
    lifts: tuple[Sought, ...] = ()
    words: tuple[RankedWord, ...] = ()
    order: Order = Order.RANK


class Engine(Protocol):
    """An index. Safe to read from several threads while one writes."""

    def revision(self) -> int:
        """Return the catalogue revision that the index holds, 0 for an empty one."""

    def update(self, changes: Iterable[tuple[ArticleId, Entry | None]], revision: int) -> int:
        """Take in what changed, each article once (None: it is gone), and become ``revision``, in one step.

        Returns how many changes there were. Whatever ``changes`` raises leaves the index as it was.
        Raises ``IndexBusy`` while another process writes and ``IndexDamaged`` where it cannot be read.
        """

    def decides(self, leaf: Holds) -> bool:
        """Tell whether a string is found exactly, but for ``UNSURE`` articles; other leaves always are.

        Of a string that is, its form with ``Reach.OWN`` is too.
        """

    def candidates(self, tree: Sought) -> Collection[ArticleId]:
        """Return at least the articles of a tree, undecided leaves included. Raises ``IndexDamaged``."""

    def count(self, tree: Sought) -> int:
        """Return how many articles a tree of decided leaves has."""

    def ranked(self, wanted: Wanted, first: int, last: int) -> Sequence[tuple[ArticleId, float]]:
        """Return the articles at places ``first`` to ``last`` of the order, each with its score.

        Any two portions are of one and the same order. Scores are at least 0 and mean nothing by themselves.
        """

    def facets(self, tree: Sought, facets: Collection[Facet]) -> Mapping[Facet, Mapping[str, int]]:
        """Return for each facet how many articles of a tree are filed under each of its values."""

    def words(self, prefix: str, limit: int) -> Sequence[Suggestion]:
        """Return the words (``Entry.words``) that begin with a prefix, most frequent first."""

    def clear(self) -> None:
        """Empty the index: revision 0."""

    def close(self) -> None:
        """Let go of the files."""
