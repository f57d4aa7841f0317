"""A composed page that is zoomed, panned and clicked."""

from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QStyle, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.ui.models.page_marks import PageMarks
from baoguan.ui.models.page_paint import PagePaint, rect
from baoguan.ui.models.typeset import ArticleFrame, Composition

Fit = Literal["page", "width", "none"]
_AIR = 16.0
"""Pixels of desk around the page."""
_STEP = 1.25
_SMALLEST, _LARGEST = 0.1, 8.0
_READING = 1.7
"""No action zooms in further than this by itself: a body character is 17 pixels."""
_MOVE = 150
"""Milliseconds that a zoom to an article takes."""


class PageCanvas(QAbstractScrollArea):
    """Shows a page; a click tells the point clicked, in page units."""

    clicked = Signal(float, float)
    entered = Signal(object)
    """``entered(ArticleId)``: Enter on the article that the keyboard walked to."""
    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scale = 1.0
        """Pixels per page unit."""
        self.fit: Fit = "page"
        self.marks = PageMarks()
        self.selected: ArticleId | None = None
        self.walked: ArticleId | None = None
        """The article the keyboard is at."""
        self._hovered: ArticleId | None = None
        self._paint: PagePaint | None = None
        self._grabbed: QPoint | None = None
        self._dragging = False
        self._move = QVariantAnimation(self, duration=_MOVE, startValue=0.0, endValue=1.0)
        self._move.valueChanged.connect(self._go)
        self._path = ((0.0, QPointF()), (1.0, QPointF()))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.horizontalScrollBar().setSingleStep(32)
        self.verticalScrollBar().setSingleStep(32)

    @property
    def composition(self) -> Composition | None:
        """The page shown."""
        return self._paint.composition if self._paint else None

    def show_page(self, composition: Composition | None) -> None:
        """Show another page, whole or in width as the last one was."""
        self._move.stop()
        self._paint = PagePaint(composition) if composition else None
        self.marks, self._hovered, self.walked = PageMarks(), None, None
        if self.fit == "none":
            self.fit = "page"
        self._refit()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def to_page(self, point: QPointF) -> QPointF:
        """Return a point of the viewport in page units."""
        return (point - self._origin()) / self.scale

    def from_page(self, box: QRectF) -> QRectF:
        """Return a box in page units as it lies in the viewport."""
        return QRectF(box.topLeft() * self.scale + self._origin(), box.size() * self.scale)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom by a factor; the point of the page under ``about`` stays where it is."""
        about = about or QPointF(self.viewport().rect().center())
        kept = self.to_page(about)
        self.fit = "none"
        self._set_scale(self.scale * factor)
        self._bring(kept, about)

    def fit_page(self) -> None:
        """Show the whole page, and keep it whole when the pane's size changes."""
        self._move.stop()
        self.fit = "page"
        self._refit()

    def fit_width(self) -> None:
        """Show the page's whole width, and keep it when the pane's size changes."""
        self._move.stop()
        self.fit = "width"
        self._refit()

    def fit_region(self, region: Region) -> None:
        """Move to a region and show it as large as reads well."""
        room = QSizeF(self.viewport().size()) - QSizeF(2 * _AIR, 2 * _AIR)
        wide = room.width() / region.width
        scale = min(_READING, wide, max(room.height() / region.height, 0.9 * min(1.0, wide)))
        box = rect(region)
        if box.height() * scale > room.height():
            box.setHeight(room.height() / scale)
        self.move_to(box.center(), scale)

    def reveal(self, region: Region) -> None:
        """Move as far as needed to see a region large enough to read."""
        box = self.from_page(rect(region))
        inside = QRectF(self.viewport().rect()).adjusted(_AIR, _AIR, -_AIR, -_AIR)
        if self.scale < 0.9 or not inside.contains(box):
            self.move_to(rect(region).center(), max(self.scale, 1.2))

    def move_to(self, centre: QPointF, scale: float) -> None:
        """Move until a point is in the middle, at a scale; at once where the system wants no motion."""
        self._move.stop()
        self.fit = "none"
        here = self.to_page(QPointF(self.viewport().rect().center()))
        self._path = ((self.scale, here), (max(_SMALLEST, min(_LARGEST, scale)), centre))
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animate, None, self)
        if moves and self.isVisible():
            self._move.start()
        else:
            self._go(1.0)

    def _go(self, along: float) -> None:
        (scale, start), (final, end) = self._path
        eased = 1 - (1 - along) ** 2
        self._set_scale(scale * (final / scale) ** eased if scale > 0 else final)
        self._bring(start + (end - start) * eased, QPointF(self.viewport().rect().center()))

    def _set_scale(self, scale: float) -> None:
        self.scale = max(_SMALLEST, min(_LARGEST, scale))
        self._measure()
        self.viewport().update()
        self.zoomed.emit()

    def _refit(self) -> None:
        page = self.composition
        room = self.maximumViewportSize()
        if page is None or self.fit == "none":
            self._measure()
            return
        wide = (room.width() - 2 * _AIR) / page.width
        if self.fit == "page":
            wide = min(wide, (room.height() - 2 * _AIR) / page.height)
        elif page.height * wide + 2 * _AIR > room.height():
            wide -= self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) / page.width
        self._set_scale(wide)

    def _measure(self) -> None:
        page, view = self.composition, self.maximumViewportSize()
        for bar, length, seen in (
            (self.horizontalScrollBar(), page.width if page else 0, view.width()),
            (self.verticalScrollBar(), page.height if page else 0, view.height()),
        ):
            bar.setRange(0, max(0, round(length * self.scale + 2 * _AIR) - seen))
            bar.setPageStep(seen)

    def _origin(self) -> QPointF:
        """Where the page's corner lies in the viewport: in the middle of the desk, or scrolled."""
        page, view = self.composition, self.viewport().size()
        if page is None:
            return QPointF()
        across = (view.width() - page.width * self.scale) / 2
        down = (view.height() - page.height * self.scale) / 2
        return QPointF(
            across if across >= _AIR else _AIR - self.horizontalScrollBar().value(),
            down if down >= _AIR else _AIR - self.verticalScrollBar().value(),
        )

    def _bring(self, point: QPointF, about: QPointF) -> None:
        """Scroll until a point of the page lies at a point of the viewport, as far as that goes."""
        self.horizontalScrollBar().setValue(round(point.x() * self.scale + _AIR - about.x()))
        self.verticalScrollBar().setValue(round(point.y() * self.scale + _AIR - about.y()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint desk, page, marks, type and frames."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self.theme.chrome))
        if self._paint is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = self._paint.composition
        sheet = self.from_page(QRectF(0, 0, page.width, page.height))
        painter.fillRect(sheet, QColor(self.theme.paper))
        painter.setPen(QPen(QColor(self.theme.rule), 1))
        painter.drawRect(sheet)
        painter.save()
        painter.translate(self._origin())
        painter.scale(self.scale, self.scale)
        corner = self.to_page(QPointF(0, 0))
        seen = QRectF(corner, QSizeF(self.viewport().size()) / self.scale)
        self._paint.paint_ground(painter, self.theme, seen)
        self.marks.paint(painter, self.theme, self.scale)
        self._paint.paint_type(painter, self.theme, seen)
        painter.restore()
        self._paint_frames(painter)

    def _paint_frames(self, painter: QPainter) -> None:
        accent = QColor(self.theme.accent)
        pale = QColor(accent)
        pale.setAlpha(110)
        walked = self.walked if self.hasFocus() else None
        for article, pen in (
            (self._hovered, QPen(pale, 1.2)),
            (walked, QPen(accent, 1.5, Qt.PenStyle.DashLine)),
            (self.selected, QPen(accent, 2)),
        ):
            frame = self._frame(article)
            if frame is not None:
                painter.setPen(pen)
                for region in frame.regions:
                    painter.drawRoundedRect(self.from_page(rect(region).adjusted(-7, -8, 7, 8)), 3, 3)

    def _frame(self, article: ArticleId | None) -> ArticleFrame | None:
        page = self.composition
        return page.frame(article) if page and article is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page whole, or in width, as asked."""
        super().resizeEvent(event)
        self._refit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom about the cursor."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move.stop()
            self.zoom(1.0015 ** event.angleDelta().y(), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom by a pinch; forget the hovered article when the mouse leaves."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position())
            return True
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the page."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grabbed, self._dragging = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the page, or say which article lies under the mouse."""
        here = event.position().toPoint()
        if self._grabbed is None:
            self._hover(self._article_at(event.position()))
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
        """Tell a click; let go of a dragged page."""
        if self._grabbed is not None and not self._dragging and event.button() is Qt.MouseButton.LeftButton:
            point = self.to_page(event.position())
            self.clicked.emit(point.x(), point.y())
        self._grabbed, self._dragging = None, False
        self._hover(self._article_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom to the article under the mouse."""
        frame = self._frame(self._article_at(event.position()))
        if frame is not None:
            self.fit_region(frame.bounds)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by + − 0 W; walk the articles by arrows; choose one by Enter."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        actions = {
            Qt.Key.Key_Plus: lambda: self.zoom(_STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(_STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / _STEP),
            Qt.Key.Key_0: self.fit_page,
            Qt.Key.Key_W: self.fit_width,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._walk(steps[key])
        elif key in actions:
            actions[key]()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.walked is not None:
            self.entered.emit(self.walked)
        else:
            super().keyPressEvent(event)

    def zoom_in(self) -> None:
        """Zoom in one step."""
        self.zoom(_STEP)

    def zoom_out(self) -> None:
        """Zoom out one step."""
        self.zoom(1 / _STEP)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab walk the articles, and leave after the last."""
        return self._walk(1 if forward else -1) or super().focusNextPrevChild(forward)

    def _walk(self, step: int) -> bool:
        page = self.composition
        if page is None or not page.frames:
            return False
        order = [frame.article for frame in page.frames]
        here = self.walked if self.walked is not None else self.selected
        at = order.index(here) + step if here in order else 0 if step > 0 else len(order) - 1
        if not 0 <= at < len(order):
            self.walked = None
            return False
        self.walked = order[at]
        self.setAccessibleDescription(page.frames[at].headline)
        if self.fit != "page":
            self.reveal(page.frames[at].bounds)
        self.viewport().update()
        return True

    def _article_at(self, point: QPointF) -> ArticleId | None:
        page = self.composition
        if page is None:
            return None
        inside = self.to_page(point)
        frame = page.article_at(inside.x(), inside.y())
        return frame.article if frame else None

    def _hover(self, article: ArticleId | None) -> None:
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(arrow if article is None else hand)
        if article != self._hovered:
            self._hovered = article
            self.viewport().update()
