"""From one hit of the question to the next, through the article and on to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from baoguan.app.selection import Selection
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.query import Question
from baoguan.ui.models.room import Room

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive


@dataclass(frozen=True, slots=True)
class Stop:
    """A hit to go to; ``span`` is None where only a note or tag was found, ``around``: past an end."""

    page: PageId
    article: ArticleId
    span: Span | None
    around: bool = False


class Hits(QObject):
    """Moves the selection along the marks of the question, article by article in the order of the results.

    Steps asked for while one is being taken follow it.
    """

    went_around = Signal(bool)
    """``went_around(forward)``: after the last hit came the first, or before the first the last."""
    found_none = Signal()
    """There is no hit to go to."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._steps = 0
        self._asking = False
        room.opened.connect(self._forget)

    def go_next(self) -> None:
        """Select the next hit."""
        self._go(1)

    def go_previous(self) -> None:
        """Select the hit before."""
        self._go(-1)

    def _forget(self) -> None:
        self._steps, self._asking = 0, False

    def _go(self, step: int) -> None:
        self._steps += step
        if not self._asking:
            self._take_step()

    def _take_step(self) -> None:
        question, current = self._room.results.question, self._room.selection.current
        if question is None or not self._steps:
            self._forget()
            return
        forward, row = self._steps > 0, self._room.results.row_of(current.article)
        self._steps -= 1 if forward else -1
        self._asking = True
        self._room.ask(
            lambda archive: next_stop(archive, question, current, row, forward),
            lambda stop: self._show(stop, current, forward),
            self._fail,
        )

    def _show(self, stop: Stop | None, asked: Selection, forward: bool) -> None:
        self._asking = False
        now = self._room.selection.current
        if (now.article, now.span, now.question) != (asked.article, asked.span, asked.question):
            self._forget()  # the reader went elsewhere meanwhile
            return
        if stop is None:
            self.found_none.emit()
        elif stop.article == now.article and stop.span is not None:
            self._room.selection.amend(replace(now, span=stop.span, statistic=None, annotation=None))
        else:
            moved = now.at_article(stop.page, stop.article, stop.span)
            self._room.selection.select(moved if stop.page == now.page else replace(moved, issue=None))
        if stop is not None and stop.around:
            self.went_around.emit(forward)
        self._take_step()

    def _fail(self, error: BaseException) -> None:
        self._forget()
        self._room.tell(error)


def next_stop(archive: Archive, question: Question, at: Selection, row: int, forward: bool) -> Stop | None:
    """Return the hit after (or before) a place, going on to the next article behind the last mark.

    ``row`` is the article's place among the results, -1 where that is not known; after the last
    result comes the first. None where nothing is found.
    """
    if at.article is not None and at.page is not None:
        mark = neighbour(archive.marks(at.article, question.text), at.span, forward)
        if mark is not None:
            return Stop(at.page, at.article, mark)
    if row < 0 and at.article is not None:
        found = archive.found(question)
        row = found.index(at.article) if at.article in found else -1
    wanted = row + (1 if forward else -1)
    if row < 0:
        wanted = 0 if forward else -1
    return _at_row(archive, question, wanted, forward, begun=row >= 0)


def _at_row(archive: Archive, question: Question, row: int, forward: bool, begun: bool) -> Stop | None:
    """Return the first (or last) hit of a row of the results, around the ends."""
    results = archive.search(question, 1, max(0, row))
    around = begun and (row < 0 or row >= results.total)
    if not results.total:
        return None
    if row < 0 or row >= results.total:
        results = archive.search(question, 1, 0 if forward else results.total - 1)
    hit = results.hits[0]
    mark = neighbour(archive.marks(hit.article, question.text), None, forward)
    return Stop(hit.page_id, hit.article, mark, around)


def neighbour(marks: Sequence[Span], span: Span | None, forward: bool) -> Span | None:
    """Return the mark after (or before) a span, the first (or last) without one; None past the ends."""
    if forward:
        return next((mark for mark in marks if span is None or mark.start > span.start), None)
    return next((mark for mark in reversed(marks) if span is None or mark.start < span.start), None)
