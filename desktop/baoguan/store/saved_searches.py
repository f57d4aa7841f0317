"""Questions that readers keep, in the catalogue."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, insert, inspect, select, update

from baoguan.domain.ids import SavedSearchId
from baoguan.domain.query import Facet, Filed, Order, Question
from baoguan.domain.saved_search import SavedSearch
from baoguan.store import schema
from baoguan.store.database import Database
from baoguan.store.pages import not_found

_table = schema.saved_search


class SavedSearches:
    """Reads and writes saved searches."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[SavedSearch, ...]:
        """Return every saved search, newest first; none where the catalogue is older than they are."""
        wanted = select(_table).where(_table.c.deleted_at.is_(None))
        with self._database.reading() as connection:
            if not inspect(connection).has_table(_table.name):
                return ()
            rows = connection.execute(wanted.order_by(_table.c.created.desc(), _table.c.id))
            return tuple(_saved(row) for row in rows)

    def put(self, saved: SavedSearch) -> None:
        """Write a saved search, new or again."""
        values = _values(saved)
        with self._database.writing() as connection:
            known = connection.scalar(select(_table.c.id).where(_table.c.id == saved.id))
            if known is None:
                connection.execute(insert(_table).values(**values))
            else:
                connection.execute(update(_table).where(_table.c.id == saved.id).values(**values))

    def remove(self, search: SavedSearchId) -> None:
        """Take a saved search out of sight; raise ``NotFound``."""
        self._set_deleted(search, datetime.now(UTC))

    def restore(self, search: SavedSearchId) -> None:
        """Bring a removed one back; raise ``NotFound``."""
        self._set_deleted(search, None)

    def _set_deleted(self, search: SavedSearchId, when: datetime | None) -> None:
        changed = update(_table).where(_table.c.id == search).values(deleted_at=when)
        with self._database.writing() as connection:
            if not connection.execute(changed).rowcount:
                raise not_found("保存的检索", "saved search", search)


def _values(saved: SavedSearch) -> dict[str, Any]:
    question = saved.question
    return {
        "id": saved.id,
        "name": saved.name,
        "text": question.text,
        "filters": [[filed.facet, filed.value] for filed in question.filters],
        "order": question.order,
        "created": saved.created,
        "deleted_at": None,
    }


def _saved(row: Row[Any]) -> SavedSearch:
    filters = tuple(Filed(Facet(facet), value) for facet, value in row.filters)
    question = Question(row.text, filters, Order(row.order))
    return SavedSearch(SavedSearchId(row.id), row.name, question, row.created.replace(tzinfo=UTC))
