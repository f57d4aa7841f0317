from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from baoguan.domain.article import Span
from baoguan.ui.models import fonts
from baoguan.ui.parts import marked_text


def _painted(text: str, marks: list[Span], lines: int = 1, width: int = 200) -> tuple[QImage, float]:
    image = QImage(width, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    style = marked_text.Style(fonts.sans(13), "#000000", "#ff0000")
    height = marked_text.paint(painter, QRectF(0, 0, width, 80), text, marks, style, lines)
    painter.end()
    return image, height


def _red(image: QImage) -> list[int]:
    red = QColor("#ff0000")
    row = range(image.height() // 2)
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) == red for y in row)]


@given(some.text(max_size=80), some.integers(0, 80), some.integers(1, 9), some.integers(0, 30))
def test_a_mark_brought_forward_still_marks_the_same_characters(
    text: str, start: int, length: int, room: int
) -> None:
    marks = [Span(start, start + length)] if start + length <= len(text) else []
    shown, moved = marked_text.bring_forward(text, marks, room)
    assert [shown[span.start : span.end] for span in moved] == [text[span.start : span.end] for span in marks]
    assert all(span.start <= max(room, 11) for span in moved)


def test_marks_stand_behind_their_characters() -> None:
    plain, _ = _painted("轨道交通建设提速", [])
    marked, _ = _painted("轨道交通建设提速", [Span(2, 4)])
    assert _red(plain) == []
    assert 24 <= min(_red(marked)) <= 28
    assert 50 <= max(_red(marked)) <= 54


def test_characters_beyond_the_first_plane_do_not_move_a_mark() -> None:
    before, _ = _painted("甲乙丙丁", [Span(2, 3)])
    after, _ = _painted("𠮷乙丙丁", [Span(2, 3)])
    assert abs(len(_red(before)) - len(_red(after))) <= 1


def test_long_text_ends_within_its_lines() -> None:
    _, one = _painted("新区轨道交通建设" * 20, [], lines=1)
    _, two = _painted("新区轨道交通建设" * 20, [], lines=2)
    _, short = _painted("新区", [], lines=2)
    assert one == short < two == 2 * one
