"""What the current query found, one row per article, fetched as the list is scrolled."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Signal

from baoguan.app.changes import Changes
from baoguan.app.selection import Selection
from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Hit, Order, Results
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD, TOP, Index

if TYPE_CHECKING:
    from baoguan.ui.models.room import Room

_PORTION = 50


class ResultsModel(QAbstractListModel):
    """Follows the selection's query; an answer to an older query is never shown over a newer one's."""

    answered = Signal()
    """A query was answered or cleared: ``results`` and ``hits`` are new."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room
        self._asked = 0
        self._more: Future[Results] | None = None
        self._future: Future[Results] | None = None
        self.hits: list[Hit] = []
        self.results: Results | None = None
        self.order = Order.RANK
        """The order asked for; that of the hits shown is in ``results``."""
        self.searching = False
        room.opened.connect(self.search)
        room.changed.connect(self._heed)
        room.failed.connect(self._give_up)
        room.selection.changed.connect(self._follow)

    def search(self) -> None:
        """Ask for the current query again; an older question still waiting is dropped."""
        if self._future is not None:
            self._future.cancel()
        self._asked += 1
        asked, text, order = self._asked, self._room.selection.current.query, self.order
        if not text.strip() or self._room.archive is None:
            self._put(None)
            return
        self.searching = True
        self._future = self._room.ask(
            lambda archive: archive.search(text, _PORTION, order=order),
            lambda results: self._put(results) if asked == self._asked else None,
        )

    def arrange(self, order: Order) -> None:
        """Ask for the hits in another order."""
        if order is not self.order:
            self.order = order
            self.search()

    def row_of(self, article: ArticleId | None) -> int:
        """Return the row of an article among those fetched, -1 where it is not."""
        return next((row for row, hit in enumerate(self.hits) if hit.article == article), -1)

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many hits have been fetched."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the headline, the spoken description or the Hit of a row."""
        if not index.isValid() or index.row() >= len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role == RECORD:
            return hit
        if role == DISPLAY:
            return hit.headline
        if role == ACCESSIBLE:
            return "，".join([hit.headline, hit.title, *(snippet.text for snippet in hit.snippets[:1])])
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether the query found more than was fetched."""
        if parent.isValid() or self.results is None or self._more is not None:
            return False
        return len(self.hits) < self.results.total

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next portion of hits."""
        if self.results is None or not self.canFetchMore(parent):
            return
        asked, offset = self._asked, len(self.hits)
        text, order = self.results.query.text, self.results.order
        self._more = self._room.ask(
            lambda archive: archive.search(text, _PORTION, offset, order),
            lambda results: self._append(results) if asked == self._asked else None,
        )

    def _append(self, results: Results) -> None:
        if results.hits:
            first = len(self.hits)
            self.beginInsertRows(QModelIndex(), first, first + len(results.hits) - 1)
            self.hits.extend(results.hits)
            self.endInsertRows()
        self._more = None  # only now: a view told of the rows may ask for the next ones before they are in

    def _put(self, results: Results | None) -> None:
        self.beginResetModel()
        self._more = None
        self.searching = False
        self.results = results
        self.hits = list(results.hits) if results else []
        self.endResetModel()
        self.answered.emit()

    def _give_up(self, error: Exception) -> None:
        if self.searching or self._more is not None:
            self._more = None
            self.searching = False
            self.answered.emit()

    def _follow(self, new: Selection, old: Selection) -> None:
        if new.query != old.query:
            self.search()

    def _heed(self, changes: Changes) -> None:
        if changes.index or changes.pages or changes.annotations:
            self.search()
