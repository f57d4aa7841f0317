"""An index becomes what the catalogue is."""

from collections.abc import Iterator
from typing import Protocol

from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress
from baoguan.domain.records import ArticleText
from baoguan.index.analysis import Entry, entry
from baoguan.index.engine import Engine

_DOING = Bilingual("建立索引", "Indexing")


class Changing(Protocol):
    """A catalogue that counts its changes."""

    def revision(self) -> int:
        """Return the number of the last change."""

    def texts_changed_since(self, revision: int) -> Iterator[tuple[ArticleId, ArticleText | None]]:
        """Yield every article changed after a revision, once; None where it was removed."""


def catch_up(engine: Engine, catalogue: Changing, progress: Progress) -> int:
    """Bring an index to the catalogue's revision and return how many articles that took.

    Only what changed is indexed; everything is, where the index is empty or of a later revision
    than the catalogue (an older copy was put back).
    """
    wanted = catalogue.revision()
    held = engine.revision()
    if held == wanted:
        return 0
    if held > wanted:
        engine.clear()
        held = 0
    return engine.update(_changes(catalogue, held, progress), wanted)


def _changes(catalogue: Changing, since: int, progress: Progress) -> Iterator[tuple[ArticleId, Entry | None]]:
    for done, (article, text) in enumerate(catalogue.texts_changed_since(since)):
        progress.step(done, 0, _DOING)
        yield article, None if text is None else entry(text)
