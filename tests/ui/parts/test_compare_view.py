from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from baoguan.app.theme import THEMES, ThemeName, load_theme
from baoguan.domain.article import Span
from baoguan.domain.records import StatisticFilter
from baoguan.ui.models.room import Room
from baoguan.ui.parts.compare_cell import CONFLICT, PLAIN
from baoguan.ui.parts.compare_view import CompareView
from baoguan.ui.parts.empty import EmptyState

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot, harvest_room: Room) -> CompareView:
    view = CompareView(harvest_room)
    qtbot.addWidget(view)
    view.resize(1000, 420)
    view.show_statistics(StatisticFilter())
    view.show()
    qtbot.waitUntil(lambda: view.model.rowCount() > 0)
    return view


def middle(view: CompareView, row: int, column: int) -> QPoint:
    return view.view.visualRect(view.model.index(row, column)).center()


def test_what_is_compared_is_named_and_counted(view: CompareView) -> None:
    assert view.measure.text() == "粮食总产量"
    assert view.view.accessibleName() == "粮食总产量"
    assert view.note.text() == "9 个数字，5 行；都折成吨"
    assert view.disputed.text() == "说法不一 1"


def test_each_figure_leads_to_its_sentence(view: CompareView, harvest_room: Room) -> None:
    records = view.model.told(0).records
    for column, record in enumerate(records, start=1):
        QTest.mouseClick(view.view.viewport(), _LEFT, pos=middle(view, 0, column))
        chosen = harvest_room.selection.current
        assert (chosen.statistic, chosen.article) == (record.id, record.article)
        assert chosen.span == Span(record.statistic.full_start, record.statistic.full_end)
    before = harvest_room.selection.current
    QTest.mouseClick(view.view.viewport(), _LEFT, pos=middle(view, 1, 0))
    assert harvest_room.selection.current == before


def test_arrows_walk_the_figures_and_enter_opens(view: CompareView, harvest_room: Room) -> None:
    view.view.setFocus()
    view.view.setCurrentIndex(view.model.index(2, 1))
    QTest.keyClick(view.view, Qt.Key.Key_Right)
    QTest.keyClick(view.view, Qt.Key.Key_Return)
    assert harvest_room.selection.current.statistic == view.model.told(2).records[1].id


def test_a_statistic_chosen_elsewhere_is_the_current_one(view: CompareView, harvest_room: Room) -> None:
    wanted = view.model.told(3).records[1].id
    harvest_room.selection.select(replace(harvest_room.selection.current, statistic=wanted))
    index = view.view.currentIndex()
    assert (index.row(), index.column()) == (3, 2)


def test_another_measure_is_compared_when_it_is_named(qtbot: QtBot, view: CompareView) -> None:
    view.measure.setFocus()
    view.measure.setText("总投资")
    QTest.keyClick(view.measure, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    assert view.model.told(0).subject == "B1线"
    assert view.note.text() == "3 个数字，1 行；都折成元"
    view.show_statistics(StatisticFilter(measure="粮食总产量"))
    qtbot.waitUntil(lambda: view.model.rowCount() == 5)
    assert view.measure.text() == "粮食总产量"
    assert view.note.text() == "9 个数字，5 行；都折成吨；1 个数字量纲不同或没有值，没有列出"


def test_rows_at_odds_show_their_sentences_and_can_be_listed_alone(view: CompareView) -> None:
    assert [view.view.rowHeight(row) for row in range(5)] == [CONFLICT, *[PLAIN] * 4]
    view.order.choose("subject")
    assert [view.view.rowHeight(row) for row in range(5)] == [PLAIN, CONFLICT, *[PLAIN] * 3]
    QTest.mouseClick(view.disputed, _LEFT)
    assert [view.model.told(row).conflict for row in range(view.model.rowCount())] == [True]


@pytest.mark.parametrize("name", THEMES)
def test_a_conflict_is_marked_at_the_edge_of_its_row(
    view: CompareView, harvest_room: Room, name: ThemeName
) -> None:
    theme = load_theme(name)
    harvest_room.set_theme(theme)
    image = view.view.viewport().grab().toImage()
    edges = [view.view.visualRect(view.model.index(row, 0)) for row in (0, 1)]
    colours = [image.pixelColor(box.left() + 1, box.center().y()) for box in edges]
    assert colours[0] == QColor(theme.accent)
    assert colours[1] != QColor(theme.accent)


def test_what_is_empty_says_what_to_do(qtbot: QtBot, view: CompareView) -> None:
    view.show_statistics(StatisticFilter(measure="没有的指标"))
    qtbot.waitUntil(lambda: view.model.rowCount() == 0 and view.reading.answer is not None)
    assert view.findChild(EmptyState).words == "没有说这个指标的数字 换一个指标，或放宽筛选。"
    view.show_statistics(StatisticFilter(text="没有这样的字"))
    qtbot.waitUntil(lambda: "说得出指标" in view.findChild(EmptyState).words)
