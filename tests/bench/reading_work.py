"""What is measured: the program's own readers and layout on one file, in a process that does nothing else."""

import time
from dataclasses import dataclass, replace
from pathlib import Path

from baoguan.domain.article import PageLayout
from baoguan.domain.page import BlockRole, PageScan


@dataclass(frozen=True, slots=True)
class Read:
    """A page as it was read, and the seconds of wall clock and of processor that each stage took."""

    scan: PageScan
    layout: PageLayout
    reading: float
    reading_cpu: float
    layout_seconds: float


def missing(form: str) -> str:
    """Return why a form cannot be read on this machine, empty where it can."""
    from baoguan.readers.ocr import available

    scanned = form in ("scan", "worn", "bilevel")
    return "the extra ocr is not installed" if scanned and not available() else ""


def read_file(path: Path) -> list[Read]:
    """Read every page of a file and lay it out; a page that is only a picture is recognised first."""
    from baoguan.readers.reading import open_source

    found = []
    began, began_cpu = time.perf_counter(), time.process_time()
    source = open_source(path)
    for part in range(len(source)):
        scan = source.scan(part)
        if scan.image is not None and not any(block.text for block in scan.blocks):
            scan = _recognised(scan)
        took, took_cpu = time.perf_counter() - began, time.process_time() - began_cpu
        found.append(_laid_out(scan, took, took_cpu))
        began, began_cpu = time.perf_counter(), time.process_time()
    source.close()
    return found


def read_given(scan: PageScan) -> list[Read]:
    """Lay out a page that was read perfectly."""
    return [_laid_out(scan, 0.0, 0.0)]


def _laid_out(scan: PageScan, reading: float, reading_cpu: float) -> Read:
    from baoguan.index import vocabulary
    from baoguan.layout.page import lay_out

    vocabulary.divide("预热")  # the dictionary is loaded once a process, not once a page
    began = time.perf_counter()
    layout = lay_out(scan, vocabulary)
    return Read(scan, layout, reading, reading_cpu, time.perf_counter() - began)


def _recognised(scan: PageScan) -> PageScan:
    from baoguan.domain.progress import Silent
    from baoguan.readers.ocr import recognise

    assert scan.image is not None
    told = recognise(scan.image, Silent())
    kept = tuple(block for block in scan.blocks if block.role is BlockRole.IMAGE)
    return replace(scan, blocks=(*kept, *told.blocks), unread=told.unread, rulings=told.rulings)
