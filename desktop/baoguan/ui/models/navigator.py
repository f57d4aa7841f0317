"""Titles, months, issues, pages and articles as a tree whose lower levels are read when opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, overload

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, Signal

from baoguan.app.changes import Changes
from baoguan.app.selection import Selection
from baoguan.domain.ids import IssueId, PageId
from baoguan.domain.records import ArticleRecord, IssueRecord, PageContent, PageRecord
from baoguan.ui.models.roles import COUNT, DISPLAY, EMPHASIS, RECORD, TOOLTIP, TOP, Index
from baoguan.ui.models.room import Room

Level = Literal["root", "title", "month", "issue", "page", "article"]


@dataclass(eq=False)
class Node:
    """One row of the tree; ``children`` is None until they were read."""

    level: Level
    label: str
    count: int = 0
    selection: Selection | None = None
    parent: Node | None = None
    row: int = 0
    children: list[Node] | None = None
    asked: bool = field(default=False)

    def take(self, children: Iterable[Node]) -> None:
        """Become the parent of ``children``."""
        self.children = list(children)
        for row, child in enumerate(self.children):
            child.parent, child.row = self, row


class NavigatorModel(QAbstractItemModel):
    """The archive as a tree: counts beside every row, children read off the UI thread."""

    filled = Signal(QModelIndex)
    """The children of a row have arrived."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._root = Node("root", "", children=[])
        room.opened.connect(self.read)
        room.changed.connect(self._heed)
        self.read()

    def read(self) -> None:
        """Read the issues anew."""
        self._put(())
        self._room.ask(lambda archive: archive.issues(), self._put)

    def node(self, index: Index) -> Node:
        """Return the node of an index; the root for an invalid one."""
        if not index.isValid():
            return self._root
        node = index.internalPointer()
        return node if isinstance(node, Node) else self._root

    def index_of(self, node: Node) -> QModelIndex:
        """Return the index of a node; an invalid one for the root."""
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node)

    def find(self, fits: Callable[[Node], bool], under: Node | None = None) -> Node | None:
        """Return the first node already read that fits, in the order of the tree."""
        for child in (under or self._root).children or ():
            if fits(child):
                return child
            found = self.find(fits, child)
            if found is not None:
                return found
        return None

    def index(self, row: int, column: int, parent: Index = TOP) -> QModelIndex:
        """Return the index of a child."""
        children = self.node(parent).children or []
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    @overload
    def parent(self, /) -> QObject | None: ...

    @overload
    def parent(self, child: Index, /) -> QModelIndex: ...

    def parent(self, child: Index | None = None, /) -> QObject | QModelIndex | None:
        """Return the index of a row's parent; without a row, the object that owns the model."""
        if child is None:
            return super().parent()
        node = self.node(child).parent
        return QModelIndex() if node is None else self.index_of(node)

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many children were read."""
        return 0 if parent.column() > 0 else len(self.node(parent).children or ())

    def columnCount(self, parent: Index = TOP) -> int:
        """Return 1."""
        return 1

    def hasChildren(self, parent: Index = TOP) -> bool:
        """Tell whether a row has children, read or not."""
        node = self.node(parent)
        return node.level != "article" and (node.count > 0 if node.children is None else bool(node.children))

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return a row's label, count, level or the selection it stands for."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role in (DISPLAY, TOOLTIP):
            return node.label
        return {COUNT: node.count, EMPHASIS: node.level, RECORD: node.selection}.get(role)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether a row's children are still to be asked for."""
        node = self.node(parent)
        return node.children is None and not node.asked and node.level in ("issue", "page")

    def fetchMore(self, parent: Index) -> None:
        """Ask for a row's children."""
        node = self.node(parent)
        if not self.canFetchMore(parent) or node.selection is None:
            return
        node.asked = True
        issue, page = node.selection.issue, node.selection.page
        if page is not None:
            self._ask_articles(node, page)
        elif issue is not None:
            self._ask_pages(node, issue)

    def _ask_pages(self, node: Node, issue: IssueId) -> None:
        self._room.ask(
            lambda archive: archive.pages(issue),
            lambda pages: self._fill(node, [_page_node(page) for page in pages]),
        )

    def _ask_articles(self, node: Node, page: PageId) -> None:
        def show(content: PageContent) -> None:
            self._fill(node, [_article_node(article) for article in content.articles])

        self._room.ask(lambda archive: archive.page(page), show)

    def _fill(self, node: Node, children: list[Node]) -> None:
        if self._top(node) is not self._root or node.children is not None:
            return
        index = self.index_of(node)
        if children:
            self.beginInsertRows(index, 0, len(children) - 1)
        node.take(children)
        if children:
            self.endInsertRows()
        self.filled.emit(index)

    def _top(self, node: Node) -> Node:
        return node if node.parent is None else self._top(node.parent)

    def _put(self, issues: tuple[IssueRecord, ...]) -> None:
        self.beginResetModel()
        self._root = Node("root", "")
        self._root.take(_title_nodes(issues))
        self.endResetModel()
        self.filled.emit(QModelIndex())

    def _heed(self, changes: Changes) -> None:
        if changes.pages:
            self.read()


def _title_nodes(issues: tuple[IssueRecord, ...]) -> list[Node]:
    nodes = []
    ordered = sorted(issues, key=lambda issue: (issue.title, str(issue.date or "")))
    for title, group in groupby(ordered, key=lambda issue: issue.title):
        of_title = list(group)
        name = title or QCoreApplication.translate("Navigator", "报纸不详")
        node = Node("title", name, sum(issue.articles for issue in of_title))
        node.take(
            _month_node(month, list(of_month))
            for month, of_month in groupby(of_title, key=lambda issue: str(issue.date or "")[:7])
        )
        nodes.append(node)
    return nodes


def _month_node(month: str, issues: list[IssueRecord]) -> Node:
    undated = QCoreApplication.translate("Navigator", "日期不详")
    node = Node("month", month or undated, sum(issue.articles for issue in issues))
    node.take(
        Node("issue", str(issue.date or undated), issue.articles, Selection(issue=issue.id))
        for issue in issues
    )
    return node


def _page_node(page: PageRecord) -> Node:
    label = QCoreApplication.translate("Navigator", "第 {number} 版").format(
        number=page.number or page.sequence
    )
    return Node("page", label, page.articles, Selection(issue=page.issue.id, page=page.id))


def _article_node(article: ArticleRecord) -> Node:
    where = Selection(issue=article.page.issue.id, page=article.page.id, article=article.id)
    return Node("article", article.article.headline, 0, where, children=[])
