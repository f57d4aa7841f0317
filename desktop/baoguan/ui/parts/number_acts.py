"""What can be done about a number of a text: corrected, rejected, restored."""

from __future__ import annotations

from PySide6.QtCore import QObject

from baoguan.domain.records import StatisticRecord
from baoguan.ui.models.room import Room
from baoguan.ui.parts.number_card import NumberCard
from baoguan.ui.parts.number_pointer import NumberPointer
from baoguan.ui.parts.reading_view import ReadingView


class NumberActs(QObject):
    """Works on the number whose card is shown, or else on the one that is chosen."""

    def __init__(self, room: Room, view: ReadingView, pointer: NumberPointer, card: NumberCard) -> None:
        super().__init__(view)
        self._room, self._view, self._pointer, self._card = room, view, pointer, card
        pointer.changeable = lambda: self.can_change
        card.amending.connect(self.amend)
        card.rejecting.connect(self.reject)
        card.restoring.connect(self.restore)

    @property
    def number(self) -> StatisticRecord | None:
        """The number worked on."""
        if self._card.isVisible():
            return self._card.record
        chosen = self._room.selection.current.statistic
        return next((one for one in self._view.marks.numbers if one.id == chosen), None)

    @property
    def can_change(self) -> bool:
        """Whether what is said of a number can be written down."""
        return self._room.archive is not None and not self._room.archive.read_only

    def amend(self) -> None:
        """Ask how the number should read."""
        record = self._take()
        if record is not None:
            self._room.amending.emit(record)

    def reject(self) -> None:
        """Say that the number reports nothing."""
        from baoguan.app.amending import RejectStatistic  # loads the archive: not before the first paint

        record = self._take()
        if record is not None:
            self._room.do(RejectStatistic(record.id))

    def restore(self) -> None:
        """Let the number read again as it was read."""
        from baoguan.app.amending import RestoreStatistic

        record = self._take()
        if record is not None and record.amended is not None:
            self._room.do(RestoreStatistic(record.id))

    def _take(self) -> StatisticRecord | None:
        """Return the number, the card let go and the keyboard back in the text."""
        record = self.number if self.can_change else None
        if record is not None:
            self._pointer.leave()
            self._view.setFocus()
        return record
