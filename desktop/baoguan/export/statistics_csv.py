"""Statistics as a table for a spreadsheet (RFC 4180)."""

import csv
from collections.abc import Iterable
from datetime import date
from typing import TextIO

from baoguan.domain.records import StatisticRecord
from baoguan.export.statistic_columns import COLUMNS, Cell, cells

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet may take for the beginning of a formula, full width in East Asian ones; not alone."""


def write_csv(records: Iterable[StatisticRecord], file: TextIO) -> None:
    """Write a row per statistic; a text that a spreadsheet could take for a formula has ' before it."""
    rows = csv.writer(file)
    rows.writerow([column.name for column in COLUMNS])
    rows.writerows(map(_printed, cells(record)) for record in records)


def _printed(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return "'" + cell if len(cell) > 1 and cell[0] in _FORMULA else cell
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
