import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from baoguan.app.theme import load_theme
from baoguan.ui.parts.saved_star import SavedStar


@pytest.fixture
def window(qtbot) -> QMainWindow:
    """A window with a star and a line to put the keyboard in."""
    window, middle = QMainWindow(), QWidget()
    column = QVBoxLayout(middle)
    column.addWidget(SavedStar(load_theme("light")))
    column.addWidget(QLineEdit())
    window.setCentralWidget(middle)
    window.resize(600, 400)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


@pytest.fixture
def star(window: QMainWindow) -> SavedStar:
    """The star, for a question that is not kept."""
    star = window.findChild(SavedStar)
    star.show_question("知识产权", kept=False, able=True)
    return star


def test_a_name_is_proposed_and_enter_keeps_the_question_by_another(qtbot, star: SavedStar) -> None:
    star.click()
    line = star.naming.line
    assert line.selectedText() == "知识产权"
    line.setText(" 专利 ")
    with qtbot.waitSignal(star.saved) as saved:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert saved.args == ["专利"]
    assert star.naming is None


def test_enter_that_ends_a_composition_gives_no_name(qtbot, star: SavedStar) -> None:
    star.click()
    line = star.naming.line
    with qtbot.assertNotEmitted(star.saved):
        QApplication.sendEvent(line, QInputMethodEvent("zhuanli", []))
        QTest.keyClick(line, Qt.Key.Key_Return)
        done = QInputMethodEvent()
        done.setCommitString("专利")
        QApplication.sendEvent(line, done)
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "专利"


def test_escape_and_a_click_elsewhere_leave(qtbot, window: QMainWindow, star: SavedStar) -> None:
    with qtbot.assertNotEmitted(star.saved):
        star.click()
        QTest.keyClick(star.naming.line, Qt.Key.Key_Escape)
        assert star.naming is None
        star.click()
        window.centralWidget().findChild(QLineEdit).setFocus()
        assert star.naming is None


def test_a_kept_question_is_let_go_of_at_once(qtbot, star: SavedStar) -> None:
    star.show_question("知识产权", kept=True, able=True)
    assert star.accessibleName() == "不再保存这个检索"
    with qtbot.waitSignal(star.removed):
        star.click()
    assert star.naming is None


def test_nothing_asked_and_an_archive_that_cannot_be_written_keep_nothing(star: SavedStar) -> None:
    star.show_question("", kept=False, able=True)
    assert not star.isEnabled()
    star.show_question("知识产权", kept=False, able=False)
    assert not star.isEnabled()
