"""Statistics in the catalogue: filtered, sorted, counted and grouped there, never in the window."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from baoguan.domain.ids import AnnotationId, StatisticId
from baoguan.domain.records import (
    MeasureGroup,
    NameCount,
    NamedColumn,
    StatisticColumn,
    StatisticFilter,
    StatisticRecord,
)
from baoguan.store import schema
from baoguan.store.database import Database
from baoguan.store.pages import not_found
from baoguan.store.remembered import Remembered
from baoguan.store.statistic_filter import askable, conditions
from baoguan.store.statistic_orders import Orders
from baoguan.store.statistic_rows import records_of
from baoguan.store.statistic_scales import Scale, scales

_table, _article, _page = schema.statistic, schema.article, schema.page
_issue, _title = schema.issue, schema.title
_ALL = StatisticFilter()
_GROUPINGS_KEPT = 4


class Statistics:
    """Reads the statistics of articles that are not removed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._orders = Orders()
        self._groups: Remembered[StatisticFilter, tuple[MeasureGroup, ...]] = Remembered(_GROUPINGS_KEPT)

    def list(
        self,
        wanted: StatisticFilter = _ALL,
        sort: StatisticColumn | None = None,
        descending: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[StatisticRecord, ...]:
        """Return a window of the statistics wanted, sorted, by default in order of place.

        Values are sorted within their dimension, in its base unit; what is empty stands last either way.
        """
        with self._database.reading() as connection:
            ids = self._orders.of(connection, (wanted, sort, descending))
            window = ids[offset:] if limit is None else ids[offset : offset + limit]
            return tuple(records_of(connection, window))

    @contextmanager
    def all(
        self, wanted: StatisticFilter = _ALL, sort: StatisticColumn | None = None, descending: bool = False
    ) -> Iterator[tuple[int, Iterator[StatisticRecord]]]:
        """Give how many statistics are wanted and each of them, of one unchanging state, few in memory."""
        with self._database.reading() as connection:
            ids = self._orders.of(connection, (wanted, sort, descending))
            yield len(ids), records_of(connection, ids)

    def count(self, wanted: StatisticFilter = _ALL) -> int:
        """Return how many statistics are wanted."""
        with self._database.reading() as connection:
            known = self._orders.counted(connection, wanted)
            if known is not None:
                return known
            counted = select(func.count()).select_from(_table).where(*conditions(connection, wanted))
            return connection.scalar(counted) or 0

    def position(
        self,
        wanted: StatisticFilter,
        sort: StatisticColumn | None,
        descending: bool,
        statistic: StatisticId,
    ) -> int | None:
        """Return the place of a statistic in the list so sorted, from 0; None where it is not wanted."""
        with self._database.reading() as connection:
            ids = self._orders.of(connection, (wanted, sort, descending))
        return ids.index(statistic) if statistic in ids else None

    def one(self, statistic: StatisticId) -> StatisticRecord:
        """Return a statistic, one that was amended or rejected too; raise ``NotFound``."""
        with self._database.reading() as connection:
            known = connection.scalar(select(_table.c.id).where(_table.c.id == statistic))
            if known is None:
                raise not_found("统计", "statistic", statistic)
            (record,) = records_of(connection, (known,))
            return record

    def said_by(self, annotation: AnnotationId) -> StatisticRecord | None:
        """Return the statistic that a reader's annotation says; None where it says none, or has no place."""
        with self._database.reading() as connection:
            said = select(_table.c.id).where(_table.c.annotation_id == annotation)
            return next(records_of(connection, connection.scalars(said).all()), None)

    def scales(self, unit: str) -> tuple[Scale, ...]:
        """Return how values in a unit become base values, a scale for each dimension, most frequent first."""
        with self._database.reading() as connection:
            return tuple(scales(connection, unit))

    def values(
        self, wanted: StatisticFilter, column: NamedColumn, prefix: str = "", limit: int = 20
    ) -> tuple[NameCount, ...]:
        """Return the names in a column of what is wanted that begin so, the most frequent first."""
        if not askable(prefix):
            return ()
        name = _title.c.name if column == "title" else _scanned(_table.c[column])
        rows = select(name, func.count().label("borne")).select_from(_table)
        if column == "title":
            rows = _with_issue(rows).join(_title, _title.c.id == _issue.c.title_id)
        rows = rows.where(name != "", name.startswith(prefix, autoescape=True)).group_by(name)
        rows = rows.order_by(func.count().desc(), name).limit(limit)
        with self._database.reading() as connection:
            return tuple(
                NameCount(*row) for row in connection.execute(rows.where(*conditions(connection, wanted)))
            )

    def groups(
        self, wanted: StatisticFilter = _ALL, limit: int | None = None, offset: int = 0
    ) -> tuple[MeasureGroup, ...]:
        """Return a window of the measures named in what is wanted, those with most statistics first."""
        with self._database.reading() as connection:
            found = self._grouped(connection, wanted)
        return found[offset:] if limit is None else found[offset : offset + limit]

    def groups_count(self, wanted: StatisticFilter = _ALL) -> int:
        """Return how many such measures there are, each counted for each of its dimensions."""
        with self._database.reading() as connection:
            return len(self._grouped(connection, wanted))

    def _grouped(self, connection: Connection, wanted: StatisticFilter) -> tuple[MeasureGroup, ...]:
        def work_out() -> tuple[MeasureGroup, ...]:
            return tuple(MeasureGroup(*row) for row in connection.execute(_groups(connection, wanted)))

        return self._groups.answer(connection, wanted, work_out)


def _groups(connection: Connection, wanted: StatisticFilter) -> Select[Any]:
    grouped = (_scanned(_table.c.measure), _table.c.dimension)
    least = func.min(func.coalesce(_table.c.base_value, _table.c.base_low))
    greatest = func.max(func.coalesce(_table.c.base_value, _table.c.base_high))
    since = func.min(func.coalesce(_table.c.time_start, _table.c.time_end, _issue.c.date))
    until = func.max(func.coalesce(_table.c.time_end, _table.c.time_start, _issue.c.date))
    counts = func.count(), func.count(_table.c.article_id.distinct())
    rows = _with_issue(select(*grouped, *counts, least, greatest, since, until).select_from(_table))
    rows = rows.where(_table.c.measure != "", *conditions(connection, wanted)).group_by(*grouped)
    return rows.order_by(func.count().desc(), *grouped)


def _scanned(column: ColumnElement[str | None]) -> ColumnElement[str]:
    """Return a column that SQLite does not group by in the order of its index.

    Fetching every row in that order takes five times as long as sorting them.
    """
    return func.coalesce(column, "")


def _with_issue(rows: Select[Any]) -> Select[Any]:
    return (
        rows.join(_article, _article.c.id == _table.c.article_id)
        .join(_page, _page.c.id == _article.c.page_id)
        .join(_issue, _issue.c.id == _page.c.issue_id)
    )
