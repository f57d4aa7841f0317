"""The button that changes how a page's picture looks, for reading only."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QToolButton, QWidget, QWidgetAction

from baoguan.ui.models.picture_looks import PLAIN, Looks

_STEPS = 20


class LooksButton(QToolButton):
    """Opens contrast, grey and inverted as a menu; the picture that is kept or copied is never changed."""

    looked = Signal(object)
    """``looked(Looks)``: the user wants the picture to look so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.contrast = QSlider(Qt.Orientation.Horizontal)
        self.contrast.setRange(0, _STEPS)
        self.contrast.setMinimumWidth(120)
        self.contrast.setAccessibleName(self.tr("对比度"))
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(12, 6, 12, 6)
        inside.addWidget(QLabel(self.tr("对比度")))
        inside.addWidget(self.contrast, 1)
        slid = QWidgetAction(menu)
        slid.setDefaultWidget(row)
        menu.addAction(slid)
        self.grey = self._switch(menu, self.tr("灰度"))
        self.invert = self._switch(menu, self.tr("反色"))
        menu.addSeparator()
        menu.addAction(self.tr("恢复原样"), self.reset)
        self.contrast.valueChanged.connect(self._tell)
        self.setMenu(menu)

    @property
    def looks(self) -> Looks:
        """What is chosen."""
        return Looks(self.contrast.value() / _STEPS, self.grey.isChecked(), self.invert.isChecked())

    def reset(self) -> None:
        """Show the picture as it is."""
        with QSignalBlocker(self.contrast), QSignalBlocker(self.grey), QSignalBlocker(self.invert):
            self.contrast.setValue(0)
            self.grey.setChecked(False)
            self.invert.setChecked(False)
        self._tell()

    def _switch(self, menu: QMenu, words: str) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.toggled.connect(self._tell)
        return action

    def _tell(self) -> None:
        self.setDown(self.looks != PLAIN)
        self.looked.emit(self.looks)
