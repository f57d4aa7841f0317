"""A row of small buttons of which one is down."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget


class Choice(QWidget):
    """Lets one of a few named things be chosen; ``hints`` say in words what a sign on a button means."""

    chosen = Signal(str)
    """``chosen(key)``: the user chose another."""

    def __init__(
        self,
        choices: Mapping[str, str],
        name: str,
        hints: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for (key, text), hint in zip_longest(choices.items(), hints):
            button = QToolButton()
            button.setObjectName("choice")
            button.setText(text)
            button.setCheckable(True)
            button.setToolTip(hint or "")
            button.setAccessibleName(f"{name}: {hint or text}")
            self._group.addButton(button)
            self.buttons[key] = button
            layout.addWidget(button)
        next(iter(self.buttons.values())).setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.chosen.emit(self.current))

    @property
    def current(self) -> str:
        """The key of the button that is down."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def show_choice(self, key: str) -> None:
        """Put a button down; nothing is told."""
        self.buttons[key].setChecked(True)

    def choose(self, key: str) -> None:
        """Press a button as the user would."""
        self.buttons[key].click()
