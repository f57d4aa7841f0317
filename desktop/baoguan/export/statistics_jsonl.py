"""Statistics as JSON lines."""

import json
from collections.abc import Iterable
from typing import TextIO

from baoguan.domain.records import StatisticRecord
from baoguan.export.statistic_columns import shape


def write_jsonl(records: Iterable[StatisticRecord], file: TextIO) -> None:
    """Write a JSON value per statistic, each on a line of its own, its keys the names of the columns."""
    for record in records:
        file.write(json.dumps(shape(record), ensure_ascii=False) + "\n")
