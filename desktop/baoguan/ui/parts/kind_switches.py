"""Switches for the five groups of statistics."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.statistic import Kind
from baoguan.ui.models import wording
from baoguan.ui.models.kinds import MEMBERS, Group, colour_of

_BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


class KindSwitches(QWidget):
    """Any number of groups may be on; none on means that nothing is filtered."""

    changed = Signal()
    """Another set of groups is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("类别"))
        self._switches: dict[Group, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for group in MEMBERS:
            switch = QToolButton()
            switch.setObjectName("switch")
            switch.setText(wording.group_text(group))
            switch.setCheckable(True)
            switch.setIconSize(QSize(8, 8))
            switch.setToolButtonStyle(_BESIDE)
            switch.clicked.connect(lambda _checked: self.changed.emit())
            self._switches[group] = switch
            layout.addWidget(switch)

    @property
    def kinds(self) -> frozenset[Kind]:
        """Every kind of the groups that are on; empty where none is."""
        on = [MEMBERS[group] for group, switch in self._switches.items() if switch.isChecked()]
        return frozenset().union(*on)

    def switch(self, group: Group) -> None:
        """Press a switch as the user would."""
        self._switches[group].click()

    def dress(self, theme: Theme) -> None:
        """Show each group's colour."""
        for group, switch in self._switches.items():
            switch.setIcon(_dot(colour_of(next(iter(MEMBERS[group])), theme)))


def _dot(colour: str) -> QIcon:
    drawn = QPixmap(16, 16)
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(QColor(0, 0, 0, 0))
    painter.drawEllipse(2, 2, 12, 12)
    painter.end()
    drawn.setDevicePixelRatio(2)
    return QIcon(drawn)
