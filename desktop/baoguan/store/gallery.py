"""The figures of an archive, by what is asked of them, a portion at a time."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select, text

from baoguan.domain.ids import ArticleId
from baoguan.domain.records import FigureFilter, FigureRecord, NameCount
from baoguan.store import schema
from baoguan.store.database import Database
from baoguan.store.pages import figure_record

_figure, _article, _page, _issue = schema.figure, schema.article, schema.page, schema.issue
Found = Collection[ArticleId] | None
"""The articles whose figures are wanted, in their order; None for any."""


class Gallery:
    """Reads figures that are not removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def figures(
        self, wanted: FigureFilter, found: Found, limit: int | None = None, offset: int = 0
    ) -> tuple[FigureRecord, ...]:
        """Return a portion of them: by date, page and place, or in the order of the articles found."""
        rows, told = _wanted(select(_figure, _article.c.headline), wanted, found)
        places = (_issue.c.date, _page.c.issue_id, _page.c.sequence, _figure.c.source_line, _figure.c.id)
        order = places if found is None else (text("listed.key"), *places)
        rows = rows.order_by(*order).limit(-1 if limit is None else limit).offset(offset)
        with self._database.reading() as connection:
            return tuple(figure_record(row) for row in connection.execute(rows, told))

    def count(self, wanted: FigureFilter, found: Found) -> int:
        """Return how many there are."""
        rows, told = _wanted(select(func.count()).select_from(_figure), wanted, found)
        with self._database.reading() as connection:
            return connection.scalar(rows, told) or 0

    def kinds(self, wanted: FigureFilter, found: Found) -> tuple[NameCount, ...]:
        """Return their kinds and how many are of each, the most frequent first."""
        counted = select(_figure.c.kind, func.count().label("borne")).select_from(_figure)
        rows, told = _wanted(counted, wanted, found)
        rows = rows.group_by(_figure.c.kind).order_by(func.count().desc(), _figure.c.kind)
        with self._database.reading() as connection:
            return tuple(NameCount(row.kind, row.borne) for row in connection.execute(rows, told))


def _wanted(rows: Select[Any], wanted: FigureFilter, found: Found) -> tuple[Select[Any], dict[str, str]]:
    """Return a statement narrowed to the figures wanted, and the values that it takes."""
    rows = (
        rows.join(_page, _page.c.id == _figure.c.page_id)
        .join(_issue, _issue.c.id == _page.c.issue_id)
        .outerjoin(_article, _article.c.id == _figure.c.article_id)
        .where(_page.c.deleted_at.is_(None), *_conditions(wanted))
    )
    if found is None:
        return rows, {}
    listed = func.json_each(bindparam("found")).table_valued("key", "value", name="listed")
    return rows.join(listed, listed.c.value == _figure.c.article_id), {"found": json.dumps(list(found))}


def _conditions(wanted: FigureFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for held, asked in (
        (_page.c.issue_id, wanted.issue),
        (_figure.c.page_id, wanted.page),
        (_figure.c.article_id, wanted.article),
        (_figure.c.kind, wanted.kind or None),
    ):
        if asked is not None:
            conditions.append(held == asked)
    if wanted.text:
        said = (_figure.c.caption, _figure.c.credit, _article.c.headline)
        conditions.append(or_(*(each.contains(wanted.text, autoescape=True) for each in said)))
    if wanted.framed:
        conditions.append(_figure.c.left.is_not(None))
    return conditions
