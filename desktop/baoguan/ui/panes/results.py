"""The articles a query found, as cards with the hits in sight."""

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

from baoguan.app.selection import Selection
from baoguan.domain.article import Span
from baoguan.domain.query import Hit
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.result_card import ResultCard


class ResultsPane(QWidget):
    """Choosing a card shows its article at the first hit."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.view = QListView()
        self.view.setAccessibleName(self.tr("结果"))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(room.results)
        self._card = ResultCard(self.view)
        self.view.setItemDelegate(self._card)
        self.setFocusProxy(self.view)
        self._layout = OrEmpty(self.view)
        self.setLayout(self._layout)
        self.view.selectionModel().currentChanged.connect(self._move)
        self.view.clicked.connect(self._choose)
        room.results.answered.connect(self._show_answer)
        room.selection.changed.connect(self._follow)
        room.theme_changed.connect(self._dress)
        room.opened.connect(self._show_answer)
        self._dress()
        self._show_answer()

    def _move(self, index: QModelIndex) -> None:
        hit = index.data(RECORD)
        if isinstance(hit, Hit) and hit.article != self._room.selection.current.article:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        hit = index.data(RECORD)
        if not isinstance(hit, Hit):
            return
        current = self._room.selection.current
        moved = current.at_article(hit.page_id, hit.article, _first_hit(hit))
        same_page = current.page == hit.page_id
        self._room.selection.select(moved if same_page else replace(moved, issue=None))

    def _follow(self, new: Selection, old: Selection) -> None:
        if new.article != old.article:
            self._mark_current()

    def _mark_current(self) -> None:
        row = self._room.results.row_of(self._room.selection.current.article)
        chosen = self.view.selectionModel()
        if row < 0:
            chosen.clear()
        else:
            index = self._room.results.index(row)
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def _show_answer(self) -> None:
        results = self._room.results.results
        if results is not None and results.total:
            self._layout.show_full()
            self._mark_current()
        elif results is not None:
            self._layout.show_empty(
                self.tr("没有命中"), self.tr("换一个短些的词，或去掉引号与限定；简体、繁体都可以直接输入。")
            )
        elif self._room.archive is None:
            self._layout.show_opening()
        else:
            self._layout.show_empty(
                self.tr("输入要找的字词"), self.tr("在上方的检索框里输入，一个字也可以；结果随输入出现。")
            )

    def _dress(self) -> None:
        self._card.theme = self._room.theme
        self.view.viewport().update()


def _first_hit(hit: Hit) -> Span | None:
    """Return where a hit first stands in its article's text; None where only a note or tag was found."""
    for snippet in hit.snippets:
        if snippet.start >= 0 and snippet.marks:
            first = snippet.marks[0]
            return Span(snippet.start + first.start, snippet.start + first.end)
    return None
