"""Rows that are made where they are new."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from baoguan.domain.ids import ArticleId, IssueId, PageId
from baoguan.domain.page import Imprint
from baoguan.store import schema
from baoguan.store.revisions import next_revision


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


def articles_of(connection: Connection, page: PageId) -> frozenset[ArticleId]:
    """Return the articles of a page, removed ones too."""
    ids = select(schema.article.c.id).where(schema.article.c.page_id == page)
    return frozenset(map(ArticleId, connection.scalars(ids)))


def adopt(connection: Connection, page: PageId, issue: IssueId) -> None:
    """Put the pages of a page's source that say of no title whose they are into its issue.

    The numbers that were read on them are to be read anew: their dates may be counted from the issue's.
    """
    own, nameless = schema.page.alias(), schema.issue.join(schema.title)
    mates = (
        select(schema.page.c.id)
        .join(own, own.c.source_sha256 == schema.page.c.source_sha256)
        .join(nameless, schema.issue.c.id == schema.page.c.issue_id)
        .where(own.c.id == page, schema.title.c.name == "")
    )
    pages = connection.scalars(mates).all()
    if not pages:
        return
    connection.execute(update(schema.page).where(schema.page.c.id.in_(pages)).values(issue_id=issue))
    moved = schema.article.c.page_id.in_(pages)
    connection.execute(update(schema.article).where(moved).values(revision=next_revision(connection)))
    read = schema.reading.c.article_id.in_(select(schema.article.c.id).where(moved))
    connection.execute(delete(schema.reading).where(read))
