"""One source file to one filed page, stage by stage."""

from datetime import date
from pathlib import Path

from baoguan.domain.article import PageLayout
from baoguan.domain.errors import SourceKnown
from baoguan.domain.ids import PageId, SourceId
from baoguan.domain.language import Bilingual
from baoguan.domain.page import PageScan
from baoguan.index import vocabulary
from baoguan.index.fold import fold_article
from baoguan.ingest.rules import rules
from baoguan.layout.page import lay_out
from baoguan.readers.page import read_page
from baoguan.statistics.article import extract_article
from baoguan.store.catalogue import Catalogue
from baoguan.store.filing import Sheet, Source


def file_page(catalogue: Catalogue, path: Path) -> PageId:
    """Read a source file and file its page, all or nothing; raise a ``SourceError``.

    A file whose page was removed is brought back as it was.
    """
    scan, content = read_page(path), path.read_bytes()
    source, new = catalogue.originals.keep(content)
    try:
        known = _known_page(catalogue, source, path)
        if known is not None:
            return known
        layout = lay_out(scan, vocabulary)
        filed = Source(source, path.name, len(content), scan.encoding)
        return catalogue.filing.add(filed, scan.imprint, layout, sheets(layout, scan.imprint.date))
    except BaseException:
        if new:
            catalogue.originals.drop(source)
        raise


def sheets(layout: PageLayout, issue_date: date | None) -> tuple[Sheet, ...]:
    """Return the articles of a layout with their folded text and statistics."""
    return tuple(
        Sheet(
            article,
            fold_article(article.text, article.passages()).text,
            extract_article(article, issue_date),
            rules(),
        )
        for article in layout.articles
    )


def read_again(catalogue: Catalogue, page: PageId) -> PageScan:
    """Read a filed page's original again."""
    record = catalogue.pages.page(page).page
    return read_page(catalogue.originals.find(record.source), record.source_name)


def _known_page(catalogue: Catalogue, source: SourceId, path: Path) -> PageId | None:
    """Bring back a removed page of the same source; raise ``SourceKnown`` where it is not removed."""
    page = catalogue.pages.page_of(source)
    if page is not None:
        raise SourceKnown(
            Bilingual(f"“{path.name}”已经在馆藏里。", f'"{path.name}" is already in the archive.'),
            Bilingual("不必再收入；没有改动任何内容。", "There is nothing to do; nothing was changed."),
        )
    removed = catalogue.pages.page_of(source, removed=True)
    if removed is not None:
        catalogue.filing.restore([removed])
    return removed
