"""The values that hits are filed under, as a tree of facets in which values are chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from baoguan.domain.query import Facet, Filed, Spread
from baoguan.ui.models.facet_names import facet_text, value_text
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD, TOP, Index

CHECKED = int(Qt.ItemDataRole.CheckStateRole)
FACETS = (Facet.TITLE, Facet.YEAR, Facet.SECTION, Facet.BYLINE, Facet.TAG, Facet.KIND, Facet.HOLDING)
"""In the order they stand in; months stand below their year."""
SHOWN = 8
"""Values of a facet that are not chosen; the others are left to “更多”."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A value of a facet and how many articles are filed under it; ``fullest`` are the most under any."""

    filed: Filed
    articles: int
    fullest: int
    chosen: bool

    @property
    def name(self) -> str:
        """What the value is called."""
        return value_text(self.filed)


@dataclass(frozen=True, slots=True)
class Rest:
    """The values of a facet that are not shown; ``values`` counts those that are as well."""

    facet: Facet
    values: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A facet and the rows below it."""

    facet: Facet
    rows: tuple[Tally | Rest, ...]
    chosen: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """A facet's values with their counts, the chosen ones first; ``fullest`` is the greatest count.

    A value that nothing is filed under stands there only where it is chosen.
    """

    facet: Facet
    chosen: tuple[tuple[str, int], ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    fullest: int = 0

    def __len__(self) -> int:
        return len(self.chosen) + len(self.others)

    def tallies(self, start: int = 0, end: int | None = None) -> tuple[Tally, ...]:
        """Return a portion of the values: a facet may have very many."""
        known = len(self.chosen)
        places = range(len(self))[start:end]
        pairs = (self.chosen[place] if place < known else self.others[place - known] for place in places)
        return tuple(
            Tally(Filed(self.facet, value), articles, self.fullest, place < known)
            for place, (value, articles) in zip(places, pairs, strict=True)
        )

    def holding(self, text: str) -> "Ranking":
        """Return the values whose names hold ``text``, in any case."""
        wanted = text.strip().casefold()
        if not wanted:
            return self
        chosen, others = (
            tuple(pair for pair in pairs if wanted in value_text(Filed(self.facet, pair[0])).casefold())
            for pairs in (self.chosen, self.others)
        )
        return replace(self, chosen=chosen, others=others)


def ranking(spread: Spread, filters: Sequence[Filed], facet: Facet) -> Ranking:
    """Return a facet's values in the spread's order."""
    pairs = spread.counts.get(facet, ())
    wanted = {filed.value for filed in filters if filed.facet is facet}
    chosen = [pair for pair in pairs if pair[0] in wanted]
    missing = sorted(wanted - {value for value, _articles in chosen})
    return Ranking(
        facet,
        (*chosen, *((value, 0) for value in missing)),
        tuple([pair for pair in pairs if pair[1] and pair[0] not in wanted]),
        max([articles for _value, articles in pairs], default=0),
    )


def branches(spread: Spread, filters: Sequence[Filed]) -> tuple[Branch, ...]:
    """Return the facets that have any value, each with the rows shown below it."""
    made = (_branch(spread, filters, facet) for facet in FACETS)
    return tuple(branch for branch in made if branch.rows)


def _branch(spread: Spread, filters: Sequence[Filed], facet: Facet) -> Branch:
    found = ranking(spread, filters, facet)
    if facet is Facet.YEAR and len(found.others) > SHOWN:  # not in order of time where some are left out
        found = replace(found, others=tuple(sorted(found.others, key=lambda pair: -pair[1])))
    shown = found.tallies(0, len(found.chosen) + SHOWN)
    rows: list[Tally | Rest] = [*shown]
    if facet is Facet.YEAR:
        rows = list(_with_months(shown, ranking(spread, filters, Facet.MONTH).tallies()))
    if len(found) > len(shown):
        rows.append(Rest(facet, len(found)))
    return Branch(facet, tuple(rows), sum(isinstance(row, Tally) and row.chosen for row in rows))


def _with_months(years: Sequence[Tally], months: Sequence[Tally]) -> Iterator[Tally]:
    """Yield years, and below each chosen one its months; a month chosen without its year stands first."""
    chosen = {year.filed.value for year in years if year.chosen}
    yield from (month for month in months if month.chosen and _year(month) not in chosen)
    for year in years:
        yield year
        if year.chosen:
            own = [month for month in months if _year(month) == year.filed.value]
            yield from sorted(own, key=lambda month: month.filed.value)


def _year(month: Tally) -> str:
    return month.filed.value.partition("-")[0]


class FacetsModel(QAbstractItemModel):
    """Facets, and below each its values and, where there are more of them, a row that leads to the rest."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.branches: tuple[Branch, ...] = ()

    def show(self, found: tuple[Branch, ...]) -> None:
        """Show other facets; where nothing but counts and choices changed, every row stays where it is."""
        if [len(branch.rows) for branch in found] == [len(branch.rows) for branch in self.branches] and [
            branch.facet for branch in found
        ] == [branch.facet for branch in self.branches]:
            self.branches = found
            for row, branch in enumerate(found):
                top = self.index(row, 0)
                self.dataChanged.emit(top, top)
                self.dataChanged.emit(self.index(0, 0, top), self.index(len(branch.rows) - 1, 0, top))
            return
        self.beginResetModel()
        self.branches = found
        self.endResetModel()

    def find(self, facet: Facet | None, filed: Filed | None) -> QModelIndex:
        """Return the index of a facet, or of the row of a value; an invalid one where there is none."""
        for place, branch in enumerate(self.branches):
            top = self.index(place, 0)
            if branch.facet is facet:
                return top
            for row, shown in enumerate(branch.rows):
                if isinstance(shown, Tally) and shown.filed == filed:
                    return self.index(row, 0, top)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = TOP) -> QModelIndex:
        """Return the index of a row; its internal id is the place of its facet, from 1, or 0 for a facet."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

    @overload
    def parent(self, /) -> QObject | None: ...

    @overload
    def parent(self, child: Index, /) -> QModelIndex: ...

    def parent(self, child: Index | None = None, /) -> QObject | QModelIndex | None:
        """Return the index of a row's facet; without a row, the object that owns the model."""
        if child is None:
            return super().parent()
        place = child.internalId() if child.isValid() else 0
        return self.createIndex(place - 1, 0, 0) if place else QModelIndex()

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many rows stand below a facet, or how many facets there are."""
        if not parent.isValid():
            return len(self.branches)
        return 0 if parent.internalId() else len(self.branches[parent.row()].rows)

    def columnCount(self, parent: Index = TOP) -> int:
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the name, the spoken description, the record or the check mark of a row."""
        if not index.isValid():
            return None
        place = index.internalId()
        if place:
            return row_text(self.branches[place - 1].rows[index.row()], role)
        branch = self.branches[index.row()]
        if role == RECORD:
            return branch
        return facet_text(branch.facet) if role in (DISPLAY, ACCESSIBLE) else None


class ValuesModel(QAbstractListModel):
    """All values of one facet whose names hold a text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = self._shown = Ranking(Facet.TITLE)
        self._text = ""

    def show(self, found: Ranking) -> None:
        """Show other values."""
        self._all = found
        self.narrow(self._text)

    def narrow(self, text: str) -> None:
        """Show the values whose names hold ``text``, in any case."""
        self._text = text
        self.beginResetModel()
        self._shown = self._all.holding(text)
        self.endResetModel()

    def tally(self, row: int) -> Tally:
        """Return the value of a row."""
        return self._shown.tallies(row, row + 1)[0]

    def row_of(self, filed: Filed) -> int:
        """Return the row of a value, -1 where it is not shown."""
        values = [value for value, _articles in (*self._shown.chosen, *self._shown.others)]
        return values.index(filed.value) if filed.facet is self._shown.facet and filed.value in values else -1

    def rowCount(self, parent: Index = TOP) -> int:
        """Return how many values are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return the name, the spoken description, the Tally or the check mark of a row."""
        return row_text(self.tally(index.row()), role) if index.isValid() else None


def row_text(row: Tally | Rest, role: int) -> object:
    """Return what a row below a facet is, says, and is said to be."""
    if role == RECORD:
        return row
    if isinstance(row, Rest):
        more = QCoreApplication.translate("Facets", "更多（共 {count} 个）").format(count=f"{row.values:,}")
        return more if role in (DISPLAY, ACCESSIBLE) else None
    if role == DISPLAY:
        return row.name
    if role == CHECKED:
        return int((Qt.CheckState.Checked if row.chosen else Qt.CheckState.Unchecked).value)
    if role == ACCESSIBLE:
        said = QCoreApplication.translate("Facets", "{name}，{count} 篇")
        if row.chosen:
            said = QCoreApplication.translate("Facets", "{name}，{count} 篇，已选")
        return said.format(name=row.name, count=f"{row.articles:,}")
    return None
