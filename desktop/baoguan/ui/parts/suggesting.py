"""What is offered below the search field while one types, and what becomes of a choice."""

from PySide6.QtCore import QObject, QTimer, Signal

from baoguan.app.theme import Theme
from baoguan.ui.models.history import History
from baoguan.ui.models.offers import Offer, OfferKind
from baoguan.ui.models.question_offers import OffersModel
from baoguan.ui.models.room import Room
from baoguan.ui.models.saved import SavedModel
from baoguan.ui.parts.search_field import SearchField
from baoguan.ui.parts.suggest_list import SuggestList

_PAUSE_MS = 120


class Suggesting(QObject):
    """Offers recent queries and saved searches for an empty field, words of the archive for a begun one."""

    asked = Signal(str)
    """``asked(text)``: a query was chosen."""
    chosen = Signal(object)
    """``chosen(SavedSearch)``"""
    removed = Signal(object)
    """``removed(SavedSearch)``: one is not to be kept any longer."""

    def __init__(self, room: Room, field: SearchField, history: History, saved: SavedModel) -> None:
        super().__init__(field)
        self._field = field
        self._history = history
        self.model = OffersModel(room, history, saved, self)
        self.list = SuggestList(self.model, field)
        field.offering = self.list
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._offer)
        field.textEdited.connect(self._heed_typing)
        field.wanted.connect(self._offer)
        self.model.offered.connect(self._show)
        self.list.taken.connect(self._take)
        self.list.dropped.connect(self._drop)
        saved.renewed.connect(self._renew)

    def stop(self) -> None:
        """Offer nothing until something is typed."""
        self._pause.stop()
        self.list.close_list()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.list.set_theme(theme)

    def _heed_typing(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self.stop()

    def _offer(self) -> None:
        self.model.offer(self._field.text())

    def _renew(self) -> None:
        if self.list.is_open:
            self._offer()

    def _show(self) -> None:
        if self._field.hasFocus() and not self._field.composing:
            self.list.show_list(self._field.text())

    def _take(self, offer: Offer) -> None:
        if offer.kind is OfferKind.CLEAR:
            self._history.clear()
        elif offer.saved is not None:
            self.chosen.emit(offer.saved)
        else:
            self.asked.emit(offer.text)

    def _drop(self, offer: Offer) -> None:
        if offer.saved is not None:
            self.removed.emit(offer.saved)
        else:
            self._history.forget(offer.text)
            self._offer()
