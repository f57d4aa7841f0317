"""The text of scans that wait for it is recognised, page by page; each is found as soon as it is read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from baoguan.app.changes import Changes
from baoguan.domain.errors import SourceError
from baoguan.domain.ids import PageId
from baoguan.domain.language import Bilingual
from baoguan.domain.page import PageScan
from baoguan.domain.progress import Progress, Silent
from baoguan.index import vocabulary
from baoguan.ingest.recognising import Waiting, recognise_all
from baoguan.ingest.stages import sheets, told, with_text
from baoguan.layout.page import lay_out
from baoguan.readers.ocr import Recognised

if TYPE_CHECKING:
    from baoguan.app.archive import Archive

_DOING = Bilingual("识别扫描件的文字", "Recognising the text of scans")


def read_scans(
    archive: Archive,
    progress: Progress,
    changed: Callable[[Changes], None] = lambda _changes: None,
    pressing: Callable[[], bool] = lambda: False,
) -> int:
    """Recognise the text of the pages that wait for it; return of how many.

    Stopped, it goes on the next time: a page is filed as soon as it is read, and ``changed`` is told. No
    more are begun when something else is ``pressing``. Raise ``FormatAbsent`` without the extra ``ocr``.
    """
    waiting = _waiting(archive)
    if not waiting:
        return 0
    done = 0
    with closing(recognise_all(waiting, lambda: not pressing())) as outcomes:
        progress.step(done, len(waiting), _DOING)
        for outcome in outcomes:
            if outcome is not None:
                changed(_file(archive, *outcome))
                done += 1
            progress.step(done, len(waiting), _DOING)
    return done


def _waiting(archive: Archive) -> list[Waiting]:
    """Return the pages that wait, those whose original is missing left out."""
    found = []
    for page in archive.waiting_pages():
        image = archive.catalogue.prints.image(page)
        if image is not None and image.file.is_file():
            found.append(Waiting(page, image))
    return found


def _file(archive: Archive, page: PageId, recognised: Recognised) -> Changes:
    """File what was recognised on a page, and have it found."""
    pages = archive.catalogue.pages
    scan = with_text(_seen(archive, page), recognised)
    known, alone = pages.imprint(page), len(pages.pages_of(pages.origin(page).source)) == 1
    # Where a page stands in the issue was only the order of taking in, if it is all there is of its source.
    scan = replace(scan, imprint=replace(known, sequence=None) if alone else known)
    imprint = told(scan, pages.imprint_beside(page), 1)
    # Frames may have been drawn on the picture while it waited.
    layout = lay_out(scan, vocabulary, rearranged=archive.rearrangements(page))
    with archive.changing():
        articles = archive.catalogue.filing.read(page, imprint, scan, layout, sheets(layout, imprint.date))
        archive.scan.cache_clear()
        archive.index(Silent())
    return Changes(pages=True, articles=articles, statistics=True)


def _seen(archive: Archive, page: PageId) -> PageScan:
    """Return what the source of a page tells of it; nothing where it is damaged by now."""
    try:
        return archive.scan(page)
    except SourceError:
        return PageScan((), encoding="")
