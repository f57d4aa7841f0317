from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from baoguan.domain.query import LineOrder
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.panes.concordance import ConcordancePane

Ask = Callable[[str], None]


@pytest.fixture
def pane(qtbot: QtBot, room: Room) -> Iterator[ConcordancePane]:
    """The pane in sight, with nothing asked."""
    made = ConcordancePane(room)
    qtbot.addWidget(made)
    made.resize(560, 600)
    made.show()
    return made


@pytest.fixture
def ask(qtbot: QtBot, room: Room, pane: ConcordancePane) -> Ask:
    """Ask something and wait for the lines."""

    def wait(query: str) -> None:
        room.selection.select(replace(room.selection.current, query=query))
        qtbot.waitUntil(lambda: not room.results.searching and room.waiting == 0)

    return wait


def test_it_says_what_to_do_before_there_is_a_question(pane: ConcordancePane) -> None:
    assert "每处命中一行" in pane._body.empty.words


def test_a_line_chosen_by_mouse_or_key_is_selected_at_that_very_hit(
    pane: ConcordancePane, ask: Ask, room: Room
) -> None:
    ask("知识产权")
    view = pane.view
    middle = view.visualRect(pane.model.index(3)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    for row, key in ((3, Qt.Key.Key_Down), (4, Qt.Key.Key_End), (pane.model.rowCount() - 1, Qt.Key.Key_Home)):
        line = pane.model.data(pane.model.index(row), RECORD)
        current = room.selection.current
        assert (current.article, current.span, current.page) == (line.article, line.span, line.page_id)
        QTest.keyClick(view, key)


def test_a_hit_selected_elsewhere_is_marked(pane: ConcordancePane, ask: Ask, room: Room) -> None:
    ask("知识产权")
    line = pane.model.data(pane.model.index(7), RECORD)
    room.selection.select(room.selection.current.at_article(line.page_id, line.article, line.span))
    assert pane.view.currentIndex().row() == 7


def test_the_order_is_chosen_above_the_lines(qtbot: QtBot, pane: ConcordancePane, ask: Ask) -> None:
    ask("知识产权")
    with qtbot.waitSignal(pane.model.answered):
        pane.order.choose("left")
    assert pane.model.order is LineOrder.LEFT
    assert f"{pane.model.rowCount()} 行" in pane.extent.text()
    assert pane.more.isHidden()


def test_of_many_articles_it_says_how_many_were_read(
    qtbot: QtBot, pane: ConcordancePane, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baoguan.ui.models.concordance.STEP", 1)
    ask("京津冀")
    assert pane.extent.text().startswith("前 1 篇")
    assert pane.more.isVisible()
    with qtbot.waitSignal(pane.model.answered):
        pane.more.click()
    assert pane.extent.text().startswith("前 2 篇")


def test_nothing_found_is_said(pane: ConcordancePane, ask: Ask) -> None:
    ask("无此一说")
    assert "没有命中" in pane._body.empty.words
