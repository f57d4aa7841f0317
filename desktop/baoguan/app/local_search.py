"""Searching in this process: the archive's index and the searcher on it."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import TypeVar

from baoguan.app import index_notices as notices
from baoguan.app.archive_index import ArchiveIndex
from baoguan.app.rebuild import build, take_place
from baoguan.app.searching import Due, IndexState
from baoguan.domain.article import Span
from baoguan.domain.errors import IndexDamaged, IndexUnreachable
from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress, Silent
from baoguan.domain.query import Concordance, LineOrder, Question, Results, Spread, Suggestion
from baoguan.index.engine import Engine
from baoguan.index.vocabulary import Segmenter
from baoguan.search.searcher import Searcher
from baoguan.store.catalogue import Catalogue

Answer = TypeVar("Answer")
_DOING = Bilingual("检索", "Searching")


class LocalSearch:
    """A ``Searching`` in this process; an index that cannot be read is made anew, and the question answered.

    Questions take turns. Each takes a Progress, by which it can be stopped.
    """

    def __init__(self, index: ArchiveIndex, catalogue: Catalogue) -> None:
        self.index = index
        self._catalogue = catalogue
        self.turn = RLock()
        """Held while a question is being answered, and while the engine is exchanged."""
        self._searcher: tuple[Engine, Segmenter, Searcher] | None = None

    def search(
        self, question: Question, limit: int = 20, offset: int = 0, progress: Progress | None = None
    ) -> Results:
        """Return a portion of what a question finds."""
        return self._answer(lambda searcher: searcher.search(question, limit, offset, progress), progress)

    def found(self, question: Question, progress: Progress | None = None) -> tuple[ArticleId, ...]:
        """Return every article that a question finds, in order."""
        return self._answer(lambda searcher: searcher.found(question, progress), progress)

    def spread(self, question: Question, progress: Progress | None = None) -> Spread:
        """Return how the hits spread over facets and months."""
        return self._answer(lambda searcher: searcher.spread(question, progress), progress)

    def concordance(
        self, question: Question, order: LineOrder, articles: int = 500, progress: Progress | None = None
    ) -> Concordance:
        """Return the hits of the first so many articles, a line each."""
        return self._answer(
            lambda searcher: searcher.concordance(question, order, articles, progress), progress
        )

    def suggest(self, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Return words of the archive that the last word of a query text may become."""
        return self._answer(lambda searcher: searcher.suggest(text, limit))

    def correct(self, question: Question, progress: Progress | None = None) -> str | None:
        """Return a query text that finds something, near to one that finds little."""
        return self._answer(lambda searcher: searcher.correct(question, progress), progress)

    def marks(self, article: ArticleId, text: str) -> tuple[Span, ...]:
        """Return where a query's hits stand in an article's text, in order; waits for no question."""
        return self._asked().marks(article, text)

    def state(self) -> IndexState:
        """Return which engine answers, and how it is."""
        return IndexState(self.index.name, self.index.is_current, self.index.news())

    def catch_up(self, progress: Progress) -> int:
        """Bring the index to the catalogue's state; return how many articles that took."""
        try:
            return self.index.catch_up(progress)
        except IndexDamaged:
            self._mend(progress)
            return 0

    def reindex(self, engine: str, progress: Progress) -> None:
        """Build the index anew on an engine, by hand: it is not exchanged for a faster one later."""
        self._rebuild(engine, progress, chosen=True)

    def renew(self, progress: Progress) -> bool:
        """Build the index anew where the dictionary or the archive's size asks for it."""
        due = self.index.due()
        if due is not None:
            self._rebuild(due.engine, progress, chosen=False)
            self.index.tell(due.notice)
        return due is not None

    def due(self) -> Due | None:
        """Return on which engine the index is to be made anew, if it is."""
        return self.index.due()

    def tell(self, notice: Bilingual) -> None:
        """Let the reader know something about the index."""
        self.index.tell(notice)

    def build(self, engine: str, progress: Progress) -> None:
        """Build an index beside the one that answers; whoever calls holds ``IndexFolders.alone``."""
        build(self.index, engine, progress)

    def take_place(self, engine: str, chosen: bool) -> None:
        """Let the index that was built answer, as soon as nobody is asking."""
        with self.index.writing, self.turn:
            take_place(self.index, engine, chosen)

    def _rebuild(self, engine: str, progress: Progress, chosen: bool) -> None:
        with self.index.folders.replacing(engine):
            self.build(engine, progress)
            self.take_place(engine, chosen)

    def close(self) -> None:
        """Let go of the index."""
        with self.turn:
            self._searcher = None
            self.index.close()

    def _answer(self, ask: Callable[[Searcher], Answer], progress: Progress | None = None) -> Answer:
        try:
            return self._in_turn(ask, progress or Silent())
        except IndexDamaged:
            self._mend(Silent())
        except IndexUnreachable as error:
            with self.index.writing, self.turn:
                self.index.lose_cluster(error)
                self.index.catch_up(Silent())
        return self._in_turn(ask, progress or Silent())

    def _mend(self, progress: Progress) -> None:
        # First what is held while writing, then the turn: as whoever exchanges the engine takes them.
        with self.index.writing, self.turn:
            self.index.mend(progress)

    def _in_turn(self, ask: Callable[[Searcher], Answer], progress: Progress) -> Answer:
        with self.turn:
            # Whoever had to wait may no longer be wanted.
            progress.step(0, 1, _DOING)
            return ask(self._asked())

    def _asked(self) -> Searcher:
        """Return the searcher on the engine and words of now; ``IndexDamaged`` where all it held is lost."""
        engine, segmenter = self.index.engine, self.index.segmenter
        if self.index.is_lost:
            raise notices.lost(self.index.folder)
        held = self._searcher
        if held is None or held[:2] != (engine, segmenter):
            held = self._searcher = engine, segmenter, Searcher(self._catalogue.texts, engine, segmenter)
        return held[2]


@contextmanager
def opened(folder: Path, read_only: bool) -> Iterator[LocalSearch]:
    """Open the searching of an archive folder by itself, with a catalogue of its own."""
    with (
        closing(Catalogue.open(folder, read_only)) as catalogue,
        closing(LocalSearch(ArchiveIndex(folder, catalogue), catalogue)) as local,
    ):
        yield local
