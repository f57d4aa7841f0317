from hypothesis import given
from hypothesis import strategies as st

from baoguan.domain.article import Span
from baoguan.ui.models.utf16 import Utf16

_TEXT = st.text(alphabet=st.sampled_from("甲乙a，\n𠮷😀𪚥") | st.characters(exclude_categories=["Cs"]))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(_TEXT)
def test_every_offset_converts_as_the_encoding_says_and_back(text: str) -> None:
    table = Utf16(text)
    for at in range(len(text) + 1):
        assert table.to_utf16(at) == units(text[:at])
        assert table.to_code_point(units(text[:at])) == at


@given(_TEXT)
def test_the_middle_of_a_character_counts_as_its_start(text: str) -> None:
    table = Utf16(text)
    for at, character in enumerate(text):
        if units(character) == 2:
            assert table.to_code_point(units(text[:at]) + 1) == at


def test_spans_survive_astral_characters() -> None:
    table = Utf16("甲𠮷乙丙")
    assert table.span_to_utf16(Span(1, 3)) == (1, 4)
    assert table.span_to_code_points(1, 4) == Span(1, 3)
