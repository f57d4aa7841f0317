from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from baoguan.app.commands import Command
from baoguan.app.selection import Selection
from baoguan.domain.article import Role
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.ui.models.layout_edit import of_article
from baoguan.ui.models.layout_edit_pieces import Piece
from baoguan.ui.models.layout_edit_state import LayoutEdit
from baoguan.ui.models.page_paint import rect
from baoguan.ui.models.room import Room
from baoguan.ui.panes.page import PagePane


class Desk(NamedTuple):
    """A page pane whose layout is being corrected, and what was commanded of it."""

    room: Room
    pane: PagePane
    done: list[Command]
    settle: Callable[[], None]

    @property
    def edit(self) -> LayoutEdit:
        return self.pane.correction.edit

    @property
    def viewport(self) -> object:
        return self.pane.canvas.viewport()

    def undo(self) -> None:
        self.room.changed.emit(self.room.archive.undo(self.done.pop()))
        self.settle()

    def at(self, region: Region) -> QPoint:
        return self.pane.canvas.from_sheet(rect(region)).center().toPoint()

    def key(self, *keys: Qt.Key) -> None:
        for one in keys:
            QTest.keyClick(self.pane.canvas, one)
        self.settle()

    def click(self, piece: Piece, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.viewport, Qt.MouseButton.LeftButton, modifier, self.at(piece.bounds))

    def drag(self, start: QPoint, end: QPoint) -> None:
        QTest.mousePress(self.viewport, Qt.MouseButton.LeftButton, pos=start)
        for step in (1, 2, 3):
            QTest.mouseMove(self.viewport, start + (end - start) * step / 3)
        self.pane.grab()
        QTest.mouseRelease(self.viewport, Qt.MouseButton.LeftButton, pos=end)
        self.settle()

    def own(self, article: ArticleId) -> list[Piece]:
        return of_article(self.edit.pieces, article)

    def longest(self, count: int = 2) -> list[ArticleId]:
        """Articles with most pieces, which are large enough to be pointed at."""
        return sorted(self.edit.articles, key=lambda one: len(self.own(one)))[-count:]

    def body(self, article: ArticleId) -> list[Piece]:
        high = [one for one in self.own(article) if one.role is Role.BODY and one.bounds.height > 60]
        assert len(high) > 2
        return high

    def article_of(self, line: int) -> ArticleId | None:
        return next(one.article for one in self.edit.pieces if line in one.lines)


def begin(qtbot: QtBot, room: Room, page: int) -> Desk:
    pane, done = PagePane(room), []
    qtbot.addWidget(pane)
    pane.resize(1100, 1300)
    pane.show()

    def settle() -> None:
        qtbot.waitUntil(lambda: room.waiting == 0, timeout=20_000)

    def do(command: Command) -> None:
        done.append(command)
        room.changed.emit(room.archive.do(command))

    room.commanded.connect(do)
    room.selection.select(Selection(page=room.archive.pages()[page].id))
    settle()
    pane.bar.buttons["layout-edit"].click()
    settle()
    pane.correction.edit.leave()
    pane.canvas.fit_page()
    return Desk(room, pane, done, settle)


@pytest.fixture
def desk(qtbot: QtBot, print_room: Room) -> Iterator[Desk]:
    """The page of a PDF."""
    titles = [page.source_name for page in print_room.archive.pages()]
    return begin(qtbot, print_room, titles.index("1.pdf"))


def test_a_piece_dragged_to_another_article_is_of_it_until_undone(desk: Desk) -> None:
    one, other = desk.longest()
    dragged, target = desk.body(one)[1], desk.body(other)[0]
    before = (desk.pane.canvas.scale, desk.pane.canvas.origin)
    desk.drag(desk.at(dragged.bounds), desk.at(target.bounds))
    line, there = dragged.lines[0], target.lines[0]
    assert desk.article_of(line) == desk.article_of(there)
    own = [one for piece in desk.own(desk.article_of(there)) for one in piece.lines]
    last = desk.body(desk.article_of(there))[-1].lines[-1]
    assert own.index(line) < own.index(last)
    assert [piece.lines for piece in desk.edit.chosen]
    assert (desk.pane.canvas.scale, desk.pane.canvas.origin) == before
    desk.undo()
    assert desk.article_of(line) != desk.article_of(there)


def test_a_piece_dragged_beside_all_is_an_article_of_its_own(desk: Desk) -> None:
    count, dragged = len(desk.edit.articles), desk.body(desk.longest()[0])[1]
    corner = desk.pane.canvas.from_sheet(rect(Region(2, 2, 8, 8))).center().toPoint()
    desk.drag(desk.at(dragged.bounds), corner)
    assert len(desk.edit.articles) == count + 1
    assert {one.lines for one in desk.own(desk.article_of(dragged.lines[0]))} == {dragged.lines}


def test_a_piece_dragged_within_its_article_is_read_there(desk: Desk) -> None:
    body = desk.body(desk.longest()[1])
    first, last = body[0], body[-1]
    upper = Region(first.bounds.left, first.bounds.top, first.bounds.width, 20)
    desk.drag(desk.at(last.bounds), desk.at(upper))
    own = [line for piece in desk.own(desk.article_of(first.lines[0])) for line in piece.lines]
    assert own.index(last.lines[0]) < own.index(first.lines[0])


def test_an_article_is_split_and_merged_again_by_keys(desk: Desk) -> None:
    article = desk.longest()[1]
    body, lines = desk.body(article), [line for piece in desk.own(article) for line in piece.lines]
    desk.click(body[1])
    desk.key(Qt.Key.Key_S)
    first, later = lines[0], body[1].lines[0]
    assert desk.article_of(first) != desk.article_of(later)
    desk.click(next(one for one in desk.edit.pieces if body[0].lines[0] in one.lines))
    desk.click(
        next(one for one in desk.edit.pieces if later in one.lines), Qt.KeyboardModifier.ControlModifier
    )
    desk.key(Qt.Key.Key_M)
    assert len({desk.article_of(line) for line in lines}) == 1


def test_pieces_told_one_by_one_are_read_in_that_order(desk: Desk) -> None:
    body = desk.body(desk.longest()[1])
    desk.key(Qt.Key.Key_O)
    desk.click(body[2])
    desk.click(body[0])
    assert desk.edit.told == [body[2], body[0]]
    desk.key(Qt.Key.Key_Return)
    own = [line for piece in desk.own(desk.article_of(body[0].lines[0])) for line in piece.lines]
    assert own.index(body[2].lines[0]) < own.index(body[0].lines[0])
    assert len(desk.done) == 1


def test_a_role_is_set_and_lines_are_taken_out_of_their_article(desk: Desk) -> None:
    piece = desk.body(desk.longest()[1])[0]
    desk.click(piece)
    desk.edit.recast(Role.SUBHEAD)
    desk.settle()
    assert next(one.role for one in desk.edit.pieces if piece.lines[0] in one.lines) is Role.SUBHEAD
    desk.key(Qt.Key.Key_Delete)
    assert desk.article_of(piece.lines[0]) is None


def test_a_frame_is_pulled_drawn_and_removed(desk: Desk) -> None:
    frame = max(desk.edit.page.frames, key=lambda one: one.region.height)
    desk.click(Piece((), None, None, (frame.region,)))
    assert desk.edit.figure == frame
    corner = desk.pane.canvas.from_sheet(rect(frame.region)).bottomRight().toPoint()
    desk.drag(corner, corner + QPoint(12, 8))
    pulled = [one.region for one in desk.edit.page.frames]
    assert frame.region not in pulled
    assert any(
        one.width > frame.region.width + 20 and abs(one.left - frame.region.left) <= 1 for one in pulled
    )
    desk.key(Qt.Key.Key_F)
    desk.drag(desk.at(Region(40, 40, 2, 2)), desk.at(Region(400, 200, 2, 2)))
    drawn = next(one for one in desk.edit.page.frames if one.region not in pulled)
    assert drawn.region.left == pytest.approx(41, abs=8)
    edge = Region(drawn.region.left, drawn.region.bottom - 20, 2, 2)
    desk.click(Piece((), None, None, (edge,)))
    desk.key(Qt.Key.Key_Delete)
    assert [one.region for one in desk.edit.page.frames] == pulled
    for _act in range(3):
        desk.undo()
    assert frame.region in [one.region for one in desk.edit.page.frames]


def test_a_box_drawn_beside_pieces_chooses_what_it_holds(desk: Desk) -> None:
    page = desk.edit.page
    desk.drag(desk.at(Region(2, 2, 2, 2)), desk.at(Region(page.width - 4, page.height - 4, 2, 2)))
    assert set(desk.edit.chosen) == set(desk.edit.pieces)
    desk.key(Qt.Key.Key_Escape)
    assert not desk.edit.chosen
    assert desk.edit.on
    desk.key(Qt.Key.Key_Escape)
    assert not desk.edit.on
    assert not desk.pane.correction.isVisible()


def test_single_lines_are_taken_hold_of(desk: Desk) -> None:
    desk.pane.correction.bar.grain.choose("line")
    assert all(len(piece.lines) == 1 for piece in desk.edit.pieces)
    desk.key(Qt.Key.Key_Down, Qt.Key.Key_Down)
    QTest.keyClick(desk.pane.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert list(desk.edit.chosen) == list(desk.edit.pieces[1:3])
    count = len(desk.edit.articles)
    desk.key(Qt.Key.Key_N)
    assert len(desk.edit.articles) == count + 1


def test_unsure_choices_are_offered_one_by_one(qtbot: QtBot, room: Room) -> None:
    desk = begin(qtbot, room, 0)
    doubts, row = desk.pane.correction.doubts, desk.pane.correction.bar.doubt
    count = len(doubts.doubts)
    assert count > 1
    assert [one.decision.confidence for one in doubts.doubts] == sorted(
        one.decision.confidence for one in doubts.doubts
    )
    assert row.isVisible()
    qtbot.mouseClick(row.forward, Qt.MouseButton.LeftButton)
    assert doubts.place == 2
    lines = set(doubts.current.decision.lines)
    assert desk.edit.chosen
    assert all(lines.intersection(piece.lines) for piece in desk.edit.chosen)
    qtbot.mouseClick(row.accept, Qt.MouseButton.LeftButton)
    assert len(doubts.doubts) == count - 1
    wanted = doubts.current.decision.key
    qtbot.mouseClick(row.other, Qt.MouseButton.LeftButton)
    desk.settle()
    changed = [one for one in desk.edit.page.decisions if one.decision.key == wanted]
    assert [one.rejected for one in changed] == [True]
    assert len(desk.done) == 1


def test_a_composed_page_can_be_taken_apart(qtbot: QtBot, room: Room) -> None:
    desk = begin(qtbot, room, 0)
    article = desk.longest()[1]
    body = [piece for piece in desk.own(article) if piece.role is Role.BODY]
    desk.edit.choose([body[-1]])
    desk.key(Qt.Key.Key_S)
    assert desk.article_of(body[-1].lines[0]) != desk.article_of(body[0].lines[0])
    assert not desk.pane.correction.bar.buttons["frame"].isEnabled()
