"""How soon a page of 140 megapixels is seen and sharp, and what memory turning such pages takes.

    python tests/bench/pictures.py --turns 200 --pages 4 --side 10000 --json FILE

The page pane stands in a window without a screen, 1000 pixels square.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click

sys.path.append(str(Path(__file__).resolve().parents[1]))  # the newsroom
sys.path.sort(key=lambda folder: Path(folder) == Path(__file__).parent)  # behind: it has its own statistics

from PIL import Image
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import newsroom
from baoguan.app.archive import Archive
from baoguan.app.ingest import ingest_into
from baoguan.app.selection import Selection
from baoguan.app.theme import load_theme
from baoguan.domain.progress import Silent
from baoguan.ui.models.room import Room
from baoguan.ui.panes.page import PagePane
from baoguan.ui.window import fonts
from baoguan.ui.window.allocation import give_back_large_blocks

_LIMIT = 120.0
_TALL = 1.4
"""Height of a page in widths."""
_GLIDE_MS = 200
Figures = dict[str, float]


def make(folder: Path, pages: int, side: int) -> Path:
    """Make an archive of scans ``side`` pixels wide, each a file of its own, without their text."""
    sources = []
    newsroom.write_scan(newsroom.page(seed=3, layout="dense"), folder / "page.png", 200)
    with Image.open(folder / "page.png") as scan:
        large = scan.convert("RGB").resize((side, round(_TALL * side)))
    for number in range(1, pages + 1):
        large.paste((40 * number % 255, 0, 0), (0, 0, side // 25, side // 25))
        sources.append(folder / f"{number}.jpg")
        large.save(sources[-1], quality=88)
        imprint = f'title = "大报"\ndate = 1950-01-01\nsequence = {number}\npage = {number}\n'
        sources[-1].with_suffix(".toml").write_text(imprint, encoding="utf-8")
    archive = folder / "大版.baoguan"
    report = ingest_into(archive, sources, Silent())
    if report.failed:
        raise RuntimeError(report.failed)
    return archive


def measure(folder: Path, turns: int) -> Figures:
    """Turn the pages of an archive in the page pane; return seconds and megabytes."""
    room, archive = Room(load_theme("light")), Archive.open(folder)
    room.open(archive)
    pane = PagePane(room)
    pane.resize(1000, 1000)
    pane.show()
    QTest.qWait(100)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the most from here on
    figures: Figures = {"memory_before_mb": memory("VmRSS")}
    pages = [page.id for page in archive.pages()]

    def turn(number: int) -> float:
        page = pages[number % len(pages)]
        room.selection.select(Selection(page=page))
        seconds = until(lambda: pane.clipping.shown is not None and pane.clipping.shown.page == page)
        pane.canvas.grab()
        return seconds

    figures["first_sight_s"] = max(turn(number) for number in range(len(pages)))
    until(lambda: not room.waiting)
    for scale in (0.2, 0.45, 1.0):
        _look(pane, 0.5, scale)
        seconds = until(lambda: not room.waiting)
        figures[f"sharp_at_{scale:.0%}_s"] = seconds + _GLIDE_MS / 1000
    for number in range(turns):
        turn(number)
        _look(pane, 0.2 + 0.03 * (number % 20), (1.0, 0.4)[number % 2])
        until(lambda: not room.waiting)
    figures["memory_after_mb"], figures["memory_most_mb"] = memory("VmRSS"), memory("VmHWM")
    room.close()
    archive.close()
    return figures


def _look(pane: PagePane, share: float, scale: float) -> None:
    face = pane.canvas.face
    if face is None:
        raise RuntimeError("no page")
    pane.canvas.move_to(QPointF(face.width * share, face.height * share), scale)
    QTest.qWait(_GLIDE_MS)


def until(done: Callable[[], bool]) -> float:
    """Let the window work until something is so; return the seconds."""
    began = time.perf_counter()
    while not done():
        QTest.qWait(2)
        if time.perf_counter() - began > _LIMIT:
            raise TimeoutError
    return time.perf_counter() - began


def memory(field: str) -> float:
    """Return megabytes of this process, as Linux tells them."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) / 1024
    return 0.0


@click.command()
@click.option("--turns", default=200, help="How many pages are turned.")
@click.option("--pages", default=4, help="How many pages there are.")
@click.option("--side", default=10_000, help="How many pixels they are wide.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Where to write the figures.")
def main(turns: int, pages: int, side: int, out: Path | None) -> None:
    """Make scans, turn them, and tell what it took."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication([])
    fonts.register(application)
    give_back_large_blocks()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        figures = measure(make(Path(folder), pages, side), turns)
    for name, figure in figures.items():
        print(f"{name:>18}  {figure:8.2f}")
    if out:
        out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
