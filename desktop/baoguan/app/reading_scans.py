"""Recognising the text of scans that wait for it, page by page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from baoguan.domain.ids import PageId
from baoguan.domain.language import Bilingual
from baoguan.domain.page import BlockRole, PageScan
from baoguan.domain.progress import Progress, Silent
from baoguan.index import vocabulary
from baoguan.ingest.stages import sheets
from baoguan.layout.page import lay_out
from baoguan.readers.ocr import Recognised, recognise
from baoguan.store.prints import Printing

if TYPE_CHECKING:
    from baoguan.app.archive import Archive

_DOING = Bilingual("识别扫描件的文字", "Recognising the text of scans")


def read_scans(archive: Archive, progress: Progress) -> int:
    """Recognise the text of the pages that wait for it; return of how many."""
    waiting = archive.waiting_pages()
    for done, page in enumerate(waiting):
        progress.step(done, len(waiting), _DOING)
        print_ = archive.page_print(page)
        if print_ is not None and print_.image is not None:
            _file(archive, page, recognise(print_.image, Silent()))
    return len(waiting)


def _file(archive: Archive, page: PageId, recognised: Recognised) -> None:
    """File what was recognised on a page, and index it."""
    scan = _with_text(archive.scan(page), recognised)
    imprint = archive.catalogue.pages.imprint(page)
    layout = lay_out(scan, vocabulary)
    image = archive.catalogue.pages.origin(page)
    with archive.changing():
        archive.catalogue.filing.read(
            page, imprint, layout, sheets(layout, imprint.date), Printing(scan, image.source, recognised=True)
        )
        archive.index(Silent())


def _with_text(scan: PageScan, recognised: Recognised) -> PageScan:
    """Return a page with the text that was recognised beside the pictures that its source tells of."""
    pictures = tuple(block for block in scan.blocks if block.role is BlockRole.IMAGE)
    return replace(
        scan,
        blocks=(*recognised.blocks, *pictures),
        width=recognised.width,
        height=recognised.height,
        unread=recognised.unread,
    )
