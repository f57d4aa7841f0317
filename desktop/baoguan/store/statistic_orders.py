"""Statistics in order: which numbers a filter lets through, sorted once and remembered."""

from array import array
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from baoguan.domain.records import StatisticColumn, StatisticFilter
from baoguan.store import schema
from baoguan.store.remembered import Remembered
from baoguan.store.statistic_filter import conditions

Sorting = tuple[StatisticFilter, StatisticColumn | None, bool]
"""What is wanted, by which column it is sorted, and whether falling."""

_KEPT = 8
"""Orders remembered, 8 bytes a statistic each: a table scrolls, and is asked again, in a few of them."""
_statistic = schema.statistic.c
_KEYS: dict[StatisticColumn, tuple[ColumnElement[Any], ...]] = {
    "value": (
        func.coalesce(_statistic.base_value, _statistic.base_low, _statistic.value, _statistic.low),
        func.coalesce(_statistic.dimension, ""),
    ),
    "unit": (_statistic.unit,),
    "kind": (_statistic.kind,),
    "measure": (_statistic.measure,),
    "subject": (_statistic.subject,),
    "time": (func.coalesce(_statistic.time_start, _statistic.time_end), _statistic.time_end),
    "place": (_statistic.place,),
    "headline": (schema.article.c.headline,),
    "date": (schema.issue.c.date,),
}
"""What each column is sorted by; a row whose first is empty stands last."""


class Orders:
    """Remembers the last orders asked for. Safe in several threads."""

    def __init__(self) -> None:
        self._kept: Remembered[Sorting, array[int]] = Remembered(_KEPT)

    def of(self, connection: Connection, sorting: Sorting) -> "array[int]":
        """Return the numbers of all statistics wanted, in order."""

        def work_out() -> "array[int]":
            return array("q", connection.scalars(_ordered(connection, sorting)))

        if sorting[0].article is not None or sorting[0].page is not None:
            return work_out()  # quick, and asked for whenever a reader goes on
        return self._kept.answer(connection, sorting, work_out)

    def counted(self, connection: Connection, wanted: StatisticFilter) -> int | None:
        """Return how many are wanted where some order of them is remembered."""
        known = self._kept.known(connection, lambda sorting: sorting[0] == wanted)
        return None if known is None else len(known)


def _ordered(connection: Connection, sorting: Sorting) -> Select[Any]:
    wanted, sort, descending = sorting
    rows = select(_statistic.id).where(*conditions(connection, wanted))
    if sort is not None:
        first, *rest = _KEYS[sort]
        if sort in {"headline", "date"}:
            rows = rows.join(schema.article, schema.article.c.id == _statistic.article_id)
        if sort == "date":
            rows = rows.join(schema.page, schema.page.c.id == schema.article.c.page_id)
            rows = rows.join(schema.issue, schema.issue.c.id == schema.page.c.issue_id)
        # Kilograms are not sorted among kilometres.
        keys = (*rest, first) if sort == "value" else (first, *rest)
        empty = or_(first.is_(None), first == "")
        rows = rows.order_by(empty, *(key.desc() if descending else key.asc() for key in keys))
    return rows.order_by(_statistic.article_id, _statistic.start, _statistic.id)
