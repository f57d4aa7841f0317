"""One segment of the index, opened for reading: its postings as the bits of numbers, and its columns."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from whoosh.reading import SegmentReader

from baoguan.domain.query import DateRange, Facet, Field, NumberRange
from baoguan.index.analysis import WordField
from baoguan.index.whoosh_codec import ListsReader
from baoguan.index.whoosh_postings import bits_of, places_of, unpack, unpack_bits
from baoguan.index.whoosh_schema import (
    ARTICLE,
    DAY,
    FILED,
    NUMBERS,
    REVISION,
    as_bytes,
    filed,
    holds,
    length_field,
    numbers,
)

_KEPT_LISTS = 2048
_KEPT_RANGES = 64
_KEPT_STRINGS = 256
B, K1 = 0.75, 1.2  # of BM25, as Whoosh has them


class Leaf:
    """A segment. A set of its articles is a number, of which bit n stands for place n."""

    def __init__(self, storage: Any, schema: Any, segment: Any) -> None:
        """Open a segment; what is deleted of it is told by ``segment``."""
        self._reader = SegmentReader(storage, schema, segment)
        codec: Any = self._reader.codec()
        self._terms: ListsReader = codec.terms_reader(self._reader.storage(), segment)
        self.size = self._reader.doc_count_all()
        self.articles: Sequence[int] = list(self._column(ARTICLE))
        self.days: Sequence[int] = list(self._column(DAY))
        self._revisions = [(int(name), unpack_bits(held)) for name, held in self.terms(REVISION, "")]
        self.holding = lru_cache(_KEPT_LISTS)(self._holding)
        self.within = lru_cache(_KEPT_RANGES)(self._within)
        self.among = lru_cache(_KEPT_RANGES)(self._among)
        self.filed_under = lru_cache(None)(self._filed_under)
        self.damping = lru_cache(len(WordField))(self._damping)
        self.words = lru_cache(None)(self._words)
        self._texts = lru_cache(None)(self._column)
        self._read: dict[tuple[str, str, Sequence[Field]], tuple[int, int]] = {}
        self.delete(segment)

    def delete(self, segment: Any) -> None:
        """Take over what is deleted."""
        self._present = ((1 << self.size) - 1) & ~bits_of(segment.deleted_docs(), self.size)
        self.alive = self._present
        """The articles that are not deleted."""
        for _, place in self._revisions:
            self.alive &= ~place

    def revision(self) -> int:
        """Return the revision that stands here, 0 for none."""
        return max((number for number, place in self._revisions if place & self._present), default=0)

    def revision_places(self) -> int:
        """Return the places that hold no article but a revision."""
        return self._present & ~self.alive

    def terms(self, field: str, prefix: str) -> Iterator[tuple[str, bytes]]:
        """Yield the terms of a field that begin with a prefix, and their packed posting lists, in order."""
        return self._terms.beginning(field, prefix)

    def postings(self, field: str, term: str) -> tuple[Sequence[int], bytes]:
        """Return the places of a term, ascending, and how often each holds it."""
        packed = self._terms.packed(field, term)
        return unpack(packed) if packed else ((), b"")

    def _holding(self, field: str, term: str) -> int:
        """Return the places of a term."""
        packed = self._terms.packed(field, term)
        return unpack_bits(packed) if packed else 0

    def holding_in_text(self, column: str, fields: Sequence[Field], sought: str, possible: int) -> int:
        """Return which of these places hold a string in one of a column's fields; each text is read once."""
        key = (column, sought, fields)
        read, held = self._read.get(key, (0, 0))
        if left := places_of(possible & ~read):
            texts, string = self._texts(column), as_bytes(sought)
            found = [place for place in left if holds(texts[place], fields, string)]
            read, held = read | possible, held | bits_of(found, self.size)
            if len(self._read) >= _KEPT_STRINGS:
                self._read.clear()
            self._read[key] = read, held
        return held & possible

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place of each article."""
        return {article: place for place, article in enumerate(self.articles)}

    def _among(self, articles: frozenset[int]) -> int:
        """Return the places of these articles."""
        if len(articles) > self.size:
            return bits_of((place for place, one in enumerate(self.articles) if one in articles), self.size)
        places = self.places
        return bits_of((places[one] for one in articles if one in places), self.size)

    def _filed_under(self, facet: Facet) -> Mapping[str, int]:
        """Return the places of each value of a facet."""
        start = filed(facet, "")
        return {term[len(start) :]: unpack_bits(packed) for term, packed in self.terms(FILED, start)}

    def _damping(self, field: WordField, average: float) -> Sequence[float]:
        """Return how much BM25 damps a word in a part at each place: a long part more than a short one."""
        lengths = self._column(length_field(field))
        return [K1 * (1 - B + B * length / average) for length in lengths]

    def _words(self, field: WordField) -> int:
        """Return how many words a part has in all places together."""
        return sum(self._column(length_field(field)))

    def _column(self, name: str) -> Any:
        """Return what each place has in a column."""
        return self._reader.column_reader(name, translate=False)

    def _within(self, leaf: DateRange | NumberRange) -> int:
        """Return the places with a date or number within bounds."""
        return bits_of(self._dated(leaf) if isinstance(leaf, DateRange) else self._reporting(leaf), self.size)

    def _dated(self, wanted: DateRange) -> Iterable[int]:
        days, places = self._by_day
        first = bisect_left(days, wanted.first.toordinal() if wanted.first else 1)
        last = bisect_right(days, wanted.last.toordinal()) if wanted.last else len(days)
        return places[first:last]

    @cached_property
    def _by_day(self) -> tuple[Sequence[int], Sequence[int]]:
        """The days, ascending, undated places first, and the place of each."""
        places = sorted(range(self.size), key=self.days.__getitem__)
        return [self.days[place] for place in places], places

    def _reporting(self, wanted: NumberRange) -> Iterable[int]:
        return (
            place for low, high, place in self._numbers.get(wanted.group, ()) if overlap(wanted, low, high)
        )

    @cached_property
    def _numbers(self) -> Mapping[str, Sequence[tuple[float, float, int]]]:
        """The low, high and place of every number of each group."""
        found: dict[str, list[tuple[float, float, int]]] = {}
        for place, packed in enumerate(self._column(NUMBERS)):
            for group, low, high in numbers(packed):
                found.setdefault(group, []).append((low, high, place))
        return found

    def close(self) -> None:
        """Let go of the files."""
        kept_lists = (self.holding, self.within, self.among, self.filed_under, self.damping, self.words)
        for kept in (*kept_lists, self._texts):
            kept.cache_clear()
        self._read.clear()
        self._terms.close()
        self._reader.close()


def overlap(wanted: NumberRange, low: float, high: float) -> bool:
    """Tell whether any part of a reported range lies within the bounds that are wanted."""
    if wanted.low is not None and (high <= wanted.low if wanted.low_open else high < wanted.low):
        return False
    if wanted.high is not None:
        return low < wanted.high if wanted.high_open else low <= wanted.high
    return True
