import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from baoguan.app.selection import Selection
from baoguan.ui.models.room import Room
from baoguan.ui.panes.figures import FiguresPane

Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, print_room: Room) -> Settle:
    """Wait until every question is answered."""
    return lambda: qtbot.waitUntil(lambda: print_room.waiting == 0, timeout=20_000)


@pytest.fixture
def pane(qtbot: QtBot, print_room: Room, settle: Settle) -> Iterator[FiguresPane]:
    """The gallery of the whole archive."""
    made = FiguresPane(print_room)
    qtbot.addWidget(made)
    made.resize(640, 600)
    made.show()
    made.scope.choose("archive")
    settle()
    return made


def key(qtbot: QtBot, widget: object, *keys: Qt.Key) -> None:
    for one in keys:
        qtbot.keyClick(widget, one)


def test_scopes_show_the_figures_of_a_page_a_search_and_all(
    print_room: Room, pane: FiguresPane, settle: Settle
) -> None:
    every = print_room.archive.gallery()
    assert pane.model.rowCount() == len(every) >= 5
    page = every[-1].page
    print_room.selection.select(Selection(page=page))
    pane.scope.choose("page")
    settle()
    assert pane.model.rowCount() == sum(1 for one in every if one.page == page)
    headed = next(one for one in every if one.headline)
    print_room.selection.select(Selection(query=headed.headline))
    pane.scope.choose("search")
    settle()
    assert pane.model.row_of(headed.id) >= 0
    assert pane.model.rowCount() < len(every)


def test_a_figure_chosen_by_keys_is_selected_with_its_article(
    qtbot: QtBot, print_room: Room, pane: FiguresPane, settle: Settle
) -> None:
    key(qtbot, pane.view, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right)
    settle()
    record, current = pane.model.record(pane.view.currentIndex().row()), print_room.selection.current
    assert (current.figure, current.article, current.page) == (record.id, record.article, record.page)


def test_enter_opens_a_figure_large_and_arrows_lead_through_the_gallery(
    qtbot: QtBot, pane: FiguresPane, settle: Settle
) -> None:
    key(qtbot, pane.view, Qt.Key.Key_Home, Qt.Key.Key_Return)
    settle()
    table = pane.table
    assert table.isVisible()
    first = table.pictures[0]
    assert first.view.picture.width() > 300
    key(qtbot, first.view, Qt.Key.Key_Right)
    settle()
    assert pane.view.currentIndex().row() == 1
    assert table.pictures[0].record == pane.model.record(1)
    scale = table.pictures[0].view.scale
    key(qtbot, table.pictures[0].view, Qt.Key.Key_Plus)
    assert table.pictures[0].view.scale > scale
    key(qtbot, table.pictures[0].view, Qt.Key.Key_Escape)
    assert not table.isVisible()


def test_several_figures_lie_side_by_side_on_the_light_table(
    qtbot: QtBot, pane: FiguresPane, settle: Settle
) -> None:
    key(qtbot, pane.view, Qt.Key.Key_Home)
    qtbot.keyClick(pane.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(pane.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert "3" in pane.note.text()
    qtbot.mouseClick(pane.lighting, Qt.MouseButton.LeftButton)
    settle()
    table = pane.table
    assert [one.record for one in table.pictures] == pane.view.chosen
    boxes = [one.geometry() for one in table.pictures]
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[:at])
    table.step(1)
    assert table.current == pane.view.chosen[1]
    key(qtbot, table.pictures[1].view, Qt.Key.Key_Return)
    settle()
    assert [one.record for one in table.pictures] == [pane.view.chosen[1]]
    key(qtbot, table.pictures[0].view, Qt.Key.Key_Escape)
    assert len(table.pictures) == 3
    taken = table.current
    key(qtbot, table.pictures[1].view, Qt.Key.Key_Delete)
    assert taken.id not in [one.record.id for one in table.pictures]
    table.add([taken])
    assert table.records[-1] == taken
    settle()


def test_a_figure_is_copied_with_where_it_is_printed(
    qtbot: QtBot, print_room: Room, pane: FiguresPane, settle: Settle
) -> None:
    key(qtbot, pane.view, Qt.Key.Key_Home)
    record = pane.model.record(0)
    qtbot.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle()
    copied = QGuiApplication.clipboard().mimeData()
    assert record.figure.caption in copied.text()
    title = print_room.archive.page(record.page).page.issue.title
    assert title in copied.text()
    assert QImage(copied.imageData()).width() == pytest.approx(record.figure.region.width, abs=2)


def test_figures_are_saved_as_they_are_printed(pane: FiguresPane, settle: Settle, tmp_path: Path) -> None:
    records = [pane.model.record(row) for row in range(pane.model.rowCount())]
    pane.acts.save(records[0], tmp_path / "one.png")
    settle()
    saved = QImage(str(tmp_path / "one.png"))
    assert saved.height() == pytest.approx(records[0].figure.region.height, abs=2)
    kept = tmp_path / "kept"
    kept.mkdir()
    for _turn in range(2):
        pane.acts.save_all(records, kept)
        settle()
    assert len(list(kept.iterdir())) == 2 * len(records)


def test_a_file_that_cannot_be_written_is_told(
    print_room: Room, pane: FiguresPane, settle: Settle, tmp_path: Path
) -> None:
    told: list[object] = []
    print_room.failed.connect(told.append)
    pane.acts.save(pane.model.record(0), tmp_path / "missing" / "one.png")
    settle()
    assert len(told) == 1


def test_the_filter_narrows_by_words(qtbot: QtBot, pane: FiguresPane, settle: Settle) -> None:
    record = next(one for one in (pane.model.record(row) for row in range(5)) if one.figure.caption)
    qtbot.mouseClick(pane.filtering, Qt.MouseButton.LeftButton)
    assert pane.filter.isVisible()
    pane.filter.words.setText(record.figure.caption[:8])
    key(qtbot, pane.filter.words, Qt.Key.Key_Return)
    settle()
    assert pane.model.row_of(record.id) >= 0
    pane.filter.words.setText("没有这样的字样")
    key(qtbot, pane.filter.words, Qt.Key.Key_Return)
    settle()
    assert pane.model.rowCount() == 0
    assert "没有这样的图片" in pane._body.empty.words
    qtbot.mouseClick(pane.filtering, Qt.MouseButton.LeftButton)
    settle()
    assert pane.model.rowCount() >= 5


def test_the_filter_offers_the_kinds_that_there_are(
    print_room: Room, pane: FiguresPane, settle: Settle
) -> None:
    record = pane.model.record(1)
    with closing(sqlite3.connect(print_room.archive.folder / "catalogue.sqlite")) as catalogue, catalogue:
        catalogue.execute("UPDATE figure SET kind = 'map' WHERE id = ?", (record.id,))
    pane.model.read()
    settle()
    pane.filtering.click()
    pane.filter.menu.aboutToShow.emit()
    offered = pane.filter.menu.actions()
    assert [action.text().split()[0] for action in offered] == ["所有种类", "地图"]
    offered[1].trigger()
    settle()
    assert pane.model.rowCount() == 1
    assert pane.model.record(0).id == record.id
    assert pane.filter.kinds.text() == "地图"
    pane.filter.choose("")
    settle()
    assert pane.model.rowCount() > 1


def test_the_gallery_is_no_wider_than_its_place_in_the_window(pane: FiguresPane) -> None:
    assert pane.minimumSizeHint().width() <= 184
