import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from baoguan.app.archive import Archive
from baoguan.domain.query import Facet, Filed
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.panes.results import ResultsPane

Ask = Callable[..., None]


@pytest.fixture
def pane(qtbot: QtBot, room: Room) -> Iterator[ResultsPane]:
    """The pane with nothing asked."""
    made = ResultsPane(room)
    qtbot.addWidget(made)
    made.resize(304, 600)
    made.show()
    return made


@pytest.fixture
def ask(qtbot: QtBot, room: Room) -> Ask:
    """Ask something and wait for the answer."""

    def wait(query: str, *filters: Filed) -> None:
        room.selection.select(replace(room.selection.current, query=query, filters=filters))
        qtbot.waitUntil(lambda: not room.results.searching and room.waiting == 0)

    return wait


def test_keys_walk_the_cards_and_show_their_articles(pane: ResultsPane, ask: Ask, room: Room) -> None:
    ask("京津冀")
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(pane.view, key)
        hit = pane.view.currentIndex().data(RECORD)
        assert room.selection.current.article == hit.article
        assert room.selection.current.span is not None


def test_nothing_found_for_all_the_filters_leads_out(qtbot: QtBot, pane: ResultsPane, ask: Ask) -> None:
    ask("京津冀", Filed(Facet.YEAR, "1899"))
    assert "1 项筛选" in pane._layout.empty.words
    with qtbot.waitSignal(pane._room.results.answered):
        pane._layout.empty.button.click()
    assert pane._room.selection.current.filters == ()
    assert pane.view.isVisible()


def test_nothing_found_says_what_to_do(pane: ResultsPane, ask: Ask) -> None:
    ask("无此一说")
    assert "换一个短些的词" in pane._layout.empty.words
    assert pane._layout.empty.button.isHidden()


def test_an_error_stands_where_the_results_would_and_can_be_tried_again(
    qtbot: QtBot, pane: ResultsPane, ask: Ask, sample_archive: Archive
) -> None:
    kept = sample_archive.folder.with_name("kept")
    sample_archive.close()
    sample_archive.folder.rename(kept)
    ask("京津冀")
    assert "archive.toml" in pane._layout.empty.words
    shutil.copytree(kept, sample_archive.folder)
    with qtbot.waitSignal(pane._room.results.answered):
        pane._layout.empty.button.click()
    assert pane._room.results.error is None
    assert pane.view.isVisible()
