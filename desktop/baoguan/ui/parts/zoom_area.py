"""A sheet of paper on a desk: zoomed about the cursor, panned, fitted."""

from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QStyle, QWidget

Fit = Literal["page", "width", "none"]
_AIR = 16.0
"""Pixels of desk around the sheet."""
_STEP = 1.25
_SMALLEST, _LARGEST = 0.1, 8.0
_MOVE = 150
"""Milliseconds that a move to a place takes."""


class ZoomArea(QAbstractScrollArea):
    """Shows a part of a sheet at a scale; a click tells the point clicked, in units of the sheet."""

    clicked = Signal(float, float)
    pointed = Signal(object)
    """``pointed(QPointF)``: the mouse moved over a point of the sheet; None when it left."""
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = 1.0
        """Pixels per unit of the sheet."""
        self.fit: Fit = "page"
        self._sheet = QSizeF()
        self._grabbed: QPoint | None = None
        self._dragging = False
        self._move = QVariantAnimation(self)
        self._move.setDuration(_MOVE)
        self._move.setStartValue(0.0)
        self._move.setEndValue(1.0)
        self._move.valueChanged.connect(self._go)
        self._path = ((1.0, QPointF()), (1.0, QPointF()))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.horizontalScrollBar().setSingleStep(32)
        self.verticalScrollBar().setSingleStep(32)

    def set_sheet(self, size: QSizeF) -> None:
        """Show another sheet from its top, whole or in width as the last one was."""
        self._move.stop()
        self._sheet = size
        if self.fit == "none":
            self.fit = "page"
        self._refit()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def to_sheet(self, point: QPointF) -> QPointF:
        """Return a point of the viewport in units of the sheet."""
        return (point - self.origin) / self.scale

    def from_sheet(self, box: QRectF) -> QRectF:
        """Return a box of the sheet as it lies in the viewport."""
        return QRectF(box.topLeft() * self.scale + self.origin, box.size() * self.scale)

    @property
    def origin(self) -> QPointF:
        """Where the sheet's corner lies in the viewport: in the middle of the desk, or scrolled."""
        spare = QSizeF(self.viewport().size()) - self._sheet * self.scale
        across, down = spare.width() / 2, spare.height() / 2
        return QPointF(
            across if across >= _AIR else _AIR - self.horizontalScrollBar().value(),
            down if down >= _AIR else _AIR - self.verticalScrollBar().value(),
        )

    @property
    def room(self) -> QSizeF:
        """How large a box can be shown with air around it, in pixels."""
        return QSizeF(self.viewport().size()) - QSizeF(2 * _AIR, 2 * _AIR)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom by a factor; the point of the sheet under ``about`` stays where it is."""
        self._move.stop()
        about = about or QPointF(self.viewport().rect().center())
        kept = self.to_sheet(about)
        self.fit = "none"
        self._set_scale(self.scale * factor)
        self._bring(kept, about)

    def zoom_in(self) -> None:
        """Zoom in one step."""
        self.zoom(_STEP)

    def zoom_out(self) -> None:
        """Zoom out one step."""
        self.zoom(1 / _STEP)

    def fit_page(self) -> None:
        """Show the whole sheet, and keep it whole when the pane's size changes."""
        self._move.stop()
        self.fit = "page"
        self._refit()

    def fit_width(self) -> None:
        """Show the sheet's whole width, and keep it when the pane's size changes."""
        self._move.stop()
        self.fit = "width"
        self._refit()

    def is_seen(self, box: QRectF) -> bool:
        """Whether a box of the sheet lies in view."""
        return QRectF(self.viewport().rect()).contains(self.from_sheet(box))

    def move_to(self, centre: QPointF, scale: float) -> None:
        """Move until a point is in the middle, at a scale; at once where the system wants no motion."""
        self._move.stop()
        self.fit = "none"
        here = self.to_sheet(QPointF(self.viewport().rect().center()))
        self._path = ((self.scale, here), (max(_SMALLEST, min(_LARGEST, scale)), centre))
        if self.isVisible() and self.style().styleHint(QStyle.StyleHint.SH_Widget_Animate, None, self):
            self._move.start()
        else:
            self._go(1.0)

    def _go(self, along: float) -> None:
        (scale, start), (final, end) = self._path
        eased = 1 - (1 - along) ** 2
        self._set_scale(scale * (final / scale) ** eased)
        self._bring(start + (end - start) * eased, QPointF(self.viewport().rect().center()))

    def _set_scale(self, scale: float) -> None:
        self.scale = max(_SMALLEST, min(_LARGEST, scale))
        self._measure()
        self.viewport().update()
        self.zoomed.emit()

    def _refit(self) -> None:
        room, sheet = self.maximumViewportSize(), self._sheet
        if sheet.isEmpty() or self.fit == "none":
            self._measure()
            return
        scale = (room.width() - 2 * _AIR) / sheet.width()
        if self.fit == "page":
            scale = min(scale, (room.height() - 2 * _AIR) / sheet.height())
        elif sheet.height() * scale + 2 * _AIR > room.height():
            scale -= self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) / sheet.width()
        self._set_scale(scale)

    def _measure(self) -> None:
        view = self.maximumViewportSize()
        for bar, length, seen in (
            (self.horizontalScrollBar(), self._sheet.width(), view.width()),
            (self.verticalScrollBar(), self._sheet.height(), view.height()),
        ):
            bar.setRange(0, max(0, round(length * self.scale + 2 * _AIR) - seen))
            bar.setPageStep(seen)

    def _bring(self, point: QPointF, about: QPointF) -> None:
        """Scroll until a point of the sheet lies at a point of the viewport, as far as that goes."""
        self.horizontalScrollBar().setValue(round(point.x() * self.scale + _AIR - about.x()))
        self.verticalScrollBar().setValue(round(point.y() * self.scale + _AIR - about.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet whole, or in width, as asked."""
        super().resizeEvent(event)
        self._refit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom about the cursor."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015 ** event.angleDelta().y(), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom by a pinch; tell when the mouse leaves."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position())
            return True
        if event.type() is QEvent.Type.Leave:
            self.pointed.emit(None)
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the sheet."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grabbed, self._dragging = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the sheet, or say what lies under the mouse."""
        here = event.position().toPoint()
        if self._grabbed is None:
            self.pointed.emit(self.to_sheet(event.position()))
            return
        moved = here - self._grabbed
        if not self._dragging and moved.manhattanLength() < QApplication.startDragDistance():
            return
        self._move.stop()
        self._dragging, self._grabbed = True, here
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        for bar, step in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() - step)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click; let go of a dragged sheet."""
        clicked = self._grabbed is not None and not self._dragging
        self._grabbed, self._dragging = None, False
        point = self.to_sheet(event.position())
        if clicked and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit(point.x(), point.y())
        self.pointed.emit(point)
