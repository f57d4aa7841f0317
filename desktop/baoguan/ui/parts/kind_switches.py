"""Switches for the five groups of statistics."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.statistic import Kind
from baoguan.ui.models import wording
from baoguan.ui.models.kinds import MEMBERS, Group, colour_of
from baoguan.ui.parts.words_or_signs import WordsOrSigns

_DOT, _GAP = 22, 2
"""Pixels of a switch without words, and between two."""


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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        for group in MEMBERS:
            switch = QToolButton()
            switch.setObjectName("switch")
            switch.setText(wording.group_text(group))
            switch.setToolTip(wording.group_text(group))
            switch.setAccessibleName(wording.group_text(group))
            switch.setCheckable(True)
            switch.setIconSize(QSize(8, 8))
            switch.clicked.connect(lambda _checked: self.changed.emit())
            self._switches[group] = switch
            layout.addWidget(switch)
        layout.addStretch(1)
        words = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._fit = WordsOrSigns(self, tuple(self._switches.values()), words, _DOT, _GAP)

    def sizeHint(self) -> QSize:
        """Return the room that the words take."""
        return QSize(self._fit.words, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the room that the colours take alone."""
        return QSize(self._fit.signs, super().minimumSizeHint().height())

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
