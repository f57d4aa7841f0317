"""Keeping questions, as commands."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from baoguan.app.changes import Changes
from baoguan.domain.ids import SavedSearchId
from baoguan.domain.language import Bilingual
from baoguan.domain.query import Question
from baoguan.domain.saved_search import SavedSearch

if TYPE_CHECKING:
    from baoguan.app.archive import Archive

_CHANGES = Changes(saved_searches=True)


@dataclass(frozen=True, slots=True)
class SaveSearch:
    """Keep a question under a name."""

    name: str
    question: Question
    id: SavedSearchId = field(default_factory=lambda: SavedSearchId(str(uuid.uuid4())))

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual("保存检索", "Save Search")

    def do(self, archive: Archive) -> Changes:
        """Write it."""
        saved = SavedSearch(self.id, self.name, self.question, datetime.now(UTC))
        archive.catalogue.saved_searches.put(saved)
        return _CHANGES

    def undo(self, archive: Archive) -> Changes:
        """Take it away."""
        archive.catalogue.saved_searches.remove(self.id)
        return _CHANGES


@dataclass(frozen=True, slots=True)
class RemoveSearch:
    """Take a saved search away."""

    search: SavedSearchId

    @property
    def label(self) -> Bilingual:
        """What the change is called."""
        return Bilingual("删除保存的检索", "Remove Saved Search")

    def do(self, archive: Archive) -> Changes:
        """Remove it."""
        archive.catalogue.saved_searches.remove(self.search)
        return _CHANGES

    def undo(self, archive: Archive) -> Changes:
        """Bring it back."""
        archive.catalogue.saved_searches.restore(self.search)
        return _CHANGES
