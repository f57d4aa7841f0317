"""A line to type into, at home with input methods."""

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_SAME_KEY_MS = 60


class ComposedLine(QLineEdit):
    """Tells Enter for the line itself from Enter that only ends a composition."""

    committed = Signal()
    """Enter was pressed for the line itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composed = QElapsedTimer()
        self.composing = False
        """Whether an input method is at work: keys are its own."""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow a composition; some systems send the Enter that ends it on to the field."""
        was_composing, self.composing = self.composing, bool(event.preeditString())
        super().inputMethodEvent(event)
        if was_composing and not self.composing:
            self._composed.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit on Enter, unless the key belongs to a composition."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._belongs_to_composition():
                self.commit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def commit(self) -> None:
        """Tell that the line is as wanted."""
        self.committed.emit()

    def _belongs_to_composition(self) -> bool:
        if self.composing:
            return True
        just_ended = self._composed.isValid() and self._composed.elapsed() < _SAME_KEY_MS
        self._composed.invalidate()
        return just_ended
