"""Statistics as a Parquet file, typed, for pandas, R and DuckDB; needs pyarrow."""

from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from baoguan.domain.errors import FormatAbsent
from baoguan.domain.language import Bilingual
from baoguan.domain.records import StatisticRecord
from baoguan.export.statistic_columns import COLUMNS, Cell, cells

_GROUP = 20_000
"""Rows of a row group: what is in memory at a time."""


def available() -> bool:
    """Return whether pyarrow is installed."""
    return find_spec("pyarrow") is not None


def write_parquet(records: Iterable[StatisticRecord], path: Path) -> None:
    """Write a row per statistic; raise ``FormatAbsent`` without pyarrow."""
    if not available():
        raise FormatAbsent(
            Bilingual("没有安装 pyarrow，写不了 Parquet。", "Parquet needs pyarrow, which is not installed."),
            Bilingual(
                '请安装：pip install "baoguan[parquet]"。', 'Install it: pip install "baoguan[parquet]".'
            ),
        )
    # Untyped and optional: what it gives is known to this function alone.
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    types[date] = arrow.date32()
    schema = arrow.schema([(column.name, types[column.type]) for column in COLUMNS])
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _groups(records):
            columns = zip(zip(*rows, strict=True), schema.types, strict=True)
            arrays: list[Any] = [arrow.array(values, kind) for values, kind in columns]
            writer.write_table(arrow.table(arrays, schema=schema))


def _groups(records: Iterable[StatisticRecord]) -> Iterator[list[list[Cell]]]:
    left = map(cells, records)
    while rows := list(islice(left, _GROUP)):
        yield rows
