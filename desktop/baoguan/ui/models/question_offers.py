"""What the search field offers: saved searches, recent queries, and words of the archive."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QObject, Qt, Signal

from baoguan.domain.errors import BaoguanError
from baoguan.domain.query import Suggestion
from baoguan.domain.saved_search import SavedSearch
from baoguan.ui.models.history import History
from baoguan.ui.models.question import question_text
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD, TOP, Index
from baoguan.ui.models.room import Room
from baoguan.ui.models.saved import SavedModel

_RECENT = 8
_ALIKE = 2
"""Of the saved searches, and of the recent queries, that hold what is being typed."""
_WHILE_TYPING = 8
"""Rows: the list lies over the results that come in meanwhile."""


class OfferKind(Enum):
    """What a row of the offers is."""

    HEAD = "head"
    SAVED = "saved"
    RECENT = "recent"
    WORD = "word"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: what it says, the query text it stands for, and what else is known of it."""

    kind: OfferKind
    words: str
    text: str = ""
    articles: int | None = None
    saved: SavedSearch | None = None


class OffersModel(QAbstractListModel):
    """Offers for the text in the field; suggestions for an older text are never shown for a newer one."""

    offered = Signal()
    """The rows are those for the text asked last."""

    def __init__(self, room: Room, history: History, saved: SavedModel, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._history = history
        self._saved = saved
        self._asked = 0
        self._future: Future[tuple[Suggestion, ...]] | None = None
        self.offers: tuple[Offer, ...] = ()

    def offer(self, text: str) -> None:
        """Gather what is to be offered for a text, and tell when it is there."""
        self.drop()
        asked = self._asked
        if not text.strip():
            self._put(tuple(self._kept()))
            return
        alike = tuple(self._alike(text.strip()))
        self._future = self._room.ask(
            lambda archive: archive.suggest(text),
            lambda words: self._complete(alike, words, text) if asked == self._asked else None,
            lambda error: self._fail(error, alike) if asked == self._asked else None,
        )

    def drop(self) -> None:
        """Let nothing asked so far be offered any more."""
        self._asked += 1
        if self._future is not None:
            self._future.cancel()  # one not begun yet shall not keep the search waiting

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the words, the spoken description or the Offer of a row."""
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == RECORD:
            return offer
        if role == DISPLAY:
            return offer.words
        if role == ACCESSIBLE:
            return _spoken(offer)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: a heading is only read."""
        if index.isValid() and self.offers[index.row()].kind is OfferKind.HEAD:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def _put(self, offers: tuple[Offer, ...]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()
        self.offered.emit()

    def _complete(self, alike: tuple[Offer, ...], words: tuple[Suggestion, ...], text: str) -> None:
        self._put((*alike, *_words(words, text, alike))[:_WHILE_TYPING])

    def _fail(self, error: BaseException, kept: tuple[Offer, ...]) -> None:
        self._put(kept)
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


def _spoken(offer: Offer) -> str:
    """Return what a screen reader says of a row."""
    if offer.articles is not None:
        words = QCoreApplication.translate("Offers", "{word}，{count} 篇")
        return words.format(word=offer.words, count=offer.articles)
    kind = {
        OfferKind.SAVED: QCoreApplication.translate("Offers", "保存的检索"),
        OfferKind.RECENT: QCoreApplication.translate("Offers", "最近的检索"),
    }.get(offer.kind, "")
    return " ".join(part for part in (kind, offer.words) if part)
