"""The top of the window: menus, the way back and forward, the search bar, and the banner below them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenuBar, QToolButton, QVBoxLayout, QWidget

from baoguan import paths
from baoguan.ui.models.room import Room
from baoguan.ui.panes.banner import Banner
from baoguan.ui.panes.search_bar import SearchBar
from baoguan.ui.window.actions import Gathered


class Header(QWidget):
    """Stands above everything else, as wide as the window."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menus = QMenuBar()
        seal = QLabel()
        seal.setPixmap(QIcon(str(paths.resource("icons", "baoguan.png"))).pixmap(QSize(20, 20)))
        top = QHBoxLayout()
        top.setContentsMargins(18, 2, 16, 0)
        top.setSpacing(6)
        top.addWidget(seal)
        top.addWidget(self.menus, 1)
        self.search = SearchBar(room)
        self.banner = Banner(room)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(12, 0, 16, 6)
        self._row.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._row)
        layout.addWidget(self.banner)

    def fill(self, gathered: Gathered) -> None:
        """Put the buttons of the actions around the search bar."""
        for name in ("go.back", "go.forward"):
            self._row.addWidget(_button(gathered, name), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addSpacing(8)
        self._row.addWidget(self.search, 1)
        self._row.addSpacing(8)
        self._row.addWidget(_button(gathered, "view.dark"), 0, Qt.AlignmentFlag.AlignTop)


def _button(gathered: Gathered, name: str) -> QToolButton:
    button = QToolButton()
    action = gathered[name]
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    button.setFixedSize(34, 34)
    return button
