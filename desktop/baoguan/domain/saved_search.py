"""Questions that readers keep."""

from dataclasses import dataclass
from datetime import datetime

from baoguan.domain.ids import SavedSearchId
from baoguan.domain.query import Question


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question under the name a reader gave it."""

    id: SavedSearchId
    name: str
    question: Question
    created: datetime
