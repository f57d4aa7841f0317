from datetime import date

import pytest
from PySide6.QtCore import Qt

from baoguan.app.changes import Changes
from baoguan.domain.records import MeasureGroup, StatisticFilter
from baoguan.ui.models.roles import ALIGNMENT, DISPLAY, RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistic_groups import MEASURE, PERIOD, RANGE, STATISTICS, GroupsModel, period_text


@pytest.fixture
def model(qtbot, tested, room: Room) -> GroupsModel:
    model = GroupsModel(room)
    tested(model)
    with qtbot.waitSignal(model.counted):
        model.want(StatisticFilter())
    return model


def test_every_measure_has_a_row_the_most_frequent_first(room: Room, model: GroupsModel) -> None:
    groups = [model.index(row, 0).data(RECORD) for row in range(model.rowCount())]
    assert groups == list(room.archive.statistic_groups(StatisticFilter()))
    assert len(groups) == room.archive.statistic_groups_count(StatisticFilter()) > 20
    assert model.most == groups[0].statistics >= 2
    assert model.groups(0, 2) == groups[:3]


def test_cells(model: GroupsModel) -> None:
    group = model.index(0, 0).data(RECORD)
    assert isinstance(group, MeasureGroup)
    assert model.index(0, MEASURE).data(DISPLAY) == group.measure
    assert model.index(0, STATISTICS).data(DISPLAY) == str(group.statistics)
    assert "–" in model.index(0, RANGE).data(DISPLAY)
    assert model.headerData(PERIOD, Qt.Orientation.Horizontal) == "时段"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index(0, STATISTICS).data(ALIGNMENT) & Qt.AlignmentFlag.AlignRight


def test_nothing_is_read_while_nobody_looks(qtbot, room: Room) -> None:
    model = GroupsModel(room)
    room.changed.emit(Changes(statistics=True))
    model.want(None)
    assert not room.waiting
    with qtbot.waitSignal(model.counted):
        model.want(StatisticFilter())
    with qtbot.waitSignal(model.counted):
        room.changed.emit(Changes(statistics=True))


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (date(2019, 5, 1), date(2022, 10, 12), "2019–2022"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2022, 10, 12), date(2022, 10, 12), "2022-10-12"),
        (date(2022, 1, 1), date(2022, 9, 30), "2022-01-01–2022-09-30"),
        (None, None, ""),
    ],
)
def test_periods(since: date | None, until: date | None, words: str) -> None:
    assert period_text(since, until) == words
