"""Words become lines whose every character has a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.domain.page import Region
from baoguan.readers.xml_lines import Row, Way, Word, around, set_row, spread, way_of

_TEXT = st.text("汉字报，abcé 12", min_size=1, max_size=8)
_EDGE = st.floats(0, 1000)
_BOX = st.builds(Region, _EDGE, _EDGE, st.floats(0.5, 300), st.floats(0.5, 300))
_WORDS = st.lists(
    st.builds(Word, _TEXT.map(str.strip).filter(bool), _BOX, spaced=st.sampled_from([True, False, None]))
)


@given(_WORDS, st.sampled_from(Way))
def test_cuts_go_one_way_and_are_one_more_than_characters(words: list[Word], way: Way) -> None:
    text, cuts = set_row(Row(tuple(words)), way)
    assert text.replace(" ", "") == "".join(word.text for word in words).replace(" ", "")
    if words:
        assert len(cuts) == len(text) + 1
        assert list(cuts) in (sorted(cuts), sorted(cuts, reverse=True))


@given(_TEXT, st.floats(-500, 500), st.floats(-500, 500))
def test_a_stretch_is_divided_wholly_and_evenly(text: str, begin: float, end: float) -> None:
    cuts = spread(text, begin, end)
    assert (cuts[0], cuts[-1], len(cuts)) == (begin, end, len(text) + 1)


def test_full_width_takes_twice_the_half_width() -> None:
    assert spread("汉a字", 0, 100) == pytest.approx((0, 40, 60, 100))


def test_the_text_that_a_line_has_itself_stands_on_its_words() -> None:
    words = (Word("天津", Region(0, 0, 40, 20)), Word("日报", Region(100, 0, 40, 20)))
    assert set_row(Row(words, text="天津 日报"), Way.RIGHT).cuts == (0, 20, 100, 100, 120, 140)
    assert set_row(Row(words, text="天津曰报"), Way.RIGHT).cuts == pytest.approx((0, 35, 70, 105, 140))


@pytest.mark.parametrize(
    ("row", "way"),
    [
        (Row(region=Region(0, 0, 20, 100), text="直排字"), Way.DOWN),
        (Row(region=Region(0, 0, 100, 20), text="横排字"), Way.RIGHT),
        (Row(region=Region(0, 0, 20, 100), text="ROTATED"), Way.RIGHT),
        (Row(region=Region(0, 0, 20, 20), text="字"), None),
        (Row((Word("报", Region(80, 0, 20, 20)), Word("晨", Region(40, 0, 20, 20)))), Way.LEFT),
        (Row((Word("晨", Region(0, 0, 20, 20)), Word("报", Region(0, 40, 20, 20)))), Way.DOWN),
        (Row(region=Region(0, 0, 100, 20), text="FACE", vertical=True), Way.DOWN),
        (Row(text="无处"), None),
    ],
)
def test_where_a_line_goes_is_told_by_its_places(row: Row, way: Way | None) -> None:
    assert way_of(row) is way


def test_around_nothing_is_nothing() -> None:
    assert around([]) is None
    assert around([Region(5, 5, 5, 5), Region(0, 8, 2, 9)]) == Region(0, 5, 10, 12)
