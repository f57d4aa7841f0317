"""A sentence with some of its characters marked, in as many lines as it takes."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.article import Span
from baoguan.ui.models import fonts
from baoguan.ui.parts import marked_text

_LINES = 4
_SIZE = 15
_SEEN_BEFORE = 60
"""Characters before the mark that are shown of a longer sentence."""


class MarkedSentence(QWidget):
    """Shows at most four lines, the mark in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._text, self._marks = "", [Span(0, 0)]
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sentence(self, sentence: str, mark: Span) -> None:
        """Show a sentence with a span of it marked."""
        self._text, self._marks = marked_text.bring_forward(sentence, [mark], _SEEN_BEFORE)
        self.setAccessibleName(sentence)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the pixels that the lines take."""
        return round(self._laid(width).height) if self._theme is not None else 0

    def sizeHint(self) -> QSize:
        """Return the size at the width it has."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sentence."""
        if self._theme is not None:
            painter = QPainter(self)
            self._laid(self.width()).draw(painter, 0, 0)
            painter.end()

    def _laid(self, width: float) -> marked_text.Laid:
        theme = self._theme
        style = marked_text.Style(
            fonts.serif(_SIZE), theme.ink if theme else "", theme.hit if theme else "", None
        )
        return marked_text.lay(self._text, self._marks, style, width, _LINES)
