"""The page: typeset from its articles, every article with a place to click."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from baoguan.app.changes import Changes
from baoguan.app.selection import Selection
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId, PageId
from baoguan.ui.models.composition import compose
from baoguan.ui.models.icons import icon
from baoguan.ui.models.masthead import chinese_date, page_name
from baoguan.ui.models.page_face import PageFace
from baoguan.ui.models.page_marks import PageMarks, page_marks
from baoguan.ui.models.page_paint import picture_of
from baoguan.ui.models.place import place_of
from baoguan.ui.models.room import Room
from baoguan.ui.models.shown_page import ShownPage, read_page
from baoguan.ui.parts.elided import Elided
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.page_canvas import PageCanvas
from baoguan.ui.parts.page_ground import TypeGround
from baoguan.ui.parts.page_strip import THUMB, PageStrip

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

_REMEMBERED = 12


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
        self._name, self._percent = Elided(), QLabel()
        self._percent.setAccessibleName(self.tr("缩放比例"))
        self._percent.setObjectName("quiet")
        self.setFocusProxy(self.canvas)
        self._lay_out()
        self._connect()
        self._dress()
        self._follow(room.selection.current, Selection())

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 4, 8, 4)
        bar.setSpacing(2)
        bar.addWidget(self._name, 1)
        self._buttons: dict[str, QToolButton] = {}
        for name, words, act in (
            ("zoom-out", self.tr("缩小 (−)"), self.canvas.zoom_out),
            ("zoom-in", self.tr("放大 (+)"), self.canvas.zoom_in),
            ("fit-page", self.tr("整版 (0)"), self.canvas.fit_page),
            ("fit-width", self.tr("适合宽度 (W)"), self.canvas.fit_width),
            ("article", self.tr("放大到本篇"), self._fit_article),
        ):
            button = self._buttons[name] = QToolButton()
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setAutoRaise(True)
            button.setIconSize(QSize(18, 18))
            button.clicked.connect(act)
            bar.addWidget(button)
            if name == "zoom-out":
                self._percent.setFixedWidth(44)
                self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
                bar.addWidget(self._percent)
        full = QWidget()
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(bar)
        inside.addWidget(self.canvas, 1)
        inside.addWidget(self.strip)
        self._body = OrEmpty(full)
        self.setLayout(self._body)

    def _connect(self) -> None:
        self.canvas.clicked.connect(self._click)
        self.canvas.entered.connect(self._select_article)
        self.canvas.zoomed.connect(self._tell_scale)
        self.strip.chosen.connect(self._turn)
        self._room.selection.changed.connect(self._follow)
        self._room.opened.connect(self._open)
        self._room.changed.connect(self._change)
        self._room.theme_changed.connect(self._dress)

    def _dress(self) -> None:
        theme = self._room.theme
        self.canvas.theme = theme
        self.strip.set_theme(theme)
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme.ink, theme.rule))
        self.canvas.viewport().update()
        self._draw_strip()

    def _open(self) -> None:
        self._remembered.clear()
        self._show(None)
        self._follow(self._room.selection.current, Selection())

    def _change(self, changes: Changes) -> None:
        if changes.pages:
            self._remembered.clear()
            self._ask_page(self._room.selection.current.page)
        elif changes.statistics or changes.index:
            self._ask_marks()

    def _follow(self, new: Selection, old: Selection) -> None:
        if new.page is None or self._room.archive is None:
            self._show(None)
        elif self._shown is None or new.page != self._shown.content.page.id:
            self._ask_page(new.page)
        else:
            if new.query != old.query:
                self._ask_marks()
            self._show_place(new.article != old.article)

    def _ask_page(self, page: PageId | None) -> None:
        if page is None:
            return
        known = self._remembered.get(page)
        if known is not None:
            self._show(known)
        else:
            self._room.ask(lambda archive: read_page(archive, page), self._show)

    def _show(self, shown: ShownPage | None) -> None:
        if shown is not None and shown.content.page.id != self._room.selection.current.page:
            return
        self._shown = shown
        self.canvas.show_page(TypeGround(shown.face) if shown else None)
        if shown is None:
            self._show_empty()
            return
        page = shown.content.page
        self._remembered[page.id] = shown
        while len(self._remembered) > _REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
        day = chinese_date(page.issue.date) if page.issue.date else ""
        self._name.setText("  ".join(part for part in (page.issue.title, day, page_name(page)) if part))
        self._body.show_full()
        self.strip.show_pages([(one.id, page_name(one)) for one in shown.siblings], page.id)
        self._draw_strip()
        self._ask_marks()
        self._show_place(True)

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
                self._mark_place(shown.face, span)
                if goes:
                    self._go_to_place(article_changed)

        self._room.ask(lambda archive: place_of(archive, selection), show)

    def _mark_place(self, face: PageFace, span: Span | None) -> None:
        self.canvas.marks = self.canvas.marks.with_current(face, self.canvas.selected, span)
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
        frame = shown.face.article_at(x, y) if shown else None
        if shown is None or frame is None:
            return
        self._clicked = frame.article
        chosen = self._room.selection.current.at_article(shown.content.page.id, frame.article)
        number = self.canvas.marks.number_at(x, y)
        figure = shown.face.figure_at(x, y)
        if number is not None:
            span = Span(number.statistic.start, number.statistic.end)
            chosen = replace(chosen, statistic=number.id, span=span)
        elif figure is not None:
            chosen = replace(chosen, figure=shown.figures.get((figure.article, figure.order)))
        self._room.selection.select(chosen)

    def _select_article(self, article: ArticleId) -> None:
        if self._shown is not None:
            current = self._room.selection.current
            self._room.selection.select(current.at_article(self._shown.content.page.id, article))

    def _fit_article(self) -> None:
        frame = self.canvas.frame_of(self.canvas.selected)
        if frame is not None:
            self.canvas.fit_region(frame.bounds)

    def _turn(self, page: int) -> None:
        current = self._room.selection.current
        self._room.selection.select(
            Selection(issue=current.issue, page=PageId(page), query=current.query, filters=current.filters)
        )

    def _tell_scale(self) -> None:
        self._percent.setText(f"{self.canvas.scale:.0%}")

    def _draw_strip(self) -> None:
        shown, theme, ratio = self._shown, self._room.theme, self.devicePixelRatioF()
        if shown is None or len(shown.siblings) < 2:
            return
        for page in shown.siblings:

            def draw(archive: Archive, page: PageId = page.id) -> tuple[PageId, QImage]:
                composition = compose(archive.page(page))
                return page, picture_of(composition, theme, THUMB.width(), THUMB.height(), ratio)

            self._room.ask(draw, lambda drawn: self.strip.show_picture(*drawn))
