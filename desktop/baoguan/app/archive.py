"""An open archive: everything a user can read and find in it, and the one place that changes it."""

import errno
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from baoguan.annotate.anchor import find
from baoguan.app.archive_index import ArchiveIndex
from baoguan.app.changes import Changes
from baoguan.app.commands import Command
from baoguan.app.marker import Marker, not_an_archive, read_marker, write_marker
from baoguan.domain.annotation import Anchored, Annotation
from baoguan.domain.article import Span
from baoguan.domain.errors import IndexDamaged
from baoguan.domain.ids import AnnotationId, ArticleId
from baoguan.domain.progress import Progress, Silent
from baoguan.domain.query import Order, Results
from baoguan.domain.records import StatisticFilter, StatisticRecord
from baoguan.domain.statistic import Kind
from baoguan.search.searcher import Searcher
from baoguan.store.catalogue import Catalogue
from baoguan.store.database import read_only, storage_full


class Archive:
    """An archive folder held open. Any thread may read; changes are made one at a time."""

    def __init__(self, folder: Path, marker: Marker, catalogue: Catalogue, index: ArchiveIndex) -> None:
        self.folder = folder
        self.name = marker.name
        self.catalogue = catalogue
        self.issues = catalogue.pages.issues
        self.pages = catalogue.pages.pages
        self.page = catalogue.pages.page
        self.article = catalogue.pages.article
        self.figures = catalogue.pages.figures
        self.figure = catalogue.pages.figure
        self.statistics = catalogue.statistics.list
        self.statistics_count = catalogue.statistics.count
        self.statistic = catalogue.statistics.one
        self.saved_searches = catalogue.saved_searches.all
        self.read_only = catalogue.database.read_only
        self._index = index
        self._searcher = Searcher(catalogue.texts, index.engine)
        self._changing = threading.RLock()

    @classmethod
    def create(cls, folder: Path, name: str | None = None) -> "Archive":
        """Make an archive in a new or empty folder and open it; raise where the folder holds anything."""
        existed = folder.exists()
        if existed and (not folder.is_dir() or any(folder.iterdir())):
            raise not_an_archive(folder)
        with _storage(folder):
            folder.parent.mkdir(parents=True, exist_ok=True)
            # Made beside and moved into place: a folder is a whole archive or none.
            with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".making-") as making:
                made = Path(making) / "archive"
                made.mkdir()
                Catalogue.open(made).close()
                write_marker(made, Marker(name or folder.name.removesuffix(".baoguan"), date.today()))
                if existed:
                    folder.rmdir()
                made.replace(folder)
        try:
            return cls.open(folder)
        except BaseException:
            cls.discard(folder, keep_folder=existed)
            raise

    @staticmethod
    def discard(folder: Path, keep_folder: bool) -> None:
        """Take back an archive just made that could not be used; ``keep_folder`` leaves it empty."""
        shutil.rmtree(folder, ignore_errors=True)
        if keep_folder:
            folder.mkdir(exist_ok=True)

    @classmethod
    def open(cls, folder: Path, progress: Progress | None = None) -> "Archive":
        """Open an archive and bring its index up to date."""
        marker = read_marker(folder)
        with ExitStack() as opened, _storage(folder):
            catalogue = Catalogue.open(folder, read_only=not _writable(folder))
            opened.callback(catalogue.close)
            index = ArchiveIndex(folder / "index", catalogue)
            opened.callback(index.close)
            index.catch_up(progress or Silent())
            opened.pop_all()
        return cls(folder, marker, catalogue, index)

    def close(self) -> None:
        """Close the catalogue and the index."""
        self._index.close()
        self.catalogue.close()

    def annotations(self, article: ArticleId | None = None) -> tuple[Anchored, ...]:
        """Return the annotations of an article, or all, each with the place it has now."""
        return tuple(self._anchored(one) for one in self.catalogue.annotations.of(article))

    def annotation(self, annotation: AnnotationId) -> Anchored:
        """Return one annotation with the place it has now; raise ``NotFound``."""
        return self._anchored(self.catalogue.annotations.one(annotation))

    def article_statistics(self, article: ArticleId) -> tuple[StatisticRecord, ...]:
        """Return every number of an article in order of place, dates, ordinals and ranks included."""
        return self.statistics(StatisticFilter(article=article, kinds=frozenset(Kind)))

    def search(self, text: str, limit: int = 50, offset: int = 0, order: Order = Order.RANK) -> Results:
        """Return the hits of a query, in order; an index that cannot be read is made anew first."""
        try:
            return self._searcher.search(text, limit, offset, order)
        except IndexDamaged:
            with self._changing:
                self._index.mend(Silent())
            return self._searcher.search(text, limit, offset, order)

    def marks(self, article: ArticleId, text: str) -> tuple[Span, ...]:
        """Return where a query's hits stand in an article's text, in order."""
        return tuple(
            span for one in self.catalogue.texts.texts([article]) for span in self._searcher.marks(one, text)
        )

    def do(self, command: Command) -> Changes:
        """Do a command, whole or not at all, and bring the index up to date."""
        with self.changing():
            changes = command.do(self)
            self.index(Silent())
        return changes

    def undo(self, command: Command) -> Changes:
        """Take a command back, and bring the index up to date."""
        with self.changing():
            changes = command.undo(self)
            self.index(Silent())
        return changes

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the archive for a change; raise at once where it is read-only."""
        if self.read_only:
            raise read_only(self.folder)
        with self._changing, _storage(self.folder):
            yield

    def index(self, progress: Progress) -> int:
        """Bring the index to the catalogue's state; return how many articles were indexed."""
        with self._changing, _storage(self.folder):
            return self._index.catch_up(progress)

    @property
    def index_is_current(self) -> bool:
        """Whether the index holds the catalogue's last state."""
        return self._index.is_current

    def _anchored(self, annotation: Annotation) -> Anchored:
        article = self.catalogue.pages.article(annotation.article).article
        return Anchored(annotation, find(article.text, annotation.target), article.headline)


@contextmanager
def _storage(folder: Path) -> Iterator[None]:
    """Translate what a disk may answer to a write into the error a reader can act on."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise storage_full(folder) from error
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            raise read_only(folder) from error
        raise


def _writable(folder: Path) -> bool:
    written = (folder, folder / "catalogue.sqlite", folder / "originals")
    return all(os.access(path, os.W_OK) for path in written if path.exists())
