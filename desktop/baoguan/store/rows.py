"""Rows that are made where they are new."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from baoguan.domain.ids import IssueId
from baoguan.domain.page import Imprint
from baoguan.store import schema


def insert_row(connection: Connection, table: Table, **values: Any) -> int:
    """Write a row and return its number."""
    (number,) = connection.execute(insert(table).values(**values)).inserted_primary_key or (0,)
    return int(number)


def issue_of(connection: Connection, imprint: Imprint) -> IssueId:
    """Return the issue of a title and date, made where it is new."""
    name = imprint.title or ""
    title = connection.scalar(select(schema.title.c.id).where(schema.title.c.name == name))
    if title is None:
        title = insert_row(connection, schema.title, name=name)
    table = schema.issue
    when: date | None = imprint.date
    dated = table.c.date == when if when else table.c.date.is_(None)
    found = connection.scalar(select(table.c.id).where(table.c.title_id == title, dated))
    if found is None:
        found = insert_row(connection, table, title_id=title, date=when, inferred=sorted(imprint.inferred))
    return IssueId(found)
