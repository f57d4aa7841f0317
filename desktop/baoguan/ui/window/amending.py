"""Correcting a number by hand: the card that asks, and the commands that follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRectF
from PySide6.QtWidgets import QApplication, QWidget

from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Statistic
from baoguan.ui.models.room import Room
from baoguan.ui.parts.amend_card import AmendCard


class Amending(QObject):
    """Opens a card for whatever number any pane wants corrected; one card at a time."""

    def __init__(self, room: Room, window: QWidget) -> None:
        super().__init__(window)
        self._room = room
        self._window = window
        self._record: StatisticRecord | None = None
        self._asker: QWidget | None = None
        self.card: AmendCard | None = None
        room.amending.connect(self.ask)
        room.opened.connect(self.close)

    def ask(self, record: StatisticRecord) -> None:
        """Ask how a number should read, beside the pane that has the keyboard."""
        archive = self._room.archive
        if archive is None or archive.read_only:
            return
        self.close()
        asker = QApplication.focusWidget() or self._window.focusWidget() or self._window
        over = asker.window()
        self._record, self._asker = record, asker
        card = self.card = AmendCard(self._room, record, over)
        card.amended.connect(self._amend)
        card.rejected.connect(self._reject)
        card.restored.connect(self._restore)
        card.left.connect(self._forget)
        card.show_beside(QRectF(asker.rect()).translated(asker.mapTo(over, QPoint())))

    def close(self) -> None:
        """Close the card, if one is open; nothing is changed."""
        if self.card is not None:
            self.card.leave()

    def _amend(self, changed: Statistic) -> None:
        from baoguan.app.amending import AmendStatistic  # loads the archive: not before the first paint

        if self._record is not None:
            self._room.do(AmendStatistic(self._record.id, changed))

    def _reject(self) -> None:
        from baoguan.app.amending import RejectStatistic

        if self._record is not None:
            self._room.do(RejectStatistic(self._record.id))

    def _restore(self) -> None:
        from baoguan.app.amending import RestoreStatistic

        if self._record is not None:
            self._room.do(RestoreStatistic(self._record.id))

    def _forget(self) -> None:
        """Give the keyboard back."""
        asker, self.card, self._asker = self._asker, None, None
        if asker is not None and asker.isVisible():
            asker.setFocus()
