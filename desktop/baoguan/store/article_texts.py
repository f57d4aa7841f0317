"""The texts of articles with all that searching needs of them, in one statement: it is most of a search."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Table, bindparam, column, func, select

from baoguan.domain.article import Passage, Role
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.records import ArticleText
from baoguan.store import schema

_article, _page, _issue, _title = schema.article.c, schema.page.c, schema.issue.c, schema.title.c
_passage, _byline, _annotation = schema.passage.c, schema.byline.c, schema.annotation.c
_ROLES = {role.value: role for role in Role}


def _listed(table: Table, *values: Any, only: ColumnElement[bool] | None = None) -> ScalarSelect[str]:
    """Return an article's rows of a table as a JSON array of arrays, in any order."""
    rows = select(func.json_group_array(func.json_array(*values))).select_from(table)
    rows = rows.where(table.c.article_id == _article.id, *([] if only is None else [only]))
    return rows.correlate(schema.article).scalar_subquery()


_WANTED = (
    select(_article.id, _article.page_id, _article.headline, _article.section, _article.text, _article.folded)
    .add_columns(func.coalesce(func.nullif(_page.number, ""), _page.sequence).label("page"), _issue.date)
    .add_columns(_title.name.label("title"))
    .add_columns(
        _listed(schema.passage, _passage.sequence, _passage.role, _passage.start, _passage.end).label(
            "parts"
        ),
        _listed(schema.byline, _byline.sequence, func.json(_byline.names)).label("bylines"),
        _listed(
            schema.annotation,
            *(_annotation.created, _annotation.id, _annotation.note, func.json(_annotation.tags)),
            only=_annotation.deleted_at.is_(None),
        ).label("annotations"),
    )
    .join(schema.page, _page.id == _article.page_id)
    .join(schema.issue, _issue.id == _page.issue_id)
    .join(schema.title, _title.id == _issue.title_id)
    .where(
        _article.id.in_(select(column("value")).select_from(func.json_each(bindparam("ids")))),
        _article.deleted_at.is_(None),
    )
)


def read_texts(connection: Connection, ids: Iterable[int]) -> Iterator[tuple[ArticleText, bool]]:
    """Yield those of some articles that are not removed, in any order, and whether each is annotated."""
    for row in connection.execute(_WANTED, {"ids": json.dumps(list(ids))}):
        written = sorted(json.loads(row.annotations))
        yield _text(row, written), bool(written)


def _text(row: Row[Any], written: list[tuple[str, str, str, list[str]]]) -> ArticleText:
    return ArticleText(
        ArticleId(row.id),
        PageId(row.page_id),
        row.headline,
        row.title,
        row.date,
        str(row.page),
        row.section,
        tuple(name for _, names in sorted(json.loads(row.bylines)) for name in names),
        row.text,
        row.folded,
        tuple(Passage(_ROLES[role], start, end) for _, role, start, end in sorted(json.loads(row.parts))),
        tuple(note for _, _, note, _ in written if note),
        tuple(tag for *_, tags in written for tag in tags),
    )
