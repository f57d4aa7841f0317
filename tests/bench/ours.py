"""Ours: an engine filled from the catalogue, asked through the searcher that the program uses."""

from collections.abc import Collection
from pathlib import Path

import shelves
from contenders import SHOWN
from questions import Asked

from baoguan.app.search_child import spare_the_collector
from baoguan.domain.progress import Silent
from baoguan.domain.query import Question
from baoguan.index.catch_up import catch_up
from baoguan.index.engines import available, open_embedded
from baoguan.search.searcher import Searcher
from baoguan.store.catalogue import Catalogue


class Ours:
    """One of our embedded engines."""

    ours = True

    def __init__(self, name: str, engine: str, most: int) -> None:
        self.name = name
        self.engine = engine
        self.most = most

    def missing(self) -> str | None:
        """Tell whether the engine's library is there."""
        return None if available(self.engine) else "not installed"

    def build(self, archive: Path, folder: Path) -> None:
        """Catch up with the catalogue from nothing."""
        index = OurIndex(self.engine, archive, folder)
        catch_up(index.engine, index.catalogue.texts, Silent())
        index.close()

    def open(self, archive: Path, folder: Path) -> "OurIndex":
        """Open the index beside its catalogue."""
        return OurIndex(self.engine, archive, folder)


class OurIndex:
    """Answers as the window is answered: total, receipt, twenty hits with snippets, facets and months."""

    def __init__(self, engine: str, archive: Path, folder: Path) -> None:
        self.catalogue = Catalogue.open(archive)
        self.engine = open_embedded(engine, folder)
        spare_the_collector()
        self._searcher = Searcher(self.catalogue.texts, self.engine)

    def ask(self, asked: Asked) -> int | None:
        """Search, and spread the hits where facets are asked for."""
        question = Question(asked.typed)
        found = self._searcher.search(question, limit=SHOWN)
        if asked.kind.has_facets:
            self._searcher.spread(question)
        return found.total

    def found(self, string: str) -> Collection[int]:
        """Return what typing the string finds."""
        return self._searcher.found(Question(string))

    def correct(self, archive: Path, article: int, more: str) -> None:
        """Change the catalogue and catch up with it."""
        shelves.correct(archive, article, more)
        catch_up(self.engine, self.catalogue.texts, Silent())

    def close(self) -> None:
        """Let go of index and catalogue."""
        self.engine.close()
        self.catalogue.close()
