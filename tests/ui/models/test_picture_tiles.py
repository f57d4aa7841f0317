import threading
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from baoguan.domain.ids import PageId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Progress
from baoguan.ui.models.picture_tiles import EDGE, Square, Tiles, level_for, squares_in
from baoguan.ui.models.room import Room

PAGE, OTHER = PageId(1), PageId(2)
SQUARE_BYTES = EDGE * EDGE * 4


class Painted:
    """A picture of plain squares, each level and place of another colour, as a scan's would come."""

    width, height, levels = 4 * EDGE, 3 * EDGE, 3

    def __init__(self) -> None:
        self.asked: list[tuple[int, int, int]] = []
        self.closed = 0
        self.steps = 0
        self.gate = threading.Event()
        self.gate.set()
        self.broken: set[tuple[int, int, int]] = set()

    def overview(self, most: int) -> bytes:
        return self.tile(2, 0, 0)

    def tile(self, level: int, column: int, row: int) -> bytes:
        self.gate.wait(5)
        assert not self.closed
        self.asked.append((level, column, row))
        if (level, column, row) in self.broken:
            raise OSError("gone")
        image = QImage(EDGE, EDGE, QImage.Format.Format_RGB32)
        image.fill(QColor(level * 60, column * 60, row * 60))
        kept = QBuffer()
        kept.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(kept, QByteArray(b"png")).write(image)
        return bytes(kept.data().data())

    def build(self, progress: Progress) -> None:
        for step in range(10_000):
            self.steps = step
            progress.step(step, 10_000, Bilingual("切", "cut"))

    def close(self) -> None:
        self.closed += 1


Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, room: Room) -> Settle:
    """Wait until every square asked for has come or not."""
    return lambda: qtbot.waitUntil(lambda: room.waiting == 0)


def all_of(level: int, page: PageId = PAGE) -> list[Square]:
    whole = QRectF(0, 0, Painted.width, Painted.height)
    return list(squares_in(page, level, whole, Painted.width, Painted.height))


def test_squares_wished_for_are_read_and_come_one_by_one(qtbot: QtBot, room: Room, settle: Settle) -> None:
    tiles, picture, heard = Tiles(room), Painted(), []
    tiles.arrived.connect(lambda: heard.append(1))
    tiles.show(PAGE, picture)
    wanted = all_of(0)
    assert len(wanted) == 12
    tiles.wish(wanted)
    settle()
    assert len(heard) == 12
    for square in wanted:
        image = tiles.get(square)
        assert image is not None
        assert image.pixelColor(9, 9) == QColor(0, square.column * 60, square.row * 60)
    tiles.wish(wanted)
    settle()
    assert len(picture.asked) == 12


def test_no_more_is_kept_than_the_budget_and_what_was_seen_last_stays(room: Room, settle: Settle) -> None:
    tiles = Tiles(room, budget=4 * SQUARE_BYTES)
    tiles.show(PAGE, Painted())
    first, *others = all_of(0)
    tiles.wish([first])
    settle()
    for square in others:
        assert tiles.get(first) is not None
        tiles.wish([square])
        settle()
        assert tiles.bytes <= 4 * SQUARE_BYTES
    assert [tiles.get(square) is not None for square in others[:-3]] == [False] * (len(others) - 3)


def test_a_new_wish_takes_the_place_of_the_last(room: Room, settle: Settle) -> None:
    tiles, picture = Tiles(room), Painted()
    tiles.show(PAGE, picture)
    picture.gate.clear()
    tiles.wish(all_of(0))
    tiles.wish([Square(PAGE, 2, 0, 0)])
    picture.gate.set()
    settle()
    assert len(picture.asked) <= 4
    assert tiles.get(Square(PAGE, 2, 0, 0)) is not None


def test_a_square_that_cannot_be_read_is_not_asked_for_again(room: Room, settle: Settle) -> None:
    tiles, picture = Tiles(room), Painted()
    picture.broken = {(0, 1, 1)}
    tiles.show(PAGE, picture)
    for _ in range(3):
        tiles.wish(all_of(0))
        settle()
    assert picture.asked.count((0, 1, 1)) == 1
    assert tiles.get(Square(PAGE, 0, 1, 1)) is None
    assert tiles.get(Square(PAGE, 0, 0, 0)) is not None


def test_a_picture_is_closed_once_when_it_is_read_no_more(qtbot: QtBot, room: Room, settle: Settle) -> None:
    tiles, picture, other = Tiles(room), Painted(), Painted()
    tiles.show(PAGE, picture)
    picture.gate.clear()
    tiles.wish(all_of(0))
    tiles.show(OTHER, other)
    qtbot.wait(50)
    assert not picture.closed
    picture.gate.set()
    settle()
    qtbot.waitUntil(lambda: picture.closed == 1)
    assert not other.closed
    room.close()
    assert (picture.closed, other.closed) == (1, 1)


def test_cutting_ends_when_another_page_is_shown(qtbot: QtBot, room: Room, settle: Settle) -> None:
    class Slow(Painted):
        ended = False

        def build(self, progress: Progress) -> None:
            begun.set()
            try:
                while True:
                    progress.step(0, 1, Bilingual("切", "cut"))
            except Cancelled:
                self.ended = True
                raise

    begun = threading.Event()
    tiles, picture = Tiles(room), Slow()
    tiles.show(PAGE, picture)
    tiles.build()
    qtbot.waitUntil(begun.is_set)
    assert not picture.ended
    tiles.show(OTHER, Painted())
    settle()
    assert picture.ended


@given(
    scale=st.floats(0.001, 20),
    levels=st.integers(1, 8),
)
def test_a_level_is_as_coarse_as_stays_sharp(scale: float, levels: int) -> None:
    level = level_for(scale, levels)
    assert 0 <= level < levels
    assert level == 0 or scale * 2**level <= 1.0001
    assert level == levels - 1 or scale * 2 ** (level + 1) > 1


@given(
    level=st.integers(0, 4),
    seen=st.tuples(*[st.floats(-5000, 20000)] * 2, *[st.floats(1, 9000)] * 2),
    size=st.tuples(st.integers(1, 12000), st.integers(1, 12000)),
)
def test_the_squares_of_a_part_cover_it_and_touch_it(
    level: int, seen: tuple[float, float, float, float], size: tuple[int, int]
) -> None:
    part = QRectF(*seen).intersected(QRectF(0, 0, *size))
    edge = EDGE << level
    boxes = [
        QRectF(square.corner, QSizeF(edge, edge)) for square in squares_in(PAGE, level, QRectF(*seen), *size)
    ]
    assert len({(box.x(), box.y()) for box in boxes}) == len(boxes)
    assert all(box.intersects(part) for box in boxes)
    covered = sum(box.intersected(part).width() * box.intersected(part).height() for box in boxes)
    assert covered == pytest.approx(part.width() * part.height(), rel=1e-6, abs=1e-3)
