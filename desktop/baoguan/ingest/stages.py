"""One page of a source to a filed page, stage by stage."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from baoguan.domain.article import PageLayout
from baoguan.domain.ids import PageId
from baoguan.domain.page import BlockRole, Imprint, PageScan
from baoguan.index import vocabulary
from baoguan.index.fold import fold_article
from baoguan.ingest.package import Keeper
from baoguan.ingest.rules import rules
from baoguan.layout.imprint import printed_imprint
from baoguan.layout.page import lay_out
from baoguan.readers.ocr import Recognised
from baoguan.readers.reading import Source
from baoguan.statistics.article import extract_article
from baoguan.store.catalogue import Catalogue
from baoguan.store.prints import Printing
from baoguan.store.sheets import Sheet

_MOST_OF_PAGE = 0.6
"""What share of a page a picture on it covers at most; a larger one is the scan itself."""

_numbers = lru_cache(512)(extract_article)
"""Kept for a while: most articles stay as they are when a page is laid out again."""


def file_page(
    catalogue: Catalogue, keeper: Keeper, source: Source, part: int, before: Imprint
) -> tuple[PageId, Imprint]:
    """Read a page of a source and file it, all or nothing; raise a ``SourceError``.

    ``before`` is the imprint of the page before it, which says what this page leaves out; returns its own.
    A page that is only a picture is filed without articles, to be recognised.
    """
    scan = source.scan(part)
    imprint = told(scan, before, len(source))
    waiting = waits(scan)
    layout = PageLayout((), ()) if waiting else lay_out(scan, vocabulary)
    try:
        original = keeper.keep(source.files[0], scan.encoding)
        files = keeper.files(scan)
        image = keeper.keep(scan.image.file).id if scan.image else None
        printing = Printing(scan, image, waiting)
        filed = sheets(layout, imprint.date)
        page = catalogue.filing.add(original, imprint, layout, filed, printing, files)
    except BaseException:
        keeper.drop()
        raise
    keeper.settle()
    return page, imprint


def told(scan: PageScan, before: Imprint, pages: int) -> Imprint:
    """Return a page's imprint: what its source says, then what it prints, then that of the page before it.

    Pages of one source stand in its order, unless it says another.
    """
    own = printed_imprint(scan)
    found = replace(own, title=own.title or before.title)
    if found.date is None and found.title == before.title:
        found = replace(found, date=before.date)
    if pages > 1 and scan.imprint.sequence is None:
        found = replace(found, sequence=scan.part + 1, inferred=found.inferred - {"sequence"})
    gained = {name for name in ("title", "date") if getattr(found, name) != getattr(scan.imprint, name)}
    return replace(found, inferred=found.inferred | gained)


def sheets(layout: PageLayout, issue_date: date | None) -> tuple[Sheet, ...]:
    """Return the articles of a layout with their folded text and statistics."""
    return tuple(
        Sheet(
            article,
            fold_article(article.text, article.passages()).text,
            _numbers(article, issue_date),
            rules(),
        )
        for article in layout.articles
    )


def waits(scan: PageScan) -> bool:
    """Return whether a page is a picture without any text: that is to be recognised."""
    return scan.image is not None and not any(block.text.strip() for block in scan.blocks)


def with_text(scan: PageScan, recognised: Recognised) -> PageScan:
    """Return a page with the text that was recognised, and the pictures on it that its source tells of."""
    most = _MOST_OF_PAGE * recognised.width * recognised.height
    pictures = tuple(
        block
        for block in scan.blocks
        if block.role is BlockRole.IMAGE and block.region and block.region.width * block.region.height < most
    )
    return replace(
        scan,
        blocks=(*recognised.blocks, *pictures),
        rulings=recognised.rulings,
        unread=recognised.unread,
        width=recognised.width,
        height=recognised.height,
    )
