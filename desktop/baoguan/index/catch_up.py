"""An index becomes what the catalogue is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress
from baoguan.domain.records import FiledArticle
from baoguan.index.analysis import Entry, entry
from baoguan.index.engine import Engine
from baoguan.index.vocabulary import PLAIN, Segmenter

_DOING = Bilingual("建立索引", "Indexing")


class Changing(Protocol):
    """A catalogue that counts its changes."""

    def revision(self) -> int:
        """Return the number of the last change."""

    def changed_since(self, revision: int) -> Sequence[ArticleId]:
        """Return the articles changed or removed after a revision."""

    def filed(self, ids: Iterable[ArticleId]) -> Iterator[tuple[ArticleId, FiledArticle | None]]:
        """Yield each of these articles; None where it was removed."""


def catch_up(engine: Engine, catalogue: Changing, progress: Progress, segmenter: Segmenter = PLAIN) -> int:
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
    changed = catalogue.changed_since(held)
    return engine.update(_entries(catalogue, changed, progress, segmenter), wanted)


def _entries(
    catalogue: Changing, changed: Sequence[ArticleId], progress: Progress, segmenter: Segmenter
) -> Iterator[tuple[ArticleId, Entry | None]]:
    for done, (article, filed) in enumerate(catalogue.filed(changed)):
        progress.step(done, len(changed), _DOING)
        yield article, None if filed is None else entry(filed, segmenter)
