"""Statistics in the catalogue: filtered, sorted and counted there, never in the window."""

from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select

from baoguan.domain.ids import ArticleId, PageId, StatisticId
from baoguan.domain.records import StatisticColumn, StatisticFilter, StatisticRecord
from baoguan.domain.statistic import Kind, Statistic
from baoguan.store import schema
from baoguan.store.database import Database
from baoguan.store.pages import not_found

BESIDE = frozenset({Kind.DATE, Kind.ORDINAL, Kind.RANK})
"""Kinds that are no quantities: listed only where they are asked for."""

_table, _article, _page = schema.statistic, schema.article, schema.page
_issue, _title = schema.issue, schema.title
_ALL = StatisticFilter()
_FIELDS = [field.name for field in fields(Statistic)]
_COLUMNS: dict[StatisticColumn, ColumnElement[Any]] = {
    "value": func.coalesce(_table.c.base_value, _table.c.value, _table.c.low),
    "unit": _table.c.unit,
    "kind": _table.c.kind,
    "measure": _table.c.measure,
    "subject": _table.c.subject,
    "time": _table.c.time_iso,
    "place": _table.c.place,
    "headline": _article.c.headline,
}


class Statistics:
    """Reads the statistics of articles that are not removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(
        self,
        wanted: StatisticFilter = _ALL,
        sort: StatisticColumn | None = None,
        descending: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[StatisticRecord, ...]:
        """Return a window of the statistics wanted, sorted, by default in order of place."""
        rows = _records().where(*_conditions(wanted))
        if sort is not None:
            column = _COLUMNS[sort]
            empty = or_(column.is_(None), column == "")
            rows = rows.order_by(empty, column.desc() if descending else column.asc())
        rows = rows.order_by(_table.c.article_id, _table.c.start, _table.c.id).offset(offset)
        if limit is not None:
            rows = rows.limit(limit)
        with self._database.reading() as connection:
            return tuple(_record(row) for row in connection.execute(rows))

    def count(self, wanted: StatisticFilter = _ALL) -> int:
        """Return how many statistics are wanted."""
        counted = select(func.count(_table.c.id)).join(_article, _article.c.id == _table.c.article_id)
        with self._database.reading() as connection:
            return connection.scalar(counted.where(*_conditions(wanted))) or 0

    def one(self, statistic: StatisticId) -> StatisticRecord:
        """Return a statistic; raise ``NotFound``."""
        with self._database.reading() as connection:
            row = connection.execute(_records().where(_table.c.id == statistic)).one_or_none()
        if row is None:
            raise not_found("统计", "statistic", statistic)
        return _record(row)


def _records() -> Select[Any]:
    return (
        select(_table, _article.c.page_id, _article.c.headline, _article.c.text)
        .add_columns(_title.c.name.label("title"), _issue.c.date)
        .join(_article, _article.c.id == _table.c.article_id)
        .join(_page, _page.c.id == _article.c.page_id)
        .join(_issue, _issue.c.id == _page.c.issue_id)
        .join(_title, _title.c.id == _issue.c.title_id)
    )


def _conditions(wanted: StatisticFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_article.c.deleted_at.is_(None)]
    if wanted.page is not None:
        found.append(_article.c.page_id == wanted.page)
    if wanted.article is not None:
        found.append(_table.c.article_id == wanted.article)
    if wanted.kinds:
        found.append(_table.c.kind.in_(wanted.kinds))
    else:
        found.append(_table.c.kind.not_in(BESIDE))
    if wanted.text:
        columns = (_table.c.raw, _table.c.unit, _table.c.measure, _table.c.subject, _table.c.place)
        found.append(
            or_(*(c.contains(wanted.text, autoescape=True) for c in (*columns, _article.c.headline)))
        )
    return found


def _record(row: Row[Any]) -> StatisticRecord:
    values = {name: getattr(row, name) for name in _FIELDS}
    statistic = Statistic(**values | {"kind": Kind(row.kind)})
    return StatisticRecord(
        StatisticId(row.id),
        ArticleId(row.article_id),
        PageId(row.page_id),
        row.headline,
        row.title,
        row.date,
        row.text[statistic.sentence_start : statistic.sentence_end],
        statistic,
    )
