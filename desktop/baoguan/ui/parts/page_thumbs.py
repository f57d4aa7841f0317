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
        """Draw everything anew: the pages may be others now."""
        self._drawn.clear()
        self._wanted, self._drawing = [], False

    def show(self, pages: Sequence[PageRecord], theme: Theme) -> None:
        """Draw the pages of an issue in the colours of a theme."""
        self._wanted = []
        if len(pages) < 2:
            return
        for page in pages:
            known = self._drawn.get((page.id, theme.name))
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

        def show(picture: QImage) -> None:
            self._drawing = False
            self._drawn[page, theme.name] = picture
            while len(self._drawn) > _MOST:
                del self._drawn[next(iter(self._drawn))]
            self._strip.show_picture(page, picture)
            self._draw_next()

        def miss(_error: BaseException) -> None:
            self._drawing = False
            self._draw_next()

        self._room.ask(lambda archive: _thumb(archive, page, theme, ratio), show, miss)


def _thumb(archive: Archive, page: PageId, theme: Theme, ratio: float) -> QImage:
    most = round(max(THUMB.width(), THUMB.height()) * ratio)
    picture = small_picture(archive, page, most)
    if picture is None:
        return picture_of(compose(archive.page(page)), theme, THUMB.width(), THUMB.height(), ratio)
    picture.setDevicePixelRatio(ratio)
    return picture
