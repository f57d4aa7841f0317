"""What a pane shows while it has nothing to show."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """One line that says what is missing and one that says what to do next."""

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
        layout.addStretch(3)

    def say(self, title: str, hint: str) -> None:
        """Show other words."""
        self._title.setText(title)
        self._hint.setText(hint)
        self.setAccessibleName(f"{title} {hint}")

    @property
    def words(self) -> str:
        """What is shown now."""
        return self.accessibleName()


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

    def show_empty(self, title: str, hint: str) -> None:
        """Show the empty state."""
        self.empty.say(title, hint)
        self.setCurrentWidget(self.empty)
