"""What the search field offers: saved searches, recent queries, and words of the archive."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject

from baoguan.domain.errors import BaoguanError
from baoguan.domain.query import Suggestion
from baoguan.domain.saved_search import SavedSearch
from baoguan.ui.models.history import History
from baoguan.ui.models.offers import Offer, OfferKind, Offers
from baoguan.ui.models.question import question_text
from baoguan.ui.models.room import Room
from baoguan.ui.models.saved import SavedModel

_RECENT = 8
_ALIKE = 2
"""Of the saved searches, and of the recent queries, that hold what is being typed."""
_WHILE_TYPING = 8
"""Rows: the list lies over the results that come in meanwhile."""


class OffersModel(Offers):
    """Offers for the text in the field; suggestions for an older text are never shown for a newer one."""

    def __init__(self, room: Room, history: History, saved: SavedModel, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._history = history
        self._saved = saved

    def offer(self, text: str) -> None:
        """Gather what is to be offered for a text, and tell when it is there."""
        self.drop()
        asked = self.asked
        if not text.strip():
            self.put(tuple(self._kept()))
            return
        alike = tuple(self._alike(text.strip()))
        self.future = self._room.ask(
            lambda archive: archive.suggest(text),
            lambda words: self._complete(alike, words, text) if asked == self.asked else None,
            lambda error: self._fail(error, alike) if asked == self.asked else None,
        )

    def _complete(self, alike: tuple[Offer, ...], words: tuple[Suggestion, ...], text: str) -> None:
        self.put((*alike, *_words(words, text, alike))[:_WHILE_TYPING])

    def _fail(self, error: BaseException, kept: tuple[Offer, ...]) -> None:
        self.put(kept)
        if not isinstance(error, BaoguanError):  # an expected one has failed the search too, which tells it
            self._room.tell(error)

    def _kept(self) -> Iterator[Offer]:
        """Yield all that was kept, under headings."""
        if self._saved.searches:
            yield Offer(OfferKind.HEAD, QCoreApplication.translate("Offers", "保存的检索"))
            yield from map(_saved_offer, self._saved.searches)
        if self._history.queries:
            yield Offer(OfferKind.HEAD, QCoreApplication.translate("Offers", "最近的检索"))
            yield from map(_recent_offer, self._history.queries[:_RECENT])
            yield Offer(OfferKind.CLEAR, QCoreApplication.translate("Offers", "清空最近的检索"))

    def _alike(self, text: str) -> Iterator[Offer]:
        """Yield what was kept and holds a text."""
        wanted = text.casefold()
        named = [
            one for one in self._saved.searches if wanted in f"{one.name}\n{one.question.text}".casefold()
        ]
        yield from map(_saved_offer, named[:_ALIKE])
        asked = [one for one in self._history.queries if wanted in one.casefold() and one != text]
        yield from map(_recent_offer, asked[:_ALIKE])


def _saved_offer(saved: SavedSearch) -> Offer:
    return Offer(
        OfferKind.SAVED, saved.name or question_text(saved.question), saved.question.text, saved=saved
    )


def _recent_offer(text: str) -> Offer:
    return Offer(OfferKind.RECENT, text, text)


def _words(suggestions: tuple[Suggestion, ...], text: str, alike: tuple[Offer, ...]) -> Iterator[Offer]:
    """Yield the archive's words but for what is typed and offered already."""
    known = {text, *(offer.text for offer in alike if offer.kind is OfferKind.RECENT)}
    for one in suggestions:
        if one.text not in known:
            yield Offer(OfferKind.WORD, one.text, one.text, one.articles)
