import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from baoguan.domain.records import MeasureGroup, StatisticFilter
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistic_groups import MEASURE, RANGE, STATISTICS
from baoguan.ui.parts.measure_groups import MeasureGroups


@pytest.fixture
def groups(qtbot, room: Room) -> MeasureGroups:
    groups = MeasureGroups(room)
    qtbot.addWidget(groups)
    groups.resize(700, 260)
    groups.show()
    with qtbot.waitSignal(groups.model.counted):
        groups.want(StatisticFilter())
    return groups


@pytest.mark.parametrize("width", [280, 360, 480, 700, 1200])
def test_a_name_has_room_beside_its_figures(qtbot, groups: MeasureGroups, width: int) -> None:
    groups.resize(width, 260)
    view = groups.view
    assert view.columnWidth(MEASURE) >= 120
    assert not view.isColumnHidden(STATISTICS)
    assert view.isColumnHidden(RANGE) == (width < 300)
    shown = sum(view.columnWidth(column) for column in range(5) if not view.isColumnHidden(column))
    assert shown <= view.viewport().width()


def test_a_measure_is_opened_by_enter_and_by_a_double_click(qtbot, groups: MeasureGroups) -> None:
    view = groups.view
    view.mark(2)
    with qtbot.waitSignal(groups.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    group, where = opened.args
    assert isinstance(group, MeasureGroup)
    assert (group, where) == (groups.model.groups(2, 2)[0], "table")
    place = view.visualRect(groups.model.index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(groups.opened) as opened:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args[0] == groups.model.groups(1, 1)[0]


def test_a_measure_is_drawn_or_compared_from_its_menu(qtbot, groups: MeasureGroups) -> None:
    assert [action.isEnabled() for action in groups.menu().actions()] == [False] * 3
    groups.view.mark(0)
    for action, view in zip(groups.menu().actions(), ("table", "chart", "compare"), strict=True):
        with qtbot.waitSignal(groups.opened) as opened:
            action.trigger()
        assert opened.args == [groups.view.group, view]


def test_without_a_measure_it_says_what_to_do(qtbot, groups: MeasureGroups) -> None:
    with qtbot.waitSignal(groups.model.counted):
        groups.want(StatisticFilter(text="没有这样的句子"))
    assert "指标" in groups._body.empty.words
    assert groups._body.empty.isVisible()
