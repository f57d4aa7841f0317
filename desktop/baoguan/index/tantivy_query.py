"""A tree in Tantivy's own queries: exactly, or as a bound from above or below where a leaf is not decided."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Protocol

from tantivy import FieldType, Occur, Query, Schema, Searcher, SearchResult

from baoguan.domain.query import DateRange, Field, Filed, NumberRange
from baoguan.index.analysis import BESIDE, PRINTED
from baoguan.index.field_names import GROUPS, numbers_in, own_in, text_in
from baoguan.index.pairs import is_pair, pairs
from baoguan.index.tantivy_numbers import blocks_around, next_above, next_below
from baoguan.index.tantivy_schema import (
    ARTICLE,
    DAY,
    FLAG,
    NEWEST,
    PAIRS,
    PAIRS_BESIDE,
    REVISION,
    characters,
    filed_term,
    ranges_in,
)
from baoguan.index.tree import Among, Both, Either, Flag, Flagged, Holds, Leaf, Reach, Sought, Without

_LONGEST = 200
"""Characters of the longest string that is decided: each costs a look at its postings."""
_MOST_PAIRS = 12
_MOST_NEEDED = 2
_ENDLESS = float("inf")


def decided(leaf: Holds) -> bool:
    """Tell whether a string is found exactly: of sensible length, and UTF-8 has bytes for it."""
    return 0 < len(leaf.folded) <= _LONGEST and _written(leaf.folded)


_Queries = tuple[Query, ...]


class _Leaves(Protocol):
    """Puts a leaf into a query that is right among the articles of some others."""

    def __call__(self, leaf: Leaf, among: _Queries) -> Query: ...


@dataclass(frozen=True, slots=True)
class Asking:
    """Puts trees into the queries of one index."""

    schema: Schema

    def exactly(self, tree: Sought) -> Query:
        """Return the query for a tree of decided leaves."""
        return self._tree(tree, self._leaf, self._leaf, ())

    def at_least(self, tree: Sought) -> Query:
        """Return a query that finds every article of a tree, those flagged ``UNSURE`` included."""
        return self._tree(tree, self._above, self._below, ())

    def every(self) -> Query:
        """Return the query for all articles."""
        return _without(Query.all_query(), Query.exists_query(REVISION))

    def term(self, field: str, value: str | int) -> Query:
        """Return the query for one term."""
        return Query.term_query(self.schema, field, value, "basic")

    def counted_term(self, field: str, value: str) -> Query:
        """Return the query for one term of a field that counts how often each article holds it."""
        return Query.term_query(self.schema, field, value, "freq")

    def _tree(self, tree: Sought, leaf: _Leaves, denied: _Leaves, among: _Queries) -> Query:
        """Return the query for a tree; ``denied`` answers the leaves under an odd number of ``Without``.

        What it finds beyond articles of all ``among`` is of no matter.
        """
        match tree:
            case Both(parts=parts):
                return self._both(parts, leaf, denied, among)
            case Either(parts=parts):
                return either([self._tree(part, leaf, denied, among) for part in parts])
            case Without(part=part):
                return _without(self._all(among), self._tree(part, denied, leaf, among))
            case _:
                return leaf(tree, among)

    def _both(self, parts: Iterable[Sought], leaf: _Leaves, denied: _Leaves, among: _Queries) -> Query:
        """Return the query for articles of all parts; what is excluded is subtracted from the others."""
        listed = list(_flat(parts))
        wanted = [self._tree(part, leaf, denied, ()) for part in listed if _is_narrow(part)]
        among = (*among, *wanted)
        needed = {
            part: self._needed(part) for part in listed if isinstance(part, Holds) and pairs(part.folded)
        }
        excluded = []
        for part in listed:
            if isinstance(part, Without):
                excluded.append(self._tree(part.part, denied, leaf, among))
            elif not _is_narrow(part):
                beside = (query for other, query in needed.items() if other != part)
                wanted.append(self._tree(part, leaf, denied, (*among, *islice(beside, _MOST_NEEDED))))
        kept = both(wanted) if wanted else self._all(among)
        return _without(kept, *excluded) if excluded else kept

    def _all(self, among: _Queries) -> Query:
        return both(among) if among else self.every()

    def _above(self, leaf: Leaf, among: _Queries) -> Query:
        if not isinstance(leaf, Holds) or decided(leaf):
            return self._leaf(leaf, among)
        shorter = leaf.folded[:_LONGEST]
        if not _written(shorter):
            return self._flagged(Flag.UNSURE)
        return self._leaf(replace(leaf, folded=shorter), among) if shorter else self.every()

    def _below(self, leaf: Leaf, among: _Queries) -> Query:
        if not isinstance(leaf, Holds):
            return self._leaf(leaf, among)
        if not decided(leaf):
            return Query.empty_query()
        return _without(self._leaf(leaf, among), self._flagged(Flag.UNSURE))

    def _leaf(self, leaf: Leaf, among: _Queries) -> Query:
        match leaf:
            case Holds():
                return either(self._held(leaf, among))
            case Flagged(flag=flag):
                return self._flagged(flag)
            case Among(articles=articles):
                return Query.term_set_query(self.schema, ARTICLE, sorted(articles))
            case DateRange():
                return self._dated(leaf)
            case NumberRange():
                return self._reporting(leaf)
            case Filed(facet=facet, value=value):
                return self.term(facet.value, filed_term(value))

    def _flagged(self, flag: str) -> Query:
        return self.term(FLAG, flag)

    def _held(self, leaf: Holds, among: _Queries) -> list[Query]:
        """Return queries of which any finds articles that hold a string.

        Tantivy looks through the whole of every part of a union, whatever narrows the union, and phrases
        are dear: so ``among`` narrows each part.
        """
        text, found = leaf.folded, []
        printed = [each for each in PRINTED if leaf.field in (Field.ANY, each)]
        if leaf.reach is Reach.OWN:
            return [both([self._string(own_in(each), text), *among]) for each in printed]
        beside = [each for each in BESIDE if leaf.field in (Field.ANY, each)]
        for name, fields in ((PAIRS, printed), (PAIRS_BESIDE, beside)):
            if name == PAIRS_BESIDE and leaf.reach is not Reach.ANYWHERE:
                continue
            if leaf.field is Field.ANY and is_pair(text):
                found.append(both([self.term(name, text), *among]))
                continue
            narrowed = [*among, *self._pairs(name, text)]
            found += [both([*narrowed, self._string(text_in(each), text)]) for each in fields]
        return found

    def _needed(self, leaf: Holds) -> Query:
        """Return a query for all articles that hold a string, and some that hold its pairs alone."""
        printed = both(self._pairs(PAIRS, leaf.folded))
        if leaf.reach is not Reach.ANYWHERE:
            return printed
        return either([printed, both(self._pairs(PAIRS_BESIDE, leaf.folded))])

    def _pairs(self, name: str, text: str) -> list[Query]:
        """Return queries that fewer articles match than those for the single characters of a string."""
        needed = list(dict.fromkeys(pairs(text)))[:_MOST_PAIRS]
        return [self.term(name, pair) for pair in needed]

    def _string(self, field: str, text: str) -> Query:
        listed: list[str | tuple[int, str]] = [*characters(text)]
        if len(listed) == 1:
            return self.term(field, characters(text)[0])
        return Query.phrase_query(self.schema, field, listed)

    def _dated(self, wanted: DateRange) -> Query:
        if wanted.first is None and wanted.last is None:
            return Query.exists_query(DAY)
        first = wanted.first.toordinal() if wanted.first else None
        last = wanted.last.toordinal() if wanted.last else None
        return Query.range_query(self.schema, DAY, FieldType.Integer, first, last)

    def _reporting(self, wanted: NumberRange) -> Query:
        """Return the query for numbers that overlap bounds: they begin within, or hold the lower one."""
        group = GROUPS.get(wanted.group)
        if group is None:
            return Query.empty_query()
        low = -_ENDLESS if wanted.low is None else wanted.low + 0.0
        high = _ENDLESS if wanted.high is None else wanted.high + 0.0
        low = next_above(low) if wanted.low_open else low
        high = next_below(high) if wanted.high_open else high
        if low > high:
            return Query.empty_query()
        within = Query.range_query(self.schema, numbers_in(group), FieldType.Float, low, high)
        return either([within, Query.term_set_query(self.schema, ranges_in(group), blocks_around(low))])


def _flat(parts: Iterable[Sought]) -> Iterator[Sought]:
    """Yield parts that must all hold; of those that ask for several, what they ask for."""
    for part in parts:
        if isinstance(part, Both):
            yield from _flat(part.parts)
        else:
            yield part


def _is_narrow(tree: Sought) -> bool:
    """Tell whether a tree is found without reading positions."""
    if isinstance(tree, Either):
        return all(map(_is_narrow, tree.parts))
    return isinstance(tree, Flagged | Among | Filed)


def both(parts: Sequence[Query]) -> Query:
    """Return the query for articles of all parts, at least one."""
    if len(parts) == 1:
        return parts[0]
    return Query.boolean_query([(Occur.Must, part) for part in parts])


def either(parts: Sequence[Query]) -> Query:
    """Return the query for articles of any part."""
    if len(parts) == 1:
        return parts[0]
    return Query.boolean_query([(Occur.Should, part) for part in parts])


def count(searcher: Searcher, query: Query) -> int:
    """Return how many articles a query finds."""
    # In the order of a column no scores are worked out.
    return counted(searcher.search(query, 1, order_by_field=NEWEST))


def counted(result: SearchResult) -> int:
    """Return how many articles a search found that was asked to count them."""
    untyped: Any = result  # the library's types leave it out
    return int(untyped.count)


def _without(query: Query, *excluded: Query) -> Query:
    parts = [(Occur.Must, query), *((Occur.MustNot, part) for part in excluded)]
    return Query.boolean_query(parts)


def _written(text: str) -> bool:
    """Tell whether a string is indexed as it is: what UTF-8 has no bytes for is U+FFFD there."""
    if "\ufffd" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
