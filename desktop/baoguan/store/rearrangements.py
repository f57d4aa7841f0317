"""What readers said of pages' layouts by hand, in the catalogue."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from baoguan.domain.article import Role
from baoguan.domain.ids import PageId
from baoguan.domain.page import Region
from baoguan.domain.rearrangement import Gathered, Rearrangement, Recast, Reframed, Reordered
from baoguan.store import schema
from baoguan.store.database import Database

_table = schema.rearrangement


class Rearrangements:
    """Reads them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, page: PageId) -> tuple[Rearrangement, ...]:
        """Return what was said of a page, in order."""
        wanted = select(_table.c.act).where(_table.c.page_id == page).order_by(_table.c.sequence)
        with self._database.reading() as connection:
            return tuple(map(_act_of, connection.scalars(wanted)))


def write_rearrangements(connection: Connection, page: PageId, acts: Sequence[Rearrangement]) -> None:
    """Replace what was said of a page."""
    connection.execute(delete(_table).where(_table.c.page_id == page))
    rows = [
        {"page_id": page, "sequence": sequence, "act": _told(act)} for sequence, act in enumerate(acts, 1)
    ]
    if rows:
        connection.execute(insert(_table), rows)


def _told(act: Rearrangement) -> dict[str, Any]:
    return {"kind": type(act).__name__.lower(), **asdict(act)}


def _act_of(told: dict[str, Any]) -> Rearrangement:
    match told["kind"]:
        case "gathered":
            return Gathered(tuple(told["lines"]), told["to"])
        case "recast":
            return Recast(tuple(told["lines"]), None if told["role"] is None else Role(told["role"]))
        case "reordered":
            return Reordered(tuple(told["lines"]))
        case _:
            return Reframed(_region(told["was"]), _region(told["region"]))


def _region(told: dict[str, float] | None) -> Region | None:
    return None if told is None else Region(**told)
