import threading

import pytest
from pytestqt.qtbot import QtBot

from baoguan.app.changes import Changes
from baoguan.domain.chart import ChartKind
from baoguan.domain.progress import Cancelled
from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind
from baoguan.ui.models.chart import Drawing, draw
from baoguan.ui.models.lazy_reading import LazyReading, Step, each
from baoguan.ui.models.room import Room

_MONEY = StatisticFilter(kinds=frozenset({Kind.MONEY}))
_COUNTS = StatisticFilter(kinds=frozenset({Kind.COUNT}))
Model = LazyReading[Drawing]


@pytest.fixture
def model(room: Room) -> Model:
    return LazyReading(room, draw)


def test_nothing_is_read_until_somebody_looks(qtbot: QtBot, room: Room, model: Model) -> None:
    model.want(_MONEY)
    assert (room.waiting, model.answer) == (0, None)
    model.show(True)
    qtbot.waitUntil(lambda: model.answer is not None)
    assert {chart.unit for chart in model.answer.charts.values()} == {"CNY"}
    assert model.answer.kind is Kind.MONEY
    ids = {one for mark in model.answer.charts[ChartKind.DISTRIBUTION].marks for one in mark.statistics}
    assert ids == {record.id for record in room.archive.statistics(_MONEY)}
    assert model.answer.source == f"据《天津日报》 2022-10-12，{len(ids)} 个数字"


def test_an_answer_to_an_older_filter_is_never_drawn(qtbot: QtBot, room: Room, model: Model) -> None:
    gate, asked = threading.Event(), []
    statistics = room.archive.all_statistics

    def wait(wanted: StatisticFilter) -> object:
        asked.append(wanted)
        if wanted == _MONEY:
            gate.wait(10)
        return statistics(wanted)

    room.archive.all_statistics = wait
    model.want(_MONEY)
    model.show(True)
    qtbot.waitUntil(lambda: asked == [_MONEY])
    model.want(_COUNTS)
    qtbot.waitUntil(lambda: model.answer is not None)
    drawn = model.answer
    gate.set()
    qtbot.waitUntil(lambda: room.waiting == 0)
    assert model.answer is drawn
    assert drawn.kind is Kind.COUNT


def test_reading_stops_where_nobody_wants_it_any_more(qtbot: QtBot, room: Room) -> None:
    read = []

    def step(done: int, total: int) -> None:
        read.append((done, total))
        raise Cancelled

    with pytest.raises(Cancelled):
        list(each(room.archive, StatisticFilter(), step))
    assert read == [(0, room.archive.statistics_count())]


def test_a_room_that_closes_does_not_wait_for_all_to_be_read(qtbot: QtBot, room: Room) -> None:
    begun, gate, told = threading.Event(), threading.Event(), []

    def read(archive: object, wanted: StatisticFilter, step: Step) -> None:
        begun.set()
        gate.wait(10)
        told.append(room.archive)
        step(0, 1)
        told.append("read on")

    LazyReading(room, read, room).show(True)
    assert begun.wait(10)
    threading.Timer(0.1, gate.set).start()
    room.close()
    assert told == [None]


def test_hidden_while_it_is_read_it_is_read_when_shown_again(qtbot: QtBot, room: Room, model: Model) -> None:
    model.show(True)
    model.show(False)
    qtbot.waitUntil(lambda: room.waiting == 0)
    assert model.answer is None
    model.show(True)
    qtbot.waitUntil(lambda: model.answer is not None)


def test_a_change_of_statistics_is_drawn(qtbot: QtBot, room: Room, model: Model) -> None:
    model.show(True)
    qtbot.waitUntil(lambda: model.answer is not None)
    before = model.answer
    room.changed.emit(Changes(annotations=True))
    assert model.answer is before
    room.changed.emit(Changes(statistics=True))
    qtbot.waitUntil(lambda: model.answer is not None)
    assert model.answer is not before


def test_what_cannot_be_read_is_said(qtbot: QtBot, room: Room, model: Model) -> None:
    def fail(wanted: StatisticFilter) -> object:
        raise OSError("no disk")

    statistics, room.archive.all_statistics = room.archive.all_statistics, fail
    with qtbot.waitSignal(room.failed):
        model.show(True)
    assert isinstance(model.error, OSError)
    room.archive.all_statistics = statistics
    model.again()
    qtbot.waitUntil(lambda: model.answer is not None)
    assert model.error is None
