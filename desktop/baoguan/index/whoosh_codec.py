"""How a segment is written and read: Whoosh's own codec, with each posting list whole, beside its term.

Whoosh's posting lists are read and written place by place, in Python: at ten thousand articles
that is most of the time of building an index and of searching it.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import accumulate, groupby, islice
from struct import Struct
from typing import Any

from whoosh.codec.whoosh3 import W3Codec

_TERMS_A_BLOCK = 64
_LONG = 8  # bytes
_HEAD = Struct("<II")  # how many terms; bytes of all terms
_BETWEEN = b"\xff"  # in no UTF-8


@dataclass(slots=True)
class _Blocks:
    """Where the terms of a field stand in the file: the last term of each block, and where it ends."""

    start: int
    last: list[bytes]
    ends: list[int]


class ListCodec(W3Codec):
    """Whoosh's codec, but for its posting lists."""

    def field_writer(self, storage: Any, segment: Any) -> "ListsWriter":
        """Return what writes a segment's terms."""
        return ListsWriter(segment.create_file(storage, self.TERMS_EXT))

    def terms_reader(self, storage: Any, segment: Any) -> "ListsReader":
        """Return what reads a segment's terms."""
        name = segment.make_filename(self.TERMS_EXT)
        return ListsReader(storage.open_file(name), storage.file_length(name))


class ListsWriter:
    """Writes posting lists as they come from ``Gathered.iter_postings``, in blocks of terms."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._fields: dict[str, _Blocks] = {}
        self.is_closed = False

    def add_postings(
        self, schema: object, lengths: object, items: Iterable[tuple[str, bytes, bytes]]
    ) -> None:
        """Write posting lists, given in order of field and term."""
        for field, of_field in groupby(items, lambda item: item[0]):
            blocks = self._fields[field] = _Blocks(self._file.tell(), [], [])
            while block := list(islice(of_field, _TERMS_A_BLOCK)):
                names = _BETWEEN.join(term for _, term, _ in block)
                lengths_of_lists = array("I", (len(packed) for *_, packed in block))
                head = _HEAD.pack(len(block), len(names)) + lengths_of_lists.tobytes()
                self._file.write(b"".join((head, names, *(packed for *_, packed in block))))
                blocks.last.append(block[-1][1])
                blocks.ends.append(self._file.tell())

    def close(self) -> None:
        """Finish the file; once more does nothing."""
        if self.is_closed:
            return
        self.is_closed = True
        with closing(self._file) as file:
            at = file.tell()
            file.write_pickle({name: (b.start, b.last, b.ends) for name, b in self._fields.items()})
            file.write_long(at)


class ListsReader:
    """Reads posting lists by field and term."""

    def __init__(self, file: Any, length: int) -> None:
        self._file = file
        file.seek(file.get_long(length - _LONG))
        self._fields = {name: _Blocks(*blocks) for name, blocks in file.read_pickle().items()}

    def packed(self, field: str, term: str) -> bytes | None:
        """Return the posting list of a term, None where the segment does not hold it."""
        blocks = self._fields.get(field)
        sought = term.encode("utf-8", "surrogatepass")
        if blocks is None or (number := bisect_left(blocks.last, sought)) == len(blocks.last):
            return None
        terms, lengths, lists = self._block(blocks, number)
        if sought not in terms:
            return None
        at = terms.index(sought)
        start = sum(lengths[:at])
        return lists[start : start + lengths[at]]

    def beginning(self, field: str, prefix: str) -> Iterator[tuple[str, bytes]]:
        """Yield the terms of a field that begin with a prefix, and their posting lists, in order."""
        blocks = self._fields.get(field)
        if blocks is None:
            return
        first = prefix.encode("utf-8", "surrogatepass")
        for number in range(bisect_left(blocks.last, first), len(blocks.last)):
            terms, lengths, lists = self._block(blocks, number)
            for term, end, length in zip(terms, accumulate(lengths), lengths, strict=True):
                if term.startswith(first):
                    yield term.decode("utf-8", "surrogatepass"), lists[end - length : end]
                elif term > first:
                    return

    def fields(self) -> Iterable[str]:
        """Return the fields that have terms."""
        return self._fields.keys()

    def _block(self, blocks: _Blocks, number: int) -> tuple[list[bytes], "array[int]", bytes]:
        """Return the terms of a block, how long their posting lists are, and these one after another."""
        start = blocks.ends[number - 1] if number else blocks.start
        held: bytes = self._file.get(start, blocks.ends[number] - start)
        count, size = _HEAD.unpack_from(held)
        names = _HEAD.size + 4 * count
        lengths = array("I", held[_HEAD.size : names])
        return held[names : names + size].split(_BETWEEN), lengths, held[names + size :]

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
