"""A line to type a query into."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from baoguan.app.theme import Theme
from baoguan.domain.article import Span
from baoguan.ui.models.icons import icon
from baoguan.ui.models.utf16 import Utf16
from baoguan.ui.parts.composed_line import ComposedLine

_WAVE = 4
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Offering(Protocol):
    """A list below the field that the field's keys work."""

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""

    def step(self, by: int) -> None:
        """Go a row down or up."""

    def take(self) -> bool:
        """Choose the current row; return whether there was one."""

    def drop(self) -> bool:
        """Have the current row's query forgotten; return whether it can be."""

    def close_list(self) -> None:
        """Hide it."""


class SearchField(ComposedLine):
    """Works the list of offers below it by keyboard; underlines mistakes in place."""

    descended = Signal()
    """The down key was pressed, and nothing is offered: on to the results."""
    wanted = Signal()
    """What can be offered for an empty field is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offering: Offering | None = None
        self._mistakes: tuple[Span, ...] = ()
        self._colour = QColor()
        self._clear = QAction(self.tr("清空"), self)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.empty)
        self.addAction(self._clear, ComposedLine.ActionPosition.TrailingPosition)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self.textEdited.connect(lambda _text: self.mark((), self._colour.name()))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._clear.setIcon(icon("close", theme.muted))

    def empty(self) -> None:
        """Clear it, as by typing."""
        self.clear()
        self.textEdited.emit("")
        self.setFocus()

    def mark(self, mistakes: Iterable[Span], colour: str) -> None:
        """Underline spans of code points with a wave of a colour."""
        self._mistakes, self._colour = tuple(mistakes), QColor(colour)
        self.update()

    @property
    def marked(self) -> tuple[Span, ...]:
        """The spans that are underlined now."""
        return self._mistakes

    def select_span(self, span: Span) -> None:
        """Select a span of code points."""
        start, end = Utf16(self.text()).span_to_utf16(span)
        self.setSelection(start, end - start)

    def commit(self) -> None:
        """Choose the row of the list that is current, or tell that the query is as wanted."""
        if self.offering is None or not self.offering.take():
            super().commit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Leave the place below the field to the input method's own list."""
        super().inputMethodEvent(event)
        if self.composing:
            self._close_offering()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work the list, clear by Escape, go on by the down key; keys of a composition are its own."""
        if self.composing or not self._heed(event.key()):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Offer what was asked before, where nothing is typed."""
        super().mousePressEvent(event)
        if not self.text() and not self.composing:
            self.wanted.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list."""
        super().focusOutEvent(event)
        self._close_offering()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the waves under the text."""
        super().paintEvent(event)
        if not self._mistakes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, 1.4))
        seen, origin = self._seen()
        for span in self._mistakes:
            self._draw_wave(painter, span, seen, origin)
        painter.end()

    def _heed(self, key: int) -> bool:
        """Do what a key means here; return whether it means anything."""
        listed = self.offering is not None and self.offering.is_open
        if self.offering is not None and listed:
            if key in _STEPS:
                self.offering.step(_STEPS[Qt.Key(key)])
                return True
            if key == Qt.Key.Key_Escape:
                self.offering.close_list()
                return True
            return key == Qt.Key.Key_Delete and self.offering.drop()
        if key == Qt.Key.Key_Down:
            self._go_down()
            return True
        if key == Qt.Key.Key_Escape and self.text():
            self.empty()
            return True
        return False

    def _go_down(self) -> None:
        if not self.text():
            self.wanted.emit()
        if self.offering is None or not self.offering.is_open:
            self.descended.emit()

    def _close_offering(self) -> None:
        if self.offering is not None:
            self.offering.close_list()

    def _draw_wave(self, painter: QPainter, span: Span, seen: Span, origin: float) -> None:
        """Draw a wave under what is seen of a span; the first character seen stands at ``origin``."""
        start, end = max(span.start, seen.start), min(max(span.end, span.start + 1), seen.end)
        if start >= end:
            return
        text, metrics = self.text(), self.fontMetrics()
        left = origin + metrics.horizontalAdvance(text[seen.start : start])
        right = origin + metrics.horizontalAdvance(text[seen.start : end])
        base = self.height() / 2 + metrics.height() / 2
        points = [
            QPointF(left + step * _WAVE / 2, base + (step % 2) * 2)
            for step in range(int(2 * max(right - left, _WAVE * 2) / _WAVE) + 1)
        ]
        painter.drawPolyline(points)

    def _seen(self) -> tuple[Span, float]:
        """Return the characters that are in sight, and where the first of them stands."""
        text, middle = self.text(), self.height() // 2
        units = Utf16(text)
        first, cursor = self.cursorPositionAt(QPoint(0, middle)), self.cursorPosition()
        seen = units.span_to_code_points(first, self.cursorPositionAt(QPoint(self.width(), middle)) + 1)
        at = units.to_code_point(cursor)
        before = text[seen.start : at] if at >= seen.start else text[at : seen.start]
        advance = self.fontMetrics().horizontalAdvance(before)
        middle_of_cursor = self.cursorRect().center().x()
        return seen, middle_of_cursor - advance if at >= seen.start else middle_of_cursor + advance
