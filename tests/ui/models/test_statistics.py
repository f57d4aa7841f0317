import pytest
from PySide6.QtCore import Qt

from baoguan.domain.statistic import Kind
from baoguan.ui.models.roles import ALIGNMENT, DISPLAY, RECORD, TOOLTIP
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistics import SENTENCE, UNIT, VALUE, StatisticsModel


@pytest.fixture
def model(qtbot, tested, room: Room) -> StatisticsModel:
    model = StatisticsModel(room)
    tested(model)
    with qtbot.waitSignal(model.counted):
        model.read()
    return model


def _load(qtbot, room: Room, model: StatisticsModel) -> list:
    qtbot.waitUntil(lambda: model.known and room.waiting == 0)
    model.record(0)
    qtbot.waitUntil(lambda: room.waiting == 0)
    return [model.record(row) for row in range(model.rowCount())]


def test_every_statistic_of_the_archive_has_a_row(qtbot, room: Room, model: StatisticsModel) -> None:
    records = _load(qtbot, room, model)
    assert len(records) == room.archive.statistics_count() > 40
    assert None not in records
    assert model.row_of(records[5].id) == 5


def test_a_row_not_read_yet_is_blank_and_arrives(qtbot, room: Room, model: StatisticsModel) -> None:
    with qtbot.waitSignal(model.dataChanged):
        assert model.data(model.index(0, VALUE)) is None
    assert model.data(model.index(0, VALUE)) != ""
    assert model.data(model.index(0, SENTENCE)) in model.data(model.index(0, VALUE), TOOLTIP)


def test_the_catalogue_sorts(qtbot, room: Room, model: StatisticsModel) -> None:
    model.sort(VALUE, Qt.SortOrder.DescendingOrder)
    values = [record.statistic.value for record in _load(qtbot, room, model)]
    known = [value for value in values if value is not None]
    model.sort(VALUE, Qt.SortOrder.AscendingOrder)
    again = [record.statistic.value for record in _load(qtbot, room, model)]
    assert known != [value for value in again if value is not None]
    assert max(known) == known[0]


def test_a_filter_leaves_only_its_kinds(qtbot, room: Room, model: StatisticsModel) -> None:
    with qtbot.waitSignal(model.counted):
        model.want(kinds=frozenset({Kind.MONEY}))
    records = _load(qtbot, room, model)
    assert {record.statistic.kind for record in records} == {Kind.MONEY}
    assert {model.data(model.index(row, UNIT)) for row in range(model.rowCount())} == {"元"}
    with qtbot.waitSignal(model.counted):
        model.want(text="没有这样的句子")
    assert model.rowCount() == 0


def test_cells(qtbot, room: Room, model: StatisticsModel) -> None:
    _load(qtbot, room, model)
    assert model.headerData(VALUE, Qt.Orientation.Horizontal) == "值"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(model.index(0, VALUE), ALIGNMENT) & Qt.AlignmentFlag.AlignRight
    assert model.data(model.index(3, SENTENCE), RECORD) == model.record(3)
    assert model.data(model.index(3, SENTENCE), DISPLAY) == model.record(3).sentence.strip()
