"""Switches for the five groups of statistics."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.statistic import Kind
from baoguan.ui.models import wording
from baoguan.ui.models.kinds import MEMBERS, Group, colour_of

_BESIDE, _ALONE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
_DOT = 24
"""Pixels of a switch without words."""


class KindSwitches(QWidget):
    """Any number of groups may be on; none on means that nothing is filtered.

    Where the words do not fit, the colours stand alone and the words are told under the mouse.
    """

    changed = Signal()
    """Another set of groups is on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("类别"))
        self._switches: dict[Group, QToolButton] = {}
        self._wide = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for group in MEMBERS:
            switch = QToolButton()
            switch.setObjectName("switch")
            switch.setText(wording.group_text(group))
            switch.setToolTip(wording.group_text(group))
            switch.setAccessibleName(wording.group_text(group))
            switch.setCheckable(True)
            switch.setIconSize(QSize(8, 8))
            switch.setToolButtonStyle(_BESIDE)
            switch.clicked.connect(lambda _checked: self.changed.emit())
            self._switches[group] = switch
            layout.addWidget(switch)

    def sizeHint(self) -> QSize:
        """Return the room that the words take."""
        hint = super().sizeHint()
        if next(iter(self._switches.values())).toolButtonStyle() is _BESIDE:
            self._wide = hint.width()
        return QSize(self._wide, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the room that the colours take alone."""
        return QSize(len(self._switches) * _DOT, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the words where they fit."""
        super().resizeEvent(event)
        style = _BESIDE if event.size().width() >= self.sizeHint().width() else _ALONE
        for switch in self._switches.values():
            switch.setToolButtonStyle(style)

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
