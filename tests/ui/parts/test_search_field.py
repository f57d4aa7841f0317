from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from baoguan.domain.article import Span
from baoguan.ui.parts.search_field import SearchField


def _field(qtbot, text: str) -> SearchField:
    field = SearchField()
    qtbot.addWidget(field)
    field.resize(400, 36)
    field.setText(text)
    field.show()
    return field


def _columns(field: SearchField, colour: str) -> list[int]:
    image = field.grab().toImage()
    wanted = QColor(colour)
    lower = range(image.height() // 2, image.height())
    return [
        x
        for x in range(image.width())
        if any(abs(image.pixelColor(x, y).green() - wanted.green()) < 60
               and image.pixelColor(x, y).red() < 60 for y in lower)
    ]  # fmt: skip


def test_a_mistake_is_underlined_where_it_stands(qtbot) -> None:
    field = _field(qtbot, "京津冀 轨道交通")
    assert field.marked == ()
    field.mark([Span(4, 6)], "#00c800")
    marked = _columns(field, "#00c800")
    metrics = field.fontMetrics()
    start = metrics.horizontalAdvance("京津冀 ")
    assert marked
    assert max(marked) - min(marked) <= metrics.horizontalAdvance("轨道") + 8
    assert abs(min(marked) - start) < 24


def test_typing_takes_the_underline_away(qtbot) -> None:
    field = _field(qtbot, "x")
    field.mark([Span(0, 1)], "#00c800")
    QTest.keyClicks(field, "y")
    assert field.marked == ()


def test_escape_clears_and_down_goes_on_to_the_results(qtbot) -> None:
    field = _field(qtbot, "x")
    with qtbot.waitSignal(field.textEdited):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.descended):
        QTest.keyClick(field, Qt.Key.Key_Down)
