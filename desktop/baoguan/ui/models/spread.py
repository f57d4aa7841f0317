"""How the hits of the current question spread over facets and time, asked for once they are shown."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from baoguan.app.changes import Changes
from baoguan.app.selection import Selection
from baoguan.domain.query import Facet, Filed, Query, Question, Spread
from baoguan.ui.models.date_part import Months, dated, span_of, undated
from baoguan.ui.models.room import Room

_PAUSE_MS = 120


class SpreadModel(QObject):
    """Follows the selection's question, of the whole archive where it asks for nothing.

    It never asks while hits are waited for, so that counts do not delay them; an answer to an older
    question is never shown over a newer one's. What a reader chooses becomes the selection's question.
    """

    answered = Signal()
    """``spread`` is new."""
    chosen = Signal()
    """Other values are chosen, or another span of time."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.spread: Spread | None = None
        self.question = Question("")
        """What ``spread`` answers."""
        self._wanted = True
        self._asked = 0
        self._future: Future[Spread] | None = None
        self._later: Callable[[], None] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        room.opened.connect(self._start)
        room.changed.connect(self._heed)
        room.selection.changed.connect(self._follow)
        room.results.answered.connect(self._heed_answer)
        self._pause.start()

    @property
    def filters(self) -> tuple[Filed, ...]:
        """The values that are chosen now."""
        return self._room.selection.current.filters

    @property
    def spans(self) -> tuple[Months, ...]:
        """The span of time that the query text is narrowed to, or else the years or months chosen."""
        query = self._understood()
        span = span_of(query) if query is not None else None
        if span is not None:
            return (span,)
        years = [(f"{one.value}-01", f"{one.value}-12") for one in self.filters if one.facet is Facet.YEAR]
        months = [(one.value, one.value) for one in self.filters if one.facet is Facet.MONTH]
        return (*(months or years),)

    def toggle(self, value: Filed) -> None:
        """Choose a value, or choose it no longer; a year takes its months with it."""
        filters = tuple(one for one in self.filters if one != value)
        if filters == self.filters:
            filters = (*filters, value)
        elif value.facet is Facet.YEAR:
            filters = tuple(one for one in filters if not _is_month_of(one, value.value))
        self._room.selection.select(replace(self._room.selection.current, filters=filters))

    def clear(self) -> None:
        """Choose no value and no span of time any longer."""
        self._rewrite(undated, ())

    def brush(self, first: str, last: str) -> None:
        """Narrow the query text to the months from ``first`` to ``last``, in place of years and months."""
        self._rewrite(lambda query: dated(query, first, last), self._timeless())

    def clear_span(self) -> None:
        """Take the span of time out of the query text, and choose no year and no month any longer."""
        self._rewrite(undated, self._timeless())

    def _timeless(self) -> tuple[Filed, ...]:
        return tuple(one for one in self.filters if one.facet not in (Facet.YEAR, Facet.MONTH))

    def _rewrite(self, write: Callable[[Query], str], filters: tuple[Filed, ...]) -> None:
        """Write the query text anew, as soon as it is known how it is understood."""
        query, current = self._understood(), self._room.selection.current
        if query is None:
            self._later = partial(self._rewrite, write, filters)
            return
        self._later = None
        self._room.selection.select(replace(current, query=write(query), filters=filters))

    def _understood(self) -> Query | None:
        """Return how the query text is understood; None while that is not known."""
        text = self._room.selection.current.query
        if not text.strip():
            return Query(text, None)
        results = self._room.results.results
        return results.query if results is not None and results.question.text == text else None

    def _start(self) -> None:
        self.spread, self._wanted, self._later = None, True, None
        self._asked += 1
        self.answered.emit()
        self._pause.start()

    def _follow(self, new: Selection, old: Selection) -> None:
        if new.question != old.question:
            self._wanted = True
            self._later = None
            self._pause.start()
            self.chosen.emit()

    def _heed(self, changes: Changes) -> None:
        self._wanted = True
        self._pause.start()

    def _heed_answer(self) -> None:
        self.chosen.emit()
        if self._later is not None and self._understood() is not None:
            self._later()
        self._pause.start()

    def _ask(self) -> None:
        """Ask, unless nothing is new or hits are waited for: their answer makes it ask again."""
        if not self._wanted or self._room.results.searching or self._room.archive is None:
            return
        self._wanted = False
        if self._future is not None:
            self._future.cancel()
        self._asked += 1
        asked, question = self._asked, self._room.selection.current.question
        self._future = self._room.ask(
            lambda archive: archive.spread(question),
            lambda spread: self._put(question, spread) if asked == self._asked else None,
        )

    def _put(self, question: Question, spread: Spread) -> None:
        self.question, self.spread = question, spread
        self.answered.emit()


def _is_month_of(filed: Filed, year: str) -> bool:
    return filed.facet is Facet.MONTH and filed.value.partition("-")[0] == year
