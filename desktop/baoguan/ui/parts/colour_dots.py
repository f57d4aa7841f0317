"""Five dots, one for each colour of an annotation."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from baoguan.app.theme import Theme


class ColourDots(QWidget):
    """Lets one of five colours be chosen; the dots tell what was pressed, or stay down where asked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for colour in range(5):
            dot = QToolButton()
            dot.setObjectName("dot")
            dot.setAutoRaise(True)
            name = self.tr("颜色 {number}").format(number=colour + 1)
            dot.setAccessibleName(name)
            dot.setToolTip(name)
            dot.setIconSize(QSize(16, 16))
            self._group.addButton(dot, colour)
            row.addWidget(dot)
        self._group.idClicked.connect(self.chosen)

    def make_checkable(self) -> None:
        """Let one dot stay chosen."""
        for dot in self._group.buttons():
            dot.setCheckable(True)
        self.choose(0)

    @property
    def colour(self) -> int:
        """The colour chosen."""
        return max(0, self._group.checkedId())

    def choose(self, colour: int) -> None:
        """Choose a colour."""
        self._group.button(colour).setChecked(True)

    def press(self, colour: int) -> None:
        """Press a dot as the user would."""
        self._group.button(colour).click()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for colour, ground in enumerate(theme.annotations):
            self._group.button(colour).setIcon(_dot(ground, theme.muted))


def _dot(ground: str, edge: str) -> QIcon:
    drawn = QPixmap(32, 32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ground))
    painter.setPen(QColor(edge))
    painter.drawEllipse(3, 3, 25, 25)
    painter.end()
    drawn.setDevicePixelRatio(2)
    return QIcon(drawn)
