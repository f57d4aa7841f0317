from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from baoguan.domain.article import Span
from baoguan.ui.parts.search_field import SearchField


class _Listed:
    """A list of three rows, of which the last can be dropped."""

    def __init__(self) -> None:
        self.is_open = True
        self.row = -1
        self.done: list[str] = []

    def step(self, by: int) -> None:
        self.row += by

    def take(self) -> bool:
        self.done.append(f"take {self.row}")
        return self.row >= 0

    def drop(self) -> bool:
        self.done.append(f"drop {self.row}")
        return self.row == 2

    def close_list(self) -> None:
        self.is_open = False


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


def test_a_mistake_far_along_a_long_text_is_underlined_in_sight(qtbot) -> None:
    field = _field(qtbot, "京" * 300 + " 轨道")
    field.mark([Span(301, 303), Span(0, 1)], "#00c800")
    marked = _columns(field, "#00c800")
    metrics = field.fontMetrics()
    assert marked
    assert abs(max(marked) - field.cursorRect().center().x()) < 8
    assert max(marked) - min(marked) <= metrics.horizontalAdvance("轨道") + 8
    field.home(False)
    assert max(_columns(field, "#00c800")) < 40


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
    with qtbot.waitSignals([field.wanted, field.descended]):
        QTest.keyClick(field, Qt.Key.Key_Down)


def test_an_open_list_has_the_keys(qtbot) -> None:
    field = _field(qtbot, "x")
    listed = field.offering = _Listed()
    with qtbot.assertNotEmitted(field.descended):
        for _ in range(3):
            QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert listed.row == 1
    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert listed.done == ["take 1"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not listed.is_open
    assert field.text() == "x"


def test_delete_edits_the_text_where_no_row_can_be_dropped(qtbot) -> None:
    field = _field(qtbot, "xy")
    listed = field.offering = _Listed()
    field.setCursorPosition(0)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "y"
    listed.row = 2
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "y"
    assert listed.done == ["drop -1", "drop 2"]


def test_keys_of_a_composition_are_its_own(qtbot) -> None:
    field = _field(qtbot, "")
    listed = field.offering = _Listed()
    listed.row = 0
    QApplication.sendEvent(field, QInputMethodEvent("gui", []))
    assert not listed.is_open
    listed.is_open = True
    with qtbot.assertNotEmitted(field.committed):
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, Qt.Key.Key_Return)
        done = QInputMethodEvent()
        done.setCommitString("轨")
        QApplication.sendEvent(field, done)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (listed.row, listed.done) == (0, [])
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert listed.done == ["take 0"]


def test_a_span_is_selected_by_its_characters(qtbot) -> None:
    field = _field(qtbot, "𠮷野 家")
    field.select_span(Span(1, 2))
    assert field.selectedText() == "野"
