"""From one hit of the query to the next within the article."""

from dataclasses import replace

from PySide6.QtCore import QObject

from baoguan.domain.article import Span
from baoguan.ui.models.room import Room


class Hits(QObject):
    """Moves the selection's span along the marks of the query; after the last comes the first."""

    def __init__(self, room: Room, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room

    def go_next(self) -> None:
        """Select the next hit."""
        self._go(forward=True)

    def go_previous(self) -> None:
        """Select the hit before."""
        self._go(forward=False)

    def _go(self, forward: bool) -> None:
        current = self._room.selection.current
        article, query = current.article, current.query
        if article is None or not query:
            return

        def show(marks: tuple[Span, ...]) -> None:
            now = self._room.selection.current
            if marks and (now.article, now.query) == (article, query):
                span = neighbour(marks, now.span, forward)
                self._room.selection.amend(replace(now, span=span, statistic=None, annotation=None))

        self._room.ask(lambda archive: archive.marks(article, query), show)


def neighbour(marks: tuple[Span, ...], span: Span | None, forward: bool) -> Span:
    """Return the mark after (or before) a span, around the ends; ``marks`` is in order and not empty."""
    if span is None:
        return marks[0] if forward else marks[-1]
    if forward:
        return next((mark for mark in marks if mark.start > span.start), marks[0])
    return next((mark for mark in reversed(marks) if mark.start < span.start), marks[-1])
