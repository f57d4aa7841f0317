"""Annotations go where the text that they are on goes, when a page is laid out anew."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, select, update

from baoguan.domain.annotation import Target
from baoguan.domain.ids import AnnotationId, ArticleId, PageId
from baoguan.store import schema
from baoguan.store.amendments import Find

_table, _article = schema.annotation, schema.article


def follow_text(
    connection: Connection, page: PageId, find: Find, homes: Mapping[AnnotationId, ArticleId]
) -> dict[AnnotationId, ArticleId]:
    """Move the annotations of a page whose text is in another of its articles now.

    Those in ``homes`` go there, as long as there is such an article. Returns where the moved ones were.
    """
    shown = select(_article.c.id, _article.c.text).where(
        _article.c.page_id == page, _article.c.deleted_at.is_(None)
    )
    texts = {row.id: row.text for row in connection.execute(shown.order_by(_article.c.sequence))}
    own = select(_article.c.id).where(_article.c.page_id == page)
    heirs = _heirs(connection, page, texts)
    moved = {}
    for row in connection.execute(select(_table).where(_table.c.article_id.in_(own))).all():
        home = homes.get(AnnotationId(row.id))
        to = home if home in texts else _holder(row, texts, heirs, find)
        if to != row.article_id:
            connection.execute(update(_table).where(_table.c.id == row.id).values(article_id=to))
            moved[AnnotationId(row.id)] = ArticleId(row.article_id)
    return moved


def _holder(row: Row[Any], texts: Mapping[int, str], heirs: Mapping[int, int], find: Find) -> int:
    """Return the article that holds an annotation's text, in its surroundings if any does; else its own."""
    own = int(row.article_id)
    target = Target(row.start, row.end, row.exact, row.prefix, row.suffix)
    order = [number for number in (own, heirs.get(own, own), *texts) if number in texts]
    if not target.exact:
        return order[0] if order else own
    around = target.prefix + target.exact + target.suffix
    for number in order:
        if around in texts[number]:
            return number
    return next((number for number in order if find(texts[number], target) is not None), own)


def _heirs(connection: Connection, page: PageId, texts: Mapping[int, str]) -> dict[int, int]:
    """Return, for each removed article of a page, the one that the line it began on is in now."""
    passage = schema.passage.c
    rows = select(passage.article_id, passage.source_lines).where(passage.article_id.in_(texts))
    holding = {line: row.article_id for row in connection.execute(rows) for line in row.source_lines}
    gone = select(_article.c.id, _article.c.first_line).where(
        _article.c.page_id == page, _article.c.deleted_at.is_not(None)
    )
    found = connection.execute(gone).all()
    return {row.id: holding[row.first_line] for row in found if row.first_line in holding}
