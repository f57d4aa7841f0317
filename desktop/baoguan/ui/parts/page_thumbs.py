"""Drawing the small pictures of an issue's pages, one after another, each once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from baoguan.app.theme import Theme
from baoguan.domain.ids import PageId
from baoguan.domain.records import PageRecord
from baoguan.ui.models.composition import compose
from baoguan.ui.models.page_paint import picture_of
from baoguan.ui.models.room import Room
from baoguan.ui.models.shown_page import small_picture
from baoguan.ui.parts.page_strip import THUMB, PageStrip

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

_MOST = 600
"""Small pictures that are remembered."""
_PICTURED = ""
"""In the place of a theme's name: a page's own picture is the same in every theme."""


class PageThumbs(QObject):
    """Fills a strip with pictures; large scans are looked at one at a time, for the memory they take."""

    def __init__(self, room: Room, strip: PageStrip) -> None:
        super().__init__(strip)
        self._room = room
        self._strip = strip
        self._drawn: dict[tuple[PageId, str], QImage] = {}
        self._wanted: list[PageId] = []
        self._drawing = False

    def forget(self) -> None:
        """Draw everything anew: another archive is open, and no question asked before is answered."""
        self._drawn.clear()
        self._wanted, self._drawing = [], False

    def forget_typeset(self) -> None:
        """Draw what is set in type anew: its articles may be others now."""
        self._drawn = {key: picture for key, picture in self._drawn.items() if key[1] == _PICTURED}

    def show(self, pages: Sequence[PageRecord], theme: Theme) -> None:
        """Draw the pages of an issue in the colours of a theme."""
        self._wanted = []
        if len(pages) < 2:
            return
        for page in pages:
            known = self._drawn.get((page.id, _PICTURED)) or self._drawn.get((page.id, theme.name))
            if known is not None:
                self._strip.show_picture(page.id, known)
            else:
                self._wanted.append(page.id)
        self._draw_next()

    def _draw_next(self) -> None:
        if self._drawing or not self._wanted:
            return
        page, theme, ratio = self._wanted.pop(0), self._room.theme, self._strip.devicePixelRatioF()
        self._drawing = True

        def show(drawn: tuple[QImage, bool]) -> None:
            picture, pictured = drawn
            self._drawing = False
            self._drawn[page, _PICTURED if pictured else theme.name] = picture
            while len(self._drawn) > _MOST:
                del self._drawn[next(iter(self._drawn))]
            self._strip.show_picture(page, picture)
            self._draw_next()

        def miss(_error: BaseException) -> None:
            self._drawing = False
            self._draw_next()

        self._room.ask(lambda archive: _thumb(archive, page, theme, ratio), show, miss)


def _thumb(archive: Archive, page: PageId, theme: Theme, ratio: float) -> tuple[QImage, bool]:
    """Return a page as a small picture, and whether it is the print's own."""
    most = round(max(THUMB.width(), THUMB.height()) * ratio)
    picture = small_picture(archive, page, most)
    if picture is None:
        drawn = picture_of(compose(archive.page(page)), theme, THUMB.width(), THUMB.height(), ratio)
        return drawn, False
    picture.setDevicePixelRatio(ratio)
    return picture, True
