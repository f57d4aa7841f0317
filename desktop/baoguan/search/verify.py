"""Looks into the text of articles that an engine proposed."""

from collections.abc import Collection

from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress, Silent
from baoguan.domain.query import Near, Term
from baoguan.index.tree import Reach
from baoguan.search.ground import Subject
from baoguan.search.match import Sighting
from baoguan.search.recent import Recent

_DOING = Bilingual("核对原文", "Looking into the text")
_STRIDE = 20


class Verifier:
    """Reads articles as of one revision of the index; stops where ``progress`` says so."""

    def __init__(self, recent: Recent, revision: int) -> None:
        self._recent = recent
        self._revision = revision
        self.progress: Progress = Silent()

    def __call__(self, leaf: Term | Near, proposed: Collection[ArticleId]) -> dict[ArticleId, Reach]:
        """Return the articles that hold a leaf, each with its nearest reach; may raise ``Cancelled``."""
        sighting = Sighting(leaf)
        found: dict[ArticleId, Reach] = {}
        for done, article in enumerate(self._recent.texts(proposed, self._revision)):
            if not done % _STRIDE:
                self.progress.step(done, len(proposed), _DOING)
            if reach := sighting.reach(Subject(article)):
                found[article.id] = reach
        return found
