"""The small bar beside selected text."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models.icons import icon
from baoguan.ui.parts.colour_dots import ColourDots
from baoguan.ui.parts.floating import Floating


class NoteBar(Floating):
    """What can be done with selected text."""

    noting = Signal()
    tagging = Signal()
    coloured = Signal(int)
    copying = Signal()
    finding = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("选中的文字"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        self.buttons: dict[str, QToolButton] = {}
        for name, words, hint, signal in (
            ("note", self.tr("批注"), "Ctrl+M", self.noting),
            ("tag", self.tr("标签"), "Ctrl+T", self.tagging),
            ("copy", self.tr("复制"), "Ctrl+C", self.copying),
            ("search", self.tr("查找"), "", self.finding),
        ):
            button = self.buttons[name] = QToolButton()
            button.setAutoRaise(True)
            button.setIconSize(QSize(18, 18))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setText(words)
            button.setAccessibleName(words)
            button.setToolTip(" ".join(filter(None, (words, hint))))
            button.clicked.connect(signal)
            row.addWidget(button)
            if name == "tag":
                self.colours = ColourDots()
                self.colours.chosen.connect(self.coloured)
                row.addWidget(self.colours)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self.colours.set_theme(theme)
        for name, button in self.buttons.items():
            button.setIcon(icon(name, theme.ink))
