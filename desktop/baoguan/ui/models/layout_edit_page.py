"""The page whose layout is corrected, read off the UI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from baoguan.domain.ids import PageId
from baoguan.domain.records import DecisionRecord, PageContent
from baoguan.ui.models.composition import compose
from baoguan.ui.models.layout_edit_pieces import (
    Framed,
    Piece,
    composed_pieces,
    framed,
    printed_pieces,
)

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive


@dataclass(frozen=True, slots=True)
class EditedPage:
    """What can be taken hold of on a page; ``lines`` are its pieces line by line, none on a composed page.

    ``width`` and ``height`` are those of its picture, 0 where it has none: then no figure can be framed.
    """

    content: PageContent
    pieces: tuple[Piece, ...]
    lines: tuple[Piece, ...]
    frames: tuple[Framed, ...]
    width: int
    height: int

    @property
    def page(self) -> PageId:
        """The page's number in the catalogue."""
        return self.content.page.id

    @property
    def decisions(self) -> tuple[DecisionRecord, ...]:
        """The choices that the layout made."""
        return self.content.decisions


def read_edited(archive: Archive, page: PageId) -> EditedPage:
    """Read a page with all that can be taken hold of on it."""
    content, printed = archive.page(page), archive.page_print(page)
    if printed is None or not (printed.lines or printed.image):
        return EditedPage(content, composed_pieces(content, compose(content)), (), (), 0, 0)
    return EditedPage(
        content,
        printed_pieces(content, printed),
        printed_pieces(content, printed, by_line=True),
        framed(archive.figures(page=page)),
        printed.width,
        printed.height,
    )
