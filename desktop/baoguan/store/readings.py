"""By which rules the statistics of each article were read, and writing those that were read anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, insert, select, update

from baoguan.domain.article import Article
from baoguan.domain.ids import ArticleId
from baoguan.domain.statistic import Statistic
from baoguan.store import schema
from baoguan.store.amendments import Find, apply_amendments
from baoguan.store.article_rows import read_articles
from baoguan.store.database import Database
from baoguan.store.revisions import next_revision
from baoguan.store.statistic_rows import statistic_of, statistic_values

_article, _reading, _statistic = schema.article, schema.reading, schema.statistic


@dataclass(frozen=True, slots=True)
class Filed:
    """An article as it is filed; ``revision`` tells whether it has changed since."""

    id: ArticleId
    revision: int
    article: Article
    date: date | None


class Readings:
    """Finds the articles that other rules read, and takes in what these read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def due(self, rules: str) -> tuple[ArticleId, ...]:
        """Return the articles whose statistics these rules have not read."""
        removed = select(_article.c.id).where(_article.c.deleted_at.is_not(None))
        read = select(_reading.c.article_id).where(_reading.c.rules == rules)
        wanted = select(_article.c.id).where(_article.c.id.not_in(removed), _article.c.id.not_in(read))
        with self._database.reading() as connection:
            return tuple(map(ArticleId, connection.scalars(wanted.order_by(_article.c.id))))

    def forget(self) -> None:
        """Have every article read anew."""
        with self._database.writing() as connection:
            connection.execute(delete(_reading))

    def filed(self, ids: Sequence[ArticleId]) -> tuple[Filed, ...]:
        """Return the articles of these numbers, removed ones left out."""
        wanted = (
            select(_article, schema.issue.c.date)
            .join(schema.page, schema.page.c.id == _article.c.page_id)
            .join(schema.issue, schema.issue.c.id == schema.page.c.issue_id)
            .where(_article.c.id.in_(ids), _article.c.deleted_at.is_(None))
        )
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
            articles = read_articles(connection, rows)
        return tuple(
            Filed(ArticleId(row.id), row.revision, article, row.date)
            for row, article in zip(rows, articles, strict=True)
        )

    def write(
        self, read: Sequence[tuple[Filed, tuple[Statistic, ...]]], rules: str, find: Find
    ) -> frozenset[ArticleId]:
        """Take in what was read of some articles, all or none; return those of which it is something else.

        What readers said stays. An article that has changed meanwhile is left as it is, to be read again.
        """
        changed = set()
        with self._database.writing() as connection:
            revisions = select(_article.c.id, _article.c.revision)
            now = connection.execute(revisions.where(_article.c.id.in_([filed.id for filed, _ in read])))
            current = dict(now.all())
            for filed, statistics in read:
                if current[filed.id] != filed.revision:
                    continue
                if statistics == _read(connection, filed.id):
                    _write_rules(connection, filed.id, rules)
                else:
                    write_reading(connection, filed.id, statistics, rules)
                    apply_amendments(connection, filed.id, find)
                    changed.add(filed.id)
            if changed:
                revised = update(_article).where(_article.c.id.in_(changed))
                connection.execute(revised.values(revision=next_revision(connection)))
        return frozenset(changed)


def write_reading(
    connection: Connection, article: ArticleId, statistics: Sequence[Statistic], rules: str
) -> None:
    """Replace what was read of an article; what readers said of it is then to be put in place."""
    own = _statistic.c.article_id == article
    connection.execute(delete(_statistic).where(own, _statistic.c.annotation_id.is_(None)))
    rows = [statistic_values(statistic, article) for statistic in statistics]
    if rows:
        connection.execute(insert(_statistic), rows)
    _write_rules(connection, article, rules)


def _write_rules(connection: Connection, article: ArticleId, rules: str) -> None:
    known = connection.execute(
        update(_reading).where(_reading.c.article_id == article).values(rules=rules)
    ).rowcount
    if not known:
        connection.execute(insert(_reading).values(article_id=article, rules=rules))


def _read(connection: Connection, article: ArticleId) -> tuple[Statistic, ...]:
    """Return what was read of an article, in the order that it was read."""
    rows = select(_statistic).where(_statistic.c.article_id == article, _statistic.c.annotation_id.is_(None))
    return tuple(map(statistic_of, connection.execute(rows.order_by(_statistic.c.id))))
