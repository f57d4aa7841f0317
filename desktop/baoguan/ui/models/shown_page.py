"""A page ready to be shown, read and typeset off the UI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from baoguan.domain.errors import BaoguanError
from baoguan.domain.ids import ArticleId, FigureId, PageId
from baoguan.domain.records import PageContent, PagePrint, PageRecord
from baoguan.ui.models.composition import compose
from baoguan.ui.models.picture_page import PicturedPage, figure_frames
from baoguan.ui.models.picture_tiles import Picture, decode
from baoguan.ui.models.typeset import Composition, FigureFrame

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

OVERVIEW = 1600
"""Pixels along the longer side of a picture that is shown before any part of it is sharp."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page with its figures by article and order, and its issue's pages.

    ``face`` is typeset where the archive holds no picture; else ``overview`` is the picture, small.
    """

    content: PageContent
    face: Composition | PicturedPage
    figures: dict[tuple[ArticleId | None, int], FigureId]
    siblings: tuple[PageRecord, ...]
    overview: QImage | None = None

    @property
    def page(self) -> PageId:
        """Which page it is."""
        return self.content.page.id

    def figure_frame(self, figure: FigureId | None) -> FigureFrame | None:
        """Return where a figure stands on the page."""
        known = self.figures
        frames = self.face.figures if figure is not None else ()
        return next((frame for frame in frames if known.get((frame.article, frame.order)) == figure), None)


def read_page(archive: Archive, page: PageId) -> tuple[ShownPage, Picture | None]:
    """Read a page, and typeset it or open its picture, which is the caller's to close."""
    content = archive.page(page)
    records = archive.figures(page=page)
    order: dict[ArticleId | None, int] = {}
    figures: dict[tuple[ArticleId | None, int], FigureId] = {}
    for record in records:
        at = order.get(record.article, 0)
        figures[record.article, at] = record.id
        order[record.article] = at + 1
    siblings = archive.pages(content.page.issue.id)
    page_print = archive.page_print(page)
    if page_print is not None and page_print.image is not None:
        picture, overview = _open(archive, page)
        if picture is not None:
            face = PicturedPage(page_print, content, tuple(figure_frames(records)))
            _ = face.frames  # reckoned here rather than when it is painted
            return ShownPage(content, face, figures, siblings, overview), picture
    return ShownPage(content, compose(content), figures, siblings), None


def small_picture(archive: Archive, page: PageId, most: int) -> QImage | None:
    """Return a page's picture, at most ``most`` pixels long; None where the archive holds none."""
    page_print: PagePrint | None = archive.page_print(page)
    if page_print is None or page_print.image is None:
        return None
    picture, overview = _open(archive, page, most)
    if picture is not None:
        picture.close()
    return overview


def _open(archive: Archive, page: PageId, most: int = OVERVIEW) -> tuple[Picture | None, QImage | None]:
    """Open a page's picture and look at it; without one that can be read the page is typeset."""
    picture: Picture | None = None
    try:
        picture = archive.open_picture(page)
        return (picture, decode(picture.overview(most))) if picture is not None else (None, None)
    except (BaoguanError, OSError, ValueError):
        if picture is not None:
            picture.close()
        return None, None
