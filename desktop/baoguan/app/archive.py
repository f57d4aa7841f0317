"""An open archive: everything a user can read and find in it, and the one place that changes it."""

import errno
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from baoguan.annotate.anchor import find
from baoguan.app.changes import Changes
from baoguan.app.commands import Command
from baoguan.app.dictionary import read_dictionary
from baoguan.app.marker import Marker, not_an_archive, read_marker, write_marker
from baoguan.app.pictures import Pictures
from baoguan.app.rereading import read_anew
from baoguan.app.search_process import ProcessSearch
from baoguan.app.searching import Searching
from baoguan.app.upkeep import Upkeep
from baoguan.domain.annotation import Anchored, Annotation
from baoguan.domain.errors import IndexBusy
from baoguan.domain.ids import AnnotationId, ArticleId
from baoguan.domain.progress import Progress, Silent
from baoguan.domain.records import (
    FigureFilter,
    FigureRecord,
    NameCount,
    StatisticColumn,
    StatisticFilter,
    StatisticRecord,
)
from baoguan.domain.statistic import Kind
from baoguan.export.statistics import export_statistics
from baoguan.ingest.package import read_again
from baoguan.store.catalogue import Catalogue
from baoguan.store.database import read_only, storage_full

_SCANS = 4


class Archive:
    """An archive folder held open. Any thread may read; changes are made one at a time."""

    def __init__(
        self,
        folder: Path,
        marker: Marker,
        catalogue: Catalogue,
        searching: Searching,
        apart: bool = False,
    ) -> None:
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
        self.all_statistics = catalogue.statistics.all
        self.amended_statistic = catalogue.statistics.said_by
        self.statistic_values = catalogue.statistics.values
        self.statistic_groups = catalogue.statistics.groups
        self.statistic_groups_count = catalogue.statistics.groups_count
        self.statistic_position = catalogue.statistics.position
        self.saved_searches = catalogue.saved_searches.all
        self.page_print = catalogue.prints.of
        self.rearrangements = catalogue.rearrangements.of
        self.parts = catalogue.continuations.parts
        self.waiting_pages = catalogue.prints.waiting
        self.read_only = catalogue.database.read_only
        self._searching = searching
        self.search = searching.search
        self.found = searching.found
        self.spread = searching.spread
        self.concordance = searching.concordance
        self.suggest = searching.suggest
        self.correct = searching.correct
        self.marks = searching.marks
        self.index_state = searching.state
        self.upkeep = Upkeep((searching.renew, self._read_numbers, self._read_scans)) if apart else None
        """Does what is due beside everything else; None where nobody waits for it."""
        self._changing = threading.RLock()
        self._pictures = Pictures(folder, catalogue)
        self.open_picture = self._pictures.open
        self.figure_picture = self._pictures.figure
        self.scan = lru_cache(_SCANS)(partial(read_again, catalogue))
        """A page as its source has it: kept for a while, as readers correct a page step by step."""

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
    def open(cls, folder: Path, progress: Progress | None = None, apart: bool = False) -> "Archive":
        """Open an archive and bring its index up to date; ``apart``: searching runs in a process beside."""
        marker = read_marker(folder)
        with ExitStack() as opened, _storage(folder):
            catalogue = Catalogue.open(folder, read_only=not writable(folder))
            opened.callback(catalogue.close)
            searching = _searching(folder, catalogue, apart)
            opened.callback(searching.close)
            searching.catch_up(progress or Silent())
            opened.pop_all()
        archive = cls(folder, marker, catalogue, searching, apart)
        if apart:
            archive.renew(Silent())
        return archive

    def close(self) -> None:
        """Close the catalogue and the index."""
        if self.upkeep is not None:
            self.upkeep.stop()
        self._searching.close()
        if self.upkeep is not None:
            self.upkeep.finish()
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

    def gallery(
        self, wanted: FigureFilter | None = None, limit: int | None = None, offset: int = 0
    ) -> tuple[FigureRecord, ...]:
        """Return a portion of the figures wanted: by date, page and place, or in the order of a search."""
        return self.catalogue.gallery.figures(wanted or FigureFilter(), self._found_by(wanted), limit, offset)

    def gallery_count(self, wanted: FigureFilter | None = None) -> int:
        """Return how many figures are wanted."""
        return self.catalogue.gallery.count(wanted or FigureFilter(), self._found_by(wanted))

    def gallery_kinds(self, wanted: FigureFilter | None = None) -> tuple[NameCount, ...]:
        """Return the kinds of the figures wanted, the most frequent first."""
        return self.catalogue.gallery.kinds(wanted or FigureFilter(), self._found_by(wanted))

    def read_scans(self, progress: Progress) -> int:
        """Recognise the text of the pages that wait for it; return of how many."""
        from baoguan.app.reading_scans import read_scans

        return read_scans(self, progress)

    def export_statistics(
        self,
        path: Path,
        wanted: StatisticFilter,
        sort: StatisticColumn | None = None,
        descending: bool = False,
        progress: Progress | None = None,
        ending: str | None = None,
    ) -> int:
        """Write statistics into a file, ``.csv``, ``.xlsx``, ``.jsonl`` or ``.parquet``; return how many.

        ``ending`` names the format where the file's own does not. Whole or not at all; raise
        ``FormatAbsent``, ``TargetUnwritable`` or ``StorageFull``.
        """
        with self.catalogue.statistics.all(wanted, sort, descending) as (count, records):
            export_statistics(records, count, path, progress or Silent(), ending)
        return count

    def do(self, command: Command) -> Changes:
        """Do a command, whole or not at all, and bring the index up to date."""
        with self.changing():
            changes = command.do(self)
            self.index(Silent())
        if changes.index:
            self.renew(Silent())
        return changes

    def undo(self, command: Command) -> Changes:
        """Take a command back, and bring the index up to date."""
        with self.changing():
            changes = command.undo(self)
            self.index(Silent())
        if changes.index:
            self.renew(Silent())
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
            return self._searching.catch_up(progress)

    def reindex(self, engine: str, progress: Progress) -> None:
        """Build the index anew on ``whoosh``, ``tantivy`` or ``opensearch``; search works meanwhile."""
        if self.read_only:
            raise read_only(self.folder)
        with _storage(self.folder):
            self._searching.reindex(engine, progress)

    def renew(self, progress: Progress) -> None:
        """Have the index made anew where the dictionary or the archive's size asks for it.

        With searching apart that goes on in the background, and ``upkeep`` tells how far it is.
        """
        if self.upkeep is not None:
            self.upkeep.start()
        elif not self.read_only:
            with suppress(IndexBusy), _storage(self.folder):
                self._searching.renew(progress)

    def _found_by(self, wanted: FigureFilter | None) -> tuple[ArticleId, ...] | None:
        """Return the articles that a search finds whose figures are wanted; None where none was made."""
        return None if wanted is None or wanted.question is None else self.found(wanted.question)

    def _read_numbers(self, upkeep: Upkeep) -> bool:
        """Read statistics anew where other rules read them, in a process beside; tell whether any were."""
        if self.read_only or not read_anew(self, upkeep, apart=True):
            return False
        upkeep.changed(Changes(statistics=True))
        return True

    def _read_scans(self, upkeep: Upkeep) -> bool:
        """Recognise the text of scans that wait for it, in processes beside; tell whether any did."""
        if self.read_only or not self.waiting_pages():
            return False
        from baoguan.app.reading_scans import read_scans

        return read_scans(self, upkeep, upkeep.changed, lambda: upkeep.pressing) > 0

    def dictionary(self) -> str:
        """Return the names added to the archive's words, a line each, in jieba's format."""
        return read_dictionary(self.folder)

    def _anchored(self, annotation: Annotation) -> Anchored:
        article = self.catalogue.pages.article(annotation.article).article
        return Anchored(annotation, find(article.text, annotation.target), article.headline)


def _searching(folder: Path, catalogue: Catalogue, apart: bool) -> Searching:
    if apart:
        return ProcessSearch(folder, catalogue.database.read_only)
    # The engines are loaded only where searching is done.
    from baoguan.app.archive_index import ArchiveIndex
    from baoguan.app.local_search import LocalSearch

    return LocalSearch(ArchiveIndex(folder, catalogue), catalogue)


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


def writable(folder: Path) -> bool:
    """Return whether an archive's folder may be written to."""
    written = (folder, folder / "catalogue.sqlite", folder / "originals")
    return all(os.access(path, os.W_OK) for path in written if path.exists())
