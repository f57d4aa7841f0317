"""A page that is zoomed, panned and clicked."""

from PySide6.QtCore import QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QWidget

from baoguan.app.theme import Theme
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.ui.models.page_face import PageFace
from baoguan.ui.models.page_marks import PageMarks
from baoguan.ui.models.page_paint import rect
from baoguan.ui.models.typeset import ArticleFrame
from baoguan.ui.parts.page_ground import Ground, PictureGround, View
from baoguan.ui.parts.page_overlay import Overlay
from baoguan.ui.parts.page_picker import PagePicker
from baoguan.ui.parts.zoom_area import ZoomArea

_LARGEST = 1.7
"""No action zooms in further than this by itself: a body character is 17 pixels."""
_LEGIBLE, _READABLE = 8.0, 13.0
_PICTURED = 1.35
"""How much larger print must be than type to be made out: it is not drawn for the screen's pixels."""
"""Pixels of a line of type that can be made out, and that reads well."""


class PageCanvas(ZoomArea):
    """Shows a page; the mouse and the keyboard walk its articles."""

    entered = Signal(object)
    """``entered(ArticleId)``: Enter on the article that the keyboard walked to."""

    picked = Signal(object, object)
    """``picked(ArticleId, Span)``: text was selected on the page's picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.marks = PageMarks()
        self.selected: ArticleId | None = None
        self.walked: ArticleId | None = None
        """The article the keyboard is at."""
        self.hovered: ArticleId | None = None
        """The article under the mouse."""
        self._figure: Region | None = None
        """The frame of the figure under the mouse."""
        self.ground: Ground | None = None
        """What is shown: the page's type or its picture."""
        self.outlined: tuple[Region, ...] = ()
        """What is outlined beside the articles: a line pointed at in a list, a figure that is chosen."""
        self.unread: tuple[Region, ...] = ()
        """Ink that no text covers, where it is to be seen."""
        self.picker = PagePicker(self, self.picked.emit)
        self._overlay: Overlay | None = None
        self._held: Overlay | None = None
        """What took the button that is down."""
        self._panning = False
        """Whether the space bar is down, which lets the mouse move the page whatever is under it."""
        self.pointed.connect(self._hover)

    @property
    def face(self) -> PageFace | None:
        """Where things stand on the page shown."""
        return self.ground.face if self.ground else None

    def show_page(self, ground: Ground | None, again: bool = False) -> None:
        """Show another page, or ``again`` the same, from where it was as long as it is of the same size."""
        self.ground = ground
        self.marks, self.hovered, self.walked = PageMarks(), None, None
        self._figure, self.outlined, self.unread = None, (), ()
        face = self.face
        size = QSizeF(face.width, face.height) if face else QSizeF()
        if again and size == self._sheet:
            self.viewport().update()
        else:
            self.set_sheet(size, face.unit if face else 1.0)

    def mark_current(self, article: ArticleId | None, span: Span | None) -> None:
        """Mark a span as the current place."""
        if self.face is not None:
            self.marks = self.marks.with_current(self.face, article, span)
            self.viewport().update()

    def set_overlay(self, overlay: Overlay | None) -> None:
        """Lay something over the page that takes the mouse first; None takes it away."""
        self._overlay, self._held, self.hovered, self._figure = overlay, None, None, None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def fit_region(self, region: Region, line: Region | None = None) -> None:
        """Move to an article's region: its whole width, and as much of its height as reads well.

        Where that would not show ``line``, or not large enough to be made out, move to the line.
        """
        unit = self.face.unit if self.face else 1.0
        box = rect(region).adjusted(-8 * unit, -30 * unit, 8 * unit, 10 * unit)
        wide, high = self.room.width() / box.width(), self.room.height() / box.height()
        scale = min(_LARGEST / unit, wide, max(high, 0.9 * min(1.0 / unit, wide)))
        box.setHeight(min(box.height(), self.room.height() / scale))
        if line is not None and not (box.contains(rect(line)) and self._is_legible(line, scale)):
            scale = scale if self._is_legible(line, scale) else self._scale_for(line)
            box.moveCenter(rect(line).center())
        self.move_to(box.center(), scale)

    def reveal(self, line: Region) -> None:
        """Move as far as needed to see a line of type, and zoom in only where it could not be made out."""
        box = rect(line)
        if not self._is_legible(line, self.scale):
            self.move_to(box.center(), self._scale_for(line))
        elif not self.is_seen(box):
            self.move_to(box.center(), self.scale)

    def _is_legible(self, line: Region, scale: float) -> bool:
        return _thick(line) * scale >= _LEGIBLE * self._coarseness

    def _scale_for(self, line: Region) -> float:
        return _READABLE * self._coarseness / _thick(line)

    @property
    def _coarseness(self) -> float:
        return _PICTURED if isinstance(self.ground, PictureGround) else 1.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint desk, page, marks, type and frames."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self.theme.chrome))
        if self.ground is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = View(self.theme, self.placed, self.scale, self.viewport().size(), self.devicePixelRatioF())
        self.ground.paint(painter, view, self.marks)
        self._paint_frames(painter)
        if self._overlay is not None:
            painter.setTransform(self.placed)
            self._overlay.paint(painter)

    def _paint_frames(self, painter: QPainter) -> None:
        accent = QColor(self.theme.accent)
        pale = QColor(accent)
        pale.setAlpha(110)
        walked = self.walked if self.hasFocus() else None
        for article, pen in (
            (self.hovered, QPen(pale, 1.2)),
            (self.selected, QPen(accent, 2)),
            (walked, QPen(accent, 1.5, Qt.PenStyle.DashLine)),
        ):
            frame = self.frame_of(article)
            if frame is not None:
                painter.setPen(pen)
                painter.drawPath(self._outline(frame))
        painter.setPen(QPen(accent, 1.5))
        for region in (*self.outlined, *((self._figure,) if self._figure else ())):
            painter.drawRect(self.from_sheet(rect(region)).adjusted(-2, -2, 2, 2))
        painter.setPen(QPen(QColor(self.theme.muted), 1, Qt.PenStyle.DotLine))
        for region in self.unread:
            painter.drawRect(self.from_sheet(rect(region)))

    def _outline(self, frame: ArticleFrame) -> QPainterPath:
        """Return the line around all rectangles of an article, in the viewport."""
        air = 7 * (self.face.unit if self.face else 1.0)
        boxes = [self.from_sheet(rect(region).adjusted(-air, -air, air, air)) for region in frame.regions]
        path = QPainterPath()
        if len(boxes) == 1:
            path.addRoundedRect(boxes[0], 3, 3)
            return path
        whole = QRegion()
        for box in boxes:  # QPainterPath's own union loses parts where edges fall together
            whole = whole.united(box.toAlignedRect())
        path.addRegion(whole)
        return path.simplified()

    def frame_of(self, article: ArticleId | None) -> ArticleFrame | None:
        """Return where an article stands on the page shown."""
        face = self.face
        return face.frame(article) if face and article is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the overlay have the left button, select text, or take hold of the page."""
        first = self._overlay or self.picker
        left = event.button() is Qt.MouseButton.LeftButton
        if left and not self._panning and first.press(self.to_sheet(event.position()), event.modifiers()):
            self._held = first
        if self._held is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the overlay; drag the page where nothing else holds the button."""
        (self._overlay or self.picker).move(self.to_sheet(event.position()))
        if self._held is None:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what took hold of the button, or of the page."""
        held = self._held
        if held is not None and event.button() is Qt.MouseButton.LeftButton:
            self._held = None
            held.release(self.to_sheet(event.position()))
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom to the article under the mouse."""
        frame = self.frame_of(self._article_at(self.to_sheet(event.position())))
        if frame is not None:
            self.fit_region(frame.bounds)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by + − 0 W; walk the articles by arrows; choose one by Enter; hold the space bar to pan."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        actions = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_page,
            Qt.Key.Key_W: self.fit_width,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self._pan(True)
        elif key in steps:
            self._walk(steps[key])
        elif key in actions:
            actions[key]()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.walked is not None:
            self.entered.emit(self.walked)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let the mouse mean again what it means."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pan(False)
        else:
            super().keyReleaseEvent(event)

    def _pan(self, panning: bool) -> None:
        if panning != self._panning:
            self._panning = panning
            shape = Qt.CursorShape.OpenHandCursor if panning else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab walk the articles, and leave after the last."""
        return self._walk(1 if forward else -1) or super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget where the keyboard was."""
        self.walked = None
        self._pan(False)
        super().focusOutEvent(event)

    def _walk(self, step: int) -> bool:
        frames = self.face.frames if self.face else ()
        order = [frame.article for frame in frames]
        here = self.walked if self.walked is not None else self.selected
        first = 0 if step > 0 else len(order) - 1
        at = order.index(here) + step if here in order else first
        if not 0 <= at < len(order):
            return False
        self.walked = order[at]
        self.setAccessibleDescription(frames[at].headline)
        if not self.is_seen(rect(frames[at].bounds)):
            self.fit_region(frames[at].bounds)
        self.viewport().update()
        return True

    def _article_at(self, point: QPointF) -> ArticleId | None:
        frame = self.face.article_at(point.x(), point.y()) if self.face else None
        return frame.article if frame else None

    def _hover(self, point: QPointF | None) -> None:
        if self._overlay is not None or self._panning:
            return
        article = self._article_at(point) if point is not None else None
        shape = Qt.CursorShape.ArrowCursor if article is None else Qt.CursorShape.PointingHandCursor
        if point is not None and self.picker.reads(point):
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        frame = self.face.figure_at(point.x(), point.y()) if self.face and point is not None else None
        figure = frame.region if frame and isinstance(self.ground, PictureGround) else None
        if (article, figure) != (self.hovered, self._figure):
            self.hovered, self._figure = article, figure
            self.viewport().update()


def _thick(line: Region) -> float:
    """Return the size of a line's characters, whichever way it runs."""
    return max(1.0, min(line.width, line.height))
