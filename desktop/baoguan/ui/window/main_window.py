"""The window: a header, the page in the middle, the other panes as docks around it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QMainWindow

from baoguan import __version__
from baoguan.app.selection import Selection
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.records import ArticleRecord, IssueRecord
from baoguan.ui.models.room import Room
from baoguan.ui.window.actions import Gathered
from baoguan.ui.window.amending import Amending
from baoguan.ui.window.declared import declare, menu_titles
from baoguan.ui.window.docks import Docks
from baoguan.ui.window.exporting import Exporting
from baoguan.ui.window.header import Header
from baoguan.ui.window.hits import Hits
from baoguan.ui.window.index_care import IndexCare
from baoguan.ui.window.jobs import Jobs
from baoguan.ui.window.look import Look
from baoguan.ui.window.memory import Memory
from baoguan.ui.window.opening import Opening
from baoguan.ui.window.submenus import add_submenus
from baoguan.ui.window.teller import Teller
from baoguan.ui.window.undo import Undo

_NOTE_MS = 5000


class MainWindow(QMainWindow):
    """One reading room on the screen; closing it stops and waits for everything that runs."""

    painted = Signal()
    """The window was painted for the first time."""

    def __init__(self, room: Room, memory: Memory) -> None:
        super().__init__()
        self.room = room
        self.memory = memory
        self._painted = False
        self.look = Look(room, memory, self.refurnish)
        self.jobs = Jobs(room)
        self._holdings = QLabel()
        self.statusBar().addWidget(self._holdings)
        self.statusBar().addPermanentWidget(self.jobs)
        self.statusBar().setSizeGripEnabled(False)
        self.undo = Undo(room, self.jobs, self)
        self.teller = Teller(self)
        self.hits = Hits(room, self)
        self.index_care = IndexCare(room, self.jobs, self.teller, self)
        self.exporting = Exporting(room, self.jobs, self.teller, self)
        self.amending = Amending(room, self)
        self.opening = Opening(room, self.jobs, self.undo, memory, self.teller, self)
        self.setAcceptDrops(True)
        self.resize(1600, 1000)
        self._furnish()
        room.failed.connect(self.teller.tell)
        self.hits.went_around.connect(self._note_end)
        self.hits.found_none.connect(lambda: self._note(self.tr("没有命中可以前往。")))
        room.opened.connect(self._show_name)
        room.changed.connect(self._show_name)
        room.opened.connect(self._refresh)
        room.selection.changed.connect(self._refresh)
        room.theme_changed.connect(self._dress)
        self.undo.moved.connect(self._refresh)
        self.index_care.known.connect(self._refresh)

    def refurnish(self) -> None:
        """Make everything on the screen anew, in the language that is spoken now."""
        self.room.drop_questions()
        self.amending.close()
        layout = self.saveState()
        self.docks.clear()
        for action in self.gathered.all():
            self.removeAction(action)
        self._furnish()
        self.jobs.dress()
        self.restoreState(layout)
        self.room.results.search()
        self.room.selection.changed.emit(self.room.selection.current, Selection())

    def show_article(self, article: ArticleId, query: str) -> None:
        """Select an article at the first hit of a query; an unknown number is told as an error."""

        def show(found: tuple[ArticleRecord, tuple[Span, ...]]) -> None:
            record, marks = found
            current = replace(self.room.selection.current, query=query, issue=record.page.issue.id)
            self.room.selection.select(
                current.at_article(record.page.id, record.id, marks[0] if marks else None)
            )

        self.room.ask(lambda archive: (archive.article(article), archive.marks(article, query)), show)

    def focus_search(self) -> None:
        """Give the keyboard to the search field, its text selected."""
        self.header.search.field.setFocus()
        self.header.search.field.selectAll()

    def show_statistics(self, view: str) -> None:
        """Show a view of the statistics, and give it the keyboard."""
        self.docks.focus("statistics")
        self.docks.statistics.show_view(view)

    def narrow_statistics(self) -> None:
        """Open the fields that the statistics are narrowed by, or close them."""
        if self.docks.statistics.panel is None:
            self.docks.focus("statistics")
        self.docks.statistics.narrow()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def tell_about(self) -> None:
        """Say what the program is."""
        words = self.tr("报馆 {version}：离线的中文报纸阅览室。不联网，什么都不外传。许可证 Apache-2.0。")
        self.teller.say("success", words.format(version=__version__))

    def leave(self) -> None:
        """Close the window."""
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let all panes grow and shrink with the window, not the page alone."""
        super().resizeEvent(event)
        if self.isVisible():
            self.docks.share_out()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped files into the archive."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.opening.ingest(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout; stop and wait for every thread."""
        if self.memory.lasting:
            self.docks.remember(self.memory.window_file)
        archive = self.room.archive
        self.jobs.shut_down()
        self.opening.let_go()
        self.room.close()
        if archive is not None:
            archive.close()
        super().closeEvent(event)

    def _furnish(self) -> None:
        self.header = Header(self.room)
        self.header.search.history.memory = self.memory
        self.teller.banner = self.header.banner
        self.setMenuWidget(self.header)
        self.docks = Docks(self, self.room)
        self.gathered = Gathered(declare(self), self.header.menus)
        self.addActions(self.gathered.all())
        for name, title in menu_titles().items():
            menu = self.header.menus.addMenu(title)
            self.gathered.fill(menu, name)
            if name == "archive":
                add_submenus(self, menu)
        self.header.fill(self.gathered)
        self.header.search.field.descended.connect(lambda: self.docks.focus("results"))
        statistics = self.docks.statistics
        statistics.entering.connect(lambda: self.docks.focus("article"))
        statistics.exporting.connect(self.exporting.ask)
        statistics.listing.counted.connect(self._refresh)
        self._dress()
        self._show_name()
        self.header.search.field.setFocus()

    def _dress(self) -> None:
        self.gathered.dress(self.room.theme)
        self._refresh()

    def _refresh(self) -> None:
        self.gathered.refresh()

    def _note_end(self, forward: bool) -> None:
        first, last = self.tr("已过最后一处命中，回到第一处。"), self.tr("已过第一处命中，到了最后一处。")
        self._note(first if forward else last)

    def _note(self, words: str) -> None:
        """Say something quietly, for a few seconds."""
        self.statusBar().showMessage(words, _NOTE_MS)

    def _show_name(self) -> None:
        name = self.tr("报馆")
        archive = self.room.archive
        self.setWindowTitle(f"{name} · {archive.name}" if archive is not None else name)
        self._holdings.clear()
        self.room.ask(lambda archive: archive.issues(), self._show_holdings)

    def _show_holdings(self, issues: tuple[IssueRecord, ...]) -> None:
        archive = self.room.archive
        if archive is None:
            return
        words = self.tr("{name} · {issues} 期 · {pages} 版 · {articles} 篇文章").format(
            name=archive.name,
            issues=f"{len(issues):,}",
            pages=f"{sum(issue.pages for issue in issues):,}",
            articles=f"{sum(issue.articles for issue in issues):,}",
        )
        read_only = self.tr("只读")
        self._holdings.setText(f"{words} · {read_only}" if archive.read_only else words)
