"""Which number of a reading text is pointed at, by the mouse or the keyboard, and the card beside it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent

from baoguan.domain.article import Span
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models.number_words import spoken
from baoguan.ui.parts.number_card import NumberCard
from baoguan.ui.parts.reading_view import ReadingView

_REST_MS, _LEAVE_MS = 250, 220
"""How long the mouse rests on a number before its card comes, and is away from both before it goes."""


class NumberPointer(QObject):
    """The card stays while the mouse is on the number or on the card, and goes when the text moves."""

    walked = Signal(object)
    """``walked(StatisticRecord)``: the keyboard went to a number."""

    def __init__(self, view: ReadingView, card: NumberCard) -> None:
        super().__init__(view)
        self._view = view
        self._card = card
        self._over: StatisticRecord | None = None
        self.changeable: Callable[[], bool] = lambda: False
        """Whether a number can be corrected by hand."""
        self._rest, self._leave = QTimer(self), QTimer(self)
        for timer, wait, act in (
            (self._rest, _REST_MS, self._show_pointed), (self._leave, _LEAVE_MS, self.leave),
        ):  # fmt: skip
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(act)
        view.pointed.connect(self._point)
        view.spanned.connect(self.leave)
        view.verticalScrollBar().valueChanged.connect(self.leave)
        view.installEventFilter(self)
        card.installEventFilter(self)
        card.left.connect(view.setFocus)

    def leave(self) -> None:
        """Let the card go."""
        self._rest.stop()
        self._leave.stop()
        self._card.hide()

    def step(self, by: int) -> None:
        """Go to the next number (1) or the one before (-1), from the one chosen or from the top in sight."""
        numbers = sorted(self._view.marks.numbers, key=lambda one: one.statistic.start)
        current = self._view.marks.current
        at = current.start if current else self._view.first_in_sight()
        if by > 0:
            found = next((one for one in numbers if one.statistic.start > at), None)
        else:
            found = next((one for one in reversed(numbers) if one.statistic.end <= at), None)
        if found is not None:
            self._view.reveal(Span(found.statistic.start, found.statistic.end))
            self.walked.emit(found)
            self.show_number(found)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, spoken(found)))

    def show_number(self, record: StatisticRecord) -> None:
        """Show a number's card beside it."""
        self._card.put(record, can_change=self.changeable())
        self._card.show_beside(self._box(record))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the card while the mouse is on it; close it by Escape in the text."""
        if watched is self._card and event.type() == QEvent.Type.Enter:
            self._leave.stop()
        elif watched is self._card and event.type() == QEvent.Type.Leave:
            self._leave.start()
        elif watched is self._view and self._card.isVisible() and _is_escape(event):
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def _point(self, record: StatisticRecord | None) -> None:
        self._over = record
        if record is None:
            self._rest.stop()
            if self._card.isVisible() and not self._card.underMouse():
                self._leave.start()
        elif self._card.isVisible() and self._card.record == record:
            self._leave.stop()
        else:
            self._rest.start()

    def _show_pointed(self) -> None:
        if self._over is not None and self._view.span is None:
            self._leave.stop()
            self.show_number(self._over)

    def _box(self, record: StatisticRecord) -> QRectF:
        return self._view.box_of(Span(record.statistic.start, record.statistic.end))


def _is_escape(event: QEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress
    return isinstance(event, QKeyEvent) and pressed and event.key() == Qt.Key.Key_Escape
