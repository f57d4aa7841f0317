"""Tables: rows of short cells, found by their places alone, read row by row."""

from collections.abc import Sequence
from itertools import pairwise

from baoguan.layout.places.frame import Mark
from baoguan.layout.places.strips import BULLETS, Strip

_CELL = 10
_USUAL = 6.5
_WHITE = 2.0
"""Cells hold few characters, with more white between them than columns of text have."""
_ROWS = 3
_FAR = 26
_CELLS = 3
_LARGEST = 1.5
"""Cells are read as larger than they are set: a figure without strokes above or below has room around it."""


def tables_of(marks: Sequence[Mark], size: float, zones: dict[int, int]) -> tuple[list[Strip], list[Mark]]:
    """Return the tables of a page, each a strip whose lines are its cells row by row, and all other lines."""
    cells = [mark for mark in marks if _is_cell(mark, size)]
    tables: list[list[list[Mark]]] = []
    for row in _rows(cells, size):
        above = [table for table in tables if _continues(table[-1], row, size, zones)]
        table = max(above, key=lambda table: len(_within(table, row, size)), default=None)
        if table is not None:
            table.append(_within(table, row, size))
        elif len(row) >= _CELLS:
            tables.append([row])
    found = [table for table in tables if len(table) >= _ROWS and _is_sparse(table, size)]
    for table in found:
        _add_columns(table, cells, size)
    taken = {mark.number for table in found for row in table for mark in row}
    strips = [_strip([mark for row in table for mark in row], zones) for table in found]
    return strips, [mark for mark in marks if mark.number not in taken]


def _add_columns(table: list[list[Mark]], cells: Sequence[Mark], size: float) -> None:
    """Add the columns beside a table that stand further off: a cell at the same place in most of its rows."""
    held = {cell.number for row in table for cell in row}
    left, right = min(row[0].left for row in table), max(row[-1].right for row in table)
    beside: dict[int, list[tuple[int, Mark]]] = {}
    for cell in cells:
        if cell.number in held or not max(left - cell.right, cell.left - right) < _FAR * size:
            continue
        at = next((at for at, row in enumerate(table) if abs(row[0].top - cell.top) < 0.5 * size), None)
        if at is not None:
            beside.setdefault(round(cell.left / size), []).append((at, cell))
    for column in beside.values():
        if 3 * len(column) >= 2 * len(table):
            for at, cell in column:
                table[at].append(cell)
                table[at].sort(key=lambda each: each.left)


def _is_cell(mark: Mark, size: float) -> bool:
    short = len(mark.text) <= _CELL and not mark.text.startswith(BULLETS)
    return short and mark.size < _LARGEST * size and not mark.turned


def _is_sparse(table: Sequence[Sequence[Mark]], size: float) -> bool:
    cells = [cell for row in table for cell in row]
    gaps = [after.left - cell.right for row in table for cell, after in pairwise(row)]
    usual = sum(len(cell.text) for cell in cells) / len(cells)
    return usual <= _USUAL and sum(gaps) >= _WHITE * size * len(gaps)


def _strip(cells: list[Mark], zones: dict[int, int]) -> Strip:
    left, right = min(mark.left for mark in cells), max(mark.right for mark in cells)
    return Strip(cells, left, right, zones.get(cells[0].number, 0), table=True)


def _rows(cells: Sequence[Mark], size: float) -> list[list[Mark]]:
    """Return runs of cells at one height with white between them, from top to bottom."""
    levels: list[list[Mark]] = []
    for mark in sorted(cells, key=lambda mark: mark.top):
        if levels and mark.top - levels[-1][0].top < 0.5 * size:
            levels[-1].append(mark)
        else:
            levels.append([mark])
    rows: list[list[Mark]] = []
    for level in levels:
        level.sort(key=lambda mark: mark.left)
        rows.append([level[0]])
        for before, mark in pairwise(level):
            if 0.8 * size < mark.left - before.right < 14 * size:
                rows[-1].append(mark)
            else:
                rows.append([mark])
    return rows


def _within(table: Sequence[Sequence[Mark]], row: Sequence[Mark], size: float) -> list[Mark]:
    """Return the cells of a row that stand below a table."""
    left = min(cell.left for cells in table for cell in cells) - 2 * size
    right = max(cell.right for cells in table for cell in cells) + 2 * size
    return [cell for cell in row if left <= cell.left and cell.right <= right]


def _continues(above: Sequence[Mark], row: Sequence[Mark], size: float, zones: dict[int, int]) -> bool:
    """Tell whether a row belongs below another: near, as wide, and its cells under those above."""
    row = _within([above], row, size)
    if len(row) < _CELLS - 1 or zones.get(above[0].number, 0) != zones.get(row[0].number, 0):
        return False
    if not 0 < row[0].top - above[0].top < 3.2 * size:
        return False
    lefts = [cell.left for cell in above]
    under = sum(min(abs(cell.left - left) for left in lefts) < 1.5 * size for cell in row)
    return 4 * under >= 3 * len(row)
