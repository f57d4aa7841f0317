"""What the search bar leaves in the window's memory and undo."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from baoguan.app.preferences import Preferences
from baoguan.ui.window.main_window import MainWindow
from baoguan.ui.window.memory import Memory

Settle = Callable[[MainWindow], None]


def _ask(window: MainWindow, text: str) -> None:
    window.header.search.field.setText(text)
    window.header.search.search_now()


def test_recent_queries_outlive_the_window(window: MainWindow, settle: Settle, memory: Memory) -> None:
    _ask(window, "知识产权")
    window.refurnish()
    settle(window)
    _ask(window, "轨道交通")
    settle(window)
    assert window.header.search.history.queries == ("轨道交通", "知识产权")
    again = Memory(memory._file, memory.window_file)
    assert again.preferences.queries == ("轨道交通", "知识产权")
    assert Preferences.read(memory._file).archives == memory.preferences.archives


def test_a_search_is_saved_undoably(qtbot, window: MainWindow, settle: Settle) -> None:
    _ask(window, "知识产权")
    settle(window)
    bar = window.header.search
    bar.star.click()
    bar.star.naming.line.setText("专利")
    QTest.keyClick(bar.star.naming.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.name for one in bar.saved.searches] == ["专利"])
    settle(window)
    window.gathered["edit.undo"].trigger()
    qtbot.waitUntil(lambda: bar.saved.searches == ())
    assert bar.star.accessibleName() == "保存这个检索"
    settle(window)
    window.gathered["edit.redo"].trigger()
    qtbot.waitUntil(lambda: len(bar.saved.searches) == 1)
    settle(window)
