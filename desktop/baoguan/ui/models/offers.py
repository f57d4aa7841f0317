"""Rows that are offered below a line to type into."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QObject, Qt, Signal

from baoguan.domain.saved_search import SavedSearch
from baoguan.ui.models.roles import ACCESSIBLE, COUNT, DISPLAY, RECORD, TOP, Index


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
    count: int | None = None
    """How many articles, or statistics, it would find."""
    saved: SavedSearch | None = None


class Offers(QAbstractListModel):
    """Rows with their words, and how much each would find; a heading is only read."""

    offered = Signal()
    """The rows are those for the text asked last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked = 0
        """How many times something was asked: what an older question finds is not for a newer one."""
        self.future: Future[Any] | None = None
        self.offers: tuple[Offer, ...] = ()

    def drop(self) -> None:
        """Let nothing asked so far be offered any more."""
        self.asked += 1
        if self.future is not None:
            self.future.cancel()  # one not begun yet shall not keep others waiting

    def count_text(self, count: int) -> str:
        """Return how much a row would find, in words."""
        return QCoreApplication.translate("Offers", "{count} 篇").format(count=f"{count:,}")

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the words, the spoken description, how much it finds or the Offer of a row."""
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == RECORD:
            return offer
        if role == DISPLAY:
            return offer.words
        if role == COUNT:
            return None if offer.count is None else self.count_text(offer.count)
        if role == ACCESSIBLE:
            return self._spoken(offer)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row: a heading is only read."""
        if index.isValid() and self.offers[index.row()].kind is OfferKind.HEAD:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def put(self, offers: tuple[Offer, ...]) -> None:
        """Offer these rows."""
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()
        self.offered.emit()

    def _spoken(self, offer: Offer) -> str:
        """Return what a screen reader says of a row."""
        if offer.count is not None:
            return f"{offer.words}，{self.count_text(offer.count)}"
        kind = {
            OfferKind.SAVED: QCoreApplication.translate("Offers", "保存的检索"),
            OfferKind.RECENT: QCoreApplication.translate("Offers", "最近的检索"),
        }.get(offer.kind, "")
        return " ".join(part for part in (kind, offer.words) if part)
