"""The server engine: OpenSearch, for several machines and many readers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from threading import RLock

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Facet, Suggestion
from baoguan.index import opensearch_facets, opensearch_ranking
from baoguan.index.engine import Wanted
from baoguan.index.opensearch_bulk import Change, action, actions_in, send, spooled
from baoguan.index.opensearch_connection import Connection
from baoguan.index.opensearch_keeper import Keeper, Record
from baoguan.index.opensearch_limits import fitted
from baoguan.index.opensearch_query import at_least, decided, exactly
from baoguan.index.opensearch_schema import ARTICLE, Json
from baoguan.index.tree import Holds, Sought

_PORTION = 10_000


class OpenSearchEngine:
    """An ``Engine`` on an OpenSearch cluster: one index of it, behind an alias.

    A new index is built under another name and takes the alias in one step, so that readers keep the
    former one until then. An index of another format is none; the next build removes it.
    """

    def __init__(self, hosts: Sequence[str], name: str, shards: int = 1, replicas: int = 0) -> None:
        """Remember where the cluster is and ask it nothing yet."""
        self._connection = Connection(hosts)
        self._keeper = Keeper(self._connection, name, shards, replicas)
        self._lock = RLock()
        self._cleared = False

    def revision(self) -> int:
        """Return the catalogue revision that the index holds, 0 for none."""
        record = self._record()
        return record.revision if record else 0

    def update(self, changes: Iterable[Change], revision: int) -> int:
        """Take in what changed: into a new index where there is none, into the index itself otherwise.

        There, the revision is written last: a cluster lost in between leaves the former one, and the
        same changes made again do no harm.
        """
        with self._lock:
            record = self._record()
            if record is not None:
                return self._change(record, changes, revision)
            done = self._build(changes, revision)
            self._cleared = False
            return done

    def decides(self, leaf: Holds) -> bool:
        """Tell whether a string is found exactly, but for articles flagged ``UNSURE``."""
        return decided(leaf)

    def candidates(self, tree: Sought) -> Collection[ArticleId]:
        """Return at least the articles of a tree, undecided leaves included."""
        return [] if self._cleared else self._found(self._fit(at_least(tree)))

    def count(self, tree: Sought) -> int:
        """Return how many articles a tree of decided leaves has."""
        if self._cleared:
            return 0
        query = {"bool": {"filter": [self._fit(exactly(tree))]}}
        return int(
            self._search({"query": query, "size": 0, "track_total_hits": True})["hits"]["total"]["value"]
        )

    def ranked(self, wanted: Wanted, first: int, last: int) -> Sequence[tuple[ArticleId, float]]:
        """Return the articles at places ``first`` to ``last`` of the order, each with its score."""
        if self._cleared:
            return []
        return opensearch_ranking.ranked(self._search, self._fit, wanted, first, last)

    def facets(self, tree: Sought, facets: Collection[Facet]) -> Mapping[Facet, Mapping[str, int]]:
        """Return for each facet how many articles of a tree are filed under each of its values."""
        if self._cleared:
            return {facet: {} for facet in facets}
        return opensearch_facets.counted(self._search, self._fit(exactly(tree)), facets)

    def words(self, prefix: str, limit: int) -> Sequence[Suggestion]:
        """Return the words that begin with a prefix, most frequent first."""
        return [] if self._cleared else opensearch_facets.words(self._search, prefix, limit)

    def clear(self) -> None:
        """Be empty (revision 0); other readers keep the former index until the next update."""
        with self._lock:
            self._cleared = True

    def close(self) -> None:
        """Let go of the connections."""
        self._connection.client.close()

    def _record(self) -> Record | None:
        return None if self._cleared else self._keeper.record()

    def _build(self, changes: Iterable[Change], revision: int) -> int:
        with self._keeper.building() as index:
            actions = (action(change, index.turn) for change in changes)
            done = send(self._connection, index.alias, actions)
            self._keeper.write(index, revision)
        return done

    def _change(self, record: Record, changes: Iterable[Change], revision: int) -> int:
        turn = record.turn + 1
        with spooled(action(change, turn) for change in changes) as actions:
            claimed = self._keeper.claim(record, turn)
            done = send(self._connection, record.alias, actions_in(actions))
        self._keeper.write(claimed, revision)
        return done

    def _search(self, body: Json) -> Json:
        return self._connection.search(self._keeper.alias, body)

    def _fit(self, query: Json) -> Json:
        return fitted(query, self._found)

    def _found(self, query: Json) -> list[ArticleId]:
        """Return the articles of a query, in portions that go on after an article, whatever is written."""
        found: list[ArticleId] = []
        body: Json = {
            "query": {"bool": {"filter": [query]}},
            "size": _PORTION,
            "track_total_hits": False,
            "_source": False,
            "sort": [{ARTICLE: "asc"}],
        }
        while True:
            hits = self._search(body)["hits"]["hits"]
            found += [ArticleId(hit["sort"][0]) for hit in hits]
            if len(hits) < _PORTION:
                return found
            body["search_after"] = hits[-1]["sort"]
