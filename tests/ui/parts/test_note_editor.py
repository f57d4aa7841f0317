import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from baoguan.app.theme import load_theme
from baoguan.ui.parts.note_editor import NoteEditor, Written
from baoguan.ui.window.theme import stylesheet


@pytest.fixture
def editor(qtbot) -> NoteEditor:
    over = QWidget()
    qtbot.addWidget(over)
    over.setStyleSheet(stylesheet(load_theme("light")))
    over.resize(600, 500)
    editor = NoteEditor(over)
    editor.set_theme(load_theme("light"))
    editor.fill(Written("一稿", ("要闻",), 3))
    over.show()
    editor.show()
    return editor


def test_it_shows_what_was_written(editor: NoteEditor) -> None:
    assert editor.written == Written("一稿", ("要闻",), 3)


def test_writing_begins_empty(editor: NoteEditor) -> None:
    editor.write(QRectF(50, 50, 80, 20), tagging=True)
    assert editor.written == Written("", (), 0)


def test_tags_are_told_apart_however_they_are_separated(editor: NoteEditor) -> None:
    editor.tags.setText("  #要闻，人物、京津冀 要闻; 数字")
    assert editor.written.tags == ("要闻", "人物", "京津冀", "数字")


def test_keys_keep_and_leave(qtbot, editor: NoteEditor) -> None:
    QTest.keyClick(editor.tags, Qt.Key.Key_Return)
    assert editor.isVisible()
    with qtbot.waitSignals([editor.kept, editor.left], order="strict"):
        QTest.keyClick(editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.isHidden()
    editor.show()
    with qtbot.assertNotEmitted(editor.kept), qtbot.waitSignal(editor.left):
        QTest.keyClick(editor.note, Qt.Key.Key_Escape)


@pytest.mark.parametrize("width", [150, 200, 260, 376])
def test_every_control_fits_however_narrow_the_row(qtbot, editor: NoteEditor, width: int) -> None:
    editor.setGeometry(0, 0, width, 216)
    QTest.qWait(10)
    for control in (editor.note, editor.tags, editor.colours, editor.keep, editor.leave):
        box = control.geometry()
        assert editor.rect().contains(box), control.accessibleName()
        assert box.width() >= min(control.minimumSizeHint().width(), width - 18)
