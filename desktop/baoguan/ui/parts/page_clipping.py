"""Taking a framed region of a page's picture away, with where it is printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from baoguan.domain.errors import BaoguanError
from baoguan.domain.page import Region
from baoguan.ui.models.citation import cited
from baoguan.ui.models.gallery_words import file_name
from baoguan.ui.models.page_paint import rect
from baoguan.ui.models.picture_clip import cut, png, with_citation
from baoguan.ui.models.picture_tiles import Tiles
from baoguan.ui.models.room import Room
from baoguan.ui.models.shown_page import ShownPage
from baoguan.ui.parts.kept_file import keep
from baoguan.ui.parts.page_canvas import PageCanvas
from baoguan.ui.parts.page_clip import ClipBar, ClipOverlay


class Clipping(QObject):
    """Lets a region be framed on the canvas; it is copied or kept as it is printed."""

    ended = Signal()
    """Nothing is to be cut out any more."""

    def __init__(self, room: Room, canvas: PageCanvas, tiles: Tiles) -> None:
        super().__init__(canvas)
        self._room = room
        self._canvas = canvas
        self._tiles = tiles
        self.shown: ShownPage | None = None
        self.bar = ClipBar(canvas.viewport())
        self.overlay: ClipOverlay | None = None
        canvas.zoomed.connect(self._follow)
        for scrolled in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            scrolled.valueChanged.connect(self._follow)
        self.bar.copying.connect(self.copy)
        self.bar.saving.connect(self._ask_path)
        self.bar.leaving.connect(self.leave)

    def begin(self) -> None:
        """Let a region be framed; the article that is selected is, until another is."""
        if self.overlay is None:
            self.overlay = ClipOverlay(self._canvas, self.bar)
            self._canvas.set_overlay(self.overlay)
            article = self._canvas.frame_of(self._canvas.selected)
            if article is not None:
                self._show_whole(article.bounds)
                self.overlay.frame(article.bounds)

    def _show_whole(self, region: Region) -> None:
        box, room = rect(region), self._canvas.room
        if not self._canvas.is_seen(box):
            scale = 0.95 * min(room.width() / box.width(), room.height() / box.height())
            self._canvas.move_to(box.center(), scale)

    def _follow(self) -> None:
        """Keep the bar beside the frame."""
        if self.overlay is not None and self.bar.isVisible():
            self.overlay.place_bar()

    def leave(self) -> None:
        """Take frame and bar away."""
        if self.overlay is not None:
            self.overlay = None
            self.bar.hide()
            self._canvas.set_overlay(None)
            self._canvas.setFocus()
            self.ended.emit()

    def citation(self, region: Region) -> str:
        """Return where a region is printed: its page, and the article that its middle lies in."""
        if self.shown is None:
            return ""
        page = self.shown.content.page
        x, y = region.left + region.width / 2, region.top + region.height / 2
        frame = self.shown.face.article_at(x, y)
        return cited(
            page.issue.title,
            page.issue.date,
            page.number or str(page.sequence),
            frame.headline if frame else "",
        )

    def copy(self) -> None:
        """Put the region on the clipboard: as a picture, and as the words that cite it."""
        if self.overlay is None or self.overlay.region is None:
            return
        words = self.citation(self.overlay.region)

        def show(image: QImage) -> None:
            copied = QMimeData()
            copied.setImageData(image)
            copied.setText(words)
            QGuiApplication.clipboard().setMimeData(copied)
            self.leave()

        self._cut(self.overlay.region, words, show)

    def save(self, path: Path) -> None:
        """Write the region into a PNG file, whole or not at all; what cannot be written is told."""
        if self.overlay is None or self.overlay.region is None:
            return

        def show(image: QImage) -> None:
            try:
                keep(png(image), path)
            except BaoguanError as error:
                self._room.tell(error)
            else:
                self.leave()

        self._cut(self.overlay.region, self.citation(self.overlay.region), show)

    def _cut(self, region: Region, words: str, show: Callable[[QImage], None]) -> None:
        picture, shown = self._tiles.picture, self.shown
        if picture is not None and shown is not None:
            page = shown.content.page.id
            self._room.ask(lambda _archive: with_citation(cut(picture, page, region), words), show)

    def _ask_path(self) -> None:
        if self.overlay is None or self.overlay.region is None:
            return
        name = file_name(self.citation(self.overlay.region))
        path, _ = QFileDialog.getSaveFileName(
            self._canvas, self.tr("存为图片"), str(Path.home() / f"{name}.png"), "PNG (*.png)"
        )
        if path:
            self.save(Path(path))
