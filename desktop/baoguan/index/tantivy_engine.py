"""The native engine: Tantivy, in a folder, for archives that Whoosh is too slow for."""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, RLock, Thread

from tantivy import Index, IndexWriter, Query, Searcher

from baoguan.domain.errors import IndexBusy, IndexDamaged
from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Facet, Suggestion
from baoguan.index import tantivy_facets, tantivy_ranking
from baoguan.index.analysis import Entry
from baoguan.index.engine import Wanted
from baoguan.index.tantivy_files import META, make_index, open_index, read_only, reading, writing
from baoguan.index.tantivy_query import Asking, count, decided
from baoguan.index.tantivy_schema import ARTICLE, NEWEST, REVISION, article_at, document, revision_document
from baoguan.index.tree import Holds, Sought

_HEAP = 100_000_000
"""Bytes of postings gathered before a segment is written: more makes fewer segments."""

_LOCK_SECONDS = 2.0
_KEPT_COUNTS = 256


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the index was when ``meta`` was its list of segments."""

    meta: tuple[int, int, int]
    searcher: Searcher
    counts: dict[Sought, int]
    """Of the last trees: a search asks for some of them again."""

    def keep(self, tree: Sought, articles: int) -> None:
        """Remember how many articles a tree has."""
        if len(self.counts) >= _KEPT_COUNTS:
            self.counts.clear()
        self.counts[tree] = articles


class TantivyEngine:
    """An ``Engine`` on Tantivy.

    A folder that this version did not write, and one that cannot be read, is emptied (revision 0).
    """

    def __init__(self, folder: Path) -> None:
        """Open or make an index; raises ``IndexDamaged`` where that needs writing and cannot."""
        self.folder = folder
        self._writing = RLock()
        self._reloading = Lock()  # another, so that nobody who reads waits for who writes
        self._settling: Thread | None = None
        self._reading: _Reading | None = None
        self._links: TemporaryDirectory[str] | None = None
        self._index = self._opened() or self._made()
        self._asking = Asking(self._index.schema)

    def revision(self) -> int:
        """Return the catalogue revision that the index holds, 0 for an empty one."""
        return _revision(self.folder, self._searcher())

    def update(self, changes: Iterable[tuple[ArticleId, Entry | None]], revision: int) -> int:
        """Take in what changed, in one commit together with the revision."""
        with self._writing:
            self._settle()
            filled = self._searcher().num_docs > 0
            writer = self._writer()
            try:
                done = self._write(writer, changes, filled)
                with writing(self.folder):
                    if filled:
                        writer.delete_documents_by_query(Query.exists_query(REVISION))
                    writer.add_document(revision_document(revision))
                    writer.commit()
            except BaseException:
                with suppress(ValueError):
                    writer.rollback()
                self._release(writer)
                raise
            self._release(writer)
        return done

    def decides(self, leaf: Holds) -> bool:
        """Tell whether a string is found exactly, but for articles flagged ``UNSURE``."""
        return decided(leaf)

    def candidates(self, tree: Sought) -> Collection[ArticleId]:
        """Return at least the articles of a tree, undecided leaves included."""
        query, searcher = self._asking.at_least(tree), self._searcher()
        with reading(self.folder):
            most = max(1, searcher.num_docs)
            hits = searcher.search(query, most, count=False, order_by_field=NEWEST).hits
        return [article_at(place) for place, _ in hits]

    def count(self, tree: Sought) -> int:
        """Return how many articles a tree of decided leaves has."""
        held = self._read()
        known = held.counts.get(tree)
        if known is None:
            with reading(self.folder):
                known = count(held.searcher, self._asking.exactly(tree))
            held.keep(tree, known)
        return known

    def ranked(self, wanted: Wanted, first: int, last: int) -> Sequence[tuple[ArticleId, float]]:
        """Return the articles at places ``first`` to ``last`` of the order, each with its score."""
        held = self._read()
        with reading(self.folder):
            found, total = tantivy_ranking.ranked(held.searcher, self._asking, wanted, first, last)
        if total is not None:
            held.keep(wanted.tree, total)
        return found

    def facets(self, tree: Sought, facets: Collection[Facet]) -> Mapping[Facet, Mapping[str, int]]:
        """Return for each facet how many articles of a tree are filed under each of its values."""
        query, searcher = self._asking.exactly(tree), self._searcher()
        with reading(self.folder):
            return tantivy_facets.counted(searcher, query, facets)

    def words(self, prefix: str, limit: int) -> Sequence[Suggestion]:
        """Return the words that begin with a prefix, most frequent first."""
        if prefix and not decided(Holds(prefix)):
            return ()  # no word is as long, or cannot be written
        searcher = self._searcher()
        with reading(self.folder):
            return tantivy_facets.words(searcher, self._asking, prefix, limit)

    def clear(self) -> None:
        """Empty the index: revision 0."""
        with self._writing:
            self._settle()
            try:
                writer = self._writer()
                with writing(self.folder):
                    writer.delete_all_documents()
                    writer.commit()
                self._release(writer)
            except IndexDamaged:
                self.close()
                self._index = self._made()

    def close(self) -> None:
        """Let go of the files."""
        with self._writing:
            self._settle()
            self._reading = None
            if self._links is not None:
                self._links.cleanup()

    def _opened(self) -> Index | None:
        """Return the index in the folder, or None where there is none that this version can read."""
        try:
            with reading(self.folder):
                opened = open_index(self.folder)
                if opened is None:
                    return None
                index, self._links = opened
                index.config_reader("manual")
                _revision(self.folder, index.searcher())
        except IndexDamaged:
            return None
        return index

    def _made(self) -> Index:
        with reading(self.folder):
            index = make_index(self.folder)
            index.config_reader("manual")
        return index

    def _searcher(self) -> Searcher:
        return self._read().searcher

    def _read(self) -> _Reading:
        """Return the newest commit, of this process or another."""
        held = self._reading
        with reading(self.folder):
            now = (self.folder / META).stat()
            meta = (now.st_mtime_ns, now.st_ino, now.st_size)
            if held is not None and held.meta == meta:
                return held
            with self._reloading:
                self._index.reload()
                self._reading = held = _Reading(meta, self._index.searcher(), {})
        return held

    def _writer(self) -> IndexWriter:
        if self._links is not None:
            raise read_only(self.folder)
        until = time.monotonic() + _LOCK_SECONDS
        while True:
            try:
                with writing(self.folder):
                    return self._index.writer(_HEAP, 1)
            except IndexBusy:
                if time.monotonic() >= until:
                    raise
            time.sleep(_LOCK_SECONDS / 40)

    def _write(
        self, writer: IndexWriter, changes: Iterable[tuple[ArticleId, Entry | None]], filled: bool
    ) -> int:
        done = 0
        for article, entry in changes:
            made = None if entry is None else document(article, entry)
            with writing(self.folder):
                if filled:
                    writer.delete_documents_by_term(ARTICLE, article)
                if made is not None:
                    writer.add_document(made)
            done += 1
        return done

    def _release(self, writer: IndexWriter) -> None:
        """Let segments be merged while the index is already searched; then others may write."""
        self._settling = Thread(target=_finish, args=(writer,), name="index-merges")
        self._settling.start()

    def _settle(self) -> None:
        """Wait for merges that still run."""
        if self._settling is not None:
            self._settling.join()
            self._settling = None


def _finish(writer: IndexWriter) -> None:
    # Files that a merge replaced go at the next update, should this fail.
    with suppress(ValueError):
        writer.garbage_collect_files()
        writer.wait_merging_threads()


def _revision(folder: Path, searcher: Searcher) -> int:
    with reading(folder):
        hits = searcher.search(Query.exists_query(REVISION), 1, count=False, order_by_field=REVISION).hits
    return int(hits[0][0]) if hits else 0
