"""Writing a note, its tags and its colour in place."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from baoguan.app.theme import Theme
from baoguan.ui.parts.colour_dots import ColourDots
from baoguan.ui.parts.floating import Floating

_BETWEEN_TAGS = re.compile(r"[\s,，、;；#]+")
_WIDTH, _NARROW = 376, 320


@dataclass(frozen=True, slots=True)
class Written:
    """What a reader wrote on a place."""

    note: str
    tags: tuple[str, ...]
    colour: int


class NoteEditor(Floating):
    """Writes a note and tags over a text or in a row of a list: Ctrl+Enter keeps them, Esc leaves."""

    kept = Signal(object)
    """``kept(Written)``; ``left`` follows."""
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("写批注"))
        self.setAutoFillBackground(True)
        self.note, self.tags = QPlainTextEdit(), QLineEdit()
        self.note.setAccessibleName(self.tr("批注"))
        self.note.setPlaceholderText(self.tr("批注…"))
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(48)
        self.tags.setAccessibleName(self.tr("标签"))
        self.tags.setPlaceholderText(self.tr("标签，用空格或逗号分开"))
        self.colours = ColourDots()
        self.colours.make_checkable()
        self.keep, self.leave = QPushButton(self.tr("保存")), QPushButton(self.tr("放弃"))
        self.keep.setObjectName("primary")
        self.keep.setToolTip("Ctrl+Enter")
        self.leave.setToolTip("Esc")
        for button in (self.keep, self.leave):
            button.setAccessibleName(button.text())
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self._leave)
        self._hint = QLabel("Ctrl+Enter")
        self._hint.setObjectName("quiet")
        self.setFocusProxy(self.note)
        self._lay_out()

    @property
    def written(self) -> Written:
        """What stands in the fields, every tag once."""
        tags = tuple(dict.fromkeys(tag for tag in _BETWEEN_TAGS.split(self.tags.text()) if tag))
        return Written(self.note.toPlainText().strip(), tags, self.colours.colour)

    def sizeHint(self) -> QSize:
        """Return the size it takes over a text."""
        return QSize(_WIDTH, 184)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self.colours.set_theme(theme)

    def fill(self, known: Written) -> None:
        """Put something written before into the fields."""
        self.note.setPlainText(known.note)
        self.tags.setText(" ".join(known.tags))
        self.colours.choose(known.colour)

    def write(self, box: QRectF, tagging: bool) -> None:
        """Begin to write beside a place, in the note or in the tags."""
        self.fill(Written("", (), 0))
        self.show_beside(box)
        (self.tags if tagging else self.note).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep by Ctrl+Enter, leave by Esc; a plain Enter, an input method's too, stays in the text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._keep()
        elif not enter:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the colours above the buttons where both do not fit beside each other."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(down if narrow else across)
        self._hint.setVisible(not narrow)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for part in (self._hint, self.leave, self.keep):
            buttons.addWidget(part)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(8)
        self._foot.addWidget(self.colours, 0, Qt.AlignmentFlag.AlignLeft)
        self._foot.addLayout(buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.note, 1)
        column.addWidget(self.tags)
        column.addLayout(self._foot)

    def _keep(self) -> None:
        written = self.written
        self.hide()
        self.kept.emit(written)
        self.left.emit()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
