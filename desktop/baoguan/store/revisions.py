"""The numbers of a catalogue's changes, by which an index knows what it holds, and of which catalogue."""

from secrets import randbelow

from sqlalchemy import Connection, func, insert, select

from baoguan.store import schema
from baoguan.store.database import Database

_STEP = 1 << 24
"""Two copies of a catalogue that go different ways do not come to the same number again."""

_change, _article = schema.change, schema.article


class Revisions:
    """Tells which states a catalogue has been in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def passed(self, revision: int) -> bool:
        """Return whether this catalogue is, or was, at a revision; those of other copies it does not know."""
        known = (
            select(_article.c.id).where(_article.c.revision == revision).limit(1),
            select(_change.c.revision).where(_change.c.revision == revision),
        )
        with self._database.reading() as connection:
            return revision == 0 or any(connection.scalar(wanted) is not None for wanted in known)


def next_revision(connection: Connection) -> int:
    """Return the number of the change being made, higher than any before it, and remember it."""
    last = connection.scalar(select(func.max(_article.c.revision))) or 0
    revision = last + 1 + randbelow(_STEP)
    connection.execute(insert(_change).values(revision=revision))
    return revision
