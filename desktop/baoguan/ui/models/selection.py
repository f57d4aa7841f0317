"""The one selection that all panes share."""

from PySide6.QtCore import QObject, Signal

from baoguan.app.selection import Selection

_REMEMBERED = 200


class SelectionModel(QObject):
    """Holds the selection, tells every change once, and walks back and forward through its history."""

    changed = Signal(object, object)
    """``changed(new, old)``, two Selections."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: list[Selection] = [Selection()]
        self._at = 0

    @property
    def current(self) -> Selection:
        """What is selected now."""
        return self._history[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier selection."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later selection."""
        return self._at + 1 < len(self._history)

    def select(self, new: Selection) -> None:
        """Make ``new`` the selection, unless it is already; forgets what was forward of it."""
        old = self.current
        if new == old:
            return
        del self._history[self._at + 1 :]
        self._history.append(new)
        del self._history[:-_REMEMBERED]
        self._at = len(self._history) - 1
        self.changed.emit(new, old)

    def amend(self, new: Selection) -> None:
        """Put ``new`` in the place of the current selection, so that back does not stop at the latter."""
        old = self.current
        if new == old:
            return
        self._history[self._at] = new
        self.changed.emit(new, old)

    def back(self) -> None:
        """Go to the earlier selection, if there is one."""
        self._go(-1)

    def forward(self) -> None:
        """Go to the later selection, if there is one."""
        self._go(1)

    def forget(self) -> None:
        """Select nothing and forget the history: another archive is being opened."""
        old = self.current
        self._history, self._at = [Selection()], 0
        if old != self.current:
            self.changed.emit(self.current, old)

    def _go(self, step: int) -> None:
        at = self._at + step
        if 0 <= at < len(self._history):
            old, self._at = self.current, at
            self.changed.emit(self.current, old)
