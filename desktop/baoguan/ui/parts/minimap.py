"""The whole page in a corner, and the part of it that is in view."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from baoguan.app.theme import Theme

_SIZE = QSizeF(112, 144)
_SHARE = QSizeF(0.2, 0.3)
"""Of the viewport's width and height that it takes at most."""
_GAP = 12
_VEIL = 64


class Minimap(QWidget):
    """Shows where the reader is on the page; a click or a drag goes elsewhere."""

    going = Signal(QPointF)
    """``going(point)``: the user wants this point, a share of the page's width and height, in the middle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._whole = QImage()
        """The page as it is turned."""
        self._page = QPixmap()
        self._seen = QRectF()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()

    def show_page(self, page: QImage | None, quarters: int = 0) -> None:
        """Show another page, or the page turned otherwise; None shows nothing."""
        if page is None:
            self._whole = QImage()
            self.hide()
            return
        self._whole = page.transformed(QTransform().rotate(90 * quarters)) if quarters else page
        self._page = QPixmap()

    def _fit(self, room: QSizeF) -> None:
        """Take the size that goes with the viewport's."""
        most = QSizeF(room.width() * _SHARE.width(), room.height() * _SHARE.height()).boundedTo(_SIZE)
        size = self._whole.size().toSizeF().scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
        wanted = QSize(max(24, round(size.width())), max(24, round(size.height())))
        if self._page.isNull() or wanted != self.size():
            ratio, smooth = self.devicePixelRatioF(), Qt.TransformationMode.SmoothTransformation
            small = self._whole.scaled(wanted * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._page = QPixmap.fromImage(small)
            self._page.setDevicePixelRatio(ratio)
            self.setFixedSize(wanted)

    def show_seen(self, seen: QRectF) -> None:
        """Show which part is in view, in shares of the page as it is turned; hide where all of it is."""
        self._seen = seen.intersected(QRectF(0, 0, 1, 1))
        whole = self._seen.width() > 0.99 and self._seen.height() > 0.99
        self.setVisible(not self._whole.isNull() and not whole)
        over = self.parentWidget()
        if over is not None and self.isVisible():
            self._fit(QSizeF(over.size()))
            self.move(over.width() - self.width() - _GAP, over.height() - self.height() - _GAP)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page, veiled where it is not in view."""
        painter = QPainter(self)
        whole = QRectF(self.rect())
        painter.drawPixmap(self.rect(), self._page)
        seen = QRectF(
            self._seen.left() * whole.width(),
            self._seen.top() * whole.height(),
            self._seen.width() * whole.width(),
            self._seen.height() * whole.height(),
        ).adjusted(0.5, 0.5, -0.5, -0.5)
        veil = QColor(self.theme.ink if self.theme.name == "light" else self.theme.paper)
        veil.setAlpha(_VEIL)
        painter.setClipRect(self.rect())
        for part in (
            QRectF(0, 0, whole.width(), seen.top()),
            QRectF(0, seen.bottom(), whole.width(), whole.height() - seen.bottom()),
            QRectF(0, seen.top(), seen.left(), seen.height()),
            QRectF(seen.right(), seen.top(), whole.width() - seen.right(), seen.height()),
        ):
            painter.fillRect(part, veil)
        painter.setPen(QPen(QColor(self.theme.accent), 1.5))
        painter.drawRect(seen)
        painter.setPen(QPen(QColor(self.theme.rule), 1))
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the user points."""
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along with a drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        at = event.position()
        self.going.emit(QPointF(at.x() / max(1, self.width()), at.y() / max(1, self.height())))
