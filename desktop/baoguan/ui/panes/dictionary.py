"""The names an archive knows: people, places and bodies that no dictionary lists."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from baoguan.app.changes import Changes
from baoguan.ui.models.room import Room


class DictionaryPane(QWidget):
    """A plain list to edit; kept as one change that can be undone. What is being typed is never replaced."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._kept = ""
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("人名词典"))
        self.text.setPlaceholderText(self.tr("每行一个词，例如：\n滨海新区\n周恩来 100 nr"))
        self.setFocusProxy(self.text)
        hint = QLabel(
            self.tr("每行一个人名、地名或机构名，后面可以写词频和词性。只影响排序与联想，不影响能不能找到。")
        )
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        self.keep_button = QPushButton(self.tr("保存"))
        self.keep_button.setObjectName("primary")
        self.revert_button = QPushButton(self.tr("还原"))
        self._lay_out(hint)
        self.text.textChanged.connect(self._show_state)
        self.keep_button.clicked.connect(self.keep)
        self.revert_button.clicked.connect(self.revert)
        save = QShortcut(QKeySequence("Ctrl+S"), self, self.keep)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        room.opened.connect(self._open)
        room.changed.connect(self._heed)
        self._open()

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.text.toPlainText() != self._kept

    def keep(self) -> None:
        """Keep what was typed."""
        if not self.is_changed or self.text.isReadOnly():
            return
        from baoguan.app.commands import EditDictionary  # loads the archive: not before the first paint

        self._kept = self.text.toPlainText()
        self._show_state()
        self._room.do(EditDictionary(self._kept))

    def revert(self) -> None:
        """Bring back what is kept."""
        self.text.setPlainText(self._kept)

    def _lay_out(self, hint: QLabel) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.revert_button)
        buttons.addWidget(self.keep_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(hint)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)

    def _open(self) -> None:
        self._kept = ""
        self.text.clear()
        self._read()

    def _heed(self, changes: Changes) -> None:
        if changes.index:
            self._read()

    def _read(self) -> None:
        archive = self._room.archive
        self.text.setReadOnly(archive is None or archive.read_only)
        self._show_state()
        self._room.ask(lambda archive: archive.dictionary(), self._show)

    def _show(self, words: str) -> None:
        typing = self.is_changed
        self._kept = words
        if not typing:
            self.text.setPlainText(words)
        self._show_state()

    def _show_state(self) -> None:
        changed = self.is_changed and not self.text.isReadOnly()
        self.keep_button.setEnabled(changed)
        self.revert_button.setEnabled(changed)
