"""The articles a question found, as cards with the hits in sight."""

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer
from PySide6.QtWidgets import QWidget

from baoguan.app.selection import Selection
from baoguan.domain.article import Span
from baoguan.domain.errors import BaoguanError
from baoguan.domain.query import Hit
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.long_list import LongList
from baoguan.ui.parts.result_card import ResultCard

_SLOW_MS = 400
"""A search that takes longer is said to be running."""


class ResultsPane(QWidget):
    """Choosing a card shows its article at the first hit."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.view = LongList(self.tr("结果"), ResultCard.size.height())
        self.view.setModel(room.results)
        self._card = ResultCard(self.view)
        self.view.setItemDelegate(self._card)
        self.setFocusProxy(self.view)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._layout = OrEmpty(self.view)
        self.setLayout(self._layout)
        self._connect()
        self._dress()
        self._show_answer()

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._move)
        self.view.clicked.connect(self._choose)
        self._slow.timeout.connect(self._show_searching)
        results = self._room.results
        results.asked.connect(self._slow.start)
        results.answered.connect(self._show_answer)
        results.fetched.connect(self._mark_fetched)
        self._room.selection.changed.connect(self._follow)
        self._room.theme_changed.connect(self._dress)
        self._room.opened.connect(self._show_answer)

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
        elif chosen.currentIndex().row() != row:
            index = self._room.results.index(row)
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def _mark_fetched(self) -> None:
        """Choose the row that the keyboard has reached, now that its article is known."""
        index = self.view.currentIndex()
        if index.isValid() and self.view.hasFocus():
            self._move(index)
        elif not index.isValid():
            self._mark_current()

    def _show_searching(self) -> None:
        results = self._room.results
        if results.searching and not results.rowCount():
            self._layout.show_empty(self.tr("正在检索"), self.tr("可以接着输入，只回答最后一次的检索式。"))

    def _show_answer(self) -> None:
        self._slow.stop()
        model = self._room.results
        if model.error is not None:
            self._show_error(model.error)
        elif model.results is not None and model.results.total:
            self._layout.show_full()
            self._mark_current()
        elif model.results is not None:
            self._show_nothing_found()
        elif self._room.archive is None:
            self._layout.show_opening()
        else:
            self._layout.show_empty(
                self.tr("输入要找的字词"), self.tr("在上方的检索框里输入，一个字也可以；结果随输入出现。")
            )

    def _show_nothing_found(self) -> None:
        filters = len(self._room.selection.current.filters)
        if filters:
            self._layout.show_empty(
                self.tr("没有命中"),
                self.tr("选了 {count} 项筛选，放开几项再看。").format(count=filters),
                (self.tr("不要筛选"), self._let_go_of_filters),
            )
        else:
            self._layout.show_empty(
                self.tr("没有命中"), self.tr("换一个短些的词，或去掉引号与限定；简体、繁体都可以直接输入。")
            )

    def _show_error(self, error: BaseException) -> None:
        language, again = self._room.language, (self.tr("再检索一次"), self._room.results.search)
        if isinstance(error, BaoguanError):
            self._layout.show_empty(error.what.say(language), error.next_step.say(language), again)
        else:
            self._layout.show_empty(self.tr("检索没有完成"), self.tr("上方的说明里有详情。"), again)

    def _let_go_of_filters(self) -> None:
        self._room.selection.select(replace(self._room.selection.current, filters=()))

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
