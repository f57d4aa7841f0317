"""Statistics as a table for a spreadsheet."""

import csv
from collections.abc import Iterable
from pathlib import Path

from baoguan.domain.errors import unwritable
from baoguan.domain.records import StatisticRecord

_COLUMNS = (
    "statistic",
    "article",
    "title",
    "date",
    "headline",
    "raw",
    "value",
    "low",
    "high",
    "relation",
    "unit",
    "per",
    "kind",
    "direction",
    "basis",
    "time_text",
    "time_iso",
    "subject",
    "measure",
    "place",
    "status",
    "sentence",
    "start",
    "end",
)


def write_csv(records: Iterable[StatisticRecord], path: Path) -> None:
    """Write a row per statistic, UTF-8 with a mark that makes spreadsheets read it as such (RFC 4180).

    Raise ``TargetUnwritable``.
    """
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(_COLUMNS)
            for record in records:
                rows.writerow([_safe(_cell(record, column)) for column in _COLUMNS])
    except OSError as error:
        raise unwritable(path) from error


def _cell(record: StatisticRecord, column: str) -> object:
    if column in {"statistic", "article"}:
        return record.id if column == "statistic" else record.article
    if column in {"title", "date", "headline", "sentence"}:
        return getattr(record, column)
    value = getattr(record.statistic, column)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _safe(value: object) -> object:
    """Keep a spreadsheet from taking a text for a formula."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return "'" + value
    return "" if value is None else value
