from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from baoguan.app.theme import load_theme
from baoguan.ui.models.history import History
from baoguan.ui.models.question_offers import OffersModel
from baoguan.ui.models.roles import ACCESSIBLE
from baoguan.ui.models.room import Room
from baoguan.ui.models.saved import SavedModel
from baoguan.ui.parts.search_field import SearchField
from baoguan.ui.parts.suggest_list import SuggestList


@pytest.fixture
def listed(qtbot, room: Room) -> Iterator[SuggestList]:
    """The list of two recent queries, open below a field in a window."""
    window = QMainWindow()
    qtbot.addWidget(window)
    field = SearchField()
    window.setMenuWidget(field)
    window.resize(600, 400)
    window.show()
    history = History()
    history.add("乙")
    history.add("甲")
    saved = SavedModel(room, window)
    qtbot.waitSignal(saved.renewed).wait()
    model = OffersModel(room, history, saved, window)
    made = SuggestList(model, field)
    made.set_theme(load_theme("light"))
    model.offer("")
    made.show_list("")
    yield made
    room.drop_questions()


def test_it_lies_over_the_window_and_leaves_the_keyboard_alone(listed: SuggestList) -> None:
    assert listed.is_open
    assert listed.parentWidget() is listed.window()
    assert listed.window().rect().contains(listed.geometry())
    assert listed.view.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_arrows_pass_headings_and_leave_at_the_ends(qtbot, listed: SuggestList) -> None:
    assert not listed.take()
    rows = []
    for _ in range(5):
        listed.step(1)
        rows.append(listed.view.currentIndex().row())
    assert rows == [1, 2, 3, -1, 1]
    listed.step(-1)
    listed.step(-1)
    assert listed.view.currentIndex().row() == 3
    listed.step(-1)
    with qtbot.waitSignal(listed.taken) as taken:
        assert listed.take()
    assert taken.args[0].text == "乙"
    assert not listed.is_open


def test_a_click_takes_a_row_and_one_on_its_cross_drops_it(qtbot, listed: SuggestList) -> None:
    view = listed.view
    box = view.visualRect(view.model().index(1))
    left = Qt.MouseButton.LeftButton
    with qtbot.waitSignal(listed.dropped) as dropped, qtbot.assertNotEmitted(listed.taken):
        QTest.mouseClick(view.viewport(), left, pos=QPoint(box.right() - 16, box.center().y()))
    assert dropped.args[0].text == "甲"
    with qtbot.waitSignal(listed.taken) as taken:
        QTest.mouseClick(view.viewport(), left, pos=box.center())
    assert taken.args[0].text == "甲"


def test_only_what_a_reader_kept_can_be_dropped(qtbot, listed: SuggestList) -> None:
    listed.step(-1)
    with qtbot.assertNotEmitted(listed.dropped):
        assert not listed.drop()
    listed.step(-1)
    with qtbot.waitSignal(listed.dropped):
        assert listed.drop()


def test_a_click_elsewhere_closes_it(listed: SuggestList) -> None:
    QTest.mouseClick(listed.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert listed.is_open
    QTest.mouseClick(listed.window(), Qt.MouseButton.LeftButton, pos=QPoint(590, 390))
    assert not listed.is_open


def test_a_row_is_told_to_a_screen_reader(qtbot, listed: SuggestList) -> None:
    QAccessible.setActive(True)
    listed.step(1)
    assert listed.view.model().index(1).data(ACCESSIBLE) == "最近的检索 甲"
    QAccessible.setActive(False)
