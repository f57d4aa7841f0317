from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt

from baoguan.domain.records import StatisticFilter, StatisticRecord
from baoguan.ui.models.compare import PRINTED, Compared, CompareModel, hold_together
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD
from baoguan.ui.models.room import Room


def held(room: Room, **wanted: object) -> Compared:
    return hold_together(room.archive, StatisticFilter(**wanted), lambda _done, _total: None)


@pytest.fixture
def model(harvest_room: Room, tested: Callable[[QAbstractItemModel], None]) -> CompareModel:
    model = CompareModel()
    tested(model)
    model.put(held(harvest_room, measure="粮食总产量"))
    return model


def rows(model: CompareModel, role: int = DISPLAY) -> list[list[object]]:
    return [
        [found for column in range(model.columnCount()) if (found := model.index(row, column).data(role))]
        for row in range(model.rowCount())
    ]


def test_figures_of_a_subject_and_time_stand_side_by_side_in_one_unit(model: CompareModel) -> None:
    assert rows(model) == [
        ["天津市，2021，说法不一", "249.9万 吨", "250万 吨", "239万 吨"],
        ["河北省，2021", "3,825.1万 吨"],
        ["北京市，2022", "45.4万 吨", "> 45万 吨"],
        ["天津市，2022", "256.2万 吨", "256万 吨"],
        ["天津市，2025 · 目标", "≥ 260万 吨"],
    ]
    assert rows(model, PRINTED) == [["25亿公斤"], [], [], [], []]
    assert model.headerData(2, Qt.Orientation.Horizontal) == "第 2 处"


def test_a_figure_is_told_aloud_with_its_source_and_sentence(model: CompareModel) -> None:
    assert model.index(0, 2).data(ACCESSIBLE) == (
        "250万 吨，2022-01-15 今晚报 第 2 版，2021年，天津市粮食总产量达到25亿公斤。"
    )
    record = model.index(0, 2).data(RECORD)
    assert isinstance(record, StatisticRecord)
    assert record.statistic.raw == "25亿公斤"
    assert model.index(1, 2).data(RECORD) is None


def test_rows_of_a_subject_are_put_together_or_only_those_in_dispute(model: CompareModel) -> None:
    assert model.conflicts == 1
    model.arrange(by_subject=True, only_conflicts=False)
    assert [model.told(row).subject for row in range(5)] == ["北京市", *["天津市"] * 3, "河北省"]
    assert [model.told(row).time for row in (1, 2, 3)] == ["2021", "2022", "2025"]
    model.arrange(by_subject=True, only_conflicts=True)
    assert (model.rowCount(), model.columnCount()) == (1, 4)
    model.put(None)
    assert (model.rowCount(), model.columnCount(), model.conflicts) == (0, 1, 0)


def test_without_a_measure_the_one_most_articles_tell_of_is_compared(harvest_room: Room) -> None:
    found = held(harvest_room)
    assert (found.comparison.measure, found.comparison.unit) == ("粮食总产量", "t")
    assert held(harvest_room, text="没有这样的字").comparison.told == ()


def test_figures_told_without_a_time_in_one_month_are_compared(harvest_room: Room) -> None:
    (told,) = held(harvest_room, measure="总投资").comparison.told
    assert (told.subject, told.time, told.conflict) == ("B1线", "2022-01", True)
