"""The page: its picture, or typeset from its articles, every article with a place to click."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from baoguan.app.changes import Changes
from baoguan.app.selection import Selection
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.page import Region
from baoguan.ui.models.masthead import chinese_date, page_name
from baoguan.ui.models.page_face import PageFace
from baoguan.ui.models.page_marks import PageMarks, page_marks
from baoguan.ui.models.picture_page import PicturedPage
from baoguan.ui.models.picture_tiles import Picture, Tiles
from baoguan.ui.models.place import place_of
from baoguan.ui.models.room import Room
from baoguan.ui.models.shown_page import ShownPage, read_page
from baoguan.ui.models.typeset import Composition
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.layout_edit_mode import LayoutEditMode
from baoguan.ui.parts.page_bar import PageBar
from baoguan.ui.parts.page_canvas import PageCanvas
from baoguan.ui.parts.page_clipping import Clipping
from baoguan.ui.parts.page_corner import PageCorner
from baoguan.ui.parts.page_ground import PictureGround, TypeGround
from baoguan.ui.parts.page_lines import PageLines
from baoguan.ui.parts.page_strip import PageStrip
from baoguan.ui.parts.page_thumbs import PageThumbs

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

_REMEMBERED = 6
_KEYS = {
    Qt.Key.Key_A: "article",
    Qt.Key.Key_R: "rotate",
    Qt.Key.Key_L: "lines",
    Qt.Key.Key_C: "clip",
    Qt.Key.Key_E: "layout-edit",
}
"""What is pressed on the bar by a key on the page."""


class PagePane(QWidget):
    """Shows the selected page; a click selects the article, number or figure printed there."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._shown: ShownPage | None = None
        self._remembered: dict[PageId, ShownPage] = {}
        self._clicked: ArticleId | None = None
        self.canvas = PageCanvas(room.theme)
        self.canvas.setAccessibleName(self.tr("版面"))
        self.strip = PageStrip()
        self.strip.setAccessibleName(self.tr("本期各版"))
        self.lines = PageLines(room.theme)
        self.lines.setAccessibleName(self.tr("版面文字，逐行"))
        self.lines.hide()
        self.tiles = Tiles(room, self)
        self.bar = PageBar(self.canvas)
        self.corner = PageCorner(self.canvas)
        self.clipping = Clipping(room, self.canvas, self.tiles)
        self.correction = LayoutEditMode(room, self.canvas)
        self._thumbs = PageThumbs(room, self.strip)
        self.setFocusProxy(self.canvas)
        self._lay_out()
        self._connect()
        self._dress()
        self._follow(room.selection.current, Selection())

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.canvas)
        split.addWidget(self.lines)
        split.setSizes([600, 260])
        split.setStretchFactor(0, 1)
        full = QWidget()
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.bar)
        inside.addWidget(self.correction)
        inside.addWidget(split, 1)
        inside.addWidget(self.strip)
        self._body = OrEmpty(full)
        self.setLayout(self._body)

    def _connect(self) -> None:
        self.canvas.clicked.connect(self._click)
        self.canvas.entered.connect(self._select_article)
        self.canvas.picked.connect(self._pick)
        self.canvas.pointed.connect(self._point)
        self.strip.chosen.connect(self._turn)
        self.lines.chosen.connect(self._show_line)
        self.tiles.arrived.connect(self._sharpen)
        self.bar.fitting_article.connect(self._fit_article)
        self.bar.looks.looked.connect(self._look)
        self.bar.listing.connect(self._list)
        self.bar.clipping.connect(self._clip)
        self.bar.correcting.connect(self._correct)
        self.clipping.ended.connect(lambda: self.bar.buttons["clip"].setChecked(False))
        self.correction.left.connect(lambda: self.bar.buttons["layout-edit"].setChecked(False))
        self._room.selection.changed.connect(self._follow)
        self._room.opened.connect(self._open)
        self._room.changed.connect(self._change)
        self._room.theme_changed.connect(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a button of the bar, where it is there; leave the cutting by Escape."""
        name = _KEYS.get(Qt.Key(event.key()))
        if name is not None and not event.modifiers() and not self.bar.buttons[name].isHidden():
            self.bar.buttons[name].click()
        elif event.key() == Qt.Key.Key_Escape and self.clipping.overlay is not None:
            self.clipping.leave()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        theme = self._room.theme
        self.canvas.theme = self.corner.map.theme = theme
        for part in (self.strip, self.lines, self.bar, self.clipping.bar):
            part.set_theme(theme)
        self.canvas.viewport().update()
        self.corner.map.update()
        self._draw_strip()

    def _open(self) -> None:
        self._remembered.clear()
        self._thumbs.forget()
        self._show(None)
        self.tiles.forget()
        self._follow(self._room.selection.current, Selection())

    def _change(self, changes: Changes) -> None:
        if changes.pages:
            self._remembered.clear()
            self._thumbs.forget_typeset()
            self._ask_page(self._room.selection.current.page)
        elif changes.statistics or changes.index:
            self._ask_marks()

    def _follow(self, new: Selection, old: Selection) -> None:
        if new.page is None or self._room.archive is None:
            self._show(None)
        elif self._shown is None or new.page != self._shown.page:
            self._ask_page(new.page)
        else:
            if new.query != old.query:
                self._ask_marks()
            self._show_place(new.article != old.article)

    def _ask_page(self, page: PageId | None) -> None:
        if page is None:
            return
        known = self._remembered.get(page)
        if known is None:
            self._room.ask(lambda archive: read_page(archive, page), lambda read: self._show_read(*read))
            return
        self._show(known)
        if known.overview is not None:
            self._room.ask(
                lambda archive: archive.open_picture(page), lambda picture: self._take(page, picture)
            )

    def _show_read(self, shown: ShownPage, picture: Picture | None) -> None:
        self._show(shown)
        self._take(shown.page, picture)

    def _take(self, page: PageId, picture: Picture | None) -> None:
        """Read the page from its picture from now on, unless another page is shown already."""
        if picture is None:
            return
        read_anew = self.tiles.page == page  # its picture is as it was
        if self._shown is None or self._shown.page != page or read_anew:
            self.tiles.drop(picture)
            return
        self.tiles.show(page, picture)
        self._sharpen()
        self.tiles.build()

    def _sharpen(self) -> None:
        if isinstance(self.canvas.ground, PictureGround):
            self.canvas.ground.renew()
            self.canvas.viewport().update()

    def _show(self, shown: ShownPage | None) -> None:
        if shown is not None and shown.page != self._room.selection.current.page:
            return
        before = self._shown.page if self._shown else None
        again = shown is not None and shown.page == before
        self._shown = self.clipping.shown = shown
        if not again:
            self.clipping.leave()
            self.tiles.show(None, None)
        self._show_ground(shown, again)
        if shown is None:
            self._make_room()
            self._show_empty()
            return
        page = shown.content.page
        self._remembered[page.id] = shown
        while len(self._remembered) > _REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
        day = chinese_date(page.issue.date) if page.issue.date else ""
        waiting = self._waiting(shown)
        parts = (page.issue.title, day, page_name(page), waiting)
        self.bar.name.setText("  ".join(part for part in parts if part))
        self._body.show_full()
        self.strip.show_pages([(one.id, page_name(one)) for one in shown.siblings], page.id)
        self._make_room()
        self._draw_strip()
        self._ask_marks()
        self._show_place(not again)

    def _show_ground(self, shown: ShownPage | None, again: bool) -> None:
        """Show a page's picture or its type, and what goes with a picture; ``again`` from where it was."""
        ground: PictureGround | TypeGround | None = None
        if shown is not None and shown.overview is not None:
            ground = PictureGround(shown.face, shown.page, shown.overview, self.tiles)
            ground.looks = self.bar.looks.looks
        elif shown is not None and isinstance(shown.face, Composition):
            ground = TypeGround(shown.face)
        self.canvas.show_page(ground, again)
        pictured = shown.face if shown and isinstance(shown.face, PicturedPage) else None
        self.bar.show_pictured(pictured is not None)
        self.lines.show_lines(pictured.page_print.lines if pictured else ())
        self._list(self.bar.buttons["lines"].isChecked())

    def _waiting(self, shown: ShownPage) -> str:
        waits = isinstance(shown.face, PicturedPage) and shown.face.page_print.waiting
        return self.tr("文字待识读") if waits else ""

    def _show_empty(self) -> None:
        if self._room.archive is None:
            self._body.show_opening()
        else:
            self._body.show_empty(self.tr("还没有选中版面"), self.tr("在“馆藏”里点一个版或一篇文章。"))

    def _ask_marks(self) -> None:
        shown, query = self._shown, self._room.selection.current.query
        if shown is None:
            return

        def work(archive: Archive) -> PageMarks:
            articles = [record.id for record in shown.content.articles]
            hits = {article: archive.marks(article, query) for article in articles} if query else {}
            numbers = {article: archive.article_statistics(article) for article in articles}
            return page_marks(shown.face, hits, numbers)

        def show(marks: PageMarks) -> None:
            if shown is self._shown and query == self._room.selection.current.query:
                self.canvas.marks = replace(marks, current=self.canvas.marks.current)
                self.canvas.viewport().update()

        self._room.ask(work, show)

    def _show_place(self, article_changed: bool) -> None:
        """Frame the selected article and mark the selected place; go there unless it was clicked here."""
        shown, selection = self._shown, self._room.selection.current
        if shown is None:
            return
        self.canvas.selected = selection.article
        self.canvas.viewport().update()
        goes = self._clicked != selection.article
        self._clicked = None

        def show(span: Span | None) -> None:
            if shown is self._shown and selection == self._room.selection.current:
                self._mark_place(shown.face, selection, span)
                if goes:
                    self._go_to_place(article_changed)

        self._room.ask(lambda archive: place_of(archive, selection), show)

    def _mark_place(self, face: PageFace, selection: Selection, span: Span | None) -> None:
        self.canvas.mark_current(selection.article, span)
        figure = self._shown.figure_frame(selection.figure) if self._shown else None
        self.canvas.outlined = (figure.region,) if figure and isinstance(face, PicturedPage) else ()
        self.lines.show_place(next(iter(self.canvas.marks.current), None))
        self.canvas.viewport().update()

    def _go_to_place(self, article_changed: bool) -> None:
        line = next(iter(self.canvas.marks.current), None)
        frame = self.canvas.frame_of(self.canvas.selected)
        if article_changed and frame is not None:
            self.canvas.fit_region(frame.bounds, line)
        elif line is not None:
            self.canvas.reveal(line)

    def _click(self, x: float, y: float) -> None:
        shown = self._shown
        if shown is None:
            return
        frame, figure = shown.face.article_at(x, y), shown.face.figure_at(x, y)
        if frame is None and figure is None:
            return
        page, current = shown.page, self._room.selection.current
        article = frame.article if frame else None
        self._clicked = article
        chosen = replace(current, page=page, article=None, span=None, statistic=None, annotation=None)
        if article is not None:
            chosen = current.at_article(page, article)
        number = self.canvas.marks.number_at(x, y)
        if number is not None:
            span = Span(number.statistic.start, number.statistic.end)
            chosen = replace(chosen, statistic=number.id, span=span)
        elif figure is not None:
            chosen = replace(chosen, figure=shown.figures.get((figure.article, figure.order)))
        self._room.selection.select(chosen)

    def _pick(self, article: ArticleId, span: Span) -> None:
        """Select the text that was dragged over."""
        if self._shown is not None:
            self._clicked = article
            current = self._room.selection.current
            self._room.selection.select(current.at_article(self._shown.page, article, span))

    def _select_article(self, article: ArticleId) -> None:
        if self._shown is not None:
            current = self._room.selection.current
            self._room.selection.select(current.at_article(self._shown.page, article))

    def _fit_article(self) -> None:
        frame = self.canvas.frame_of(self.canvas.selected)
        if frame is not None:
            self.canvas.fit_region(frame.bounds)

    def _turn(self, page: int) -> None:
        current = self._room.selection.current
        self._room.selection.select(
            Selection(issue=current.issue, page=PageId(page), query=current.query, filters=current.filters)
        )

    def _look(self) -> None:
        """Change how the picture looks."""
        if isinstance(self.canvas.ground, PictureGround):
            self.canvas.ground.looks = self.bar.looks.looks
            self.canvas.viewport().update()

    def _list(self, wanted: bool) -> None:
        """Show the text beside the picture, and on the picture what no text covers; or neither."""
        face = self.canvas.face
        pictured = face if wanted and isinstance(face, PicturedPage) else None
        self.lines.setVisible(pictured is not None)
        self.canvas.unread = pictured.page_print.unread if pictured else ()
        self.lines.show_place(next(iter(self.canvas.marks.current), None))
        self.canvas.viewport().update()

    def _show_line(self, region: Region) -> None:
        self.canvas.outlined = (region,)
        self.canvas.reveal(region)
        self.canvas.viewport().update()

    def _point(self, point: QPointF | None) -> None:
        """Show the line under the mouse in the list beside."""
        if self.lines.isVisible() and point is not None:
            self.lines.point(self.lines.lines.row_at(point.x(), point.y()))

    def _correct(self, correcting: bool) -> None:
        if correcting:
            self.clipping.leave()
        self.correction.set_on(correcting)
        self._make_room()

    def _make_room(self) -> None:
        """Show pages and map beside the page only while its layout is not corrected: they lie in the way."""
        shown, correcting = self._shown, self.correction.edit.on
        self.corner.show_page(shown.overview if shown and not correcting else None)
        self.strip.setVisible(not correcting and self.strip.count() > 1)

    def _clip(self, wanted: bool) -> None:
        if wanted:
            self.bar.buttons["layout-edit"].setChecked(False)
            self.clipping.begin()
        else:
            self.clipping.leave()

    def _draw_strip(self) -> None:
        if self._shown is not None:
            self._thumbs.show(self._shown.siblings, self._room.theme)
