"""Posting lists: which places of a segment hold a term, how often, and how that is written."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import compress, groupby
from struct import Struct

from whoosh.externalsort import SortingPool

_COUNT_BITS = 4
_MOST_COUNTED = (1 << _COUNT_BITS) - 1
"""Of a word that stands more often in an article, so many are counted: BM25 tells them hardly apart."""

# The first byte of a list as written. As gathered: four bytes for each place and count. As numbers or
# bits: a head, two or four bytes for each place or a bit for each up to the last, then the counts, if any.
_GATHERED, _BITS, _SHORT, _LONG, _COUNTED = 1, 0, 2, 4, 8
_HEAD = Struct("<BI")
_TYPE = {_SHORT: "H", _LONG: "I"}
_FEW = 8
_TRUTH = bytes.maketrans(b"01", b"\x00\x01")

Terms = Counter[str] | Set[str]
Posting = tuple[str, Terms, int, float, bytes]
"""A field, its terms (counted in a ``Counter``), a place in the segment; the rest is Whoosh's."""


def pack(gathered: "array[int]") -> bytes:
    """Return a posting list, places ascending with their counts, as the fewest bytes."""
    if len(gathered) <= _FEW:
        return bytes((_GATHERED,)) + gathered.tobytes()
    places = [each >> _COUNT_BITS for each in gathered]
    counts = bytes([each & _MOST_COUNTED for each in gathered])
    width = _SHORT if places[-1] < 1 << 16 else _LONG
    if places[-1] >> 3 < len(places) * width:
        kind, body = _BITS, bytes(_bit_array(places))
    else:
        kind, body = width, array(_TYPE[width], places).tobytes()
    if counts.count(1) == len(counts):
        return _HEAD.pack(kind, len(places)) + body
    return _HEAD.pack(kind | _COUNTED, len(places)) + body + counts


def frequency(packed: bytes) -> int:
    """Return how many places a posting list has."""
    return len(packed) >> 2 if packed[0] == _GATHERED else int(_HEAD.unpack_from(packed)[1])


def unpack_bits(packed: bytes) -> int:
    """Return the places of a posting list as the bits of a number."""
    kind, body, _ = _parts(packed)
    if kind == _BITS:
        return int.from_bytes(body, "little")
    places = _gathered(body)[0] if kind == _GATHERED else array(_TYPE[kind], body)
    return int.from_bytes(_bit_array(places), "little")


def unpack(packed: bytes) -> tuple[Sequence[int], bytes]:
    """Return the places of a posting list, ascending, and how often each holds the term, 15 for more."""
    kind, body, counts = _parts(packed)
    if kind == _GATHERED:
        return _gathered(body)
    places = places_of(int.from_bytes(body, "little")) if kind == _BITS else array(_TYPE[kind], body)
    return places, counts or b"\x01" * len(places)


def _parts(packed: bytes) -> tuple[int, bytes, bytes]:
    if packed[0] == _GATHERED:
        return _GATHERED, packed[1:], b""
    kind, count = _HEAD.unpack_from(packed)
    end = len(packed) - count if kind & _COUNTED else len(packed)
    return kind & ~_COUNTED, packed[_HEAD.size : end], packed[end:]


def _gather(place: int, count: int) -> int:
    return place << _COUNT_BITS | count


def _gathered(body: bytes) -> tuple[list[int], bytes]:
    gathered = array("I", body)
    return [each >> _COUNT_BITS for each in gathered], bytes([each & _MOST_COUNTED for each in gathered])


def _bit_array(places: Sequence[int]) -> bytearray:
    made = bytearray((places[-1] >> 3) + 1)
    for place in places:
        made[place >> 3] |= 1 << (place & 7)
    return made


def bits_of(places: Iterable[int], size: int) -> int:
    """Return places below ``size``, in any order, as the bits of a number."""
    made = bytearray((size >> 3) + 1)
    for place in places:
        made[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(made, "little")


def truths(bits: int) -> bytes:
    """Return for each place up to the last one set whether it is, as bytes of 0 and 1."""
    return f"{bits:b}"[::-1].encode().translate(_TRUTH)


def places_of(bits: int) -> list[int]:
    """Return the places that are set, ascending."""
    return list(compress(range(bits.bit_length()), truths(bits)))


def _lists() -> "defaultdict[str, array[int]]":
    return defaultdict(partial(array, "I"))


class Gathered(SortingPool):
    """The postings of a segment that is being written: term by term, not one by one, as Whoosh has them.

    Places only ascend. What does not fit in memory goes to temporary files.
    """

    most = 24_000_000
    """Postings held in memory: each takes four bytes."""

    def __init__(self, folder: str) -> None:
        super().__init__(tempdir=folder)
        self._clear()

    def add(self, item: Posting) -> None:
        """Take in the terms of one field at one place."""
        field, terms, place, *_ = item
        lists = self._lists[field]
        at = place << _COUNT_BITS
        if isinstance(terms, Counter):
            for term, count in terms.items():
                lists[term].append(at | (count if count < _MOST_COUNTED else _MOST_COUNTED))
        else:
            at += 1
            for term in terms:
                lists[term].append(at)
        self._let_out(len(terms))

    def extend(
        self, field: str, term: str, packed: bytes, start: int, moved: Mapping[int, int] | None
    ) -> None:
        """Take in a posting list of another segment: places go to ``moved``, or all by ``start``."""
        _, body, _ = _parts(packed)
        gathered = array("I", body) if packed[0] == _GATHERED else map(_gather, *unpack(packed))
        if moved is None:
            by = start << _COUNT_BITS
            more = [each + by for each in gathered]
        else:
            kept = ((moved.get(each >> _COUNT_BITS), each & _MOST_COUNTED) for each in gathered)
            more = [_gather(place, count) for place, count in kept if place is not None]
        if more:
            self._lists[field][term].extend(more)
            self._let_out(len(more))

    def _clear(self) -> None:
        self._lists: defaultdict[str, defaultdict[str, array[int]]] = defaultdict(_lists)
        self._held = 0

    def _let_out(self, added: int) -> None:
        self._held += added
        if self._held > self.most:
            self.save()

    def save(self) -> None:
        """Move what is held to a temporary file."""
        # The first place of each list keeps the parts of one term in order when files are merged.
        self.current = [(field, term, held[0], held.tobytes()) for field, term, held in self._in_order()]
        self._clear()
        super().save()

    def iter_postings(self) -> Iterator[tuple[str, bytes, bytes]]:
        """Yield each field, term and packed posting list, in order of these."""
        if not self.runs:
            yield from ((field, term, pack(held)) for field, term, held in self._in_order())
            return
        self.save()
        for (field, term), parts in groupby(self.items(), lambda part: part[:2]):
            whole = array("I")
            for *_, part in parts:
                whole.frombytes(part)
            yield field, term, pack(whole)

    def _in_order(self) -> Iterator[tuple[str, bytes, "array[int]"]]:
        for field in sorted(self._lists):
            lists = self._lists[field]
            for term in sorted(lists):
                yield field, term.encode("utf-8", "surrogatepass"), lists[term]
