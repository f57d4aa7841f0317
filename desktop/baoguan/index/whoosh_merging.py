"""Which segments become one when something is written, so that few remain and no writing waits for long."""

from collections.abc import Sequence
from typing import Any

from whoosh.reading import SegmentReader

from baoguan.index.whoosh_codec import ListsReader

_FAN = 6
"""Segments of about one size become one when there are this many."""
_A_MOMENT = 250
"""Articles that are merged at any writing; more only where as many are written anyway."""


def merge_small(writer: Any, segments: list[Any]) -> list[Any]:
    """Take small segments, and those with nothing left in them, into the one being written; return the rest.

    It is a merge policy, which Whoosh asks at each commit.
    """
    taken = _to_merge(segments, max(_A_MOMENT, writer.doc_count()))
    for segment in taken:
        _take_in(writer, segment)
    return [segment for segment in segments if segment not in taken]


def _to_merge(segments: Sequence[Any], room: int) -> list[Any]:
    taken = [segment for segment in segments if not segment.doc_count()]
    sizes: dict[int, list[Any]] = {}
    for segment in segments:
        if segment.doc_count():
            sizes.setdefault(_size_class(segment.doc_count()), []).append(segment)
    for _, alike in sorted(sizes.items()):
        articles = sum(segment.doc_count() for segment in alike)
        if len(alike) >= _FAN and articles <= room:
            taken.extend(alike)
            room -= articles
    return taken


def _size_class(count: int) -> int:
    found = 0
    while count >= _FAN:
        count //= _FAN
        found += 1
    return found


def _take_in(writer: Any, segment: Any) -> None:
    """Copy what is not deleted of a segment into the one being written."""
    reader = SegmentReader(writer.storage, writer.schema, segment)
    start = writer.docnum
    moved = writer.write_per_doc(set(writer.schema.names()), reader)
    codec: Any = reader.codec()
    terms: ListsReader = codec.terms_reader(reader.storage(), segment)
    for field in terms.fields():
        for term, packed in terms.beginning(field, ""):
            writer.pool.extend(field, term, packed, start, moved)
    terms.close()
    reader.close()
