from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from baoguan.app.amending import RejectStatistic
from baoguan.app.changes import Changes
from baoguan.domain.records import StatisticFilter, StatisticRecord
from baoguan.domain.statistic import Kind
from baoguan.ui.models.roles import ALIGNMENT, DISPLAY, RECORD, TOOLTIP
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistic_columns import SENTENCE, SOURCE, UNIT, VALUE
from baoguan.ui.models.statistics import StatisticsModel

Load = Callable[[], list[StatisticRecord]]


@pytest.fixture
def model(qtbot, tested, room: Room) -> StatisticsModel:
    model = StatisticsModel(room)
    tested(model)
    with qtbot.waitSignal(model.counted):
        model.read()
    return model


@pytest.fixture
def load(qtbot, room: Room, model: StatisticsModel) -> Load:
    """Read every row of a list that is being read."""

    def read() -> list[StatisticRecord]:
        qtbot.waitUntil(lambda: model.known)
        qtbot.waitUntil(lambda: all(model.record(row) for row in range(model.rowCount())))
        return [model.record(row) for row in range(model.rowCount())]

    return read


def test_every_statistic_of_the_archive_has_a_row(room: Room, model: StatisticsModel, load: Load) -> None:
    records = load()
    assert len(records) == room.archive.statistics_count() > 40
    assert records == list(room.archive.statistics())
    assert model.row_of(records[5].id) == 5


def test_the_catalogue_sorts(model: StatisticsModel, load: Load) -> None:
    model.want(StatisticFilter(kinds=frozenset({Kind.MONEY})))
    model.sort(VALUE, Qt.SortOrder.DescendingOrder)
    falling = [one.statistic.base_value for one in load() if one.statistic.base_value is not None]
    model.sort(VALUE, Qt.SortOrder.AscendingOrder)
    rising = [one.statistic.base_value for one in load() if one.statistic.base_value is not None]
    assert falling == sorted(falling, reverse=True)
    assert rising == sorted(rising)
    assert len(rising) > 5


def test_a_filter_leaves_only_its_kinds(qtbot, model: StatisticsModel, load: Load) -> None:
    model.want(StatisticFilter(kinds=frozenset({Kind.MONEY})))
    assert {record.statistic.kind for record in load()} == {Kind.MONEY}
    assert {model.data(model.index(row, UNIT)) for row in range(model.rowCount())} == {"元"}
    with qtbot.waitSignal(model.counted):
        model.want(StatisticFilter(text="没有这样的句子"))
    assert model.rowCount() == 0


def test_the_row_of_the_chosen_statistic_is_known_however_it_is_sorted(
    qtbot, room: Room, model: StatisticsModel, load: Load
) -> None:
    chosen = load()[40]
    room.selection.select(replace(room.selection.current, statistic=chosen.id))
    for column in (VALUE, UNIT, SOURCE):
        with qtbot.waitSignal(model.counted):
            model.sort(column, Qt.SortOrder.DescendingOrder)
        assert model.record(model.position).id == chosen.id
    with qtbot.waitSignal(model.counted):
        model.want(StatisticFilter(text="没有这样的句子"))
    assert model.position is None
    model.want(StatisticFilter())
    load()
    with qtbot.waitSignal(model.located) as located:
        model.locate(chosen.id)
    assert model.record(located.args[0]).id == chosen.id


def test_a_list_is_read_anew_after_a_change(qtbot, room: Room, model: StatisticsModel, load: Load) -> None:
    before = load()
    assert not model.again
    room.archive.do(RejectStatistic(before[3].id))
    with qtbot.waitSignal(model.counted):
        room.changed.emit(Changes(statistics=True))
    assert model.again
    assert [one.id for one in load()] == [one.id for one in before if one.id != before[3].id]


def test_nothing_is_listed_without_an_archive(qapp, tested, room: Room) -> None:
    room.archive = None
    model = StatisticsModel(room)
    tested(model)
    model.read()
    assert model.known
    assert model.rowCount() == 0


def test_cells(model: StatisticsModel, load: Load) -> None:
    load()
    assert model.headerData(VALUE, Qt.Orientation.Horizontal) == "值"
    assert model.headerData(SOURCE, Qt.Orientation.Horizontal) == "来源"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(model.index(0, VALUE), ALIGNMENT) & Qt.AlignmentFlag.AlignRight
    assert model.data(model.index(3, SENTENCE), RECORD) == model.record(3)
    assert model.data(model.index(3, SENTENCE), DISPLAY) == model.record(3).sentence.strip()
    assert model.data(model.index(3, SENTENCE)) in model.data(model.index(3, VALUE), TOOLTIP)
    assert model.data(model.index(3, SOURCE)) == "2022-10-12 天津日报 第 1 版"
