import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject

from baoguan.ui.models.room import Room
from baoguan.ui.models.row_windows import WINDOW, RowWindows

_LONG = 100_000


class _Shelf:
    """Reads numbers as rows, and notes from where."""

    def __init__(self) -> None:
        self.read: list[int] = []

    def __call__(self, _archive: object, limit: int, offset: int) -> tuple[int, ...]:
        self.read.append(offset)
        return tuple(range(offset, min(_LONG, offset + limit)))


@pytest.fixture
def shelf() -> _Shelf:
    return _Shelf()


@pytest.fixture
def windows(room: Room, shelf: _Shelf) -> RowWindows[int]:
    made: RowWindows[int] = RowWindows(room, QObject(room))
    made.begin(shelf, _LONG, 0, tuple(range(WINDOW)))
    return made


@pytest.fixture
def settle(qtbot, room: Room, shelf: _Shelf) -> Callable[[], None]:
    """Wait until nothing more is read."""

    def wait() -> None:
        known = -1
        while known != len(shelf.read) or room.waiting:
            known = len(shelf.read)
            qtbot.wait(60)

    return wait


def test_a_row_is_there_at_once_or_soon(qtbot, windows: RowWindows[int], shelf: _Shelf) -> None:
    assert windows.row(7) == 7
    assert windows.row(55_555) is None
    with qtbot.waitSignal(windows.arrived) as arrived:
        pass
    assert arrived.args == [55_500, 55_599]
    assert windows.row(55_555) == 55_555


def test_what_lies_beside_is_read_and_nothing_further(
    windows: RowWindows[int], shelf: _Shelf, settle: Callable[[], None]
) -> None:
    windows.row(50_000)
    settle()
    assert shelf.read == [50_000, 50_100, 49_900]
    assert windows.known(50_050, 50_149) == list(range(50_050, 50_150))
    settle()
    assert len(shelf.read) == 3


def test_rows_that_only_scrolled_by_are_not_read(
    windows: RowWindows[int], shelf: _Shelf, settle: Callable[[], None]
) -> None:
    for row in range(0, _LONG, 250):
        windows.row(row)
    settle()
    assert len(shelf.read) < 8
    assert shelf.read[0] == _LONG - 300
    assert windows.row(_LONG - 201) == _LONG - 201


def test_the_last_window_may_be_short(windows: RowWindows[int], settle: Callable[[], None]) -> None:
    windows.row(_LONG - 1)
    settle()
    assert windows.row(_LONG - 1) == _LONG - 1
    assert windows.find(lambda row: row == _LONG - 1) == _LONG - 1
    assert windows.find(lambda row: row == 5_000) == -1


def test_few_windows_are_kept(windows: RowWindows[int], settle: Callable[[], None]) -> None:
    for row in range(0, 100 * WINDOW, WINDOW):
        windows.row(row)
        settle()
        assert windows.row(row) == row
    assert windows.known(0, _LONG - 1) != []
    assert len(windows.known(0, _LONG - 1)) <= 60 * WINDOW


def test_rows_of_another_list_are_never_taken_for_those_of_this(
    qtbot, windows: RowWindows[int], shelf: _Shelf, room: Room, settle: Callable[[], None]
) -> None:
    may_go_on = threading.Event()

    def slow(_archive: object, limit: int, offset: int) -> tuple[int, ...]:
        may_go_on.wait(10)
        return shelf(_archive, limit, offset)

    windows.begin(slow, _LONG, 0, tuple(range(WINDOW)))
    windows.row(5_000)
    qtbot.waitUntil(lambda: room.waiting > 0)
    may_go_on.set()
    windows.begin(lambda _archive, limit, offset: (-1,) * limit, _LONG, 0, (-1,) * WINDOW)
    settle()
    windows.row(5_000)
    settle()
    assert set(windows.known(0, _LONG - 1)) == {-1}


def test_a_failure_is_told_and_the_next_row_read(
    qtbot, windows: RowWindows[int], shelf: _Shelf, room: Room, settle: Callable[[], None]
) -> None:
    def fail(_archive: object, limit: int, offset: int) -> tuple[int, ...]:
        if offset == 900:
            raise ValueError
        return shelf(_archive, limit, offset)

    windows.begin(fail, _LONG, 0, tuple(range(WINDOW)))
    with qtbot.waitSignal(room.failed):
        windows.row(950)
    windows.row(2_000)
    settle()
    assert windows.row(2_000) == 2_000
