"""How a pane with a line of controls is laid out."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget


class PaneLayout(QVBoxLayout):
    """A line of controls, and below it what they are about; None among the controls takes the spare room."""

    def __init__(self, pane: QWidget, controls: tuple[QWidget | None, ...], body: QLayout) -> None:
        super().__init__(pane)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        for control in controls:
            if control is None:
                bar.addStretch(1)
            else:
                bar.addWidget(control)
        self.setContentsMargins(8, 4, 8, 0)
        self.setSpacing(4)
        self.addLayout(bar)
        self.addLayout(body, 1)
