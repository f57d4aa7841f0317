"""Buttons in a row that show their words where all of them fit, and signs alone where not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

_SIGNS = Qt.ToolButtonStyle.ToolButtonIconOnly
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.Polish)


class WordsOrSigns(QObject):
    """Watches the width of a row; words are told under the mouse too."""

    def __init__(
        self,
        row: QWidget,
        buttons: Sequence[QToolButton],
        in_words: Qt.ToolButtonStyle,
        sign: int,
        gap: int = 0,
    ) -> None:
        super().__init__(row)
        self._buttons = tuple(buttons)
        self._in_words = in_words
        self._gaps = gap * (len(self._buttons) - 1)
        self._wide: int | None = None
        self.signs = len(self._buttons) * sign + self._gaps
        """The pixels that the signs take; ``sign`` of them each."""
        for button in self._buttons:
            button.setToolButtonStyle(in_words)
        row.installEventFilter(self)

    @property
    def words(self) -> int:
        """The pixels that the words take."""
        if self._wide is None:
            self._wide = self._gaps
            for button in self._buttons:
                style = button.toolButtonStyle()
                button.setToolButtonStyle(self._in_words)
                self._wide += button.sizeHint().width()
                button.setToolButtonStyle(style)
        return self._wide

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose words or signs for a new width; measure anew for another style."""
        if event.type() in _RESTYLED:
            self._wide = None
        elif isinstance(event, QResizeEvent):
            style = self._in_words if event.size().width() >= self.words else _SIGNS
            for button in self._buttons:
                button.setToolButtonStyle(style)
        return False
