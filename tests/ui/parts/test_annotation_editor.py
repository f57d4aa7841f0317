from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from baoguan.app.theme import load_theme
from baoguan.domain.annotation import Annotation, Target
from baoguan.domain.ids import AnnotationId, ArticleId
from baoguan.ui.parts.annotation_editor import AnnotationEditor

_NOW = datetime(2024, 5, 1, tzinfo=UTC)


@pytest.fixture
def editor(qtbot) -> AnnotationEditor:
    note = Annotation(AnnotationId("a"), ArticleId(1), Target(), _NOW, _NOW, "一稿", ("要闻",), 3)
    editor = AnnotationEditor(note, load_theme("light"))
    qtbot.addWidget(editor)
    editor.show()
    return editor


def test_it_shows_what_was_written(editor: AnnotationEditor) -> None:
    assert (editor.note, editor.tags, editor.colour) == ("一稿", ("要闻",), 3)


def test_tags_are_told_apart_however_they_are_separated(editor: AnnotationEditor) -> None:
    editor.findChild(QLineEdit).setText("  #要闻，人物、京津冀 要闻; 数字")
    assert editor.tags == ("要闻", "人物", "京津冀", "数字")


def test_keys_finish_and_cancel(qtbot, editor: AnnotationEditor) -> None:
    note = editor.findChild(QPlainTextEdit)
    note.setFocus()
    with qtbot.waitSignal(editor.finished):
        QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(editor.cancelled):
        QTest.keyClick(note, Qt.Key.Key_Escape)
