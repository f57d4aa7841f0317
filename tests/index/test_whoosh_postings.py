"""Posting lists: whatever was gathered is read again, from memory or from temporary files."""

from array import array
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from baoguan.index.whoosh_postings import (
    Gathered,
    bits_of,
    frequency,
    pack,
    places_of,
    truths,
    unpack,
    unpack_bits,
)

_POSTINGS = st.one_of(
    st.dictionaries(st.integers(0, 200), st.integers(1, 15), min_size=1, max_size=150),
    st.dictionaries(st.integers(0, 200_000), st.just(1), min_size=1, max_size=40),
    st.dictionaries(st.integers(0, 60_000), st.integers(1, 15), min_size=1, max_size=40),
)


@given(_POSTINGS)
def test_a_packed_list_is_read_again(counted: dict[int, int]) -> None:
    places = sorted(counted)
    packed = pack(array("I", (place << 4 | counted[place] for place in places)))
    read, counts = unpack(packed)
    assert list(read) == places
    assert list(counts) == [counted[place] for place in places]
    assert frequency(packed) == len(places)
    assert places_of(unpack_bits(packed)) == places


@given(st.sets(st.integers(0, 500)))
def test_sets_of_places_are_the_bits_of_numbers(places: set[int]) -> None:
    bits = bits_of(places, 501)
    assert bits.bit_count() == len(places)
    assert places_of(bits) == sorted(places)
    assert {place for place, there in enumerate(truths(bits)) if there} == places


def test_a_list_of_most_places_takes_a_bit_for_each() -> None:
    assert len(pack(array("I", (place << 4 | 1 for place in range(8000))))) < 1010


def test_postings_that_do_not_fit_in_memory_come_back_in_order(tmp_path: Path) -> None:
    held, spilled = Gathered(str(tmp_path)), Gathered(str(tmp_path))
    spilled.most = 10
    for place in range(50):
        for pool in (held, spilled):
            pool.add(("words", Counter({"共": place + 1, f"第{place % 7}": 2}), place, 1.0, b""))
            pool.add(("in_body", {"坏\ud800", f"字{place % 3}"}, place, 1.0, b""))
    assert list(tmp_path.iterdir())
    postings = list(spilled.iter_postings())
    assert postings == list(held.iter_postings())
    assert [item[:2] for item in postings] == sorted(item[:2] for item in postings)
    places, counts = unpack(next(packed for _, term, packed in postings if term == "共".encode()))
    assert list(places) == list(range(50))
    assert list(counts) == [min(place + 1, 15) for place in range(50)]
    assert not list(tmp_path.iterdir())
