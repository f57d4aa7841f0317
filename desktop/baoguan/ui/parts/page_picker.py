"""Selecting text on the picture of a page by dragging over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.ui.models.picture_page import PicturedPage

if TYPE_CHECKING:
    from baoguan.ui.parts.page_canvas import PageCanvas

_LEGIBLE = 8.0
"""Pixels of a character from which on dragging selects text: on smaller print it moves the page."""


class PagePicker:
    """An overlay that is always there: takes a drag that begins on legible print, without a modifier key."""

    def __init__(self, canvas: PageCanvas, pick: Callable[[ArticleId, Span], None]) -> None:
        self._canvas = canvas
        self._pick = pick
        self._start: tuple[ArticleId, int] | None = None
        self._from = QPointF()
        self._picked: Span | None = None

    def reads(self, point: QPointF) -> bool:
        """Whether a drag from here would select text."""
        face = self._canvas.face
        if not isinstance(face, PicturedPage) or 10 * face.unit * self._canvas.scale < _LEGIBLE:
            return False
        return face.line_at(point.x(), point.y()) is not None

    def paint(self, painter: QPainter) -> None:
        """Paint nothing: what is selected is marked as the current place is."""

    def press(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        """Begin to select where there is print."""
        face = self._canvas.face
        if modifiers or not isinstance(face, PicturedPage) or not self.reads(point):
            return False
        self._start, self._from, self._picked = face.position_at(point.x(), point.y()), point, None
        return self._start is not None

    def move(self, point: QPointF) -> None:
        """Select from where the drag began to here, inside one article."""
        face = self._canvas.face
        if self._start is None or not isinstance(face, PicturedPage):
            return
        moved = (point - self._from).manhattanLength() * self._canvas.scale
        here = face.position_at(point.x(), point.y())
        if here is None or here[0] != self._start[0]:
            return
        if self._picked is None and moved < QApplication.startDragDistance():
            return
        first, last = sorted((self._start[1], here[1]))
        self._picked = Span(first, last + 1)
        self._canvas.mark_current(self._start[0], self._picked)

    def release(self, point: QPointF) -> None:
        """Tell what was selected; where nothing was, it was a click."""
        start, self._start = self._start, None
        if start is not None and self._picked is not None:
            self._pick(start[0], self._picked)
        else:
            self._canvas.clicked.emit(point.x(), point.y())
