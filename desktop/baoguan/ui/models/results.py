"""What the current question found, one row per article, each read when it is looked at."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Signal

from baoguan.app.changes import Changes
from baoguan.app.selection import Selection
from baoguan.domain.errors import BaoguanError
from baoguan.domain.ids import ArticleId
from baoguan.domain.progress import Cancelled
from baoguan.domain.query import Hit, Order, Question, Results
from baoguan.ui.models import wording
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD, TOP, Index

if TYPE_CHECKING:
    from baoguan.ui.models.room import Room

PORTION = 20
_PORTIONS_KEPT = 100
_PORTIONS_WANTED = 3
"""While a list is dragged past many portions, only the last ones are worth reading."""


class ResultsModel(QAbstractListModel):
    """A row for every article found, blank until its portion is read; the newest question alone is answered.

    At most one portion is being read at a time, the one looked at last first.
    """

    asked = Signal()
    """A question is being answered: ``searching`` is True."""
    answered = Signal()
    """A question was answered, failed (``error``) or was cleared."""
    fetched = Signal()
    """Rows looked at before they were read are there now."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room
        self._asked = 0
        self._future: Future[Results] | None = None
        self._portions: OrderedDict[int, tuple[Hit, ...]] = OrderedDict()
        self._wanted: list[int] = []
        self._fetching = False
        self._count = 0
        self.results: Results | None = None
        """The answer shown; its hits are the first portion."""
        self.error: BaseException | None = None
        """Why there is no answer."""
        self.order = Order.RANK
        """The order asked for; that of the hits shown is in ``results``."""
        self.searching = False
        room.opened.connect(self.search)
        room.changed.connect(self._heed)
        room.selection.changed.connect(self._follow)

    @property
    def question(self) -> Question | None:
        """What is to be answered now; None where nothing is asked for."""
        asked = self._room.selection.current.question
        if self._room.archive is None or not (asked.text.strip() or asked.filters):
            return None
        return replace(asked, order=self.order)

    def search(self) -> None:
        """Ask the current question again; an older one still waiting is dropped."""
        if self._future is not None:
            self._future.cancel()
        self._asked += 1
        self._fetching = False
        self._wanted.clear()
        asked, question = self._asked, self.question
        if question is None:
            self._put(None)
            return
        self.searching = True
        self._future = self._room.ask(
            lambda archive: archive.search(question, PORTION),
            lambda results: self._put(results) if asked == self._asked else None,
            lambda error: self._fail(error) if asked == self._asked else None,
        )
        self.asked.emit()

    def arrange(self, order: Order) -> None:
        """Ask for the hits in another order."""
        if order is not self.order:
            self.order = order
            self.search()

    def hit(self, row: int) -> Hit | None:
        """Return a row's article; None, and the portion around it is asked for, where it is not read yet."""
        portion, place = divmod(row, PORTION)
        hits = self._portions.get(portion)
        if hits is None:
            self._want(portion)
            return None
        return hits[place] if place < len(hits) else None

    def row_of(self, article: ArticleId | None) -> int:
        """Return the row of an article among those read, -1 where it is not."""
        for portion, hits in self._portions.items():
            for place, hit in enumerate(hits):
                if hit.article == article:
                    return portion * PORTION + place
        return -1

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many articles were found."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the headline, the spoken description or the Hit of a row; None until it is read."""
        if role not in (DISPLAY, RECORD, ACCESSIBLE) or not index.isValid():
            return None
        hit = self.hit(index.row())
        if hit is None or role == RECORD:
            return hit
        if role == DISPLAY:
            return hit.headline
        where = wording.place_text(hit.title, hit.date, hit.section, hit.page)
        return "，".join([hit.headline, where, *(snippet.text for snippet in hit.snippets[:1])])

    def _want(self, portion: int) -> None:
        if portion in self._wanted:
            self._wanted.remove(portion)
        self._wanted.append(portion)
        del self._wanted[:-_PORTIONS_WANTED]
        self._fetch()

    def _fetch(self) -> None:
        """Read the portion looked at last, unless one is being read or a new answer is on its way."""
        if self._fetching or self.searching or not self._wanted or self.results is None:
            return
        self._fetching = True
        asked, portion, question = self._asked, self._wanted.pop(), self.results.question

        def fail(error: BaseException) -> None:
            if asked == self._asked:
                self._fetching = False
                if isinstance(error, Cancelled):
                    self._want(portion)
            self._room.tell(error)

        self._room.ask(
            lambda archive: archive.search(question, PORTION, portion * PORTION),
            lambda results: self._fill(portion, results) if asked == self._asked else None,
            fail,
        )

    def _fill(self, portion: int, results: Results) -> None:
        self._fetching = False
        self._keep(portion, results.hits)
        if results.hits:
            first = portion * PORTION
            self.dataChanged.emit(self.index(first), self.index(first + len(results.hits) - 1))
            self.fetched.emit()
        self._fetch()

    def _keep(self, portion: int, hits: tuple[Hit, ...]) -> None:
        self._portions[portion] = hits
        while len(self._portions) > _PORTIONS_KEPT:
            self._portions.popitem(last=False)

    def _put(self, results: Results | None, error: BaseException | None = None) -> None:
        self.searching, self.error = False, error
        before = self.results
        if results is not None and before is not None and results.question == before.question:
            self._renew(results)
        else:
            self.beginResetModel()
            self._take(results)
            self.endResetModel()
        self.answered.emit()

    def _take(self, results: Results | None) -> None:
        self._portions.clear()
        self.results = results
        self._count = results.total if results is not None else 0
        if results is not None:
            self._keep(0, results.hits)

    def _renew(self, results: Results) -> None:
        """Take another answer to the same question, so that a list stays where it was scrolled to."""
        before, after = self._count, results.total
        if after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._count = after
            self.endRemoveRows()
        elif after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._count = after
            self.endInsertRows()
        self._take(results)
        if after:
            self.dataChanged.emit(self.index(0), self.index(after - 1))

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):  # by a question asked elsewhere: this one is still to be answered
            self.search()
            return
        self._put(None, error)
        if not isinstance(error, BaoguanError):  # an expected one is told where the results would be
            self._room.tell(error)

    def _follow(self, new: Selection, old: Selection) -> None:
        if new.question != old.question:
            self.search()

    def _heed(self, changes: Changes) -> None:
        if changes.index or changes.pages or changes.annotations:
            self.search()
