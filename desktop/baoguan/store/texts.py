"""What searching needs: article texts by number, by date, by the numbers they report, and by revision."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.query import NumberRange
from baoguan.domain.records import ArticleText
from baoguan.domain.statistic import Kind
from baoguan.store import schema
from baoguan.store.article_rows import by_article, passage_of
from baoguan.store.database import Database

_article, _page, _issue, _title = schema.article, schema.page, schema.issue, schema.title
_statistic = schema.statistic
_BATCH = 400
_GROUPS = {
    "金额": (Kind.MONEY,),
    "百分比": (Kind.PERCENT, Kind.PERCENTAGE_POINTS),
    "数量": (Kind.COUNT,),
}


class Texts:
    """Reads the texts of articles that are not removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def revision(self) -> int:
        """Return the number of the last change to any article, 0 for an empty catalogue."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.max(_article.c.revision))) or 0

    def all_ids(self) -> tuple[ArticleId, ...]:
        """Return the numbers of all articles, ascending."""
        with self._database.reading() as connection:
            shown = select(_article.c.id).where(_article.c.deleted_at.is_(None)).order_by(_article.c.id)
            return tuple(ArticleId(number) for number in connection.scalars(shown))

    def texts(self, ids: Iterable[ArticleId]) -> Iterator[ArticleText]:
        """Yield the articles of these numbers, in the same order, leaving out removed ones."""
        with self._database.reading() as connection:
            for some in _batches(ids):
                rows = connection.execute(_texts().where(_article.c.id.in_(some), _shown())).all()
                found = {text.id: text for text in _built(connection, rows)}
                yield from (found[number] for number in some if number in found)

    def texts_changed_since(self, revision: int) -> Iterator[tuple[ArticleId, ArticleText | None]]:
        """Yield each article changed after a revision, with None for one that was removed."""
        with self._database.reading() as connection:
            changed = select(_article.c.id).where(_article.c.revision > revision).order_by(_article.c.id)
            for some in _batches(connection.scalars(changed).all()):
                rows = connection.execute(_texts().where(_article.c.id.in_(some), _shown())).all()
                found = {text.id: text for text in _built(connection, rows)}
                yield from ((number, found.get(number)) for number in some)

    def ids_dated(self, first: date | None, last: date | None) -> frozenset[ArticleId]:
        """Return the articles of issues from ``first`` to ``last``, both included; None is open."""
        wanted: list[ColumnElement[bool]] = [_shown(), _issue.c.date.is_not(None)]
        if first is not None:
            wanted.append(_issue.c.date >= first)
        if last is not None:
            wanted.append(_issue.c.date <= last)
        with self._database.reading() as connection:
            numbers = connection.scalars(
                select(_article.c.id)
                .join(_page, _page.c.id == _article.c.page_id)
                .join(_issue, _issue.c.id == _page.c.issue_id)
                .where(*wanted)
            )
            return frozenset(ArticleId(number) for number in numbers)

    def ids_reporting(self, wanted: NumberRange) -> frozenset[ArticleId]:
        """Return the articles that report a number of a group within bounds, in the base unit."""
        with self._database.reading() as connection:
            numbers = connection.scalars(
                select(_statistic.c.article_id)
                .distinct()
                .join(_article, _article.c.id == _statistic.c.article_id)
                .where(_shown(), _statistic.c.kind.in_(_GROUPS.get(wanted.group, ())), _within(wanted))
            )
            return frozenset(ArticleId(number) for number in numbers)


def _within(wanted: NumberRange) -> ColumnElement[bool]:
    """Return whether a number, or any part of a reported range, lies within bounds."""
    base = func.coalesce(_statistic.c.base_value, _statistic.c.value)
    low = func.coalesce(base, _statistic.c.low)
    high = func.coalesce(base, _statistic.c.high)
    bounds: list[ColumnElement[bool]] = [low.is_not(None)]
    if wanted.low is not None:
        bounds.append(high > wanted.low if wanted.low_open else high >= wanted.low)
    if wanted.high is not None:
        bounds.append(low < wanted.high if wanted.high_open else low <= wanted.high)
    return and_(*bounds)


def _shown() -> ColumnElement[bool]:
    return _article.c.deleted_at.is_(None)


def _batches(numbers: Iterable[int]) -> Iterator[tuple[ArticleId, ...]]:
    left = map(ArticleId, numbers)
    while some := tuple(islice(left, _BATCH)):
        yield some


def _texts() -> Select[Any]:
    return (
        select(_article, _page.c.number, _page.c.sequence.label("page_sequence"))
        .add_columns(_issue.c.date, _title.c.name.label("title"))
        .join(_page, _page.c.id == _article.c.page_id)
        .join(_issue, _issue.c.id == _page.c.issue_id)
        .join(_title, _title.c.id == _issue.c.title_id)
    )


def _built(connection: Connection, rows: Iterable[Row[Any]]) -> Iterator[ArticleText]:
    rows = list(rows)
    ids = [row.id for row in rows]
    passages = by_article(connection, schema.passage, ids)
    bylines = by_article(connection, schema.byline, ids)
    annotations = _annotations(connection, ids)
    for row in rows:
        written = annotations.get(row.id, [])
        yield ArticleText(
            ArticleId(row.id),
            PageId(row.page_id),
            row.headline,
            row.title,
            row.date,
            row.number or str(row.page_sequence),
            row.section,
            tuple(name for byline in bylines.get(row.id, []) for name in byline.names),
            row.text,
            row.folded,
            tuple(passage_of(passage) for passage in passages.get(row.id, [])),
            tuple(annotation.note for annotation in written if annotation.note),
            tuple(tag for annotation in written for tag in annotation.tags),
        )


def _annotations(connection: Connection, ids: list[int]) -> dict[int, list[Row[Any]]]:
    table = schema.annotation
    wanted = select(table).where(table.c.article_id.in_(ids), table.c.deleted_at.is_(None))
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(wanted.order_by(table.c.created, table.c.id)):
        found.setdefault(row.article_id, []).append(row)
    return found
