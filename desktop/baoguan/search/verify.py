"""Looks into the text of articles that an engine proposed."""

from collections.abc import Collection, Iterable
from typing import Protocol

from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress, Silent
from baoguan.domain.query import Field, Near, Term
from baoguan.index.tree import Reach
from baoguan.search.ground import Subject
from baoguan.search.match import Sighting
from baoguan.search.recent import Reading, Recent

_DOING = Bilingual("核对原文", "Looking into the text")
_STRIDE = 20


class Printing(Reading, Protocol):
    """Reads articles, and looks for strings in them."""

    def printing(self, ids: Iterable[ArticleId], text: str) -> frozenset[ArticleId]:
        """Return those of these articles in whose text the very string stands."""


class Verifier:
    """Reads articles as of one revision of the index; stops where ``progress`` says so."""

    def __init__(self, texts: Printing, recent: Recent, revision: int) -> None:
        self._texts = texts
        self._recent = recent
        self._revision = revision
        self.progress: Progress = Silent()

    def __call__(self, leaf: Term | Near, proposed: Collection[ArticleId]) -> dict[ArticleId, Reach]:
        """Return the articles that hold a leaf, each with its nearest reach; may raise ``Cancelled``."""
        sighting = Sighting(leaf)
        found: dict[ArticleId, Reach] = {}
        if isinstance(leaf, Term) and leaf.field is Field.ANY and not leaf.wild:
            # Most articles hold a string as it is typed, and the catalogue can tell without handing them out.
            found = dict.fromkeys(self._texts.printing(proposed, leaf.text), Reach.OWN)
        left = [number for number in proposed if number not in found]
        for done, article in enumerate(self._recent.texts(left, self._revision)):
            if not done % _STRIDE:
                self.progress.step(done, len(left), _DOING)
            if reach := sighting.reach(Subject(article)):
                found[article.id] = reach
        return found
