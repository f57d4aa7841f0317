"""The figures of what is selected, as a gallery."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from baoguan.app.selection import Selection
from baoguan.domain.records import FigureFilter, FigureRecord
from baoguan.ui.models.figures import FiguresModel
from baoguan.ui.models.gallery_pictures import GalleryPictures
from baoguan.ui.models.icons import icon
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.parts.elided import Elided
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.gallery_acts import GalleryActs
from baoguan.ui.parts.gallery_filter import GalleryFilter
from baoguan.ui.parts.gallery_view import THUMB, GalleryView
from baoguan.ui.parts.light_table import LightTable
from baoguan.ui.parts.pane_layout import PaneLayout
from baoguan.ui.parts.view_choice import ViewChoice


class FiguresPane(QWidget):
    """Choosing a card selects the figure and its article; what is chosen is laid on the light table."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        words = self.tr("本篇|本版|检索|全部").split("|")
        self.scope = ViewChoice(
            dict(zip(("article", "page", "search", "archive"), words, strict=True)),
            {"article": "article", "page": "newspaper", "search": "search", "archive": "picture"},
            self.tr("范围"),
        )
        self.model = FiguresModel(room, self)
        self.view = GalleryView(self.model, GalleryPictures(room, THUMB, self))
        self.view.setAccessibleName(self.tr("图片"))
        self.filter = GalleryFilter()
        self.filtering, self.lighting = QToolButton(), QToolButton()
        self.acts = GalleryActs(room, self)
        self.table: LightTable | None = None
        self.note = Elided()
        self.note.setObjectName("quiet")
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        self._dress()
        self._show_figures()
        self._want()
        self.model.read()

    def _lay_out(self) -> None:
        for button, words in (
            (self.filtering, self.tr("按种类和说明筛选")),
            (self.lighting, self.tr("放上看图台 (Enter)")),
        ):
            button.setObjectName("tool")
            button.setIconSize(QSize(18, 18))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.filtering.setCheckable(True)
        self.filter.hide()
        self._body = OrEmpty(self.view)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 0, 4)
        foot.setSpacing(2)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.filtering)
        foot.addWidget(self.lighting)
        body = QVBoxLayout()
        body.setSpacing(4)
        body.addWidget(self.filter)
        body.addLayout(self._body, 1)
        body.addLayout(foot)
        PaneLayout(self, (self.scope, None), body)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._want)
        self.filter.changed.connect(self._want)
        self.filtering.toggled.connect(self._show_filter)
        self.lighting.clicked.connect(self.open)
        self.view.opened.connect(self.open)
        self.view.copied.connect(self.copy)
        self.view.asked.connect(self._offer)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.selectionModel().selectionChanged.connect(self._count)
        self.model.counted.connect(self._show_figures)
        self.model.dataChanged.connect(self._mark_current)
        self.acts.done.connect(self.note.setText)
        self._room.selection.changed.connect(self._follow)
        self._room.theme_changed.connect(self._dress)
        self._room.opened.connect(self._show_figures)

    def open(self) -> None:
        """Lay what is chosen on the light table; one alone leads through the whole gallery."""
        if self.view.chosen:
            self._lit().lay(self.view.chosen)

    def copy(self) -> None:
        """Copy the current figure with where it is printed."""
        record = self.model.record(self.view.currentIndex().row())
        if record is not None:
            self.acts.copy(record)

    def save(self) -> None:
        """Ask where what is chosen is to be kept."""
        self.acts.ask_path(self.view.chosen)

    def _lit(self) -> LightTable:
        if self.table is None:
            self.table = LightTable(self._room, self)
            self.table.turned.connect(self._turn)
        return self.table

    def _turn(self, by: int) -> None:
        """Go on to the next figure of the gallery."""
        index = self.model.index(self.view.currentIndex().row() + by)
        record = self.model.record(index.row())
        if record is not None:
            self.view.setCurrentIndex(index)
            self._lit().lay([record])

    def _offer(self, at: QPoint) -> None:
        menu = QMenu(self)
        chosen = self.view.chosen
        menu.addAction(self.tr("放大看"), self.open)
        if self.table is not None and self.table.records:
            menu.addAction(self.tr("添到看图台上"), lambda: self._lit().add(chosen))
        menu.addAction(self.tr("连出处一起复制"), self.copy)
        menu.addAction(self.tr("存图片…"), self.save)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _want(self) -> None:
        selection, scope = self._room.selection.current, self.scope.current
        filled = self.filter if self.filtering.isChecked() else None
        kind, text = (filled.kind, filled.text) if filled else ("", "")
        article = selection.article if scope == "article" else None
        searched = scope == "search" and bool(selection.query.strip() or selection.filters)
        page = selection.page if scope == "page" or (scope == "article" and article is None) else None
        question = selection.question if searched else None
        self.model.want(FigureFilter(None, page, article, question, kind, text))

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

    def _show_filter(self, shown: bool) -> None:
        self.filter.setVisible(shown)
        if shown:
            self.filter.setFocus()
        self._want()

    def _show_figures(self) -> None:
        self.filter.offer(self.model.kinds)
        self._count()
        selection, scope = self._room.selection.current, self.scope.current
        if self.model.rowCount():
            self._body.show_full()
            self._mark_current()
        elif self._room.archive is None or (selection.page is None and scope in ("article", "page")):
            self._body.show_empty(self.tr("还没有选中版面"), self.tr("在“馆藏”里点一个版或一篇文章。"))
        elif self.model.wanted.kind or self.model.wanted.text:
            self._body.show_empty(self.tr("没有这样的图片"), self.tr("放宽筛选，或换一个范围。"))
        elif scope == "search":
            self._body.show_empty(self.tr("检索到的文章没有图片"), self.tr("换一个检索式，或点“全部”。"))
        elif scope == "article":
            self._body.show_empty(self.tr("这篇文章没有图片"), self.tr("点“本版”看整版的图片。"))
        else:
            self._body.show_empty(self.tr("这里没有图片"), self.tr("在“馆藏”里换一个版。"))

    def _count(self) -> None:
        """Say how many figures there are, and how many are chosen."""
        count, chosen = self.model.rowCount(), len(self.view.selectionModel().selectedIndexes())
        said = [self.tr("{count} 张图片").format(count=f"{count:,}")]
        if chosen > 1:
            said.append(self.tr("选中 {count} 张").format(count=f"{chosen:,}"))
        self.note.setText(" · ".join(said))
        self.lighting.setEnabled(chosen > 0)

    def _mark_current(self) -> None:
        self.view.mark(self._room.selection.current.figure)

    def _dress(self) -> None:
        theme = self._room.theme
        self.view.card.theme = theme
        self.scope.set_theme(theme)
        self.filter.set_theme(theme)
        self.filtering.setIcon(icon("filter", theme.ink, theme.rule))
        self.lighting.setIcon(icon("light-table", theme.ink, theme.rule))
        self.view.viewport().update()
