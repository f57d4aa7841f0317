"""The archive as a tree of titles, months, issues, pages and articles."""

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QWidget

from baoguan.app.selection import Selection
from baoguan.domain.ids import PageId
from baoguan.domain.records import PageContent
from baoguan.ui.models.navigator import NavigatorModel, Node
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.parts.archive_tree import ArchiveTree
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.navigator_row import NavigatorRow


class NavigatorPane(QWidget):
    """Choosing a row shows its issue, page or article; the row of what is shown is kept in sight."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.view = ArchiveTree()
        self.view.setAccessibleName(self.tr("馆藏"))
        self.view.setHeaderHidden(True)
        self.view.setUniformRowHeights(True)
        self.view.setIndentation(14)
        self.view.setMouseTracking(True)
        self.model = NavigatorModel(room, self)
        self.view.setModel(self.model)
        self._row = NavigatorRow(self.view)
        self.view.setItemDelegate(self._row)
        self.setFocusProxy(self.view)
        self._layout = OrEmpty(self.view)
        self.setLayout(self._layout)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.model.filled.connect(self._show_filled)
        room.selection.changed.connect(self._follow)
        room.theme_changed.connect(self._dress)
        self._dress()
        self._show_filled(QModelIndex())

    def _choose(self, index: QModelIndex) -> None:
        wanted = index.data(RECORD)
        current = self._room.selection.current
        if isinstance(wanted, Selection) and _place(wanted) != _place(current):
            self._room.selection.select(replace(wanted, query=current.query, filters=current.filters))

    def _follow(self, new: Selection, old: Selection) -> None:
        if _place(new) != _place(old):
            self._reveal()

    def _show_filled(self, index: QModelIndex) -> None:
        if self.model.rowCount():
            self._layout.show_full()
        elif self._room.archive is None:
            self._layout.show_opening()
        else:
            self._layout.show_empty(
                self.tr("馆藏还是空的"), self.tr("把版面文件拖到这个窗口里，或用“文件 → 收入版面文件…”。")
            )
        if self.model.rowCount(index) == 1:
            self.view.expand(self.model.index(0, 0, index))
        self._reveal()

    def _reveal(self) -> None:
        """Bring the row of the selection in sight, reading the levels above it first."""
        selection = self._room.selection.current
        article = self._find("article", selection)
        if article is not None:
            self._mark(article)
            return
        page = self._find("page", selection)
        if page is not None and (selection.article is None or page.children is not None):
            self._mark(page)
        elif page is not None:
            self.model.fetchMore(self.model.index_of(page))
        else:
            self._reveal_issue(selection)

    def _reveal_issue(self, selection: Selection) -> None:
        issue = self._find("issue", selection)
        if issue is not None and selection.page is None:
            self._mark(issue)
        elif issue is not None and issue.children is None:
            self.model.fetchMore(self.model.index_of(issue))
        elif selection.page is not None:
            self._ask_issue(selection.page)

    def _ask_issue(self, page: PageId) -> None:
        def show(content: PageContent) -> None:
            current = self._room.selection.current
            if current.page == page:
                self._room.selection.amend(replace(current, issue=content.page.issue.id))

        self._room.ask(lambda archive: archive.page(page), show)

    def _find(self, level: str, wanted: Selection) -> Node | None:
        key = getattr(wanted, level)
        if key is None:
            return None
        return self.model.find(
            lambda node: (
                node.level == level and node.selection is not None and getattr(node.selection, level) == key
            )
        )

    def _mark(self, node: Node) -> None:
        index = self.model.index_of(node)
        chosen = self.view.selectionModel()
        if chosen.currentIndex() != index:
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)

    def _dress(self) -> None:
        self._row.theme = self.view.theme = self._room.theme
        self.view.viewport().update()


def _place(selection: Selection) -> tuple[object, object, object]:
    return selection.issue, selection.page, selection.article
