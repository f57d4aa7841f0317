from hypothesis import given
from hypothesis import strategies as some

from baoguan.domain.article import Span
from baoguan.ui.parts.line_window import around_mark

_TEXTS = some.text(alphabet="新区轨道交通，。ab1𠮷", min_size=1, max_size=120)
_WIDTHS = some.floats(40, 600)


def _advance(character: str) -> float:
    return 7.0 if character.isascii() else 13.0


def _width(text: str) -> float:
    return sum(map(_advance, text))


def _mark(text: str, start: int, length: int) -> list[Span]:
    start = min(start, len(text) - 1)
    return [Span(start, min(len(text), start + length))]


@given(_TEXTS, some.integers(0, 119), some.integers(1, 12), _WIDTHS, some.integers(1, 3))
def test_the_same_characters_stay_marked_and_only_the_front_is_cut(
    text: str, start: int, length: int, width: float, lines: int
) -> None:
    marks = _mark(text, start, length)
    shown, moved = around_mark(text, marks, _advance, width, lines)
    assert [shown[a:b] for a, b in moved] == [text[a:b] for a, b in marks]
    assert shown == text or (shown[0] == "…" and text.endswith(shown[1:]))


@given(_TEXTS, some.integers(0, 119), some.integers(1, 12), _WIDTHS)
def test_a_mark_begins_within_the_line_and_ends_in_it_where_it_fits(
    text: str, start: int, length: int, width: float
) -> None:
    marks = _mark(text, start, length)
    shown, moved = around_mark(text, marks, _advance, width)
    before, hit = _width(shown[: moved[0].start]), _width(shown[moved[0].start : moved[0].end])
    assert before <= max(width - hit, _width("…") + 13)
    if hit <= width - 4 * 13:
        assert before + hit <= width


@given(_TEXTS, some.integers(0, 119), some.integers(1, 4))
def test_what_fits_is_left_whole(text: str, start: int, length: int) -> None:
    marks = _mark(text, start, length)
    assert around_mark(text, marks, _advance, _width(text)) == (text, marks)


def test_a_hit_amid_a_long_text_stands_in_the_middle() -> None:
    text = "甲" * 50 + "轨道" + "乙" * 50
    shown, moved = around_mark(text, [Span(50, 52)], _advance, 260)
    assert abs(_width(shown[: moved[0].start]) + 13 - 130) <= 13
    assert shown.startswith("…甲")


def test_a_hit_at_the_end_leaves_no_line_half_empty() -> None:
    text = "甲" * 50 + "轨道"
    shown, _moved = around_mark(text, [Span(50, 52)], _advance, 260)
    assert 260 - 26 < _width(shown) <= 260
