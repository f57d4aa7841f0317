"""Statistics read anew where other rules read them before; what readers said of numbers stays."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from baoguan.annotate.anchor import find
from baoguan.domain.article import Article
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Progress, Silent
from baoguan.domain.statistic import Statistic
from baoguan.ingest.rules import read_numbers, rules

if TYPE_CHECKING:
    from baoguan.app.archive import Archive

_BATCH = 100
"""Articles of a step: what was read of them is kept, whatever comes after."""
_DOING = Bilingual("重读统计", "Reading statistics anew")
_Read = Callable[[Sequence[tuple[Article, date | None]]], list[tuple[Statistic, ...]]]


def read_anew(archive: Archive, progress: Progress, apart: bool = False) -> int:
    """Read the numbers of the articles that other rules read; return how many articles that were.

    ``apart``: in a process beside, so that a window stays quick. Stopped, it goes on the next time where it
    was. Others may change the archive meanwhile: an article they change is left for the next time.
    """
    due = archive.catalogue.readings.due(rules())
    if not due:
        return 0
    with _reader(apart) as read:
        for start in range(0, len(due), _BATCH):
            progress.step(start, len(due), _DOING)
            filed = archive.catalogue.readings.filed(due[start : start + _BATCH])
            numbers = read([(one.article, one.date) for one in filed])
            with archive.changing():
                changed = archive.catalogue.readings.write(
                    tuple(zip(filed, numbers, strict=True)), rules(), find
                )
            if changed:
                archive.index(Silent())
    progress.step(len(due), len(due), _DOING)
    return len(due)


def read_by_hand(archive: Archive, progress: Progress) -> int:
    """Read the numbers of the articles left to read, or of all where none is left; return of how many."""
    with archive.changing():
        if not archive.catalogue.readings.due(rules()):
            archive.catalogue.readings.forget()
    return read_anew(archive, progress)


@contextmanager
def _reader(apart: bool) -> Iterator[_Read]:
    """Give what reads numbers; a process that ends before it has answered ends the work."""
    if not apart:
        yield read_numbers
        return
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as beside:
        try:
            yield lambda articles: beside.submit(read_numbers, articles).result()
        except BrokenExecutor as error:
            raise Cancelled from error
