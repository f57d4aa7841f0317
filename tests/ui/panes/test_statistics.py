from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind
from baoguan.ui.models.room import Room
from baoguan.ui.panes.statistics import StatisticsPane

Settle = Callable[[], None]


@pytest.fixture
def pane(qtbot, room: Room) -> Iterator[StatisticsPane]:
    """The statistics of the whole archive, in a window."""
    window = QMainWindow()
    qtbot.addWidget(window)
    pane = StatisticsPane(room)
    window.setMenuWidget(pane.heading)
    window.setCentralWidget(pane)
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    article = room.archive.page(room.archive.pages()[0].id).articles[0]
    room.selection.select(room.selection.current.at_article(article.page.id, article.id))
    pane.bar.scope.choose("archive")
    qtbot.waitUntil(lambda: pane.listing.model.rowCount() > 50)
    yield pane
    room.drop_questions()


@pytest.fixture
def settle(qtbot, room: Room, pane: StatisticsPane) -> Settle:
    """Wait until what is shown is what is wanted."""

    def wait() -> None:
        for _ in range(2):
            qtbot.waitUntil(lambda: pane.listing.model.known and not room.waiting)
            qtbot.wait(30)

    return wait


def test_scopes(room: Room, pane: StatisticsPane, settle: Settle) -> None:
    current = room.selection.current
    for scope, wanted in (
        ("article", StatisticFilter(article=current.article)),
        ("page", StatisticFilter(page=current.page)),
        ("archive", StatisticFilter()),
    ):
        pane.bar.scope.choose(scope)
        settle()
        assert pane.wanted == wanted
        assert pane.listing.model.rowCount() == room.archive.statistics_count(wanted)
        assert pane.bar.total.text() == f"{pane.listing.model.rowCount()} 条"


def test_kinds_words_and_fields_narrow_together(room: Room, pane: StatisticsPane, settle: Settle) -> None:
    pane.bar.kinds.switch("money")
    pane.bar.text.setText("融资")
    pane.narrowing.put(StatisticFilter(low=1e8, unit="CNY"))
    settle()
    wanted = StatisticFilter(kinds=frozenset({Kind.MONEY}), text="融资", low=1e8, unit="CNY")
    assert pane.listing.model.wanted == pane.wanted == wanted
    assert 0 < pane.listing.model.rowCount() == room.archive.statistics_count(wanted)


def test_the_panel_narrows_the_table_beside_it(qtbot, pane: StatisticsPane, settle: Settle) -> None:
    QTest.mouseClick(pane.bar.narrow, Qt.MouseButton.LeftButton)
    panel = pane.panel
    assert panel.isVisible()
    panel.form.values.first.setFocus()
    QTest.keyClicks(panel.form.values.first, "1000")
    QTest.keyClick(panel.form.values.first, Qt.Key.Key_Return)
    settle()
    assert pane.panel is panel
    assert [chip.text() for chip in pane.chips.chips] == ["≥ 1,000"]
    assert pane.listing.model.wanted.low == 1000
    QTest.keyClick(panel.form.values.first, Qt.Key.Key_Escape)
    assert pane.panel is None
    assert not pane.bar.narrow.isChecked()
    QTest.mouseClick(pane.bar.narrow, Qt.MouseButton.LeftButton)
    assert pane.panel.form.values.first.text() == "1,000"
    QTest.mouseClick(pane.bar.narrow, Qt.MouseButton.LeftButton)
    assert pane.panel is None


def test_chips_take_parts_out_and_all_is_cleared(qtbot, pane: StatisticsPane, settle: Settle) -> None:
    everything = pane.listing.model.rowCount()
    pane.narrowing.put(StatisticFilter(low=10, high=5000, unit="家", place="天津"))
    settle()
    assert [chip.text() for chip in pane.chips.chips] == ["10–5,000 家", "地点：天津"]
    pane.chips.chips[1].setFocus()
    QTest.keyClick(pane.chips.chips[1], Qt.Key.Key_Delete)
    settle()
    assert pane.wanted == StatisticFilter(low=10, high=5000, unit="家")
    assert 0 < pane.listing.model.rowCount() < everything
    QTest.mouseClick(pane.clear, Qt.MouseButton.LeftButton)
    settle()
    assert pane.wanted == StatisticFilter()
    assert pane.listing.model.rowCount() == everything
    assert not pane.clear.isVisible()


def test_a_chip_s_words_lead_to_the_fields(qtbot, pane: StatisticsPane) -> None:
    pane.narrowing.put(StatisticFilter(place="天津"))
    chip = pane.chips.chips[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().topLeft() + chip.rect().center() / 4)
    assert pane.panel.form.names["place"].text() == "天津"


def test_a_measure_is_opened_from_its_group(qtbot, room: Room, pane: StatisticsPane, settle: Settle) -> None:
    pane.show_view("groups")
    settle()
    assert pane.groups.isVisible()
    group = pane.groups.model.groups(0, 0)[0]
    pane.groups.view.mark(0)
    QTest.keyClick(pane.groups.view, Qt.Key.Key_Return)
    settle()
    assert pane.heading.current == "table"
    assert pane.listing.isVisible()
    rows = range(pane.listing.model.rowCount())
    assert {pane.listing.model.record(row).statistic.measure for row in rows} == {group.measure}
    assert len(rows) == group.statistics
    assert any(group.measure in chip.text() for chip in pane.chips.chips)


def test_every_view_shows_what_the_filter_lets_through(
    qtbot, room: Room, pane: StatisticsPane, settle: Settle
) -> None:
    group = room.archive.statistic_groups(StatisticFilter())[0]
    pane.groups.opened.emit(group, "compare")
    settle()
    assert pane.compare.isVisible()
    assert pane.compare.measure.text() == group.measure
    pane.narrowing.put(StatisticFilter(unit="CNY"))
    pane.show_view("chart")
    settle()
    qtbot.waitUntil(lambda: pane.chart.chart is not None)
    assert pane.chart.isVisible()
    assert pane.chart.chart.unit


def test_only_the_view_in_front_reads(qtbot, pane: StatisticsPane, settle: Settle) -> None:
    settle()
    assert pane.groups.model.rowCount() == 0
    pane.show_view("groups")
    settle()
    listed = pane.groups.model.rowCount()
    pane.show_view("table")
    pane.narrowing.put(StatisticFilter(text="没有这样的句子"))
    settle()
    assert pane.groups.model.rowCount() == listed > 0


def test_what_is_listed_is_exported(qtbot, pane: StatisticsPane, settle: Settle) -> None:
    pane.narrowing.put(StatisticFilter(unit="CNY"))
    settle()
    pane.listing.view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    settle()
    with qtbot.waitSignal(pane.exporting) as asked:
        QTest.mouseClick(pane.bar.export, Qt.MouseButton.LeftButton)
    assert asked.args == [StatisticFilter(unit="CNY"), "value", True]


def test_another_archive_forgets_the_filter(qtbot, room: Room, pane: StatisticsPane, settle: Settle) -> None:
    pane.narrowing.put(StatisticFilter(place="天津"))
    room.open(room.archive)
    settle()
    assert pane.narrowing.wanted == StatisticFilter()
    assert pane.wanted == replace(StatisticFilter(), page=None)


@pytest.mark.parametrize("width", [300, 420, 700, 1200])
def test_every_view_keeps_to_the_pane_s_width(
    qtbot, pane: StatisticsPane, settle: Settle, width: int
) -> None:
    pane.narrowing.put(StatisticFilter(unit="CNY", low=1, high=1e12, place="", measure=""))
    for view in pane.views:
        pane.show_view(view)
        settle()
        pane.window().resize(width, 400)
        qtbot.wait(20)
        assert pane.width() == width
        assert pane.minimumSizeHint().width() <= width
