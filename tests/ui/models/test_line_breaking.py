from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.ui.models.line_breaking import CLOSING, OPENING, SetLine, break_lines, can_break, printed

_EM = 10.0
_PROSE = st.text(
    alphabet=st.sampled_from("天津日报新区产权，。、；：？！“”‘’（）《》—…·abXY019 ,.():%𠮷"), max_size=120
)


def advance(character: str) -> float:
    return 0.5 if character.isascii() else 1.0


def lines_of(text: str, width: float = 160.0, indent: float = 20.0) -> list[SetLine]:
    return break_lines(text, advance, _EM, width, indent)


@given(_PROSE, st.sampled_from([40.0, 75.0, 160.0]))
def test_every_character_lies_on_exactly_one_line(text: str, width: float) -> None:
    lines = lines_of(text, width)
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert all(len(line.edges) == line.end - line.start + 1 for line in lines)
    assert all(len(line.pens) == line.end - line.start for line in lines)


@given(_PROSE)
def test_a_line_breaks_only_where_chinese_allows_it(text: str) -> None:
    for before, after in pairwise(lines_of(text)):
        forced = after.start == before.start + 1 or not any(
            can_break(text, at) for at in range(before.start + 1, after.start)
        )
        assert can_break(text, after.start) or forced


@given(_PROSE)
def test_no_character_leaves_the_column_or_overlaps_the_next(text: str) -> None:
    for line in lines_of(text):
        assert all(right >= left - 1e-6 for left, right in pairwise(line.edges))
        if text[line.start : line.end].strip():
            assert line.edges[-1] <= 160.0 + 1e-6 or line.end - line.start == 1


def test_full_lines_end_together() -> None:
    text = (
        "据了解，全国首单国有企业知识产权资产证券化项目，是由渤化集团旗下位于滨海新区的“渤化永利”等发起。" * 4
    )
    assert all(line.edges[-1] == pytest.approx(160.0) for line in lines_of(text)[:-1])


def test_the_first_line_is_indented_and_no_other() -> None:
    first, second, *_ = lines_of("天" * 40)
    assert (first.edges[0], second.edges[0]) == (20.0, 0.0)


@pytest.mark.parametrize("mark", sorted(CLOSING))
def test_a_closing_mark_never_starts_a_line(mark: str) -> None:
    for length in range(10, 40):
        text = "天" * length + mark + "津" * 30
        assert all(text[line.start] != mark for line in lines_of(text))


@pytest.mark.parametrize("mark", sorted(OPENING))
def test_an_opening_mark_never_ends_a_line(mark: str) -> None:
    for length in range(10, 40):
        text = "天" * length + mark + "津" * 30
        assert all(text[line.end - 1] != mark for line in lines_of(text))


def test_numbers_and_words_stay_whole() -> None:
    text = "天" * 12 + "1549.75" + "津" * 20
    assert any("1549.75" in text[line.start : line.end] for line in lines_of(text))


def test_a_word_longer_than_the_column_is_cut() -> None:
    assert len(lines_of("a" * 100)) == 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("近日,天津(以下简称“渤化”):好", "近日，天津（以下简称“渤化”）：好"),
        ("占53.37%,共1,549件", "占53.37%，共1,549件"),
        ("at 10:30, ok", "at 10:30, ok"),
    ],
)
def test_half_width_marks_beside_chinese_are_printed_full_width(text: str, shown: str) -> None:
    assert printed(text) == shown


@given(_PROSE)
def test_printing_keeps_the_number_of_characters(text: str) -> None:
    assert len(printed(text)) == len(text)
