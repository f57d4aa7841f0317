"""Lines are found again from characters alone, in whatever order a PDF draws them."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baoguan.domain.page import Region
from baoguan.readers.pdf_glyphs import Glyph
from baoguan.readers.pdf_letters import letter
from baoguan.readers.pdf_lines import lines

_TEXT = "记者昨日从市统计局获悉今年以来全市工业生产总体平稳重点项目加快建设城乡居民收入继续增长"
_EM = 25.0


def _glyphs(rows: int, wide: int, leading: float, *, down: bool) -> list[Glyph]:
    """Return text set solid, in lines across or, from the right, in lines down."""
    found = []
    for at in range(rows * wide):
        line, place = divmod(at, wide)
        along, across = place * _EM, line * _EM * leading
        left, top = (2000 - across, 100 + along) if down else (100 + along, 100 + across)
        text = _TEXT[at % len(_TEXT)]
        found.append(Glyph(text, text, left, top, left + _EM, top + _EM, _EM, order=at + 1, drawn=at))
    return found


@given(
    st.integers(0, 1000),
    st.integers(3, 7),
    st.integers(6, 14),
    st.floats(1.2, 1.9),
    st.booleans(),
)
@settings(max_examples=25, deadline=None)
def test_lines_do_not_depend_on_the_order_of_drawing(
    seed: int, rows: int, wide: int, leading: float, down: bool
) -> None:
    printed = _glyphs(rows, wide, leading, down=down)
    mixed = random.Random(seed).sample(printed, len(printed))
    mixed = [replace(glyph, order=at + 1, drawn=at) for at, glyph in enumerate(mixed)]
    whole = "".join(glyph.text for glyph in printed)
    assert {line.text for line in lines(mixed)} == {
        whole[start : start + wide] for start in range(0, len(whole), wide)
    }
    assert all(line.vertical is down for line in lines(mixed))


@given(st.integers(0, 1000), st.integers(2, 40))
@settings(max_examples=25, deadline=None)
def test_every_character_is_in_one_line_where_it_stands(seed: int, count: int) -> None:
    chance = random.Random(seed)
    found = []
    for at in range(count):
        left, top = chance.uniform(0, 400), chance.uniform(0, 400)
        size = chance.choice((12.0, 25.0, 60.0))
        text = chance.choice("版报A1，。")
        turn = chance.choice((0, 0, 90, 180, 270))
        found.append(Glyph(text, text, left, top, left + size, top + size, size, turn, False, at + 1, at))
    told = lines(found, [Region(200, 0, 1, 400)])
    assert len("".join(line.text.replace(" ", "") for line in told)) <= count
    assert sum(len(line.text.replace(" ", "")) for line in told) >= count - _printed_over(found)
    for line in told:
        assert len(line.cuts) == len(line.text) + 1
        steps = [after - before for before, after in zip(line.cuts, line.cuts[1:], strict=False)]
        assert all(step >= -0.01 for step in steps) or all(step <= 0.01 for step in steps)


def _printed_over(found: list[Glyph]) -> int:
    """Return how many characters may be the same one printed again."""
    return sum(
        one.text == other.text
        and abs(one.middle[0] - other.middle[0]) < 8
        and abs(one.middle[1] - other.middle[1]) < 8
        for at, one in enumerate(found)
        for other in found[:at]
    )


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("⽇", "日"),
        ("⻓", "长"),
        ("⼾", "戶"),
        ("︒", "。"),
        ("﹁", "「"),
        ("︵", "（"),
        ("ﬁ", "fi"),
        ("㬵", "胶"),
    ],
)
def test_what_stands_for_a_character_is_that_character(raw: str, printed: str) -> None:
    assert letter(raw) == printed


@given(st.characters(exclude_categories=["Cs", "Cc"]))
def test_what_is_printed_is_left_alone(character: str) -> None:
    changed = letter(character)
    assert letter(changed) == changed if len(changed) == 1 else changed.isalpha()
    if "一" <= character <= "鿿" or "！" <= character <= "～":
        assert changed == character


@pytest.mark.parametrize(("text", "door"), [("这个们", "户"), ("這個們", "戶")])
def test_one_radical_stands_for_two_doors(text: str, door: str) -> None:
    raws = [*text, "⼾"]
    glyphs = [
        Glyph(letter(raw), raw, 30.0 * at, 0, 30.0 * at + 30, 30, 30, order=at + 1, drawn=at)
        for at, raw in enumerate(raws)
    ]
    line = lines(glyphs)[0]
    assert (line.text, line.raw) == (text + door, text + "⼾")
