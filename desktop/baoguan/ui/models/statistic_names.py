"""The names that statistics bear, offered while one types one of them."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from baoguan.domain.records import NameCount, NamedColumn, StatisticFilter
from baoguan.ui.models.narrowing import without
from baoguan.ui.models.offers import Offer, OfferKind, Offers
from baoguan.ui.models.room import Room
from baoguan.ui.models.unit_names import unit_name

_OFFERED = 50
_UNITS = 500
"""Units are few: all are read, and those are offered whose name on the screen holds what is typed."""


class StatisticNames(Offers):
    """Offers units, measures, subjects, places or titles, the most frequent first."""

    def __init__(self, room: Room, column: NamedColumn, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._column: NamedColumn = column

    def offer(self, text: str, wanted: StatisticFilter) -> None:
        """Gather the names that begin with a text, of the statistics wanted, and tell when they are there."""
        self.drop()
        asked, column, typed = self.asked, self._column, text.strip()
        among = without(wanted, column)
        prefix, most = ("", _UNITS) if column == "unit" else (typed, _OFFERED)
        self.future = self._room.ask(
            lambda archive: archive.statistic_values(among, column, prefix, most),
            partial(self._show, asked, typed),
        )

    def count_text(self, count: int) -> str:
        """Return how many statistics bear a name, in words."""
        return QCoreApplication.translate("Offers", "{count} 条").format(count=f"{count:,}")

    def _show(self, asked: int, typed: str, names: tuple[NameCount, ...]) -> None:
        if asked != self.asked:
            return
        offers = [Offer(OfferKind.WORD, self._words(one.name), one.name, one.statistics) for one in names]
        if self._column == "unit":
            offers = [offer for offer in offers if typed in offer.words or typed == offer.text][:_OFFERED]
        self.put(tuple(offers))

    def _words(self, name: str) -> str:
        return unit_name(name) if self._column == "unit" else name
