"""What the views that are made of all statistics of a filter have in common."""

from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from baoguan.app.selection import Selection
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models.lazy_reading import LazyReading
from baoguan.ui.models.place import at_statistic
from baoguan.ui.models.room import Room
from baoguan.ui.parts.elided import Elided
from baoguan.ui.parts.or_reading import OrReading
from baoguan.ui.parts.pane_layout import PaneLayout


class ReadView(QWidget):
    """Reads only while somebody looks; says below what it shows, and leads to a statistic's sentence."""

    def __init__(self, room: Room, reading: LazyReading[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        reading.setParent(self)
        self._room = room
        self._lazy = reading
        self.note = Elided()
        self.note.setObjectName("quiet")
        self.note.setContentsMargins(12, 0, 12, 0)

    def hold(self, controls: tuple[QWidget | None, ...], shown: QWidget) -> OrReading:
        """Lay out controls, what is shown below them, and the note; return what stands in for it."""
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addWidget(shown, 1)
        column.addWidget(self.note)
        body = OrReading(full, self._room, self._lazy)
        PaneLayout(self, controls, body).setContentsMargins(0, 0, 0, 0)
        self._room.selection.changed.connect(self._follow)
        return body

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to read."""
        super().showEvent(event)
        self._lazy.show(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no more."""
        super().hideEvent(event)
        self._lazy.show(False)

    def mark_current(self) -> None:
        """Show which statistic is selected."""
        raise NotImplementedError

    def go(self, record: StatisticRecord) -> None:
        """Select a statistic where it stands."""
        self._room.selection.select(at_statistic(self._room.selection.current, record))

    def _follow(self, new: Selection, old: Selection) -> None:
        if new.statistic != old.statistic:
            self.mark_current()
