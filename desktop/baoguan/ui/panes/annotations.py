"""What readers wrote: notes and tags, each with the words it is about."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QToolButton, QWidget

from baoguan.app.selection import Selection
from baoguan.domain.annotation import Anchored, Annotation
from baoguan.domain.records import ArticleRecord
from baoguan.ui.models.annotations import AnnotationsModel
from baoguan.ui.models.icons import icon
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.parts.annotation_card import AnnotationCard
from baoguan.ui.parts.choice import Choice
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.note_editor import Written
from baoguan.ui.parts.pane_layout import PaneLayout


class AnnotationsPane(QWidget):
    """Choosing a row shows its place in the article; a row is edited where it stands and removed undoably."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.scope = Choice({"archive": self.tr("全部"), "article": self.tr("本篇")}, self.tr("范围"))
        self.edit_button = self._make_button(self.tr("修改"))
        self.remove_button = self._make_button(self.tr("删除"))
        self.view = QListView()
        self.view.setAccessibleName(self.tr("批注"))
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.DoubleClicked | QListView.EditTrigger.EditKeyPressed)
        self.model = AnnotationsModel(room, self)
        self.view.setModel(self.model)
        self.card = AnnotationCard(self.view)
        self.view.setItemDelegate(self.card)
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        self._dress()
        self._show_rows()
        self._want()
        self.model.read()

    def edit(self) -> None:
        """Open the chosen annotation for editing in its row."""
        self.view.edit(self.view.currentIndex())

    def remove(self) -> None:
        """Remove the chosen annotation; the window's undo brings it back."""
        kept = self.view.currentIndex().data(RECORD)
        if isinstance(kept, Anchored):
            from baoguan.app.commands import RemoveAnnotation

            self._room.do(RemoveAnnotation(kept.annotation.id))

    def _make_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setEnabled(False)
        return button

    def _lay_out(self) -> None:
        self._body = OrEmpty(self.view)
        PaneLayout(self, (self.scope, None, self.edit_button, self.remove_button), self._body)

    def _connect(self) -> None:
        self.scope.chosen.connect(self._want)
        self.edit_button.clicked.connect(self.edit)
        self.remove_button.clicked.connect(self.remove)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.card.edited.connect(self._change)
        self.card.closed.connect(self._catch_up)
        self.card.sizeHintChanged.connect(self._bring_editor)
        self.model.listed.connect(self._show_rows)
        self._room.selection.changed.connect(self._follow)
        self._room.theme_changed.connect(self._dress)
        self._room.opened.connect(self._show_rows)

    def _want(self) -> None:
        if self.card.is_editing:  # listing others would throw away what is being typed
            return
        article = self._room.selection.current.article
        self.model.want(article if self.scope.current == "article" else None)

    def _bring_editor(self, index: QModelIndex) -> None:
        """Bring a row in sight that grew to be edited, once the list has made room for it."""
        if self.card.is_editing:
            row = QPersistentModelIndex(index)
            top = QListView.ScrollHint.PositionAtTop
            QTimer.singleShot(0, self, lambda: self.view.scrollTo(row, top))

    def _catch_up(self) -> None:
        self._want()
        self._mark_current()

    def _choose(self, index: QModelIndex) -> None:
        kept = index.data(RECORD)
        for button in (self.edit_button, self.remove_button):
            button.setEnabled(isinstance(kept, Anchored))
        if isinstance(kept, Anchored) and kept.annotation.id != self._room.selection.current.annotation:
            self._room.ask(
                lambda archive: archive.article(kept.annotation.article),
                lambda article: self._select(kept, article),
            )

    def _select(self, kept: Anchored, article: ArticleRecord) -> None:
        current = self._room.selection.current
        self._room.selection.select(
            Selection(
                issue=article.page.issue.id,
                page=article.page.id,
                article=article.id,
                span=kept.span,
                annotation=kept.annotation.id,
                query=current.query,
                filters=current.filters,
            )
        )

    def _change(self, annotation: Annotation, new: Written) -> None:
        from baoguan.app.commands import EditAnnotation

        if new != Written(annotation.note, annotation.tags, annotation.colour):
            self._room.do(EditAnnotation(annotation.id, new.note, new.tags, new.colour))

    def _follow(self, new: Selection, old: Selection) -> None:
        self._want()
        if new.annotation != old.annotation:
            self._mark_current()

    def _show_rows(self) -> None:
        if self.model.rowCount():
            self._body.show_full()
            self._mark_current()
        else:
            self._body.show_empty(
                self.tr("还没有批注"), self.tr("在文章里选中几个字，再写批注或加标签；它们会列在这里。")
            )

    def _mark_current(self) -> None:
        if self.card.is_editing:  # leaving the row would close it
            return
        row = self.model.row_of(self._room.selection.current.annotation)
        chosen = self.view.selectionModel()
        if row < 0:
            chosen.clear()
        elif chosen.currentIndex().row() != row:
            chosen.setCurrentIndex(self.model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(self.model.index(row))

    def _dress(self) -> None:
        theme = self._room.theme
        self.card.theme = theme
        self.edit_button.setIcon(icon("edit", theme.muted, theme.rule))
        self.remove_button.setIcon(icon("trash", theme.muted, theme.rule))
        self.view.viewport().update()
