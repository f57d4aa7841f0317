"""Writing a note and tags in place."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
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


@dataclass(frozen=True, slots=True)
class Written:
    """What a reader wrote on a place."""

    note: str
    tags: tuple[str, ...]
    colour: int


class NoteEditor(Floating):
    """Writes a note and tags in place: Ctrl+Enter keeps them, Esc leaves."""

    kept = Signal(object)
    """``kept(Written)``."""
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("写批注"))
        self.note, self.tags = QPlainTextEdit(), QLineEdit()
        self.note.setAccessibleName(self.tr("批注"))
        self.note.setPlaceholderText(self.tr("批注…"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)
        self.tags.setAccessibleName(self.tr("标签"))
        self.tags.setPlaceholderText(self.tr("标签，用空格或逗号分开"))
        self.colours = ColourDots()
        self.colours.make_checkable()
        self.keep, self._hint = QPushButton(self.tr("保存")), QLabel(self.tr("Ctrl+Enter 保存　Esc 放弃"))
        self.keep.setAccessibleName(self.tr("保存"))
        self.keep.setObjectName("primary")
        self._hint.setObjectName("quiet")
        self.keep.clicked.connect(self._keep)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.note)
        column.addWidget(self.tags)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.colours)
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.setMinimumWidth(360)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self.colours.set_theme(theme)

    def write(self, box: QRectF, tagging: bool, known: Written) -> None:
        """Begin to write beside a place, in the note or in the tags."""
        self.note.setPlainText(known.note)
        self.tags.setText(" ".join(known.tags))
        self.colours.choose(known.colour)
        self.show_beside(box)
        (self.tags if tagging else self.note).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep by Ctrl+Enter, leave by Esc; a plain Enter, an input method's too, stays in the text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._keep()
        elif not enter:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        tags = tuple(dict.fromkeys(tag for tag in _BETWEEN_TAGS.split(self.tags.text()) if tag))
        written = Written(self.note.toPlainText().strip(), tags, self.colours.colour)
        self.hide()
        if written.note or written.tags:
            self.kept.emit(written)
        self.left.emit()
