"""The fields in which a note, its tags and its colour are changed."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from baoguan.app.theme import Theme
from baoguan.domain.annotation import Annotation
from baoguan.ui.models.icons import icon

_SEPARATORS = re.compile(r"[\s,，、;；#]+")


class AnnotationEditor(QFrame):
    """Ctrl+Enter or 保存 finishes, Escape or 取消 leaves everything as it was."""

    finished = Signal()
    cancelled = Signal()

    def __init__(self, annotation: Annotation, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.annotation = annotation
        self.setObjectName("editor")
        self.setAutoFillBackground(True)
        self._note = QPlainTextEdit(annotation.note)
        self._note.setPlaceholderText(self.tr("批注"))
        self._note.setAccessibleName(self.tr("批注"))
        self._note.setTabChangesFocus(True)
        self._tags = QLineEdit(" ".join(annotation.tags))
        self._tags.setPlaceholderText(self.tr("标签，用空格分开"))
        self._tags.setAccessibleName(self.tr("标签"))
        self._colours = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 6)
        layout.setSpacing(6)
        layout.addWidget(self._note, 1)
        layout.addWidget(self._tags)
        layout.addLayout(self._make_foot(theme))
        self.setFocusProxy(self._note)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.finished)

    @property
    def note(self) -> str:
        """The note as it stands in the field."""
        return self._note.toPlainText().strip()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags as they stand in the field, each once."""
        return tuple(dict.fromkeys(tag for tag in _SEPARATORS.split(self._tags.text()) if tag))

    @property
    def colour(self) -> int:
        """The chosen colour, 0 to 4."""
        return self._colours.checkedId()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _make_foot(self, theme: Theme) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(4)
        for number, colour in enumerate(theme.annotations):
            swatch = QToolButton()
            swatch.setCheckable(True)
            swatch.setChecked(number == self.annotation.colour)
            swatch.setFixedSize(20, 20)
            swatch.setAccessibleName(self.tr("颜色 {number}").format(number=number + 1))
            swatch.setStyleSheet(
                f"QToolButton {{ background: {colour}; border: 1px solid {theme.rule}; }}"
                f"QToolButton:checked {{ border: 2px solid {theme.accent}; }}"
            )
            self._colours.addButton(swatch, number)
            foot.addWidget(swatch)
        foot.addStretch(1)
        for name, drawing, colour, told in (
            (self.tr("取消"), "close", theme.muted, self.cancelled),
            (self.tr("保存"), "check", theme.accent, self.finished),
        ):
            button = QToolButton()
            button.setIcon(icon(drawing, colour))
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(told)
            foot.addWidget(button)
        return foot
