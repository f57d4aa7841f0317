import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind
from baoguan.ui.models import fonts
from baoguan.ui.models.roles import DISPLAY
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistic_columns import (
    CHANGE,
    MEASURE,
    SENTENCE,
    UNIT,
    VALUE,
)
from baoguan.ui.models.statistics import StatisticsModel
from baoguan.ui.parts.statistics_table import StatisticsTable


@pytest.fixture
def table(qtbot, room: Room) -> StatisticsTable:
    table = StatisticsTable(StatisticsModel(room))
    qtbot.addWidget(table)
    table.set_theme(room.theme)
    table.resize(900, 240)
    table.show()
    _read(qtbot, table)
    return table


def _read(qtbot, table: StatisticsTable, **wanted: object) -> None:
    model = table.model()
    with qtbot.waitSignal(model.counted):
        model.want(StatisticFilter(**wanted)) if wanted else model.read()


def _texts(table: StatisticsTable, column: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data(DISPLAY) or "" for row in range(model.rowCount())]


@pytest.mark.parametrize("width", [330, 420, 560, 900, 1400])
def test_values_units_and_heads_are_never_cut(qtbot, table: StatisticsTable, width: int) -> None:
    table.resize(width, 240)
    for column, bold in ((VALUE, True), (UNIT, False)):
        metrics = QFontMetrics(fonts.sans(13, bold))
        widest = max(metrics.horizontalAdvance(text) for text in _texts(table, column))
        assert table.columnWidth(column) >= widest + (24 if bold else 16)
    header, metrics = table.horizontalHeader(), QFontMetrics(fonts.sans(12))
    for column in range(SENTENCE + 1):
        name = table.model().headerData(column, Qt.Orientation.Horizontal)
        if not table.isColumnHidden(column):
            assert header.sectionSize(column) >= metrics.horizontalAdvance(name) + 16


@pytest.mark.parametrize("width", [380, 420, 480, 520, 560, 600, 740, 900, 1400])
def test_the_sentence_takes_the_room_that_is_left(qtbot, table: StatisticsTable, width: int) -> None:
    table.resize(width, 240)
    assert table.horizontalHeader().length() == table.viewport().width()
    assert table.columnWidth(SENTENCE) >= 112


def test_a_column_that_says_nothing_gives_its_room_away(qtbot, table: StatisticsTable) -> None:
    table.resize(1400, 240)
    assert not table.isColumnHidden(MEASURE)
    assert not table.isColumnHidden(CHANGE)
    before = table.columnWidth(SENTENCE)
    _read(qtbot, table, kinds=frozenset({Kind.DURATION}))
    silent = [column for column in range(UNIT + 1, SENTENCE) if not any(_texts(table, column))]
    assert silent
    assert all(table.isColumnHidden(column) for column in silent)
    assert table.columnWidth(SENTENCE) > before
    table.model().want(StatisticFilter())
    qtbot.waitSignal(table.model().counted).wait()
    assert not table.isColumnHidden(MEASURE)


def test_the_head_sorted_by_has_room_for_its_arrow(qtbot, table: StatisticsTable) -> None:
    table.resize(1400, 240)
    width = table.columnWidth(UNIT)
    table.horizontalHeader().setSortIndicator(UNIT, Qt.SortOrder.AscendingOrder)
    _read(qtbot, table)
    assert table.columnWidth(UNIT) >= width
    metrics = QFontMetrics(fonts.sans(12))
    assert table.model().headerData(UNIT, Qt.Orientation.Horizontal) == "单位 ↑"
    assert table.columnWidth(UNIT) >= metrics.horizontalAdvance("单位 ↑") + 16
