"""The embedded engine: Whoosh, in a folder, in pure Python."""

import shutil
import sys
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import compress
from pathlib import Path
from threading import RLock
from typing import Any

from whoosh import index as whoosh_index
from whoosh import versionstring

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Facet, Suggestion
from baoguan.index.analysis import Entry
from baoguan.index.engine import Wanted
from baoguan.index.fold import folding
from baoguan.index.pairs import choice
from baoguan.index.tree import Holds, Sought
from baoguan.index.whoosh_codec import ListCodec
from baoguan.index.whoosh_faults import DAMAGE, busy, damaged, let_go, unwritable
from baoguan.index.whoosh_leaf import Leaf
from baoguan.index.whoosh_merging import merge_small
from baoguan.index.whoosh_postings import Gathered, places_of, truths
from baoguan.index.whoosh_ranking import ranked
from baoguan.index.whoosh_schema import REVISION, row, schema
from baoguan.index.whoosh_tree import found
from baoguan.index.whoosh_words import frequent_words

_MARKER = "engine.toml"
_FORMAT = 6
"""Goes up whenever folding, grams or fields change: an index of another format is made again."""
_LOCK_SECONDS = 2.0
_TRIES = 20

_Contents: Any = whoosh_index.TOC  # Whoosh is only half typed
_codec: Any = ListCodec


class WhooshEngine:
    """An ``Engine`` on Whoosh.

    Whoosh's files are pickles, so a folder is opened only where our own marker says that this
    version wrote it; any other folder, and any that cannot be read, is emptied (revision 0).
    """

    def __init__(self, folder: Path) -> None:
        """Open or make an index; raises ``IndexDamaged`` where that needs writing and cannot."""
        self.folder = folder
        self._lock = RLock()
        self._generation = -1
        self._leaves: dict[str, Leaf] = {}
        self._schema = schema()
        try:
            self._index = self._opened() or self._made()
        except OSError as error:
            raise damaged(folder) from error

    def revision(self) -> int:
        """Return the catalogue revision that the index holds, 0 for an empty one."""
        with self._reading() as leaves:
            return max((leaf.revision() for leaf in leaves), default=0)

    def update(self, changes: Iterable[tuple[ArticleId, Entry | None]], revision: int) -> int:
        """Take in what changed, in one commit together with the revision."""
        done = 0
        with self._writing() as writer:
            with self._reading() as leaves:
                known = _known(leaves)
                outdated = _old_revisions(leaves)
            for article, entry in changes:
                with self._storing():
                    if article in known:
                        writer.delete_document(known[article])
                    if entry is not None:
                        writer.add_document(**row(article, entry))
                done += 1
            for number in outdated:
                writer.delete_document(number)
            writer.add_document(**{REVISION: {str(revision)}})
        return done

    def decides(self, leaf: Holds) -> bool:
        """Tell whether a string is found exactly, but for ``UNSURE`` articles: all but the empty one are."""
        return leaf.folded != ""

    def candidates(self, tree: Sought) -> Collection[ArticleId]:
        """Return at least the articles of a tree."""
        articles: list[int] = []
        with self._reading() as leaves:
            for leaf in leaves:
                articles.extend(compress(leaf.articles, truths(found(leaf, tree))))
        return list(map(ArticleId, articles))

    def count(self, tree: Sought) -> int:
        """Return how many articles a tree of decided leaves has."""
        with self._reading() as leaves:
            return sum(found(leaf, tree).bit_count() for leaf in leaves)

    def ranked(self, wanted: Wanted, first: int, last: int) -> Sequence[tuple[ArticleId, float]]:
        """Return the articles at places ``first`` to ``last`` of the order, each with its score."""
        with self._reading() as leaves:
            return ranked(leaves, wanted, first, last)

    def facets(self, tree: Sought, facets: Collection[Facet]) -> Mapping[Facet, Mapping[str, int]]:
        """Return for each facet how many articles of a tree are filed under each of its values."""
        counts: dict[Facet, dict[str, int]] = {facet: {} for facet in facets}
        with self._reading() as leaves:
            for leaf in leaves:
                some = found(leaf, tree)
                for facet, counted in counts.items():
                    for value, places in leaf.filed_under(facet).items():
                        if number := (places & some).bit_count():
                            counted[value] = counted.get(value, 0) + number
        return counts

    def words(self, prefix: str, limit: int) -> Sequence[Suggestion]:
        """Return the words that begin with a prefix, most frequent first."""
        with self._reading() as leaves:
            return frequent_words(leaves, prefix, limit)

    def clear(self) -> None:
        """Empty the index: revision 0."""
        with self._lock:
            self.close()
            try:
                self._index = self._made()
            except OSError as error:
                raise damaged(self.folder) from error

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            for leaf in self._leaves.values():
                leaf.close()
            self._leaves, self._generation = {}, -1

    def _opened(self) -> whoosh_index.FileIndex | None:
        """Return the index in the folder, or None where there is none that this version can read."""
        for _ in range(_TRIES):
            contents = self._contents()
            try:
                marker = tomllib.loads((self.folder / _MARKER).read_text("utf-8"))
                if marker != _marker():
                    return None
                opened = whoosh_index.open_dir(str(self.folder), schema=self._schema)
                self._refresh(opened)
            except DAMAGE as error:
                let_go(error)
                self.close()
                # Another process may have put a newer commit in the place of this one.
                if contents == self._contents():
                    return None
            else:
                return opened
        return None

    def _contents(self) -> list[str]:
        """Return the names of the tables of contents: another one for each commit."""
        return sorted(path.name for path in self.folder.glob("*.toc"))

    def _made(self) -> whoosh_index.FileIndex:
        """Return a new, empty index; the marker goes first and comes last, so that no half of one counts."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / _MARKER).unlink(missing_ok=True)
        for path in self.folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        made = whoosh_index.create_in(str(self.folder), self._schema)
        lines = (f"{name} = {value!r}\n" for name, value in _marker().items())
        (self.folder / _MARKER).write_text("".join(lines), "utf-8")
        return made

    def _refresh(self, index: whoosh_index.FileIndex) -> None:
        """Open the newest commit."""
        while (generation := _generation(index)) != self._generation:
            try:
                self._take_over(index)
            except FileNotFoundError:
                # Another process may have put a newer commit in the place of this one.
                if _generation(index) == generation:
                    raise
            else:
                self._generation = generation

    def _take_over(self, index: whoosh_index.FileIndex) -> None:
        """Open the segments of a commit; those that were open already stay so."""
        segments = _Contents.read(index.storage, index.indexname, schema=self._schema).segments
        leaves: dict[str, Leaf] = {}
        with ExitStack() as undo:
            for segment in segments:
                name = segment.segment_id()
                if name not in self._leaves:
                    leaves[name] = Leaf(index.storage, self._schema, segment)
                    undo.callback(leaves[name].close)
                else:
                    leaves[name] = self._leaves[name]
            undo.pop_all()
        for segment in segments:
            leaves[segment.segment_id()].delete(segment)
        for name in self._leaves.keys() - leaves.keys():
            self._leaves[name].close()
        self._leaves = leaves

    @contextmanager
    def _reading(self) -> Iterator[Sequence[Leaf]]:
        """Give the segments of the newest commit, to one thread at a time."""
        with self._lock:
            try:
                self._refresh(self._index)
                yield tuple(self._leaves.values())
            except DAMAGE as error:
                let_go(error)
                self.close()
                raise damaged(self.folder) from error

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        """Give the writer; commit at the end, or leave the index as it was when anything is raised."""
        try:
            writer: Any = self._index.writer(timeout=_LOCK_SECONDS, codec=_codec())
        except whoosh_index.LockError as error:
            raise busy(self.folder) from error
        except OSError as error:
            raise unwritable(self.folder, error) from error
        except DAMAGE as error:
            raise damaged(self.folder) from error
        writer.pool = Gathered(writer.temp_storage().folder)
        try:
            yield writer
        except BaseException:
            with suppress(OSError):
                writer.cancel()
            raise
        with self._storing():
            try:
                writer.commit(mergetype=merge_small)
            except BaseException:
                # Whoosh lets go of the lock, not of the file it was writing.
                with suppress(OSError):
                    writer.fieldwriter.close()
                raise

    @contextmanager
    def _storing(self) -> Iterator[None]:
        """Say in our own errors why something could not be written, or read while it was merged."""
        try:
            yield
        except FileNotFoundError as error:
            raise damaged(self.folder) from error
        except OSError as error:
            raise unwritable(self.folder, error) from error
        except DAMAGE as error:
            raise damaged(self.folder) from error


def _generation(index: Any) -> int:
    """Return the number of the newest commit."""
    return int(index.latest_generation())


def _marker() -> dict[str, str | int]:
    made_by = {"engine": "whoosh", "version": versionstring(), "bytes": sys.byteorder}
    return {**made_by, "format": _FORMAT, "pairs": choice(), "folding": folding()}


def _known(leaves: Iterable[Leaf]) -> dict[int, int]:
    """Return the number that Whoosh has for the row of each article."""
    known: dict[int, int] = {}
    start = 0
    for leaf in leaves:
        chosen = truths(leaf.alive)
        known.update(compress(zip(leaf.articles, range(start, start + leaf.size), strict=True), chosen))
        start += leaf.size
    return known


def _old_revisions(leaves: Iterable[Leaf]) -> list[int]:
    """Return the numbers that Whoosh has for the rows of revisions."""
    rows: list[int] = []
    start = 0
    for leaf in leaves:
        rows.extend(start + place for place in places_of(leaf.revision_places()))
        start += leaf.size
    return rows
