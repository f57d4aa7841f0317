"""A histogram over time in which a span is chosen by dragging, or with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.query import Bar
from baoguan.ui.models.date_part import Months
from baoguan.ui.models.months import columns_between, gather, span_text
from baoguan.ui.parts.histogram_paint import Plot, most_columns, number_text, paint_plot, plot_box

_SIZE, _LEAST = QSize(260, 104), QSize(120, 88)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Histogram(QWidget):
    """Columns of months or years; hatched where no issue survives, an empty line where none says it."""

    brushed = Signal(str, str)
    """``brushed(first, last)``: a span of months was chosen."""
    cleared = Signal()
    """The span is no longer wanted."""
    told = Signal(str)
    """What the column pointed at stands for, or the span, or the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("按时间分布"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.theme: Theme | None = None
        self.bars: tuple[Bar, ...] = ()
        self.plot = Plot((), plot_box(*_SIZE.toTuple(), ""), per_issue=False)
        self._spans: tuple[Months, ...] = ()
        self._per_issue = False
        self._hovered: int | None = None
        self._cursor: int | None = None
        self._anchor: int | None = None
        """Where a span being chosen begins."""

    def show_bars(self, bars: Sequence[Bar], spans: Sequence[Months], *, per_issue: bool) -> None:
        """Show months in a row, the spans that are chosen, and heights in articles or articles per issue."""
        if tuple(bars) != self.bars:
            self._hovered = self._cursor = self._anchor = None
        self.bars, self._spans, self._per_issue = tuple(bars), tuple(spans), per_issue
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that thirty years can be read in."""
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        """Return the least size that columns can be told apart in."""
        return _LEAST

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the histogram."""
        if self.theme is not None and self.plot.columns:
            painter = QPainter(self)
            paint_plot(painter, self.plot, self.theme)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gather as many columns as there is room for."""
        super().resizeEvent(event)
        self._hovered = self._cursor = self._anchor = None
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a span."""
        if event.button() is Qt.MouseButton.LeftButton and self.plot.columns:
            self._anchor = self._cursor = self.plot.place_at(event.position().x())
            self._point()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Widen the span, or point at a column."""
        if not self.plot.columns:
            return
        self._hovered = self.plot.place_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton and self._anchor is not None:
            self._cursor = self._hovered
        self._point()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the span."""
        if event.button() is Qt.MouseButton.LeftButton and self._anchor is not None:
            self._choose()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the span go."""
        self._anchor = None
        self.cleared.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the columns, widen a span with Shift, choose it with Enter, let it go with Escape."""
        key = Qt.Key(event.key())
        if key in _STEPS and self.plot.columns:
            self._walk(_STEPS[key], widen=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _TAKE and self._cursor is not None:
            self._choose()
        elif key is Qt.Key.Key_Escape and self._anchor is not None:
            self._anchor = None
            self._point()
        elif key is Qt.Key.Key_Escape and self._spans:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at the chosen span, or at the last column, where the keyboard came here."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY and self.plot.columns and self._cursor is None:
            spans = self.plot.spans
            self._cursor = spans[0].start if spans else len(self.plot.columns) - 1
        self._point()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing any longer."""
        super().focusOutEvent(event)
        self._cursor = self._anchor = None
        self._point()

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any longer."""
        super().leaveEvent(event)
        self._hovered = None
        self._point()

    def _walk(self, step: int, *, widen: bool) -> None:
        last = len(self.plot.columns) - 1
        before = self._cursor
        if before is None:
            self._cursor = last if step < 0 else 0
        else:
            self._cursor = max(0, min(last, before + step))
        if not widen:
            self._anchor = None
        elif self._anchor is None:
            self._anchor = self._cursor if before is None else before
        self._hovered = None
        self._point()

    def _choose(self) -> None:
        places = self._chosen()
        self._anchor = None
        if places:
            self.brushed.emit(self.plot.columns[places[0]].first, self.plot.columns[places[-1]].last)
        self._point()

    def _chosen(self) -> range:
        """Return the places between which a span is being chosen."""
        if self._cursor is None:
            return range(0)
        ends = sorted((self._cursor, self._cursor if self._anchor is None else self._anchor))
        return range(ends[0], ends[1] + 1)

    def _arrange(self) -> None:
        box = plot_box(self.width(), self.height(), "")
        columns = gather(self.bars, most_columns(box.width()))
        for _ in range(2):  # a wider label may leave room for fewer columns, which stand higher
            highest = number_text(Plot(columns, box, self._per_issue).highest)
            box = plot_box(self.width(), self.height(), highest)
            columns = gather(self.bars, most_columns(box.width()))
        self.plot = Plot(columns, box, self._per_issue)
        self._point()

    def _point(self) -> None:
        """Show what is pointed at and chosen, and tell it."""
        plot = self.plot
        spans = [columns_between(plot.columns, *span) for span in self._spans]
        if self._anchor is not None:
            spans = [self._chosen()]
        current = self._hovered if self._hovered is not None else self._cursor
        focused = current is not None and current == self._cursor and self.hasFocus()
        shown = tuple(span for span in spans if span)
        self.plot = Plot(plot.columns, plot.box, plot.per_issue, shown, current, focused)
        said = self._said()
        self.setAccessibleDescription(said)
        self.told.emit(said)
        self.update()

    def _said(self) -> str:
        columns, current, spans = self.plot.columns, self.plot.current, self.plot.spans
        if not columns:
            return ""
        if self._anchor is not None and len(spans[0]) > 1:
            return self._told_of(columns[spans[0][0]].first, columns[spans[0][-1]].last)
        if current is not None:
            return self._told_of(columns[current].first, columns[current].last)
        first, last = self._spans[0] if len(self._spans) == 1 else (None, None)
        return self._told_of(first or self.bars[0].month, last or self.bars[-1].month)

    def _told_of(self, first: str, last: str) -> str:
        bars = [bar for bar in self.bars if first <= bar.month <= last]
        when = span_text(first, last)
        articles, issues = sum(bar.articles for bar in bars), sum(bar.issues for bar in bars)
        if not issues:
            return self.tr("{when} · 没有存报").format(when=when)
        told = self.tr("{when} · {articles} 篇 · {issues} 期").format(
            when=when, articles=f"{articles:,}", issues=f"{issues:,}"
        )
        if self._per_issue:
            told = self.tr("{when} · 每期 {share} 篇 · {issues} 期").format(
                when=when, share=number_text(articles / issues), issues=f"{issues:,}"
            )
        held = sum(bar.issues > 0 for bar in bars)
        if held < len(bars):
            told = self.tr("{told} · 缺 {count} 个月").format(told=told, count=f"{len(bars) - held:,}")
        return told
