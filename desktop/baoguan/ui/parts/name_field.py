"""A line for one of the names that statistics bear, with those the archive holds offered below it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from baoguan.app.theme import Theme
from baoguan.domain.records import NamedColumn, StatisticFilter
from baoguan.ui.models.offers import Offer
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistic_names import StatisticNames
from baoguan.ui.models.unit_names import unit_code, unit_name
from baoguan.ui.parts.search_field import SearchField
from baoguan.ui.parts.suggest_list import SuggestList

_PAUSE_MS = 120
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class NameField(SearchField):
    """Any text may stand in it; a name of the list is put in by arrow and Enter, or by a click."""

    named = Signal()
    """Another name is meant: one was chosen, typed to its end, or taken out."""

    def __init__(self, room: Room, column: NamedColumn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("name")
        self.column = column
        self.among = StatisticFilter()
        """Which statistics the names offered are of."""
        self._names = StatisticNames(room, column, self)
        self._list = SuggestList(self._names, self)
        self.offering = self._list
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._offer)
        self.textEdited.connect(lambda _text: self._pause.start())
        self.textEdited.connect(lambda text: None if text else self.named.emit())
        self.wanted.connect(self._offer)
        self.committed.connect(self.named)
        self._names.offered.connect(self._show)
        self._list.taken.connect(self._take)
        self.set_theme(room.theme)

    @property
    def name(self) -> str:
        """The name that stands in it, a unit by its code."""
        text = self.text().strip()
        return unit_code(text) if self.column == "unit" else text

    def put(self, name: str) -> None:
        """Put a name in, a unit by its code."""
        self.setText(unit_name(name) if self.column == "unit" else name)

    def stop(self) -> None:
        """Offer nothing any more: what it stands in is being closed."""
        self._pause.stop()
        self._list.close_list()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self._list.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Escape to what is around, where no list is open that it would close."""
        if event.key() == Qt.Key.Key_Escape and not self._list.is_open and not self.composing:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the whole name replaced by what is typed, where the keyboard came here."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what stands here for a name."""
        super().focusOutEvent(event)
        self._pause.stop()
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.named.emit()

    def _offer(self) -> None:
        self._names.offer(self.text(), self.among)

    def _show(self) -> None:
        if self.hasFocus() and not self.composing:
            self._list.show_list(self.text())

    def _take(self, offer: Offer) -> None:
        self._pause.stop()
        self.setText(offer.words)
        self.named.emit()
