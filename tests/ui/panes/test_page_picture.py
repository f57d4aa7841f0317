"""The page pane on pages that have a picture."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from baoguan.app.changes import Changes
from baoguan.app.selection import Selection
from baoguan.app.theme import load_theme
from baoguan.domain.article import Span
from baoguan.domain.page import Region
from baoguan.domain.records import ArticleRecord
from baoguan.ui.models.page_paint import rect
from baoguan.ui.models.picture_page import PicturedPage
from baoguan.ui.models.picture_tiles import BUDGET
from baoguan.ui.models.room import Room
from baoguan.ui.panes.page import PagePane

Settle = Callable[[], None]


@pytest.fixture
def empty(qtbot: QtBot, printed_room: Room) -> PagePane:
    """The pane with nothing selected."""
    made = PagePane(printed_room)
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    return made


@pytest.fixture
def settle(qtbot: QtBot, printed_room: Room, empty: PagePane) -> Settle:
    """Wait until every question is answered and every motion is over, and all is painted."""

    def wait() -> None:
        for _ in range(3):
            qtbot.waitUntil(lambda: not printed_room.waiting and not empty.canvas.moving, timeout=20_000)
            qtbot.wait(20)

    return wait


@pytest.fixture
def pane(empty: PagePane, printed_room: Room, settle: Settle) -> Iterator[PagePane]:
    """The pane with the first printed page in it."""
    made = empty
    assert printed_room.archive is not None
    printed_room.selection.select(Selection(page=printed_room.archive.pages()[0].id))
    settle()
    return made


def face(pane: PagePane) -> PicturedPage:
    found = pane.canvas.face
    assert isinstance(found, PicturedPage)
    return found


def longest(pane: PagePane) -> ArticleRecord:
    return max(face(pane).content.articles, key=lambda record: len(record.article.text))


def seen(pane: PagePane) -> QImage:
    return pane.canvas.viewport().grab().toImage()


def look_at(pane: PagePane, region: Region, scale: float, settle: Settle) -> QPoint:
    """Zoom to a region's middle and return where it lies."""
    pane.canvas.move_to(rect(region).center(), scale)
    settle()
    return pane.canvas.placed.map(rect(region).center()).toPoint()


def test_the_picture_is_seen_whole_first(pane: PagePane) -> None:
    page = face(pane)
    whole = pane.canvas.from_sheet(rect(Region(0, 0, page.width, page.height)))
    assert pane.canvas.viewport().rect().contains(whole.toAlignedRect())
    image = seen(pane)
    inside = whole.toAlignedRect().adjusted(5, 5, -5, -5)
    dark = sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(inside.left(), inside.right(), 3)
        for y in range(inside.top(), inside.bottom(), 3)
    )
    assert dark > 300
    assert all(pane.bar.buttons[name].isVisible() for name in ("rotate", "contrast", "lines", "clip"))


def test_hits_lie_on_the_glyphs_that_print_them(
    qtbot: QtBot, printed_room: Room, pane: PagePane, settle: Settle
) -> None:
    record = longest(pane)
    word = record.article.text[40:42]
    printed_room.selection.select(replace(printed_room.selection.current, query=word))
    settle()
    assert pane.canvas.marks.hits
    for region in pane.canvas.marks.hits[:4]:
        line = face(pane).line_at(region.left + region.width / 2, region.top + region.height / 2)
        assert line is not None
        along = [at for at in range(len(line.text)) if line.cuts[at + 1] > region.left + 1]
        assert word.startswith(line.text[along[0]])
        where = look_at(pane, region, 0.6, settle)
        near = [seen(pane).pixelColor(where + QPoint(x, 0)) for x in range(-8, 9)]
        lightest = max(near, key=QColor.lightness)
        assert QColor(load_theme("light").hit).hue() == pytest.approx(lightest.hue(), abs=4)


def test_squares_sharpen_what_the_overview_blurs(pane: PagePane, settle: Settle) -> None:
    region = pane.canvas.marks.numbers[0][0] if pane.canvas.marks.numbers else face(pane).frames[0].regions[0]
    look_at(pane, region, 1.0, settle)
    sharp = seen(pane)
    assert 0 < pane.tiles.bytes <= BUDGET
    page, picture = face(pane).page_print.page, pane.tiles.picture
    pane.tiles.show(page, None)
    ground = pane.canvas.ground
    ground._view = None
    assert _contrast(seen(pane)) < 0.8 * _contrast(sharp)
    pane.tiles.show(page, picture)


def _contrast(image: QImage) -> float:
    """Return how much neighbouring pixels differ."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = [bytes(grey.constScanLine(y)) for y in range(0, grey.height(), 7)]
    return sum(abs(row[x] - row[x + 1]) for row in rows for x in range(0, grey.width() - 1, 2))


def test_dragging_over_print_selects_the_text_under_it(
    qtbot: QtBot, printed_room: Room, pane: PagePane, settle: Settle
) -> None:
    record = longest(pane)
    text = record.article.text
    start = next(at for at in range(60, len(text)) if "\n" not in text[at : at + 12])
    found = [
        at
        for at in range(start, len(text) - 5)
        if len(face(pane).marks(record.id, Span(at, at + 5))) == 1 and "\n" not in text[at : at + 5]
    ]
    span = Span(found[0], found[0] + 5)
    (region,) = face(pane).marks(record.id, span)
    look_at(pane, region, 1.0, settle)
    view = pane.canvas.viewport()
    box = pane.canvas.from_sheet(rect(region))
    aside = QPointF(box.width() / 2 - 4, 0)
    first, last = box.center() - aside, box.center() + aside
    qtbot.mouseMove(view, first.toPoint())
    assert view.cursor().shape() is Qt.CursorShape.IBeamCursor
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=first.toPoint())
    qtbot.mouseMove(view, box.center().toPoint())
    qtbot.mouseMove(view, last.toPoint())
    assert pane.canvas.marks.current == (region,)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=last.toPoint())
    current = printed_room.selection.current
    assert (current.article, current.span) == (record.id, span)
    settle()
    assert pane.canvas.marks.current == (region,)


def test_a_click_on_print_selects_its_article(
    qtbot: QtBot, printed_room: Room, pane: PagePane, settle: Settle
) -> None:
    record = longest(pane)
    (region, *_) = face(pane).marks(record.id, Span(40, 41))
    where = look_at(pane, region, 1.0, settle)
    qtbot.mouseClick(pane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert printed_room.selection.current.article == record.id


def test_a_drag_over_small_print_moves_the_page(qtbot: QtBot, printed_room: Room, pane: PagePane) -> None:
    small = 7.5 / (10 * face(pane).unit)
    pane.canvas.move_to(QPointF(face(pane).width / 2, face(pane).height / 2), small)
    qtbot.waitUntil(lambda: not pane.canvas.moving)
    view = pane.canvas.viewport()
    pane.resize(700, 500)
    before = pane.canvas.origin
    for act, y in ((qtbot.mousePress, 300), (qtbot.mouseRelease, 240)):
        if act is qtbot.mouseRelease:
            qtbot.mouseMove(view, QPoint(300, 270))
            qtbot.mouseMove(view, QPoint(300, 240))
        act(view, Qt.MouseButton.LeftButton, pos=QPoint(300, y))
    assert pane.canvas.origin.y() < before.y()
    assert printed_room.selection.current.span is None


def test_text_selected_elsewhere_is_outlined_where_it_is_printed(
    printed_room: Room, pane: PagePane, settle: Settle
) -> None:
    record = longest(pane)
    span = Span(50, 95)
    current = printed_room.selection.current
    printed_room.selection.select(current.at_article(current.page, record.id, span))
    settle()
    assert pane.canvas.marks.current == face(pane).marks(record.id, span)
    assert len(pane.canvas.marks.current) > 1
    assert pane.canvas.is_seen(rect(pane.canvas.marks.current[0]))


def test_looks_change_what_is_seen_and_nothing_that_is_kept(
    printed_room: Room, pane: PagePane, settle: Settle
) -> None:
    plain = seen(pane)
    middle = pane.canvas.lying.topLeft().toPoint() + QPoint(6, 6)
    pane.bar.looks.invert.setChecked(True)
    assert seen(pane).pixelColor(middle).lightness() < 20
    pane.bar.looks.contrast.setValue(10)
    pane.bar.looks.grey.setChecked(True)
    assert seen(pane) != plain
    printed_room.set_theme(load_theme("dark"))
    printed_room.set_theme(load_theme("light"))
    pane.bar.looks.reset()
    assert seen(pane) == plain


def test_the_text_stands_beside_the_picture_line_by_line(
    qtbot: QtBot, pane: PagePane, settle: Settle
) -> None:
    qtbot.keyClick(pane.canvas, Qt.Key.Key_L)
    assert pane.lines.isVisible()
    settle()
    lines = face(pane).page_print.lines
    model = pane.lines.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [line.text for line in lines]
    row = len(lines) // 2
    pane.lines.setCurrentIndex(model.index(row, 0))
    settle()
    assert pane.canvas.outlined == (lines[row].region,)
    assert pane.canvas.is_seen(rect(lines[row].region))
    other = lines[row + 1].region
    qtbot.mouseMove(pane.canvas.viewport(), pane.canvas.placed.map(rect(other).center()).toPoint())
    assert pane.lines.currentIndex().row() == row + 1
    qtbot.keyClick(pane.canvas, Qt.Key.Key_L)
    assert not pane.lines.isVisible()


def test_the_map_shows_where_one_is_and_goes_elsewhere(qtbot: QtBot, pane: PagePane, settle: Settle) -> None:
    small = pane.corner.map
    assert not small.isVisible()
    pane.canvas.zoom(5)
    settle()
    assert small.isVisible()
    for share in (0.2, 0.8):
        spot = QPoint(small.width() // 2, round(small.height() * share))
        qtbot.mouseClick(small, Qt.MouseButton.LeftButton, pos=spot)
        middle = pane.canvas.to_sheet(QPointF(pane.canvas.viewport().rect().center()))
        assert middle.y() / face(pane).height == pytest.approx(share, abs=0.03)
    pane.canvas.turn()
    assert small.width() > small.height()


def test_a_region_is_cut_out_with_where_it_is_printed(
    qtbot: QtBot, pane: PagePane, settle: Settle, tmp_path
) -> None:
    pane.bar.looks.invert.setChecked(True)
    qtbot.keyClick(pane.canvas, Qt.Key.Key_C)
    view = pane.canvas.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(250, 200))
    qtbot.mouseMove(view, QPoint(300, 260))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(450, 400))
    assert pane.clipping.bar.isVisible()
    region = pane.clipping.overlay.region
    assert (region.width, region.height) == pytest.approx((200 / pane.canvas.scale, 200 / pane.canvas.scale))
    citation = pane.clipping.citation(region)
    assert citation.startswith("《津沽晚报》2002年9月19日第")
    pane.clipping.save(tmp_path / "剪报.png")
    settle()
    kept = QImage(str(tmp_path / "剪报.png"))
    assert kept.text("Description") == citation
    assert kept.width() == round(region.width)
    assert kept.height() > region.height
    assert kept.pixelColor(2, kept.height() - 2).lightness() > 250
    assert not pane.clipping.bar.isVisible()
    assert not pane.bar.buttons["clip"].isChecked()


def test_a_region_is_copied_as_a_picture_and_as_words(qtbot: QtBot, pane: PagePane, settle: Settle) -> None:
    pane.bar.buttons["clip"].click()
    box = face(pane).frames[0].regions[0]
    pane.clipping.overlay.frame(box)
    words = pane.clipping.citation(box)
    pane.clipping.bar.buttons["copy"].click()
    settle()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == words
    assert face(pane).frames[0].headline.split()[0] in words
    assert QImage(copied.imageData()).width() >= round(box.width)


def test_a_file_that_cannot_be_written_is_told_and_the_frame_stays(
    qtbot: QtBot, printed_room: Room, pane: PagePane, settle: Settle, tmp_path
) -> None:
    told = []
    printed_room.failed.connect(told.append)
    pane.bar.buttons["clip"].click()
    pane.clipping.overlay.frame(Region(100, 100, 400, 300))
    pane.clipping.save(tmp_path / "没有" / "剪报.png")
    settle()
    assert len(told) == 1
    assert pane.clipping.bar.isVisible()


def test_escape_ends_the_cutting(qtbot: QtBot, pane: PagePane) -> None:
    pane.bar.buttons["clip"].click()
    pane.clipping.overlay.frame(Region(100, 100, 900, 900))
    qtbot.keyClick(pane.clipping.bar, Qt.Key.Key_Escape)
    assert pane.clipping.overlay is None
    assert not pane.bar.buttons["clip"].isChecked()


def test_upright_lines_have_their_hits_and_lines_beside_numbers(
    printed_room: Room, pane: PagePane, settle: Settle
) -> None:
    page = printed_room.archive.pages()[1].id
    printed_room.selection.select(Selection(page=page))
    settle()
    assert face(pane).vertical
    record = longest(pane)
    span = Span(40, 44)
    for region in face(pane).marks(record.id, span):
        line = face(pane).line_at(region.left + region.width / 2, region.top + region.height / 2)
        assert line is not None
        assert line.vertical
    regions = face(pane).marks(record.id, span)
    assert any(region.height > region.width for region in regions)


def test_pages_turned_to_and_fro_are_the_same_page_again(
    printed_room: Room, pane: PagePane, settle: Settle
) -> None:
    first, second = (page.id for page in printed_room.archive.pages())
    before = seen(pane)
    for page in (second, first):
        printed_room.selection.select(Selection(page=page))
        settle()
        assert face(pane).page_print.page == page
        assert pane.tiles.picture is not None
    assert seen(pane) == before


def test_a_page_read_anew_stays_where_the_reader_is(
    printed_room: Room, pane: PagePane, settle: Settle
) -> None:
    region = face(pane).frames[0].regions[0]
    look_at(pane, region, 1.0, settle)
    before, picture, shown = seen(pane), pane.tiles.picture, face(pane)
    pane.bar.buttons["clip"].click()
    printed_room.changed.emit(Changes(pages=True))
    settle()
    assert face(pane) is not shown
    assert pane.tiles.picture is picture
    assert pane.clipping.overlay is not None
    pane.clipping.leave()
    settle()
    assert seen(pane) == before


def test_with_the_space_bar_down_a_drag_over_print_moves_the_page(
    qtbot: QtBot, printed_room: Room, pane: PagePane, settle: Settle
) -> None:
    (region, *_) = face(pane).marks(longest(pane).id, Span(40, 41))
    where = look_at(pane, region, 1.0, settle)
    view, before = pane.canvas.viewport(), pane.canvas.origin
    qtbot.keyPress(pane.canvas, Qt.Key.Key_Space)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=where)
    for step in (20, 40):
        qtbot.mouseMove(view, where - QPoint(0, step))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=where - QPoint(0, 40))
    qtbot.keyRelease(pane.canvas, Qt.Key.Key_Space)
    assert pane.canvas.origin.y() < before.y()
    assert printed_room.selection.current.span is None


def test_the_selected_article_is_framed_to_be_cut_out(
    printed_room: Room, pane: PagePane, settle: Settle
) -> None:
    record = longest(pane)
    printed_room.selection.select(printed_room.selection.current.at_article(record.page.id, record.id))
    settle()
    pane.bar.buttons["clip"].click()
    settle()
    bounds = face(pane).frame(record.id).bounds
    assert pane.clipping.overlay.region == bounds
    assert pane.canvas.is_seen(rect(bounds))
    assert pane.clipping.bar.isVisible()
    assert record.article.headline[:6] in pane.clipping.citation(pane.clipping.overlay.region)
