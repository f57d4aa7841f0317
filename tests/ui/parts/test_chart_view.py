from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from baoguan.app.theme import THEMES, ThemeName, load_theme
from baoguan.domain.article import Span
from baoguan.domain.chart import ChartKind
from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind
from baoguan.ui.models.chart_words import mark_words
from baoguan.ui.models.kinds import colour_of
from baoguan.ui.models.room import Room
from baoguan.ui.models.wording import number_text
from baoguan.ui.parts.chart_view import ChartView
from baoguan.ui.parts.empty import EmptyState

_MONEY = StatisticFilter(kinds=frozenset({Kind.MONEY}))
_LEFT = Qt.MouseButton.LeftButton
Settle = Callable[[], None]


def made(qtbot: QtBot, room: Room, kind: ChartKind) -> ChartView:
    view = ChartView(room)
    qtbot.addWidget(view)
    view.resize(744, 320)
    view.kinds.choose(kind)
    view.show_statistics(_MONEY)
    view.show()
    qtbot.waitUntil(lambda: view.chart is not None and view.canvas.plan is not None)
    return view


@pytest.fixture
def view(qtbot: QtBot, room: Room) -> ChartView:
    return made(qtbot, room, ChartKind.BARS)


@pytest.fixture
def years(qtbot: QtBot, years_room: Room) -> ChartView:
    return made(qtbot, years_room, ChartKind.LINE)


@pytest.fixture
def settle(qtbot: QtBot, room: Room) -> Settle:
    return lambda: qtbot.waitUntil(lambda: room.waiting == 0)


def middle(view: ChartView, place: int) -> QPoint:
    return view.canvas.plan.drawn[place].center().toPoint()


def test_a_click_on_a_bar_leads_to_its_sentence(view: ChartView, room: Room, settle: Settle) -> None:
    QTest.mouseClick(view.canvas, _LEFT, pos=middle(view, 0))
    settle()
    chosen = room.selection.current
    record = room.archive.statistic(view.chart.marks[0].statistics[0])
    assert (chosen.statistic, chosen.article, chosen.page) == (record.id, record.article, record.page)
    assert chosen.span == Span(record.statistic.full_start, record.statistic.full_end)
    theme = load_theme("light")
    bar = next(block.box for block in view.canvas.plan.blocks if block.place == 0)
    assert view.canvas.grab().toImage().pixelColor(bar.center().toPoint()) == QColor(theme.accent)


def test_arrows_walk_the_marks_and_enter_opens(view: ChartView, room: Room, settle: Settle) -> None:
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.canvas.current == 0
    QTest.keyClick(view.canvas, Qt.Key.Key_Down)
    second = view.chart.marks[1]
    assert view.canvas.accessibleDescription() == mark_words(view.chart, second)
    assert view.tip.words.startswith(f"{second.label}\n{number_text(second.low)}")
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    settle()
    assert room.selection.current.statistic == view.chart.marks[1].statistics[0]
    QTest.keyClick(view.canvas, Qt.Key.Key_End)
    assert view.canvas.current == len(view.chart.marks) - 1
    assert view.canvas.visibleRegion().contains(middle(view, view.canvas.current))
    view.canvas.clearFocus()
    assert (view.canvas.current, view.tip.isVisible()) == (None, False)


def test_several_statistics_of_one_mark_are_opened_in_turn(
    qtbot: QtBot, years: ChartView, years_room: Room
) -> None:
    years.kinds.choose(ChartKind.DISTRIBUTION)
    place = next(place for place, mark in enumerate(years.chart.marks) if mark.count > 2)
    statistics = years.chart.marks[place].statistics
    opened = []
    for _ in range(len(statistics) + 1):
        QTest.mouseClick(years.canvas, _LEFT, pos=middle(years, place))
        qtbot.waitUntil(lambda: years_room.waiting == 0)
        opened.append(years_room.selection.current.statistic)
    assert opened == [*statistics, statistics[0]]
    QTest.mouseMove(years.canvas, middle(years, place))
    assert years.tip.words.endswith(f"第 1 条，共 {len(statistics)} 条")


def test_a_line_runs_over_the_years(years: ChartView) -> None:
    days = [mark.day.year for mark in years.chart.marks]
    assert days == sorted(days)
    assert {1998, 2000, 2001, 2002} == set(days)
    assert len(years.canvas.plan.strokes) == 1
    assert years.note.text() == "据《天津日报》、《今晚报》 1998-01-14 至 2002-09-14，30 个数字"


def test_the_table_is_the_charts_twin(view: ChartView, room: Room, settle: Settle) -> None:
    view.looks.choose("table")
    assert view.twin.isVisible()
    assert not view.canvas.isVisible()
    assert view.twin.accessibleName() == "报道的数字（元）"
    assert view.table.rowCount() == len(view.chart.marks)
    view.twin.setFocus()
    view.twin.setCurrentIndex(view.table.index(2, 0))
    QTest.keyClick(view.twin, Qt.Key.Key_Return)
    settle()
    assert room.selection.current.statistic == view.chart.marks[2].statistics[0]
    QTest.mouseClick(view.twin.viewport(), _LEFT, pos=view.twin.visualRect(view.table.index(1, 0)).center())
    settle()
    assert room.selection.current.statistic == view.chart.marks[1].statistics[0]


def test_a_statistic_chosen_elsewhere_stands_out(view: ChartView, room: Room) -> None:
    wanted = view.chart.marks[3].statistics[0]
    room.selection.select(replace(room.selection.current, statistic=wanted))
    assert view.twin.currentIndex().row() == 3
    bar = next(block.box for block in view.canvas.plan.blocks if block.place == 3)
    image = view.canvas.grab().toImage()
    assert image.pixelColor(bar.center().toPoint()) == QColor(load_theme("light").accent)


@pytest.mark.parametrize("name", THEMES)
def test_bars_have_the_colour_of_their_kind(view: ChartView, room: Room, name: ThemeName) -> None:
    theme = load_theme(name)
    room.set_theme(theme)
    bar = view.canvas.plan.blocks[0].box.center().toPoint()
    assert view.canvas.grab().toImage().pixelColor(bar) == QColor(colour_of(Kind.MONEY, theme))


def test_figures_without_a_subject_are_drawn_otherwise(years: ChartView) -> None:
    years.kinds.choose(ChartKind.BARS)
    assert not years.canvas.isVisible()
    assert years.findChild(EmptyState).words == "这些数字没有写明主体 点“线”或“分布”看它们。"
    years.kinds.choose(ChartKind.DISTRIBUTION)
    assert years.canvas.isVisible()


def test_what_is_empty_says_what_to_do(qtbot: QtBot, view: ChartView, settle: Settle) -> None:
    view.show_statistics(StatisticFilter(text="没有这样的字"))
    qtbot.waitUntil(lambda: view.chart is not None)
    assert view.findChild(EmptyState).words == "没有可画的数字 放宽筛选，或换一个范围。"
    assert not view.saving.isEnabled()
    view.show_statistics(_MONEY)
    qtbot.waitUntil(lambda: view.canvas.isVisible())


def test_without_an_archive_nothing_is_asked(qtbot: QtBot) -> None:
    room = Room(load_theme("light"))
    view = ChartView(room)
    qtbot.addWidget(view)
    view.show()
    assert "“文件”" in view.findChild(EmptyState).words
    room.close()


def test_a_chart_is_saved_where_it_can_be(qtbot: QtBot, view: ChartView, room: Room, tmp_path: Path) -> None:
    view.save(tmp_path / "图.svg")
    view.save(tmp_path / "图.png")
    assert sorted(path.name for path in tmp_path.glob("*图*")) == ["图.png", "图.svg"]
    assert view.note.text() == "已存为“图.png”"
    assert not QImage(str(tmp_path / "图.png")).isNull()
    with qtbot.waitSignal(room.failed) as failed:
        view.save(tmp_path / "没有的文件夹" / "图.svg")
    assert "图.svg" in failed.args[0].what.zh
