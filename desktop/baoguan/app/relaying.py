"""Laying a page out anew, because of what readers said of its layout."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from baoguan.annotate.anchor import find
from baoguan.app.changes import Changes
from baoguan.domain.ids import AnnotationId, ArticleId, PageId
from baoguan.index import vocabulary
from baoguan.ingest.stages import sheets
from baoguan.layout.page import lay_out
from baoguan.store.sheets import Said

if TYPE_CHECKING:
    from baoguan.app.archive import Archive

Homes = Mapping[AnnotationId, ArticleId]


def lay_out_again(
    archive: Archive, page: PageId, said: Said, homes: Homes | None = None
) -> tuple[Changes, Homes]:
    """Lay a page out as its readers want it; return what changed, and where annotations were that moved.

    ``homes`` says where annotations belong that an undone change had moved.
    """
    scan = archive.scan(page)
    layout = lay_out(scan, vocabulary, said.rejected, said.rearranged)
    filed = sheets(layout, archive.page(page).page.issue.date)
    relaid = archive.catalogue.filing.lay_out_again(page, scan, layout, filed, said, find, homes)
    changes = Changes(pages=True, articles=relaid.articles, annotations=True, statistics=True)
    return changes, relaid.moved


def rejected(archive: Archive, page: PageId) -> frozenset[str]:
    """Return the keys of the decisions of a page that readers rejected."""
    return frozenset(record.decision.key for record in archive.page(page).decisions if record.rejected)
