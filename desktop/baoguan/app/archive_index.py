"""An archive's index: found, made, mended, and kept up with the catalogue."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from baoguan.domain.article import Passage
from baoguan.domain.errors import IndexBusy, IndexDamaged
from baoguan.domain.progress import Progress
from baoguan.index.catch_up import catch_up
from baoguan.index.fold import fold_article
from baoguan.index.whoosh_engine import WhooshEngine
from baoguan.store.catalogue import Catalogue


class ArchiveIndex:
    """The index beside a catalogue; in a temporary folder where that one is missing and cannot be written."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._resources = ExitStack()
        self._kept = not catalogue.database.read_only
        self.engine = self._opened(folder)

    @property
    def is_current(self) -> bool:
        """Whether the index holds the catalogue's last state."""
        return self.engine.revision() == self._catalogue.texts.revision()

    def catch_up(self, progress: Progress) -> int:
        """Bring the index to the catalogue's state; return how many articles were indexed.

        An index made anew also renews the folded texts: both are of one version. While another
        program writes the index it is left as it is, and catches up with the next change or opening.
        """
        if self._kept and self.engine.revision() == 0:
            self._catalogue.filing.fold_again(_folded)
        try:
            return catch_up(self.engine, self._catalogue.texts, progress)
        except IndexBusy:
            return 0

    def mend(self, progress: Progress) -> None:
        """Make an index anew that could not be read."""
        self.engine.clear()
        self.catch_up(progress)

    def close(self) -> None:
        """Let go of the index's files."""
        self.engine.close()
        self._resources.close()

    def _opened(self, folder: Path) -> WhooshEngine:
        if self._kept:
            return WhooshEngine(folder)
        try:
            engine = WhooshEngine(folder)
            if engine.revision() == self._catalogue.texts.revision():
                return engine
            engine.close()
        except IndexDamaged:
            pass  # An index that cannot be used and cannot be mended where it lies: made elsewhere.
        elsewhere = self._resources.enter_context(tempfile.TemporaryDirectory(prefix="baoguan-"))
        return WhooshEngine(Path(elsewhere) / "index")


def _folded(text: str, passages: tuple[Passage, ...]) -> str:
    return fold_article(text, passages).text
