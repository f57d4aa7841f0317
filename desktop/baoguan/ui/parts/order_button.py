"""The flat button that says in which order hits stand, and lets another be chosen."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.query import Order
from baoguan.ui.models.icons import icon


class OrderButton(QToolButton):
    """Opens a menu of the three orders; by keyboard with Space or the down key."""

    chosen = Signal(object)
    """``chosen(Order)``: the user chose an order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("order")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the words
        self.setIconSize(QSize(12, 12))
        self.setToolTip(self.tr("结果的顺序"))
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._group = QActionGroup(self)
        self._actions: dict[Order, QAction] = {}
        for order, words in (
            (Order.RANK, self.tr("相关度")),
            (Order.NEWEST, self.tr("日期新→旧")),
            (Order.OLDEST, self.tr("日期旧→新")),
        ):
            action = self._actions[order] = QAction(words, self._group)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked, order=order: self.chosen.emit(order))
            menu.addAction(action)
        self.setMenu(menu)
        self.show_order(Order.RANK)

    def show_order(self, order: Order) -> None:
        """Say which order it is."""
        self._actions[order].setChecked(True)
        words = self.tr("排序：{order}").format(order=self._actions[order].text())
        self.setText(words)
        self.setAccessibleName(words)

    def choose(self, order: Order) -> None:
        """Choose an order as the user would."""
        self._actions[order].trigger()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setIcon(icon("chevron-down", theme.muted))
