"""A column of whole numbers that is read at once: Whoosh's own is unpacked number by number."""

from array import array
from typing import Any

from whoosh.columns import Column

_BYTES = 8


class Integers(Column):
    """One whole number for each row, 0 where none is given."""

    def writer(self, dbfile: Any) -> Any:
        """Return what writes a column into a file."""
        return _Writer(dbfile)

    def reader(self, dbfile: Any, basepos: int, length: int, doccount: int) -> Any:
        """Return the numbers of all rows."""
        return dbfile.get_array(basepos, "q", length // _BYTES)

    def default_value(self, reverse: bool = False) -> int:
        """Return what a row has that was given nothing."""
        return 0


class _Writer:
    def __init__(self, file: Any) -> None:
        self._file = file
        self._numbers = array("q")

    def add(self, row: int, number: int) -> None:
        """Take in the number of a row; rows only ascend."""
        self._fill(row)
        self._numbers.append(number)

    def finish(self, rows: int) -> None:
        """Write so many rows."""
        self._fill(rows)
        self._file.write_array(self._numbers)

    def _fill(self, rows: int) -> None:
        self._numbers.extend([0] * (rows - len(self._numbers)))
