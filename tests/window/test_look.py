"""Theme, language and layout, switched in the open window and remembered."""

import ast
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QToolButton,
)

import baoguan.ui
from baoguan import paths
from baoguan.app.preferences import Preferences
from baoguan.ui.window.language import read_translations
from baoguan.ui.window.main_window import MainWindow

Settle = Callable[[MainWindow], None]
_CHINESE = re.compile("[\u4e00-\u9fff]")
_ITS_OWN_NAME = {"简=繁", "English / 中文"}


def test_dark_and_light(qtbot, window: MainWindow) -> None:
    light = QApplication.palette().color(QPalette.ColorRole.Window)
    window.gathered["view.dark"].trigger()
    assert window.room.theme.name == "dark"
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightness() < light.lightness()
    assert window.memory.preferences.theme == "dark"
    window.gathered["view.dark"].trigger()
    assert QApplication.palette().color(QPalette.ColorRole.Window) == light


def test_english_has_no_chinese_left(qtbot, window: MainWindow, settle: Settle) -> None:
    before = window.room.selection.current
    _change_language(qtbot, window, settle)
    assert window.room.selection.current == before
    assert window.room.language == "en"
    texts = [action.text() for menu in window.header.menus.findChildren(QMenu) for action in menu.actions()]
    texts += [button.text() + button.accessibleName() for button in window.findChildren(QToolButton)]
    texts += [field.placeholderText() for field in window.findChildren(QLineEdit)]
    names = ("dock-name", "empty-title", "empty-hint")
    texts += [label.text() for label in window.findChildren(QLabel) if label.objectName() in names]
    own = {str(folder) for folder in window.memory.preferences.archives}
    assert [text for text in texts if _CHINESE.search(text) and text not in _ITS_OWN_NAME | own] == []
    _change_language(qtbot, window, settle)
    assert window.room.language == "zh"
    assert window.header.menus.actions()[0].text() == "文件"


def test_the_window_still_works_after_the_language_changed(qtbot, window: MainWindow, settle: Settle) -> None:
    _change_language(qtbot, window, settle)
    articles = window.room.archive.page(window.room.selection.current.page).articles
    window.show_article(articles[3].id, "京津冀")
    settle(window)
    assert window.docks.panes["results"].view.currentIndex().isValid()
    assert window.header.search.field.text() == "京津冀"
    _change_language(qtbot, window, settle)


def test_every_screen_text_is_translated() -> None:
    translated = {source for _context, source in read_translations(paths.resource("i18n", "baoguan_en.ts"))}
    missing = []
    for file in Path(baoguan.ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node) in ("tr", "translate") and node.args:
                text = node.args[-1]
                if isinstance(text, ast.Constant) and text.value not in translated:
                    missing.append((file.name, text.value))
    assert missing == []


def test_english_is_set_with_straight_quotes() -> None:
    """The typefaces set curved quotes as wide as a Chinese character."""
    words = read_translations(paths.resource("i18n", "baoguan_en.ts"))
    assert [english for english in words.values() if set(english) & set("“”‘’")] == []


def test_hidden_panes_come_back_with_the_layout(qtbot, window: MainWindow) -> None:
    docks = _docks(window)
    docks["figures"].close()
    docks["results"].setFloating(True)
    window.gathered["view.reset_layout"].trigger()
    assert not [name for name, dock in docks.items() if dock.isFloating()]
    assert [name for name, dock in docks.items() if not dock.isVisible()] == ["dictionary"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1600, 1000), (1280, 800), (1024, 720)])
def test_nothing_is_cut_at_any_common_size(
    qtbot, window: MainWindow, settle: Settle, size: tuple[int, int], language: str
) -> None:
    if language == "en":
        _change_language(qtbot, window, settle)
    window.resize(*size)
    qtbot.wait(20)
    assert (window.width(), window.height()) == size
    for name, pane in window.docks.panes.items():
        assert pane.width() >= pane.minimumSizeHint().width(), name
        assert pane.window().rect().contains(pane.mapTo(window, pane.rect().bottomRight())), name
    frames = [dock.geometry() for dock in _docks(window).values()] + [window.centralWidget().geometry()]
    assert not [one for one, other in combinations(frames, 2) if one.intersects(other)]
    for button in window.findChildren(QToolButton):
        if button.isVisible() and button.objectName() in ("choice", "switch", "order"):
            assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
    if language == "en":
        _change_language(qtbot, window, settle)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_small_window_stays_small_before_an_archive_is_open(
    qtbot, bare_window: MainWindow, settle: Settle, language: str
) -> None:
    if language == "en":
        _change_language(qtbot, bare_window, settle)
    bare_window.resize(1024, 720)
    qtbot.wait(20)
    assert (bare_window.width(), bare_window.height()) == (1024, 720)
    if language == "en":
        _change_language(qtbot, bare_window, settle)


def test_panes_keep_their_shares_of_the_window(qtbot, window: MainWindow) -> None:
    window.resize(1600, 1000)
    qtbot.wait(20)
    docks = [dock for name, dock in _docks(window).items() if name in ("navigator", "results", "article")]
    before = [dock.width() / window.width() for dock in docks]
    window.resize(1280, 800)
    qtbot.wait(20)
    window.resize(1440, 900)
    qtbot.wait(20)
    for share, dock in zip(before, docks, strict=True):
        assert abs(dock.width() / window.width() - share) < 0.02


def test_a_pane_key_shows_its_pane(qtbot, window: MainWindow) -> None:
    dock = _docks(window)["statistics"]
    dock.close()
    window.gathered["view.pane_statistics"].trigger()
    assert dock.isVisible()


def test_layout_and_archive_are_remembered(qtbot, window: MainWindow, archive_folder: Path) -> None:
    _docks(window)["figures"].close()
    window.close()
    assert window.memory.window_file.is_file()
    again = Preferences.read(window.memory.window_file.with_name("preferences.toml"))
    assert again.archives == (archive_folder,)
    window.docks.arrange()
    window.docks.recall(window.memory.window_file)
    assert _docks(window)["figures"].isHidden()


def test_the_tab_in_front_is_remembered(qtbot, window: MainWindow) -> None:
    window.docks.focus("concordance")
    window.docks.remember(window.memory.window_file)
    window.docks.arrange()
    assert window.docks.panes["results"].isVisible()
    window.docks.recall(window.memory.window_file)
    assert window.docks.panes["concordance"].isVisible()


@pytest.mark.parametrize("hidden", [[], ["navigator"]])
def test_a_layout_of_before_there_were_facets_still_opens(
    qtbot, bare_window: MainWindow, hidden: list[str]
) -> None:
    _keep_former_layout(bare_window.memory.window_file, hidden)
    bare_window.docks.recall(bare_window.memory.window_file)
    docks = _docks(bare_window)
    assert bare_window.dockWidgetArea(docks["results"]) is Qt.DockWidgetArea.RightDockWidgetArea
    assert [name for name, dock in docks.items() if not dock.isVisible()] == [*hidden, "dictionary"]
    if not hidden:
        qtbot.waitUntil(lambda: docks["facets"].y() > docks["navigator"].y())
        assert docks["facets"].x() == docks["navigator"].x()


def _docks(window: MainWindow) -> dict[str, QDockWidget]:
    return {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}


def _keep_former_layout(file: Path, hidden: list[str]) -> None:
    """Write what a version without facets and dictionary kept: the results on the right."""
    former = QMainWindow()
    former.resize(1600, 1000)
    former.setCentralWidget(QLabel())
    for name in ("navigator", "results", "article", "figures", "statistics", "annotations"):
        dock = QDockWidget(former)
        dock.setObjectName(name)
        side = Qt.DockWidgetArea.LeftDockWidgetArea
        if name != "navigator":
            side = Qt.DockWidgetArea.RightDockWidgetArea
        former.addDockWidget(side, dock)
        dock.setVisible(name not in hidden)
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setValue("geometry", former.saveGeometry())
    settings.setValue("docks", former.saveState(1))
    settings.sync()


def test_no_two_actions_share_a_name_or_a_key(qtbot, window: MainWindow) -> None:
    names = [action.objectName() for action in window.gathered.all()]
    keys = [key.toString() for action in window.gathered.all() for key in action.shortcuts()]
    assert len(names) == len(set(names))
    assert len(keys) == len(set(keys))


def _change_language(qtbot, window: MainWindow, settle: Settle) -> None:
    header = window.header
    window.gathered["view.language"].trigger()
    qtbot.waitUntil(lambda: window.header is not header)
    settle(window)


def _name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
