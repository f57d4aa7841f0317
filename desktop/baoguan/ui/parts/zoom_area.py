"""A sheet of paper on a desk: zoomed about the cursor, panned, fitted."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QStyle, QWidget

Fit = Literal["page", "width", "none"]
_AIR = 16.0
"""Pixels of desk around the sheet."""
_STEP = 1.25
_SMALLEST, _LARGEST = 0.1, 8.0
_MOVE = 150
"""Milliseconds that a move to a place takes."""
_NOTCH = 120
"""What a wheel tells for one notch, in eighths of a degree; a touchpad tells less, and more often."""


@dataclass(frozen=True, slots=True)
class _Path:
    """A move: from a scale and a point of the sheet to others, each seen at ``about`` in the viewport."""

    scale: float
    start: QPointF
    final: float
    end: QPointF
    about: QPointF


class ZoomArea(QAbstractScrollArea):
    """Shows a part of a sheet at a scale; a click tells the point clicked, in units of the sheet."""

    clicked = Signal(float, float)
    pointed = Signal(object)
    """``pointed(QPointF)``: the mouse moved over a point of the sheet; None when it left."""
    zoomed = Signal()
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scale = 1.0
        """Pixels per unit of the sheet."""
        self.fit: Fit = "page"
        self._sheet = QSizeF()
        self._unit = 1.0
        self._quarters = 0
        self._grabbed: QPoint | None = None
        self._dragging = False
        self._move = QVariantAnimation(self)
        self._move.setDuration(_MOVE)
        self._move.setStartValue(0.0)
        self._move.setEndValue(1.0)
        self._move.valueChanged.connect(self._go)
        self._path = _Path(1.0, QPointF(), 1.0, QPointF(), QPointF())
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.horizontalScrollBar().setSingleStep(32)
        self.verticalScrollBar().setSingleStep(32)

    def set_sheet(self, size: QSizeF, unit: float = 1.0) -> None:
        """Show another sheet from its top, upright, whole or in width as the last one was.

        ``unit`` is a tenth of a character of its type: what the limits of zooming are reckoned in.
        """
        self._move.stop()
        self._sheet, self._unit, self._quarters = size, unit, 0
        if self.fit == "none":
            self.fit = "page"
        self._refit()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def turn(self) -> None:
        """Turn the sheet a quarter clockwise, for reading; what was in the middle stays there."""
        self._move.stop()
        middle = QPointF(self.viewport().rect().center())
        kept = self.to_sheet(middle)
        self._quarters = (self._quarters + 1) % 4
        self._refit()
        self._bring(kept, middle)
        self.viewport().update()
        self.turned.emit()

    @property
    def quarters(self) -> int:
        """How many quarters the sheet is turned, clockwise."""
        return self._quarters

    @property
    def lying(self) -> QRectF:
        """The whole sheet as it lies in the viewport."""
        return self.from_sheet(QRectF(QPointF(0, 0), self._sheet))

    def look_at(self, point: QPointF) -> None:
        """Bring a point into the middle, as far as that goes, at the same scale."""
        self._move.stop()
        self._bring(point, QPointF(self.viewport().rect().center()))
        self.viewport().update()

    @property
    def moving(self) -> bool:
        """Whether it is on its way to another place or scale."""
        return self._move.state() is QVariantAnimation.State.Running

    @property
    def placed(self) -> QTransform:
        """How the sheet lies in the viewport."""
        origin = self.origin
        return self._laid() * QTransform(self.scale, 0, 0, self.scale, origin.x(), origin.y())

    def to_sheet(self, point: QPointF) -> QPointF:
        """Return a point of the viewport in units of the sheet."""
        return self.placed.inverted()[0].map(point)

    def from_sheet(self, box: QRectF) -> QRectF:
        """Return a box of the sheet as it lies in the viewport."""
        return self.placed.mapRect(box)

    @property
    def seen(self) -> QRectF:
        """The part of the sheet's plane that is in the viewport."""
        return self.placed.inverted()[0].mapRect(QRectF(self.viewport().rect()))

    @property
    def origin(self) -> QPointF:
        """Where the turned sheet's corner lies in the viewport: in the middle of the desk, or scrolled."""
        spare = QSizeF(self.viewport().size()) - self._size * self.scale
        across, down = spare.width() / 2, spare.height() / 2
        return QPointF(
            across if across >= _AIR else _AIR - self.horizontalScrollBar().value(),
            down if down >= _AIR else _AIR - self.verticalScrollBar().value(),
        )

    @property
    def _size(self) -> QSizeF:
        """The size of the sheet as it is turned."""
        return self._sheet.transposed() if self._quarters % 2 else self._sheet

    def _laid(self) -> QTransform:
        """Return how the sheet is turned, its corner where it was."""
        wide, high = self._sheet.width(), self._sheet.height()
        return (
            QTransform(),
            QTransform(0, 1, -1, 0, high, 0),
            QTransform(-1, 0, 0, -1, wide, high),
            QTransform(0, -1, 1, 0, 0, wide),
        )[self._quarters]

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
        middle = QPointF(self.viewport().rect().center())
        self._follow(_Path(self.scale, self.to_sheet(middle), self._bounded(scale), centre, middle))

    def _follow(self, path: _Path) -> None:
        self._path = path
        if self.isVisible() and self.style().styleHint(QStyle.StyleHint.SH_Widget_Animate, None, self):
            self._move.start()
        else:
            self._go(1.0)

    def _go(self, along: float) -> None:
        path, eased = self._path, 1 - (1 - along) ** 2
        self._set_scale(path.scale * (path.final / path.scale) ** eased)
        self._bring(path.start + (path.end - path.start) * eased, path.about)

    def _bounded(self, scale: float) -> float:
        return max(_SMALLEST / self._unit, min(_LARGEST / self._unit, scale))

    def _set_scale(self, scale: float) -> None:
        self.scale = self._bounded(scale)
        self._measure()
        self.viewport().update()
        self.zoomed.emit()

    def _refit(self) -> None:
        room, sheet = self.maximumViewportSize(), self._size
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
            (self.horizontalScrollBar(), self._size.width(), view.width()),
            (self.verticalScrollBar(), self._size.height(), view.height()),
        ):
            bar.setRange(0, max(0, round(length * self.scale + 2 * _AIR) - seen))
            bar.setPageStep(seen)

    def _bring(self, point: QPointF, about: QPointF) -> None:
        """Scroll until a point of the sheet lies at a point of the viewport, as far as that goes."""
        laid = self._laid().map(point)
        self.horizontalScrollBar().setValue(round(laid.x() * self.scale + _AIR - about.x()))
        self.verticalScrollBar().setValue(round(laid.y() * self.scale + _AIR - about.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet whole, or in width, as asked."""
        super().resizeEvent(event)
        self._refit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom about the cursor."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel(1.0015 ** event.angleDelta().y(), event)
            event.accept()
        else:
            super().wheelEvent(event)

    def _wheel(self, factor: float, event: QWheelEvent) -> None:
        """Zoom about the pointer, gliding through the notches of a wheel."""
        if abs(event.angleDelta().y()) < _NOTCH:
            self.zoom(factor, event.position())
            return
        final = self._bounded((self._path.final if self.moving else self.scale) * factor)
        self._move.stop()
        self.fit = "none"
        kept = self.to_sheet(event.position())
        self._follow(_Path(self.scale, kept, final, kept, event.position()))

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
