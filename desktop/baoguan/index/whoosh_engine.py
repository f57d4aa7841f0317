"""The embedded engine: Whoosh, in a folder, in pure Python."""

import errno
import pickle
import shutil
import struct
import tomllib
import traceback
import warnings
import zlib
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from whoosh import index as whoosh_index
from whoosh import versionstring
from whoosh.query.qcore import Query
from whoosh.query.terms import Term
from whoosh.scoring import BM25F
from whoosh.writing import IndexWriter

from baoguan.domain.errors import ArchiveReadOnly, IndexBusy, IndexDamaged, StorageFull
from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.query import Node
from baoguan.index.analysis import Entry
from baoguan.index.fold import WALL
from baoguan.index.whoosh_schema import ranking, recall, schema

_MARKER = "engine.toml"
_FORMAT = 2
"""Goes up whenever folding, grams or fields change: an index of another format is made again."""
_LOCK_SECONDS = 2.0
_REVISION = "revision"
# What reading a file that is cut off, overwritten or of another make can raise in Whoosh and pickle.
_DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    LookupError,
    AssertionError,
    AttributeError,
    ImportError,
    TypeError,
    OverflowError,
    MemoryError,
    struct.error,
    zlib.error,
    pickle.UnpicklingError,
    whoosh_index.IndexError,
)


Searcher = Any  # Whoosh's own is only half typed
Ranking = Sequence[tuple[Query, float]]


class WhooshEngine:
    """An ``Engine`` on Whoosh.

    Whoosh's files are pickles, so a folder is opened only where our own marker says that this
    version wrote it; any other folder, and any that cannot be read, is emptied (revision 0).
    """

    def __init__(self, folder: Path) -> None:
        """Open or make an index; raises ``IndexDamaged`` where that needs writing and cannot."""
        self.folder = folder
        self._lock = RLock()
        self._searcher: Searcher = None
        try:
            self._index = self._opened() or self._made()
        except OSError as error:
            raise _damaged(folder) from error

    def revision(self) -> int:
        """Return the catalogue revision that the index holds, 0 for an empty one."""
        with self._searching() as searcher:
            return _held_revision(searcher)

    def update(self, changes: Iterable[tuple[ArticleId, Entry | None]], revision: int) -> int:
        """Take in what changed, in one commit together with the revision."""
        done = 0
        with self._writing() as writer:
            filled = writer.searcher().doc_count_all() > 0
            for article, entry in changes:
                if filled:
                    writer.delete_by_query(Term("article", article))
                if entry is not None:
                    _add(writer, article, entry)
                done += 1
            if filled:
                writer.delete_by_term("about", _REVISION)
            writer.add_document(about=[_REVISION], revision=revision)
        return done

    def candidates(self, tree: Node) -> Mapping[ArticleId, float]:
        """Return every article that may match, with its BM25F score."""
        found: dict[ArticleId, float] = {}
        with self._searching() as searcher:
            wanted = recall(tree, searcher.reader())
            words = ranking(tree)
            for leaf, _ in searcher.leaf_searchers():
                found.update(_scored(leaf, wanted, words))
        return found

    def clear(self) -> None:
        """Empty the index: revision 0."""
        with self._lock:
            self.close()
            try:
                self._index = self._made()
            except OSError as error:
                raise _damaged(self.folder) from error

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            if self._searcher is not None:
                self._searcher.close()
            self._searcher = None

    def _opened(self) -> whoosh_index.FileIndex | None:
        """Return the index in the folder, or None where there is none that this version can read."""
        try:
            marker = tomllib.loads((self.folder / _MARKER).read_text("utf-8"))
            if marker != _marker():
                return None
            opened = whoosh_index.open_dir(str(self.folder), schema=schema())
            searcher: Searcher = opened.searcher()
            with searcher:
                _held_revision(searcher)
        except _DAMAGE as error:
            _let_go(error)
            return None
        return opened

    def _made(self) -> whoosh_index.FileIndex:
        """Return a new, empty index; the marker goes first and comes last, so that no half of one counts."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / _MARKER).unlink(missing_ok=True)
        for path in self.folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        made = whoosh_index.create_in(str(self.folder), schema())
        lines = (f"{name} = {value!r}\n" for name, value in _marker().items())
        (self.folder / _MARKER).write_text("".join(lines), "utf-8")
        return made

    @contextmanager
    def _searching(self) -> Iterator[Searcher]:
        """Give a searcher on the newest commit, to one thread at a time."""
        with self._lock:
            try:
                # Whoosh's own refresh() brings back segments that were merged away.
                if self._searcher is not None and not self._searcher.up_to_date():
                    self.close()
                if self._searcher is None:
                    self._searcher = self._index.searcher(weighting=BM25F())
                yield self._searcher
            except _DAMAGE as error:
                _let_go(error)
                self._searcher = None
                raise _damaged(self.folder) from error

    @contextmanager
    def _writing(self) -> Iterator[IndexWriter]:
        """Give the writer; commit at the end, or leave the index as it was when anything is raised."""
        try:
            writer = self._index.writer(timeout=_LOCK_SECONDS)
        except whoosh_index.LockError as error:
            raise _busy(self.folder) from error
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        except _DAMAGE as error:
            raise _damaged(self.folder) from error
        try:
            yield writer
        except BaseException:
            writer.cancel()
            raise
        try:
            writer.commit()
        except OSError as error:
            raise _unwritable(self.folder, error) from error


def _let_go(error: BaseException) -> None:
    """Close the files that Whoosh left open when it failed; some systems delete no open file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        traceback.clear_frames(error.__traceback__)


def _marker() -> dict[str, str | int]:
    return {"engine": "whoosh", "version": versionstring(), "format": _FORMAT}


def _held_revision(searcher: Searcher) -> int:
    for number in searcher.docs_for_query(Term("about", _REVISION)):
        return int(searcher.stored_fields(number)["revision"])
    return 0


def _add(writer: IndexWriter, article: ArticleId, entry: Entry) -> None:
    words = {field.value: listed for field, listed in entry.words.items() if listed}
    writer.add_document(article=article, grams=[*entry.grams, WALL], imprint=entry.imprint, **words)


def _scored(leaf: Searcher, wanted: Query, words: Ranking) -> Iterator[tuple[ArticleId, float]]:
    """Yield the articles of one segment that hold the grams, with the score of the words they hold."""
    numbers = list(wanted.matcher(leaf, leaf.boolean_context()).all_ids())
    if not numbers:
        return
    scores = dict.fromkeys(numbers, 0.0)
    # Adding up word by word takes a third of the time of Whoosh's tree of unions.
    for word, weight in words:
        held: Any = word.matcher(leaf, leaf.context())
        while held.is_active():
            if (number := held.id()) in scores:
                scores[number] += weight * held.score()
                held.next()
            elif (following := bisect(numbers, number)) < len(numbers):
                held.skip_to(numbers[following])
            else:
                break
    articles = leaf.reader().column_reader("article")
    for number, score in scores.items():
        yield ArticleId(articles[number]), score


def _damaged(folder: Path) -> IndexDamaged:
    return IndexDamaged(
        Bilingual(f"检索索引无法读取：{folder}。", f"The search index cannot be read: {folder}."),
        Bilingual("请用可写的馆藏重建索引。", "Rebuild it, with the archive where it can be written to."),
    )


def _busy(folder: Path) -> IndexBusy:
    return IndexBusy(
        Bilingual(
            f"另一个程序正在写检索索引：{folder}。", f"Another program is writing the index: {folder}."
        ),
        Bilingual("等它结束后再试。", "Try again when it is done."),
    )


def _unwritable(folder: Path, error: OSError) -> StorageFull | ArchiveReadOnly:
    if error.errno == errno.ENOSPC:
        return StorageFull(
            Bilingual(
                f"磁盘已满，索引未更新：{folder}。", f"The disk is full; the index is unchanged: {folder}."
            ),
            Bilingual("腾出空间后再试。", "Make room and try again."),
        )
    return ArchiveReadOnly(
        Bilingual(f"检索索引不能写入：{folder}。", f"The search index cannot be written to: {folder}."),
        Bilingual("检查该文件夹的权限。", "Check the permissions of that folder."),
    )
