"""A small panel over a text, beside a place in it."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtWidgets import QFrame, QWidget

from baoguan.app.theme import Theme

_GAP = 8


class Floating(QFrame):
    """Stays inside its parent and never covers the place it belongs to, where there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._box: QRectF | None = None
        self.setObjectName("floating")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"QFrame#floating {{ background: {theme.paper}; border: 1px solid {theme.rule};"
            f" border-radius: 6px; }}"
        )

    def show_beside(self, box: QRectF) -> None:
        """Show under a box of the parent, or over it where there is no room, inside the parent."""
        self._box = box
        self._settle(box)
        self.show()
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """Grow or shrink with what it shows."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._box is not None and self.isVisible():
            self._settle(self._box)
        return handled

    def _settle(self, box: QRectF) -> None:
        self.adjustSize()
        room = self._over.rect()
        left = min(max(_GAP, int(box.center().x()) - self.width() // 2), room.width() - self.width() - _GAP)
        top = int(box.bottom()) + _GAP
        if top + self.height() > room.height() - _GAP:
            top = max(_GAP, int(box.top()) - self.height() - _GAP)
        self.move(max(0, left), top)
