"""The layout of the sample page corrected in the window, and taken back by its undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from baoguan.domain.article import Role
from baoguan.ui.models.layout_edit_pieces import Piece
from baoguan.ui.window.main_window import MainWindow

Settle = Callable[[MainWindow], None]


@pytest.fixture
def correcting(qtbot: QtBot, window: MainWindow, settle: Settle) -> MainWindow:
    """The window with the page's layout to be corrected."""
    pane = window.docks.panes["page"]
    QTest.keyClick(pane.canvas, Qt.Key.Key_E)
    settle(window)
    assert pane.correction.isVisible()
    return window


def test_a_correction_is_undone_and_done_again_by_the_window(
    qtbot: QtBot, correcting: MainWindow, settle: Settle
) -> None:
    pane = correcting.docks.panes["page"]
    edit, archive = pane.correction.edit, correcting.room.archive
    page = correcting.room.selection.current.page
    before = archive.page(page).articles
    piece = next(one for one in edit.pieces if one.role is Role.BODY and one.number > 3)
    edit.choose([piece])
    QTest.keyClick(pane.canvas, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(edit.articles) == len(before) + 1)
    settle(correcting)
    correcting.gathered["edit.undo"].trigger()
    qtbot.waitUntil(lambda: len(edit.articles) == len(before))
    settle(correcting)
    assert [one.article for one in archive.page(page).articles] == [one.article for one in before]
    correcting.gathered["edit.redo"].trigger()
    qtbot.waitUntil(lambda: len(edit.articles) == len(before) + 1)
    settle(correcting)


def test_roles_and_articles_are_offered_in_menus(
    qtbot: QtBot, correcting: MainWindow, settle: Settle
) -> None:
    mode = correcting.docks.panes["page"].correction
    edit, bar = mode.edit, mode.bar
    first = edit.articles[0]
    wanted = edit.headline(edit.articles[1])
    piece = [one for one in edit.pieces if one.article == first and one.role is Role.BODY][-1]
    edit.choose([piece])
    menu = bar.buttons["role"].menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["正文"]
    next(action for action in menu.actions() if action.text() == "小标题").trigger()

    def again() -> Piece:
        return next(one for one in edit.pieces if piece.lines[0] in one.lines)

    qtbot.waitUntil(lambda: again().role is Role.SUBHEAD)
    settle(correcting)
    menu = bar.buttons["move-to"].menu()
    menu.aboutToShow.emit()
    assert len(menu.actions()) == len(edit.articles) - 1
    next(action for action in menu.actions() if wanted[:12] in action.text()).trigger()
    qtbot.waitUntil(lambda: edit.headline(again().article) == wanted)
    settle(correcting)


@pytest.mark.parametrize("width", [1024, 1280])
def test_correcting_needs_no_wider_window(qtbot: QtBot, correcting: MainWindow, width: int) -> None:
    correcting.resize(width, 720)
    qtbot.wait(20)
    assert correcting.width() == width
    bar = correcting.docks.panes["page"].correction.bar
    for button in bar.buttons.values():
        assert bar.rect().contains(button.geometry())
