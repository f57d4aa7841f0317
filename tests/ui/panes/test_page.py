from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from baoguan.app.archive import Archive
from baoguan.app.changes import Changes
from baoguan.app.ingest import ingest_into
from baoguan.app.selection import Selection
from baoguan.app.theme import THEMES, ThemeName, load_theme
from baoguan.domain.article import Span
from baoguan.domain.page import Region
from baoguan.domain.progress import Silent
from baoguan.ui.models.page_paint import rect
from baoguan.ui.models.room import Room
from baoguan.ui.models.typeset import Composition
from baoguan.ui.panes.page import PagePane
from baoguan.ui.parts.empty import EmptyState

Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, room: Room) -> Settle:
    """Wait until every question is answered and every motion is over."""
    return lambda: qtbot.waitUntil(lambda: room.waiting == 0)


@pytest.fixture
def pane(qtbot: QtBot, room: Room, settle: Settle) -> Iterator[PagePane]:
    """The pane with the sample page in it."""
    made = PagePane(room)
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    assert room.archive is not None
    room.selection.select(Selection(page=room.archive.pages()[0].id))
    settle()
    return made


def shown(pane: PagePane) -> Composition:
    assert isinstance(pane.canvas.face, Composition)
    return pane.canvas.face


def click(qtbot: QtBot, pane: PagePane, region: Region) -> None:
    where = pane.canvas.from_sheet(rect(region)).center().toPoint()
    qtbot.mouseClick(pane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_the_whole_page_is_shown_first(pane: PagePane) -> None:
    page = shown(pane)
    whole = pane.canvas.from_sheet(rect(Region(0, 0, page.width, page.height)))
    assert pane.canvas.viewport().rect().contains(whole.toAlignedRect())
    assert len(page.frames) == 7


def test_a_click_selects_the_article_whose_frame_it_is(qtbot: QtBot, room: Room, pane: PagePane) -> None:
    page = shown(pane)
    for frame in page.frames:
        top = frame.regions[0]
        click(qtbot, pane, Region(top.left, top.top, top.width, 20))
        assert room.selection.current.article == frame.article
        assert pane.canvas.selected == frame.article


def test_a_click_on_a_figure_selects_it_and_its_article(
    qtbot: QtBot, room: Room, pane: PagePane, settle: Settle
) -> None:
    assert room.archive is not None
    for figure in shown(pane).figures:
        pane.canvas.fit_page()
        click(qtbot, pane, figure.region)
        current = room.selection.current
        assert current.article == figure.article
        assert current.figure is not None
        assert room.archive.figure(current.figure).article == figure.article
        settle()


def test_a_click_on_a_number_selects_it(qtbot: QtBot, room: Room, pane: PagePane, settle: Settle) -> None:
    region, record = pane.canvas.marks.numbers[3]
    pane.canvas.move_to(rect(region).center(), 2.0)
    qtbot.waitUntil(lambda: pane.canvas.scale == pytest.approx(2.0))
    click(qtbot, pane, region)
    assert room.selection.current.statistic == record.id
    assert room.selection.current.span == Span(record.statistic.start, record.statistic.end)
    settle()
    assert region in pane.canvas.marks.current


def test_hits_are_marked_where_they_are_printed(room: Room, pane: PagePane, settle: Settle) -> None:
    assert room.archive is not None
    room.selection.select(replace(room.selection.current, query="轨道交通"))
    settle()
    page = shown(pane)
    wanted = [
        region
        for frame in page.frames
        for span in room.archive.marks(frame.article, "轨道交通")
        for region in page.marks(frame.article, span)
    ]
    assert len(wanted) > 5
    assert list(pane.canvas.marks.hits) == wanted
    room.selection.select(replace(room.selection.current, query=""))
    settle()
    assert pane.canvas.marks.hits == ()


def test_a_selected_place_comes_into_view_large_enough_to_read(
    qtbot: QtBot, room: Room, pane: PagePane, settle: Settle
) -> None:
    assert room.archive is not None
    article = shown(pane).frames[-1].article
    text = room.archive.article(article).article.text
    span = Span(len(text) - 60, len(text) - 50)
    room.selection.select(room.selection.current.at_article(room.selection.current.page, article, span))
    settle()
    (first, *_) = shown(pane).marks(article, span)
    qtbot.waitUntil(lambda: pane.canvas.is_seen(rect(first)))
    qtbot.waitUntil(lambda: first.height * pane.canvas.scale >= 8.0)
    assert first in pane.canvas.marks.current


def test_zooming_keeps_the_point_under_the_cursor(qtbot: QtBot, pane: PagePane) -> None:
    canvas = pane.canvas
    canvas.move_to(QPointF(500, 700), 1.0)
    canvas.zoom(1.5)
    cursor = QPointF(200, 300)
    before = canvas.to_sheet(cursor)
    turn = QWheelEvent(
        cursor,
        canvas.viewport().mapToGlobal(cursor),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    scale = canvas.scale
    QApplication.sendEvent(canvas.viewport(), turn)
    qtbot.waitUntil(lambda: canvas.scale == pytest.approx(scale * 1.0015**240))
    assert (canvas.to_sheet(cursor) - before).manhattanLength() < 2.0


def test_dragging_pans_and_selects_nothing(qtbot: QtBot, room: Room, pane: PagePane) -> None:
    canvas = pane.canvas
    canvas.zoom(3.0)
    before = canvas.verticalScrollBar().value()
    qtbot.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 500))
    qtbot.mouseMove(canvas.viewport(), QPoint(300, 460))
    qtbot.mouseMove(canvas.viewport(), QPoint(300, 420))
    qtbot.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 420))
    assert canvas.verticalScrollBar().value() > before
    assert room.selection.current.article is None


def test_keys_zoom_fit_and_walk_the_articles(qtbot: QtBot, room: Room, pane: PagePane) -> None:
    canvas = pane.canvas
    canvas.setFocus()
    whole = canvas.scale
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.scale > whole
    qtbot.keyClick(canvas, Qt.Key.Key_W)
    assert canvas.fit == "width"
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.scale == pytest.approx(whole)
    order = [frame.article for frame in shown(pane).frames]
    qtbot.keyClick(canvas, Qt.Key.Key_Tab)
    assert canvas.walked == order[0]
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.walked == order[1]
    assert canvas.accessibleDescription() == shown(pane).frames[1].headline
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert room.selection.current.article == order[1]


def test_the_article_under_the_mouse_is_framed(qtbot: QtBot, pane: PagePane) -> None:
    frame = shown(pane).frames[2]
    where = pane.canvas.from_sheet(rect(frame.bounds)).center().toPoint()
    qtbot.mouseMove(pane.canvas.viewport(), where)
    assert pane.canvas.hovered == frame.article
    QApplication.sendEvent(pane.canvas.viewport(), QEvent(QEvent.Type.Leave))
    assert pane.canvas.hovered is None


@pytest.mark.parametrize("name", THEMES)
def test_the_page_is_printed_in_the_themes_ink_on_its_paper(
    room: Room, pane: PagePane, name: ThemeName
) -> None:
    theme = load_theme(name)
    room.set_theme(theme)
    pane.canvas.fit_width()
    image = pane.canvas.viewport().grab().toImage()
    colours = [
        image.pixelColor(x, y).name().upper() for x in range(0, image.width(), 2) for y in range(0, 400, 2)
    ]
    assert max(set(colours), key=colours.count) == theme.paper.upper()
    ink = QColor(theme.ink).lightness()
    nearest = min(abs(QColor(colour).lightness() - ink) for colour in set(colours))
    assert nearest < 12


def test_a_page_read_anew_is_composed_anew(room: Room, pane: PagePane, settle: Settle) -> None:
    before = shown(pane)
    room.changed.emit(Changes(pages=True))
    settle()
    assert shown(pane) == before
    assert shown(pane) is not before


def test_nothing_selected_says_what_to_do_next(qtbot: QtBot, room: Room) -> None:
    pane = PagePane(room)
    qtbot.addWidget(pane)
    pane.show()
    assert not pane.canvas.isVisible()
    assert "“馆藏”" in pane.findChild(EmptyState).words


def test_no_archive_says_where_to_look(qtbot: QtBot) -> None:
    empty = Room(load_theme("light"))
    pane = PagePane(empty)
    qtbot.addWidget(pane)
    pane.show()
    assert "“文件”" in pane.findChild(EmptyState).words
    empty.close()


def test_every_button_has_a_name(pane: PagePane) -> None:
    buttons = pane.findChildren(QToolButton)
    assert len(buttons) >= 5
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
    assert pane.canvas.accessibleName()


def test_the_strip_is_hidden_where_an_issue_has_one_page(pane: PagePane) -> None:
    assert not pane.strip.isVisible()


def test_the_strip_shows_the_issues_pages_and_turns_them(
    qtbot: QtBot, room: Room, seed: Path, tmp_path: Path
) -> None:
    for sequence, lines in ((1, 30), (2, 60)):
        text = "\n".join(seed.read_text(encoding="utf-8").split("\n")[:lines])
        (tmp_path / f"{sequence}.txt").write_text(text, encoding="utf-8")
        imprint = f'title = "天津日报"\ndate = 2022-10-12\nsequence = {sequence}\n'
        (tmp_path / f"{sequence}.toml").write_text(imprint, encoding="utf-8")
    ingest_into(tmp_path / "a.baoguan", [tmp_path / "1.txt", tmp_path / "2.txt"], Silent())
    archive = Archive.open(tmp_path / "a.baoguan")
    pane = PagePane(room)
    qtbot.addWidget(pane)
    pane.show()
    room.open(archive)
    first, second = archive.pages()
    room.selection.select(Selection(page=first.id, query="专利"))
    qtbot.waitUntil(lambda: room.waiting == 0)
    assert pane.strip.isVisible()
    assert [pane.strip.item(row).text() for row in range(pane.strip.count())] == ["第1版", "第2版"]
    assert pane.strip.currentRow() == 0
    pane.strip.setCurrentRow(1)
    assert room.selection.current == Selection(page=second.id, query="专利")
    qtbot.waitUntil(lambda: room.waiting == 0)
    assert any(line.shown == "第2版" for line in shown(pane).lines)
    archive.close()
