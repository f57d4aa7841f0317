"""An older catalogue that cannot be written to is read through views that supply what it lacks."""

import sqlite3
from collections.abc import Callable
from typing import Any

from sqlalchemy import Column, Connection, DefaultClause, Integer, Table, text

from baoguan.domain.interval import days_of
from baoguan.store import schema

_TOLD = {
    "time_start": "first_day(coalesce(time_iso, iso))",
    "time_end": "last_day(coalesce(time_iso, iso))",
}
"""Columns that others tell; all else that is lacking is what new rows have, or empty."""


def stand_ins(connection: Connection) -> Callable[[sqlite3.Connection, Any], None]:
    """Return what makes a connection see the tables of now; a temporary view goes before a table."""
    views = [view for table in schema.metadata.sorted_tables if (view := _view(connection, table))]

    def prepare(driver: sqlite3.Connection, _record: Any) -> None:
        driver.create_function("first_day", 1, first_day, deterministic=True)
        driver.create_function("last_day", 1, last_day, deterministic=True)
        for view in views:
            driver.execute(view)

    return prepare


def first_day(iso: str | None) -> str | None:
    """Return the first day of an interval, for SQLite."""
    return _iso(iso, 0)


def last_day(iso: str | None) -> str | None:
    """Return the last day of an interval, for SQLite."""
    return _iso(iso, 1)


def _iso(iso: str | None, at: int) -> str | None:
    day = days_of(iso or "")[at]
    return None if day is None else day.isoformat()


def _view(connection: Connection, table: Table) -> str:
    """Return the view that supplies what a table lacks; empty where it lacks nothing."""
    held = {row.name for row in connection.execute(text(f'PRAGMA main.table_info("{table.name}")'))}
    lacking = [column for column in table.columns if column.name not in held]
    if not lacking:
        return ""
    supplied = ", ".join(f'{_supplied(column)} AS "{column.name}"' for column in lacking)
    rows = f'*, {supplied} FROM main."{table.name}"' if held else f"{supplied} WHERE 0"
    return f'CREATE TEMP VIEW "{table.name}" AS SELECT {rows}'


def _supplied(column: Column[Any]) -> str:
    """Return what a column that is lacking holds."""
    default = column.server_default
    if isinstance(default, DefaultClause):
        return str(default.arg) if isinstance(column.type, Integer) else f"'{default.arg}'"
    return _TOLD.get(column.name, "NULL")
