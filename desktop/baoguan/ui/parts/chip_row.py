"""What was understood of a question, in one line of chips."""

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models.chips import Chip, Piece
from baoguan.ui.models.icons import icon
from baoguan.ui.parts.chip import ChipButton

_GAP, _HEIGHT = 6, 24
_MOST = 32
"""Pieces that are made ready to be shown: more have never stood in one line."""


class ChipRow(QWidget):
    """Shows the chips that fit; the others stand in a menu at its end."""

    removed = Signal(object)
    """``removed(Chip)``: a part is to be taken out."""
    pointed = Signal(object)
    """``pointed(Chip)``: where is it in the query?"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pieces: tuple[Piece, ...] = ()
        self._shown: list[QWidget] = []
        self.setAccessibleName(self.tr("检索式的各部分"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.more = QToolButton(self)
        self.more.setObjectName("order")
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the words
        self.more.setIconSize(QSize(12, 12))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.more.setMenu(menu)
        self.more.hide()
        self.hide()

    @property
    def chips(self) -> list[ChipButton]:
        """The chips, in order, hidden ones too."""
        return [widget for widget in self._shown if isinstance(widget, ChipButton)]

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show other pieces; the keyboard stays at the same place of the row."""
        if pieces == self._pieces:
            return
        at = next((number for number, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for widget in self._shown:
            widget.hide()
            widget.deleteLater()
        self._pieces = pieces
        self._shown = [self._made(piece) for piece in pieces[:_MOST]]
        for before, after in pairwise([self, *self.chips, self.more]):
            QWidget.setTabOrder(before, after)
        self.setVisible(bool(pieces))
        self.updateGeometry()
        self._arrange()
        if at is not None and self.chips:
            self.chips[min(at, len(self.chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.more.setIcon(icon("chevron-down", theme.muted))
        for chip in self.chips:
            chip.set_theme(theme)

    def sizeHint(self) -> QSize:
        """Return the size that shows every piece."""
        wide = sum(widget.sizeHint().width() + _GAP for widget in self._shown)
        return QSize(max(0, wide - _GAP), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the menu's button alone."""
        return QSize(min(96, self.sizeHint().width()), _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many pieces as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _made(self, piece: Piece) -> QWidget:
        if not isinstance(piece, Chip):
            label = QLabel(piece.words, self)
            label.setObjectName("quiet")
            return label
        button = ChipButton(piece, self._theme, self)
        button.removed.connect(lambda: self.removed.emit(piece))
        button.pointed.connect(lambda: self.pointed.emit(piece))
        button.stepped.connect(lambda by: self._step(button, by))
        return button

    def _step(self, button: ChipButton, by: int) -> None:
        seen = [chip for chip in self.chips if chip.isVisible()]
        seen[(seen.index(button) + by) % len(seen)].setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        fits = self._count_that_fits()
        left = 0
        for number, widget in enumerate(self._shown):
            widget.setVisible(number < fits)
            if number < fits:
                size = widget.sizeHint()
                widget.setGeometry(left, (_HEIGHT - size.height()) // 2, size.width(), size.height())
                left += size.width() + _GAP
        self._list_rest([piece for piece in self._pieces[fits:] if isinstance(piece, Chip)], left)

    def _count_that_fits(self) -> int:
        """Return how many pieces stand before the end, or before the menu's button where that is needed."""
        if len(self._shown) == len(self._pieces) and self.sizeHint().width() <= self.width():
            return len(self._shown)
        room = self.width() - self.minimumSizeHint().width() - _GAP
        for number, widget in enumerate(self._shown):
            room -= widget.sizeHint().width() + (_GAP if number else 0)
            if room < 0:
                return number
        return len(self._shown)

    def _list_rest(self, rest: list[Chip], left: int) -> None:
        self.more.setVisible(bool(rest))
        self.more.setText(self.tr("还有 {count} 项").format(count=len(rest)))
        self.more.setAccessibleName(self.more.text())
        self.more.setGeometry(left, 0, self.more.sizeHint().width(), _HEIGHT)
        menu = self.more.menu()
        menu.clear()
        for chip in rest:
            action = menu.addAction(self.tr("去掉 {part}").format(part=chip.words))
            action.setToolTip(chip.trouble)
            action.triggered.connect(lambda _checked=False, chip=chip: self.removed.emit(chip))
