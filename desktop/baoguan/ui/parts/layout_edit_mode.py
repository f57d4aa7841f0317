"""The mode of the page pane in which its layout is corrected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from baoguan.ui.models.layout_edit_doubts import LayoutDoubts
from baoguan.ui.models.layout_edit_state import LayoutEdit
from baoguan.ui.models.page_paint import rect
from baoguan.ui.models.room import Room
from baoguan.ui.parts.layout_edit_bar import LayoutEditBar
from baoguan.ui.parts.layout_edit_overlay import LayoutOverlay
from baoguan.ui.parts.page_canvas import PageCanvas

_KEYS = {
    Qt.Key.Key_M: "merge",
    Qt.Key.Key_S: "split",
    Qt.Key.Key_N: "take-out",
    Qt.Key.Key_G: "move-to",
    Qt.Key.Key_R: "role",
    Qt.Key.Key_BracketLeft: "earlier",
    Qt.Key.Key_BracketRight: "later",
    Qt.Key.Key_O: "number",
    Qt.Key.Key_F: "frame",
    Qt.Key.Key_Delete: "trash",
    Qt.Key.Key_Backspace: "trash",
}
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class LayoutEditMode(QWidget):
    """A bar above the canvas, and an overlay on it, while it is on."""

    left = Signal()
    """The reader is done correcting."""

    def __init__(self, room: Room, canvas: PageCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._canvas = canvas
        self.edit = LayoutEdit(room, self)
        self.doubts = LayoutDoubts(room, self.edit, self)
        self.bar = LayoutEditBar(self.edit, self.doubts)
        self.overlay = LayoutOverlay(self.edit, canvas, room.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        self.bar.left.connect(self.left)
        self.edit.changed.connect(canvas.viewport().update)
        self.doubts.offered.connect(self._show_doubt)
        room.theme_changed.connect(self._dress)
        canvas.installEventFilter(self)
        self._dress()
        self.hide()

    def set_on(self, on: bool) -> None:
        """Begin to correct the layout of the selected page, or end it."""
        if on == self.edit.on:
            return
        self.edit.set_on(on)
        self._canvas.set_overlay(self.overlay if on else None)
        self._canvas.viewport().setToolTip("")
        self.setVisible(on)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the page while it is on."""
        if not self.edit.on or not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:  # a letter alone is a shortcut elsewhere
            known = Qt.Key(event.key()) in _KEYS and event.modifiers() in _PLAIN
            event.setAccepted(known)
            return known
        return event.type() is QEvent.Type.KeyPress and self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        key, edit = Qt.Key(event.key()), self.edit
        if key in _STEPS:
            edit.step(_STEPS[key], add=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            self._reveal()
        elif key in _KEYS and event.modifiers() in _PLAIN:
            self.bar.press(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and edit.told is not None:
            edit.set_telling(False)
        elif key == Qt.Key.Key_Space and edit.told is not None and edit.chosen:
            edit.tell(edit.chosen[-1])
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            return False
        return True

    def _escape(self) -> None:
        edit = self.edit
        if edit.chosen or edit.figure is not None or edit.told is not None or edit.framing:
            edit.leave()
        else:
            self.left.emit()

    def _reveal(self) -> None:
        if self.edit.chosen:
            piece = self.edit.chosen[-1]
            self._canvas.setAccessibleDescription(f"{piece.number} {self.edit.headline(piece.article)}")
            if not self._canvas.is_seen(rect(piece.bounds)):
                self._canvas.move_to(rect(piece.bounds).center(), self._canvas.scale)

    def _show_doubt(self) -> None:
        """Choose the pieces that an unsure choice is about, and go there."""
        current, where = self.doubts.current, self.doubts.where
        if current is None or where is None:
            return
        lines = set(current.decision.lines)
        self.edit.choose(one for one in self.edit.pieces if lines.intersection(one.lines))
        if not self._canvas.is_seen(rect(where)):
            self._canvas.move_to(rect(where).center(), self._canvas.scale)

    def _dress(self) -> None:
        self.overlay.theme = self._room.theme
        self.bar.set_theme(self._room.theme)
        self._canvas.viewport().update()
