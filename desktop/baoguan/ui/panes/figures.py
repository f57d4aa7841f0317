"""The figures of what is selected, as cards."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

from baoguan.app.selection import Selection
from baoguan.domain.records import FigureRecord
from baoguan.ui.models.figures import FiguresModel
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.parts.choice import Choice
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.figure_card import FigureCard
from baoguan.ui.parts.pane_layout import PaneLayout


class FiguresPane(QWidget):
    """Choosing a card selects the figure and its article; the cards are those of the article or the page."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.scope = Choice(
            {"article": self.tr("本篇"), "page": self.tr("本版"), "archive": self.tr("全部")}, self.tr("范围")
        )
        self.view = QListView()
        self.view.setAccessibleName(self.tr("图片"))
        self.view.setViewMode(QListView.ViewMode.IconMode)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setMovement(QListView.Movement.Static)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.model = FiguresModel(room, self)
        self.view.setModel(self.model)
        self._card = FigureCard(self.view)
        self.view.setItemDelegate(self._card)
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        self._dress()
        self._show_figures()
        self._want()
        self.model.read()

    def _lay_out(self) -> None:
        self._body = OrEmpty(self.view)
        PaneLayout(self, (self.scope, None), self._body)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._want)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.model.modelReset.connect(self._show_figures)
        self._room.selection.changed.connect(self._follow)
        self._room.theme_changed.connect(self._dress)
        self._room.opened.connect(self._show_figures)

    def _want(self) -> None:
        selection, scope = self._room.selection.current, self.scope.current
        page = selection.page if scope != "archive" else None
        article = selection.article if scope == "article" else None
        self.model.want(page if article is None else None, article)

    def _choose(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        current = self._room.selection.current
        if not isinstance(record, FigureRecord) or record.id == current.figure:
            return
        issue = current.issue if record.page == current.page else None
        self._room.selection.select(
            Selection(
                issue=issue,
                page=record.page,
                article=record.article,
                figure=record.id,
                query=current.query,
                filters=current.filters,
            )
        )

    def _follow(self, new: Selection, old: Selection) -> None:
        self._want()
        if new.figure != old.figure:
            self._mark_current()

    def _show_figures(self) -> None:
        if self.model.rowCount():
            self._body.show_full()
            self._mark_current()
        elif self._room.archive is None or self._room.selection.current.page is None:
            self._body.show_empty(self.tr("还没有选中版面"), self.tr("在“馆藏”里点一个版或一篇文章。"))
        elif self.scope.current == "article":
            self._body.show_empty(self.tr("这篇文章没有图片"), self.tr("点“本版”看整版的图片。"))
        else:
            self._body.show_empty(self.tr("这里没有图片"), self.tr("在“馆藏”里换一个版。"))

    def _mark_current(self) -> None:
        row = self.model.row_of(self._room.selection.current.figure)
        chosen = self.view.selectionModel()
        if row < 0:
            chosen.clear()
        else:
            index = self.model.index(row)
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def _dress(self) -> None:
        self._card.theme = self._room.theme
        self.view.viewport().update()
