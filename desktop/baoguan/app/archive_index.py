"""An archive's index: found, made, mended, and kept up with the catalogue."""

import tempfile
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import RLock

from baoguan.app import index_notices as notices
from baoguan.app.dictionary import names
from baoguan.app.index_folders import IndexFolders, busy, put_words, words_of
from baoguan.app.marker import read_marker
from baoguan.app.searching import Due
from baoguan.domain.article import Passage
from baoguan.domain.errors import BaoguanError, IndexBusy, IndexDamaged, IndexUnreachable
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress
from baoguan.index.catch_up import catch_up
from baoguan.index.engine import Engine
from baoguan.index.engines import (
    EMBEDDED,
    OPENSEARCH,
    TANTIVY,
    WHOOSH,
    Cluster,
    available,
    open_cluster,
    open_embedded,
)
from baoguan.index.fold import fold_article
from baoguan.index.tree import EVERYTHING
from baoguan.index.vocabulary import Segmenter
from baoguan.store.catalogue import Catalogue

MOST_ON_WHOOSH = 5_000
"""Articles up to which the embedded default is fast enough; more move to the native engine where it is."""

_TRIES = 100
_PAUSE_SECONDS = 0.2


class ArchiveIndex:
    """The index beside a catalogue; in a temporary folder where that one is missing and cannot be written.

    Several threads may use it; whoever exchanges ``engine`` sees to it that nobody is reading.
    """

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        """Open the index that ``archive.toml`` names, or the best there is in its stead."""
        self.folder = folder
        self.folders = IndexFolders(folder / "index")
        self.catalogue = catalogue
        self.writing = RLock()
        self.notices: list[Bilingual] = []
        self.segmenter = Segmenter(names(folder))
        self._kept = not catalogue.database.read_only
        self._resources = ExitStack()
        self._engine: Engine | None = None
        self._absence: BaoguanError | None = None
        if self._kept:
            self.folders.tidy()
        self.open()

    @property
    def engine(self) -> Engine:
        """The engine that answers; raises why there is none while a cluster alone could, and is not there."""
        if self._engine is None:
            self.open()
        if self._engine is None:
            raise self._absence or notices.nowhere(self.folder)
        return self._engine

    @property
    def is_current(self) -> bool:
        """Whether the index holds the catalogue's last state."""
        with suppress(IndexDamaged, IndexUnreachable):
            return self._engine is not None and self._engine.revision() == self.catalogue.texts.revision()
        return False

    @property
    def is_lost(self) -> bool:
        """Whether the index holds nothing though the catalogue does: an answer from it would be none."""
        empty = self._engine is not None and self._engine.revision() == 0
        return empty and self.catalogue.texts.revision() != 0

    def open(self) -> None:
        """Open the index anew, as ``archive.toml`` says now."""
        marker = read_marker(self.folder)
        self.name = marker.engine
        if self.name == OPENSEARCH:
            self._engine = self._on_cluster(marker.cluster)
            return
        if not available(self.name):
            self.name = WHOOSH
            self.tell(notices.not_installed(marker.engine))
        self._engine = self._embedded(self.name)

    def catch_up(self, progress: Progress) -> int:
        """Bring the index to the catalogue's state; return how many articles were indexed.

        An index of another catalogue, or of one that was put back, is emptied first; one made anew also
        renews the folded texts: both are of one version. While another program writes the index it is
        left as it is, and catches up with the next change or opening.
        """
        with self.writing:
            if self._engine is None:
                return 0
            try:
                if not self.is_current and not self.catalogue.revisions.passed(self.engine.revision()):
                    self.engine.clear()
                if self._kept and self.fold_again():
                    put_words(self.folders.of(self.name), self.segmenter.fingerprint)
                return catch_up(self.engine, self.catalogue.texts, progress, self.segmenter)
            except IndexBusy:
                return 0
            except IndexUnreachable as error:
                self.lose_cluster(error)
                return 0 if self._engine is None else self.catch_up(progress)

    def lose_cluster(self, error: BaoguanError) -> None:
        """Go on with an embedded index, if there is one, where a cluster no longer answers."""
        self.close_engine()
        self._engine = self._instead(error)

    def fold_again(self) -> bool:
        """Renew the folded texts where the index is empty, perhaps of another version; tell if it is."""
        empty = False
        with suppress(IndexUnreachable):  # the cluster that is to be left may be down
            empty = self._engine is not None and self._engine.revision() == 0
        if empty:
            self.catalogue.filing.fold_again(_folded)
        return empty

    def mend(self, progress: Progress) -> None:
        """Make an index anew that could not be read; take the one another program put in its place."""
        with self.writing:
            self.close_engine()
            self.open()
            try:
                mended = self.engine.revision() != 0
            except IndexDamaged:
                self.engine.clear()
                mended = False
            if not mended:
                self.tell(notices.HEALED)
            self.catch_up(progress)
            for _ in range(_TRIES):
                if not self.is_lost:
                    return
                time.sleep(_PAUSE_SECONDS)  # another program is writing it
                self.catch_up(progress)
            raise busy()

    def due(self) -> Due | None:
        """Return whether the index is to be made anew: the archive outgrew its engine, or has other words."""
        if not self._kept or self._engine is None:
            return None
        articles = self._outgrown()
        if articles and available(TANTIVY):
            return Due(TANTIVY, notices.moved(articles))
        self.segmenter = Segmenter(names(self.folder))
        if words_of(self.folders.of(self.name)) != self.segmenter.fingerprint:
            return Due(self.name, notices.WORDS)
        return None

    def news(self) -> tuple[Bilingual, ...]:
        """Return what a reader should know of the index."""
        articles = self._outgrown()
        if articles and not available(TANTIVY):
            self.tell(notices.slower(articles))
        return tuple(self.notices)

    def _outgrown(self) -> int:
        """Return how many articles there are where they are too many for Whoosh and nobody chose it; or 0."""
        if self._engine is None or self.name != WHOOSH:
            return 0
        marker = read_marker(self.folder)
        if marker.engine != WHOOSH or marker.chosen:
            return 0
        with suppress(IndexDamaged):
            articles = self._engine.count(EVERYTHING)
            return articles if articles > MOST_ON_WHOOSH else 0
        return 0

    def tell(self, notice: Bilingual) -> None:
        """Let the reader know something about the index, once."""
        if notice not in self.notices:
            self.notices.append(notice)

    def close(self) -> None:
        """Let go of the index's files."""
        self.close_engine()
        self._resources.close()

    def close_engine(self) -> None:
        """Let go of the engine's files, to open it again or another."""
        if self._engine is not None:
            self._engine.close()
        self._engine = None

    def _on_cluster(self, cluster: Cluster | None) -> Engine | None:
        """Open the index on a cluster, or what stands in for one that does not answer."""
        try:
            if not available(OPENSEARCH):
                raise notices.cannot_use(OPENSEARCH)
            if cluster is None:
                raise notices.nowhere(self.folder)
            return open_cluster(cluster)
        except BaoguanError as error:
            return self._instead(error)

    def _instead(self, error: BaoguanError) -> Engine | None:
        """Open an embedded index in the stead of a cluster; None, and why, where there is none."""
        self._absence = notices.no_cluster(self.folder, error)
        held = [name for name in EMBEDDED if available(name) and self.folders.of(name).is_dir()]
        if not held:
            return None
        self.name = held[0]
        self.tell(notices.cluster_down(self.folder))
        return self._embedded(self.name)

    def _embedded(self, name: str) -> Engine:
        folder = self.folders.of(name)
        if self._kept:
            return self._opened(name, folder)
        try:
            engine = open_embedded(name, folder)
            if engine.revision() == self.catalogue.texts.revision():
                return engine
            engine.close()
        except IndexDamaged:
            pass  # An index that cannot be used and cannot be mended where it lies: made elsewhere.
        elsewhere = self._resources.enter_context(tempfile.TemporaryDirectory(prefix="baoguan-"))
        return open_embedded(name, Path(elsewhere) / "index")

    def _opened(self, name: str, folder: Path) -> Engine:
        was_there = folder.is_dir() and any(folder.iterdir())
        engine = open_embedded(name, folder)
        if was_there and engine.revision() == 0 and self.catalogue.texts.revision():
            self.tell(notices.HEALED)
        return engine


def _folded(text: str, passages: tuple[Passage, ...]) -> str:
    return fold_article(text, passages).text
