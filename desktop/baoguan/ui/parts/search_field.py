"""A line to type a query into, at home with input methods."""

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from baoguan.domain.article import Span
from baoguan.ui.models.utf16 import Utf16

_SAME_KEY_MS = 60
_WAVE = 4


class SearchField(QLineEdit):
    """Tells a finished query from Enter that only ends a composition; underlines mistakes in place."""

    committed = Signal()
    """Enter was pressed for the query itself."""
    descended = Signal()
    """The down key was pressed: on to the results."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._composed = QElapsedTimer()
        self._mistakes: tuple[Span, ...] = ()
        self._colour = QColor()
        self.textEdited.connect(lambda _text: self.mark((), self._colour.name()))

    def mark(self, mistakes: Iterable[Span], colour: str) -> None:
        """Underline spans of code points with a wave of a colour."""
        self._mistakes, self._colour = tuple(mistakes), QColor(colour)
        self.update()

    @property
    def marked(self) -> tuple[Span, ...]:
        """The spans that are underlined now."""
        return self._mistakes

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow a composition; some systems send the Enter that ends it on to the field."""
        was_composing, self._composing = self._composing, bool(event.preeditString())
        super().inputMethodEvent(event)
        if was_composing and not self._composing:
            self._composed.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search on Enter, unless the key belongs to a composition."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._belongs_to_composition():
                self.committed.emit()
            event.accept()
        elif event.key() == Qt.Key.Key_Down:
            self.descended.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the waves under the text."""
        super().paintEvent(event)
        if not self._mistakes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, 1.4))
        for span in self._mistakes:
            self._draw_wave(painter, span)
        painter.end()

    def _belongs_to_composition(self) -> bool:
        if self._composing:
            return True
        just_ended = self._composed.isValid() and self._composed.elapsed() < _SAME_KEY_MS
        self._composed.invalidate()
        return just_ended

    def _draw_wave(self, painter: QPainter, span: Span) -> None:
        text = self.text()
        cursor = Utf16(text).to_code_point(self.cursorPosition())
        metrics = self.fontMetrics()
        origin = self.cursorRect().center().x() - metrics.horizontalAdvance(text[:cursor])
        left = origin + metrics.horizontalAdvance(text[: span.start])
        right = origin + metrics.horizontalAdvance(text[: max(span.end, span.start + 1)])
        base = self.height() / 2 + metrics.height() / 2
        points = [
            QPointF(left + step * _WAVE / 2, base + (step % 2) * 2)
            for step in range(int(2 * max(right - left, _WAVE * 2) / _WAVE) + 1)
        ]
        painter.drawPolyline(points)
