"""A page ready to be shown, read and typeset off the UI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from baoguan.domain.ids import ArticleId, FigureId, PageId
from baoguan.domain.records import PageContent, PageRecord
from baoguan.ui.models.composition import compose
from baoguan.ui.models.typeset import Composition

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page, typeset, with its figures by article and order, and its issue's pages."""

    content: PageContent
    face: Composition
    figures: dict[tuple[ArticleId | None, int], FigureId]
    siblings: tuple[PageRecord, ...]


def read_page(archive: Archive, page: PageId) -> ShownPage:
    """Read and typeset a page."""
    content = archive.page(page)
    order: dict[ArticleId | None, int] = {}
    figures: dict[tuple[ArticleId | None, int], FigureId] = {}
    for record in archive.figures(page=page):
        at = order.get(record.article, 0)
        figures[record.article, at] = record.id
        order[record.article] = at + 1
    return ShownPage(content, compose(content), figures, archive.pages(content.page.issue.id))
