"""Measures the statistics pane on many rows: how late the UI thread is while it sorts, scrolls and narrows.

    python tests/bench/pane.py --rows 100000 --json FILE

The articles are made up as in the search benchmark, and each of their numbers is there several times, each a
little larger; the pane stands in a window without a screen.
"""

import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

sys.path.sort(key=lambda folder: Path(folder) == Path(__file__).parent)  # behind: it has its own statistics

import shelves
from meter import apart

from window import Watch

_ARTICLES = 5_000
_SCROLLS = 60
_STEP_MS = 30
_PATIENCE_SECONDS = 60.0
Step = Callable[[], object]


@click.command()
@click.option("--rows", default=100_000, help="How many numbers are to be listed, at least.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Where to write the figures.")
def main(rows: int, out: Path | None) -> None:
    """Fill an archive, open the pane on it, and tell what it took."""
    with tempfile.TemporaryDirectory(prefix="bench-") as made:
        archive = Path(made) / "样本.baoguan"
        archive.mkdir()
        shelves.fill(archive, min(rows, _ARTICLES))
        _repeat(archive / "catalogue.sqlite", rows)
        figures = apart(watch, archive).value
    print(f"{figures['rows']:,} rows\n\n| | listed after, ms | UI thread late, ms |\n| --- | ---: | ---: |")
    for name, found in figures["steps"].items():
        print(f"| {name} | {found['listed_ms']:.0f} | {found['late_ms']:.0f} |")
    if out:
        out.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _repeat(catalogue: Path, rows: int) -> None:
    """Write every statistic again until there are so many."""
    with closing(sqlite3.connect(catalogue)) as database, database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(statistic)") if row[1] != "id"]
        listed = ", ".join(f'"{column}"' for column in columns)
        larger = listed.replace('"value"', '"value" * (1 + ? / 1000.0)')
        (there,) = database.execute("SELECT count(*) FROM statistic").fetchone()
        (last,) = database.execute("SELECT max(id) FROM statistic").fetchone()
        for again in range(1, -(-rows // there)):
            copy = f"INSERT INTO statistic ({listed}) SELECT {larger} FROM statistic WHERE id <= ?"
            database.execute(copy, (again, last))


def watch(archive: Path) -> dict[str, Any]:
    """Open the pane and go through it; return the rows and, for each step, how long and how late."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from baoguan.app.archive import Archive
    from baoguan.app.marker import Marker, write_marker
    from baoguan.app.theme import load_theme
    from baoguan.ui.models.room import Room
    from baoguan.ui.panes.statistics import StatisticsPane
    from baoguan.ui.window.collector import Collector

    write_marker(archive, Marker(archive.stem, date.today()))
    application = QApplication([])
    collector = Collector(application)
    room = Room(load_theme("light"))
    pane = StatisticsPane(room)
    pane.resize(1000, 700)
    pane.show()
    room.open(Archive.open(archive))
    pane.bar.scope.choose("archive")
    _until(lambda: pane.listing.model.known and pane.listing.model.rowCount() > 0)
    collector.settle()  # as the window does when it is ready
    late = Watch()
    steps = {name: _went(pane, room, late, step) for name, step in _steps(pane)}
    rows = pane.listing.model.rowCount()
    room.close()
    return {"rows": rows, "steps": steps}


def _steps(pane: Any) -> Iterator[tuple[str, Step]]:
    """Yield what a reader does, by name."""
    from PySide6.QtCore import Qt

    from baoguan.ui.models.statistic_columns import SORTS, column_names

    table = pane.listing.view
    names = column_names()
    for column, sorts in enumerate(SORTS):
        if sorts is None:
            continue
        order = Qt.SortOrder.DescendingOrder if column % 2 else Qt.SortOrder.AscendingOrder
        yield f"sort by {names[column]}", partial(table.sortByColumn, column, order)
    yield "scroll through", lambda: _scroll(table)
    yield "type two characters", lambda: pane.bar.text.setText("公司")
    yield "empty them", lambda: pane.bar.text.setText("")


def _went(pane: Any, room: Any, late: Watch, step: Step) -> dict[str, float]:
    late.worst()
    began = time.perf_counter()
    step()
    model = pane.listing.model
    _until(lambda: model.known and model.wanted == pane.wanted and not room.waiting)
    took = 1000 * (time.perf_counter() - began)
    return {"listed_ms": took, "late_ms": late.worst()}


def _scroll(table: Any) -> None:
    bar = table.verticalScrollBar()
    for at in range(_SCROLLS + 1):
        bar.setValue(bar.maximum() * at // _SCROLLS)
        _wait(_STEP_MS)


def _until(done: Callable[[], bool]) -> None:
    ends = time.monotonic() + _PATIENCE_SECONDS
    while not done():
        if time.monotonic() > ends:
            raise TimeoutError("the pane never showed what was asked of it")
        _wait(2)


def _wait(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
