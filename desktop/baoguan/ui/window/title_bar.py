"""The thin bar above a pane: its name, or those of all that share the place, and a button that hides it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from baoguan.ui.models.icons import icon
from baoguan.ui.models.room import Room

_HEIGHT = 32


class TitleBar(QWidget):
    """Drags its dock; the page, which is no dock, has a bar without a button.

    ``heading`` are a pane's own controls that stand beside its name.
    """

    chosen = Signal(int)
    """``chosen(number)``: the user wants another of the panes that share the place."""

    def __init__(
        self,
        room: Room,
        names: Sequence[str],
        dock: QDockWidget | None,
        heading: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._room = room
        self.setObjectName("dock-title")
        self.setFixedHeight(_HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16 if len(names) == 1 else 8, 0, 4, 0)
        layout.setSpacing(0)
        self._tabs = QButtonGroup(self)
        for number, name in enumerate(names):
            layout.addWidget(_label(name) if len(names) == 1 else self._make_tab(number, name))
        self._tabs.idClicked.connect(self.chosen)
        if heading is not None:
            layout.addSpacing(12)
            layout.addWidget(heading, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        self._button: QToolButton | None = None
        if dock is not None:
            words = self.tr("隐藏{name}").format(name=names[0])
            self._button = QToolButton()
            self._button.setIconSize(QSize(12, 12))
            self._button.setAccessibleName(words)
            self._button.setToolTip(words)
            self._button.clicked.connect(dock.close)
            layout.addWidget(self._button)
        room.theme_changed.connect(self._dress)
        self._dress()

    def show_chosen(self, number: int) -> None:
        """Show which of the panes is in front."""
        self._tabs.button(number).setChecked(True)

    def _make_tab(self, number: int, name: str) -> QToolButton:
        tab = QToolButton()
        tab.setObjectName("tab")
        tab.setText(name)
        tab.setAccessibleName(name)
        tab.setCheckable(True)
        tab.setChecked(number == 0)
        self._tabs.addButton(tab, number)
        return tab

    def _dress(self) -> None:
        if self._button is not None:
            self._button.setIcon(icon("close", self._room.theme.muted))


def _label(name: str) -> QLabel:
    label = QLabel(name)
    label.setObjectName("dock-name")
    return label
