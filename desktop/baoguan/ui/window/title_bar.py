"""The thin bar above a pane: its name, and a button that hides it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from baoguan.ui.models.icons import icon
from baoguan.ui.models.room import Room

_HEIGHT = 32


class TitleBar(QWidget):
    """Drags its dock; the page, which is no dock, has a bar without a button."""

    def __init__(self, room: Room, name: str, dock: QDockWidget | None) -> None:
        super().__init__()
        self._room = room
        self.setObjectName("dock-title")
        self.setFixedHeight(_HEIGHT)
        label = QLabel(name)
        label.setObjectName("dock-name")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 4, 0)
        layout.addWidget(label)
        layout.addStretch(1)
        self._button: QToolButton | None = None
        if dock is not None:
            self._button = QToolButton()
            self._button.setIconSize(QSize(12, 12))
            self._button.setAccessibleName(self.tr("隐藏{name}").format(name=name))
            self._button.setToolTip(self.tr("隐藏{name}").format(name=name))
            self._button.clicked.connect(dock.close)
            layout.addWidget(self._button)
        room.theme_changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        if self._button is not None:
            self._button.setIcon(icon("close", self._room.theme.muted))
