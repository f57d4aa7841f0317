"""Statistics as a workbook: texts as texts, numbers and dates as what they are."""

import tempfile
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from baoguan.domain.records import StatisticRecord
from baoguan.export.statistic_columns import COLUMNS, Cell, cells

_ROWS = 1_000_000
"""Rows of a sheet under its header; a sheet holds 1,048,576."""
_CHARACTERS = 32_767
"""What a cell holds."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it spreadsheets do not agree what day a number is: 1900 was no leap year."""
_WIDTHS = {"headline": 32, "sentence": 60, "raw": 16, "subject": 20, "measure": 20, "amended": 20}
_WIDTH = 12


def write_xlsx(records: Iterable[StatisticRecord], path: Path) -> None:
    """Write a row per statistic, a sheet for each million, and a sheet that says what the columns mean.

    A text longer than a cell holds is cut, and ends in ….
    """
    with tempfile.TemporaryDirectory(prefix="baoguan-") as parts:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = Workbook(str(path), options | {"tmpdir": parts})
        try:
            _fill(book, records)
            book.close()
        except FileCreateError as error:
            raise OSError(*error.args) from error
        finally:
            # The library leaves the rows of a sheet open where the workbook is given up.
            for sheet in book.worksheets():
                sheet._opt_close()


def _fill(book: Workbook, records: Iterable[StatisticRecord]) -> None:
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet, row, sheets = _sheet(book, 1, bold), 0, 1
    for record in records:
        if row == _ROWS:
            sheets += 1
            sheet, row = _sheet(book, sheets, bold), 0
        row += 1
        for column, cell in enumerate(cells(record)):
            _write(sheet, row, column, cell, day)
    _legend(book, bold)


def _sheet(book: Workbook, number: int, bold: Format) -> Worksheet:
    """Begin a sheet with its header, which stays in view."""
    sheet = book.add_worksheet("统计" if number == 1 else f"统计 {number}")
    for at, column in enumerate(COLUMNS):
        sheet.set_column(at, at, _WIDTHS.get(column.name, _WIDTH))
        sheet.write_string(0, at, column.name, bold)
    sheet.freeze_panes(1, 0)
    return sheet


def _write(sheet: Worksheet, row: int, column: int, cell: Cell, day: Format) -> None:
    if isinstance(cell, date) and cell >= _FIRST_DAY:
        sheet.write_datetime(row, column, datetime.combine(cell, time()), day)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell:
        text = str(cell)
        sheet.write_string(row, column, text if len(text) <= _CHARACTERS else text[: _CHARACTERS - 1] + "…")


def _legend(book: Workbook, bold: Format) -> None:
    sheet = book.add_worksheet("字段 Columns")
    for column, width in enumerate((16, 16, 60)):
        sheet.set_column(column, column, width)
    for row, one in enumerate(COLUMNS):
        sheet.write_string(row, 0, one.name, bold)
        sheet.write_string(row, 1, one.meaning.zh)
        sheet.write_string(row, 2, one.meaning.en)
