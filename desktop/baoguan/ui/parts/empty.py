"""What a pane shows while it has nothing to show."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

Step = tuple[str, Callable[[], None]]
"""What a button says, and what it does."""


class EmptyState(QWidget):
    """One line that says what is missing and one that says what to do next, with a button that does it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._hint = QLabel(), QLabel()
        self._title.setObjectName("empty-title")
        self._hint.setObjectName("empty-hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addStretch(2)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        self._step: Step | None = None
        self.button = QPushButton()
        self.button.clicked.connect(self._take_step)
        self.button.hide()
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(self, title: str, hint: str, step: Step | None = None) -> None:
        """Show other words, and a button where one step leads on."""
        self._step = step
        self.button.setText(step[0] if step else "")
        self.button.setVisible(step is not None)
        self._title.setText(title)
        self._hint.setText(hint)
        self.setAccessibleName(f"{title} {hint}")

    @property
    def words(self) -> str:
        """What is shown now."""
        return self.accessibleName()

    def _take_step(self) -> None:
        if self._step is not None:
            self._step[1]()


class OrEmpty(QStackedLayout):
    """A widget, or the empty state in its place."""

    def __init__(self, full: QWidget) -> None:
        super().__init__()
        self._full = full
        self.empty = EmptyState()
        self.addWidget(full)
        self.addWidget(self.empty)

    def show_full(self) -> None:
        """Show the widget."""
        self.setCurrentWidget(self._full)

    def show_opening(self) -> None:
        """Show that an archive is being opened, or could not be."""
        self.show_empty(
            QCoreApplication.translate("OrEmpty", "正在打开馆藏"),
            QCoreApplication.translate("OrEmpty", "如果没有打开，请看上方的说明，或在“文件”菜单里另开一个。"),
        )

    def show_empty(self, title: str, hint: str, step: Step | None = None) -> None:
        """Show the empty state."""
        self.empty.say(title, hint, step)
        self.setCurrentWidget(self.empty)
