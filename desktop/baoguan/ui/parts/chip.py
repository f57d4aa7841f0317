"""One part of a question on the screen, with a cross that takes it away."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models import fonts
from baoguan.ui.models.chips import Chip
from baoguan.ui.models.icons import pixmap

_HEIGHT, _EDGE, _CROSS, _GAP = 24, 10, 12, 6
_WIDEST = 240
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChipButton(QAbstractButton):
    """A click on its cross, or Delete, Enter or Space, removes it; one on its words points to them."""

    removed = Signal()
    pointed = Signal()
    stepped = Signal(int)
    """``stepped(by)``: an arrow key asks for the chip before (-1) or after (1)."""

    def __init__(self, chip: Chip, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip = chip
        self._theme = theme
        self._on_cross = False
        self.setFont(fonts.sans(12))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(chip.words)
        self.setAccessibleName(self.tr("去掉 {part}").format(part=chip.words))
        self.setAccessibleDescription(chip.trouble)
        self.resize(self.sizeHint())
        shown = self._shown()
        self.setToolTip("\n".join(filter(None, (chip.words if shown != chip.words else "", chip.trouble))))

    def sizeHint(self) -> QSize:
        """Return the size for its words, up to a width."""
        words = self.fontMetrics().horizontalAdvance(self._shown())
        return QSize(words + 2 * _EDGE + _GAP + _CROSS - 2, _HEIGHT)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove it, or go on to another chip."""
        if event.key() in _REMOVING:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show whether the mouse is on the cross."""
        self._on_cross = event.position().x() >= self._cross().left() - _GAP / 2
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove it, or point to it."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() is Qt.MouseButton.LeftButton:
            on_cross = event.position().x() >= self._cross().left() - _GAP / 2
            (self.removed if on_cross else self.pointed).emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Brighten."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Fade."""
        self._on_cross = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        looked_at = self.underMouse() or self.hasFocus()
        edge = theme.accent if self.hasFocus() or self.chip.trouble else theme.rule
        ground = theme.warning if self.chip.trouble else theme.hover if looked_at else theme.paper
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(theme.ink))
        words = QRectF(self.rect()).adjusted(_EDGE, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._shown())
        drawn = pixmap("close", theme.accent if self._on_cross else theme.muted, _CROSS)
        painter.drawPixmap(self._cross(), drawn, QRectF(drawn.rect()))
        painter.end()

    def _cross(self) -> QRectF:
        left = self.width() - _EDGE + 2 - _CROSS
        return QRectF(left, (self.height() - _CROSS) / 2, _CROSS, _CROSS)

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.chip.words, Qt.TextElideMode.ElideMiddle, _WIDEST)
