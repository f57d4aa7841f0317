"""A chart that can be pointed at, walked with the arrow keys, and followed to its sentences."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.chart import Chart
from baoguan.domain.ids import StatisticId
from baoguan.ui.models.chart_plan import Plan
from baoguan.ui.models.chart_plans import plan_chart, step_across, step_along
from baoguan.ui.models.chart_words import heading, mark_words
from baoguan.ui.parts.chart_paint import paint_chart, paint_pointed

_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
_ACROSS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_SIZE = QSize(320, 160)


class ChartCanvas(QWidget):
    """Draws a chart as wide as there is room; Enter or a click opens the mark pointed at."""

    opened = Signal(int)
    """``opened(place)``: the sentences behind a mark are wanted."""
    pointed = Signal()
    """Another mark is pointed at, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.theme: Theme | None = None
        self.colour = ""
        self.plan: Plan | None = None
        self._chart: Chart | None = None
        self._room = 0
        """Pixels of height that are in sight."""
        self._statistic: StatisticId | None = None
        self._hovered: int | None = None
        self._cursor: int | None = None
        self._walking = False
        """Whether the keyboard has moved the cursor since the mouse did."""
        self._kept: tuple[tuple[Plan, Theme, str, float], QPixmap] | None = None

    @property
    def current(self) -> int | None:
        """The place of the mark pointed at, by the mouse before the keyboard."""
        if self._hovered is not None or not self._walking:
            return self._hovered
        return self._cursor

    @property
    def spot(self) -> QRectF:
        """The box that is painted for the mark pointed at."""
        return self.plan.drawn[self.current] if self.plan and self.current is not None else QRectF()

    def show_chart(self, chart: Chart | None, colour: str) -> None:
        """Show another chart, one with any marks or none."""
        self._chart, self.colour = chart if chart and chart.marks else None, colour
        self._hovered = self._cursor = None
        self.setAccessibleName(heading(chart) if chart else "")
        self._arrange()

    def choose(self, statistic: StatisticId | None) -> None:
        """Let the mark of a statistic stand out."""
        self._statistic = statistic
        self.update()

    def fit(self, height: int) -> None:
        """Make the best of so much height."""
        if height != self._room:
            self._room = height
            self._arrange()

    def sizeHint(self) -> QSize:
        """Return a size that a chart can be read in."""
        return _SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart."""
        if self.plan is None or self.theme is None:
            return
        marks = enumerate(self.plan.chart.marks)
        chosen = frozenset(place for place, mark in marks if self._statistic in mark.statistics)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted(self.plan, self.theme))
        paint_pointed(painter, self.plan, self.theme, chosen, self.current)
        painter.end()

    def _painted(self, plan: Plan, theme: Theme) -> QPixmap:
        """Return the chart painted; only what is pointed at is painted anew under a moving mouse."""
        ratio = self.devicePixelRatioF()
        drawn = (plan, theme, self.colour, ratio)
        if self._kept is None or self._kept[0] != drawn:
            made = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            paint_chart(painter, plan, theme, self.colour)
            painter.end()
            self._kept = drawn, made
        return self._kept[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chart out anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the mark under the mouse."""
        place = self.plan.place_at(event.position()) if self.plan else None
        self.setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)
        if place != self._hovered:
            self._hovered = place
            self._point()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the mark under the mouse."""
        place = self.plan.place_at(event.position()) if self.plan else None
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self._cursor, self._walking = place, False
            self.opened.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any longer but where the keyboard is."""
        super().leaveEvent(event)
        self._hovered = None
        self._point()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the marks, open one with Enter."""
        key = Qt.Key(event.key())
        if self.plan is None or not self.plan.spots:
            super().keyPressEvent(event)
        elif key in _ALONG:
            self._walk(step_along(self.plan, self._cursor, _ALONG[key]))
        elif key in _ACROSS:
            self._walk(step_across(self.plan, self._cursor, _ACROSS[key]))
        elif key in _TAKE and self._cursor is not None:
            self.opened.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at the first mark, or the one pointed at before, where the keyboard came here."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY and self.plan is not None and self.plan.spots:
            self._walk(step_along(self.plan, None, 1) if self._cursor is None else self._cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing any longer."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._cursor = None
            self._point()

    def _walk(self, place: int) -> None:
        self._hovered, self._cursor, self._walking = None, place, True
        self._point()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleDescription()))

    def _point(self) -> None:
        """Tell what is pointed at."""
        said = ""
        if self.plan is not None and self.current is not None:
            said = mark_words(self.plan.chart, self.plan.mark(self.current))
        self.setAccessibleDescription(said)
        self.pointed.emit()
        self.update()

    def _arrange(self) -> None:
        if self._chart is None or self._room <= 0:
            self.plan = None
        else:
            self.plan = plan_chart(self._chart, self.width(), self._room)
            self.setFixedHeight(max(self._room, round(self.plan.height)))
        self._point()


class ChartScroll(QScrollArea):
    """A chart that is scrolled where it is higher than there is room."""

    def __init__(self, canvas: ChartCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = canvas
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(canvas)
        self.setFocusProxy(canvas)
        canvas.pointed.connect(self._keep_in_sight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the chart the new room."""
        self.canvas.fit(self.viewport().height())
        super().resizeEvent(event)

    def _keep_in_sight(self) -> None:
        spot = self.canvas.spot
        if self.canvas.hasFocus() and not spot.isEmpty() and not self.canvas.underMouse():
            middle = spot.center().toPoint()
            self.ensureVisible(middle.x(), middle.y(), 0, round(spot.height() / 2) + 4)
