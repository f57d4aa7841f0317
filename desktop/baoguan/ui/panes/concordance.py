"""Every hit in its line, the hits under one another (KWIC)."""

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from baoguan.app.selection import Selection
from baoguan.domain.errors import BaoguanError
from baoguan.domain.query import Line, LineOrder
from baoguan.ui.models.concordance import ConcordanceModel
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.parts.concordance_line import ConcordanceLine
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.long_list import LongList
from baoguan.ui.parts.pane_layout import PaneLayout
from baoguan.ui.parts.view_choice import ViewChoice


class ConcordancePane(QWidget):
    """Choosing a line shows its article at that very hit; nothing is read while the pane is out of sight."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.order = ViewChoice(
            {
                LineOrder.RANK: self.tr("相关度"),
                LineOrder.LEFT: self.tr("左文"),
                LineOrder.RIGHT: self.tr("右文"),
                LineOrder.DATE: self.tr("日期"),
            },
            {
                LineOrder.RANK: "search",
                LineOrder.LEFT: "back",
                LineOrder.RIGHT: "forward",
                LineOrder.DATE: "clock",
            },
            self.tr("各行的顺序"),
        )
        self.model = ConcordanceModel(room, self)
        self.view = LongList(self.tr("逐行"), ConcordanceLine.size.height())
        self.view.setModel(self.model)
        self._line = ConcordanceLine(self.view)
        self.view.setItemDelegate(self._line)
        self.setFocusProxy(self.view)
        self.extent = QLabel()
        self.extent.setObjectName("quiet")
        self.more = QPushButton(self.tr("读更多"))
        self._lay_out()
        self._connect()
        self._dress()
        self._show_answer()

    def _lay_out(self) -> None:
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(8, 4, 8, 6)
        foot.addWidget(self.extent, 1)
        foot.addWidget(self.more)
        self._body = OrEmpty(self.view)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._body, 1)
        column.addWidget(self._foot)
        PaneLayout(self, (self.order, None), column).setContentsMargins(0, 4, 0, 0)

    def _connect(self) -> None:
        self.order.chosen.connect(lambda key: self.model.arrange(LineOrder(key)))
        self.more.clicked.connect(self.model.read_more)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.clicked.connect(self._choose)
        self.model.answered.connect(self._show_answer)
        self._room.selection.changed.connect(self._follow)
        self._room.theme_changed.connect(self._dress)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to read."""
        super().showEvent(event)
        self.model.show(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no more."""
        super().hideEvent(event)
        self.model.show(False)

    def _choose(self, index: QModelIndex) -> None:
        line = index.data(RECORD)
        if not isinstance(line, Line):
            return
        current = self._room.selection.current
        moved = current.at_article(line.page_id, line.article, line.span)
        same_page = current.page == line.page_id
        if (current.article, current.span) != (line.article, line.span):
            self._room.selection.select(moved if same_page else replace(moved, issue=None))

    def _follow(self, new: Selection, old: Selection) -> None:
        if (new.article, new.span) != (old.article, old.span):
            self._mark_current()

    def _mark_current(self) -> None:
        current, chosen = self._room.selection.current, self.view.selectionModel()
        row = self.model.row_of(current.article, current.span)
        if row < 0:
            chosen.clear()
        elif chosen.currentIndex().row() != row:
            index = self.model.index(row)
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def _show_answer(self) -> None:
        model, lines = self.model, self.model.rowCount()
        cut = model.read < model.total
        self._foot.setVisible(lines > 0)
        self.more.setVisible(cut)
        if lines:
            self._body.show_full()
            self._mark_current()
            words = (
                self.tr("前 {read} 篇（共 {total} 篇），{lines} 行")
                if cut
                else self.tr("{read} 篇，{lines} 行")
            )
            self.extent.setText(
                words.format(read=f"{model.read:,}", total=f"{model.total:,}", lines=f"{lines:,}")
            )
        elif model.error is not None:
            self._show_error(model.error)
        elif self._room.archive is None:
            self._body.show_opening()
        elif model.question is None:
            self._body.show_empty(
                self.tr("每处命中一行"), self.tr("在上方输入要找的字词，这里把每一处命中对齐排开。")
            )
        else:
            self._body.show_empty(
                self.tr("正文里没有命中"), self.tr("只在批注或标签里找到的文章，请看“结果”。")
            )

    def _show_error(self, error: BaseException) -> None:
        language, again = self._room.language, (self.tr("再读一次"), self.model.ask)
        if isinstance(error, BaoguanError):
            self._body.show_empty(error.what.say(language), error.next_step.say(language), again)
        else:
            self._body.show_empty(self.tr("没有读完"), self.tr("上方的说明里有详情。"), again)

    def _dress(self) -> None:
        self._line.theme = self._room.theme
        self.order.set_theme(self._room.theme)
        self.view.viewport().update()
