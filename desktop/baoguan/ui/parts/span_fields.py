"""Two short lines for the ends of a span, and what is wrong with them."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from baoguan.ui.models.typed import Unreadable
from baoguan.ui.parts.composed_line import ComposedLine

_PAUSE_MS = 300


End = TypeVar("End", float, date)


class SpanFields(QWidget):
    """From and to; an end that cannot be read, or is beyond the other, is marked and said, and is no end."""

    changed = Signal()
    """Other ends are meant."""

    def __init__(self, names: tuple[str, str], hints: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = ComposedLine(), ComposedLine()
        self.beside = QHBoxLayout()
        """Where more may stand, at the end of the line."""
        self.trouble = QLabel()
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        row = self.beside
        row.setSpacing(4)
        for line, name, hint in zip((self.first, self.last), names, hints, strict=True):
            line.setAccessibleName(name)
            line.setPlaceholderText(hint)
            line.textEdited.connect(lambda _text: self._pause.start())
            line.committed.connect(self._commit)
        row.addWidget(self.first, 1)
        row.addWidget(QLabel("–"))
        row.addWidget(self.last, 1)
        self.below = QVBoxLayout(self)
        """Where more may be said, below what is wrong."""
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.setSpacing(2)
        self.below.addLayout(row)
        self.below.addWidget(self.trouble)

    def put(self, first: str, last: str) -> None:
        """Put texts in, unless those in them are meant the same."""
        self.first.setText(first)
        self.last.setText(last)

    @property
    def trouble_is_told(self) -> bool:
        """Whether something stands in it that cannot be meant."""
        return not self.trouble.isHidden()

    def ends(
        self, read_first: Callable[[str], End | None], read_last: Callable[[str], End | None],
        unreadable: str, crossed: str,
    ) -> tuple[End | None, End | None]:  # fmt: skip
        """Return both ends, None where none is meant; marks and says what is wrong, and then neither is."""
        self._pause.stop()
        wrong: list[ComposedLine] = []
        found: list[End | None] = []
        for line, read in ((self.first, read_first), (self.last, read_last)):
            try:
                found.append(read(line.text()))
            except Unreadable:
                wrong.append(line)
        words = unreadable
        if not wrong and found[0] is not None and found[1] is not None and found[0] > found[1]:
            wrong, words = [self.first, self.last], crossed
        self._mark(wrong, words)
        return (None, None) if wrong else (found[0], found[1])

    def _mark(self, wrong: list[ComposedLine], words: str) -> None:
        for line in (self.first, self.last):
            mark(line, wrong=line in wrong, words=words)
        self.trouble.setText(words)
        self.trouble.setVisible(bool(wrong))

    def _commit(self) -> None:
        self._pause.stop()
        self.changed.emit()


def mark(line: QLineEdit, *, wrong: bool, words: str) -> None:
    """Mark a line in which something stands that cannot be meant, or no longer; ``words`` say why."""
    line.setProperty("trouble", wrong)
    line.setAccessibleDescription(words if wrong else "")
    line.style().unpolish(line)
    line.style().polish(line)
