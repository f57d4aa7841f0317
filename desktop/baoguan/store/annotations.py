"""Annotations in the catalogue. A change to one marks its article as changed: it is found by its notes.

Whoever changes one says how a Target is found in a text, so that what it says of a number is put in place.
"""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from baoguan.domain.annotation import Annotation, Target
from baoguan.domain.ids import AnnotationId, ArticleId
from baoguan.store import schema
from baoguan.store.amendments import Find, amendment_of, amendment_values, apply_amendments
from baoguan.store.database import Database
from baoguan.store.pages import not_found
from baoguan.store.revisions import next_revision

_table, _article = schema.annotation, schema.article


class Annotations:
    """Reads and writes what readers wrote."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, article: ArticleId | None = None) -> tuple[Annotation, ...]:
        """Return the annotations of an article by place, or all, newest first."""
        wanted = select(_table).join(_article, _article.c.id == _table.c.article_id)
        wanted = wanted.where(_table.c.deleted_at.is_(None), _article.c.deleted_at.is_(None))
        if article is None:
            wanted = wanted.order_by(_table.c.modified.desc(), _table.c.id)
        else:
            wanted = wanted.where(_table.c.article_id == article).order_by(_table.c.start, _table.c.created)
        with self._database.reading() as connection:
            return tuple(_annotation(row) for row in connection.execute(wanted))

    def one(self, annotation: AnnotationId) -> Annotation:
        """Return an annotation; raise ``NotFound``."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(_table).where(_table.c.id == annotation, _table.c.deleted_at.is_(None))
            ).one_or_none()
        if row is None:
            raise not_found("批注", "annotation", annotation)
        return _annotation(row)

    def put(self, annotation: Annotation, find: Find) -> None:
        """Write an annotation, new or again."""
        with self._database.writing() as connection:
            values = _values(annotation)
            known = connection.scalar(select(_table.c.id).where(_table.c.id == annotation.id))
            if known is None:
                connection.execute(insert(_table).values(**values))
            else:
                connection.execute(update(_table).where(_table.c.id == annotation.id).values(**values))
            _touch(connection, annotation.article, find)

    def remove(self, annotation: AnnotationId, find: Find) -> ArticleId:
        """Take an annotation out of sight; return its article."""
        return self._set_deleted(annotation, datetime.now(UTC), find)

    def restore(self, annotation: AnnotationId, find: Find) -> ArticleId:
        """Bring a removed annotation back; return its article."""
        return self._set_deleted(annotation, None, find)

    def _set_deleted(self, annotation: AnnotationId, when: datetime | None, find: Find) -> ArticleId:
        with self._database.writing() as connection:
            article = connection.scalar(select(_table.c.article_id).where(_table.c.id == annotation))
            if article is None:
                raise not_found("批注", "annotation", annotation)
            changed = update(_table).where(_table.c.id == annotation)
            connection.execute(changed.values(deleted_at=when))
            _touch(connection, ArticleId(article), find)
            return ArticleId(article)


def _touch(connection: Connection, article: ArticleId, find: Find) -> None:
    apply_amendments(connection, article, find)
    changed = update(_article).where(_article.c.id == article)
    connection.execute(changed.values(revision=next_revision(connection)))


def _values(annotation: Annotation) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "article_id": annotation.article,
        **asdict(annotation.target),
        "note": annotation.note,
        "tags": list(annotation.tags),
        "colour": annotation.colour,
        "created": annotation.created,
        "modified": annotation.modified,
        "deleted_at": None,
        "amendment": amendment_values(annotation.amendment),
    }


def _annotation(row: Row[Any]) -> Annotation:
    return Annotation(
        AnnotationId(row.id),
        ArticleId(row.article_id),
        Target(row.start, row.end, row.exact, row.prefix, row.suffix),
        row.created.replace(tzinfo=UTC),
        row.modified.replace(tzinfo=UTC),
        row.note,
        tuple(row.tags),
        row.colour,
        amendment_of(row.amendment),
    )
