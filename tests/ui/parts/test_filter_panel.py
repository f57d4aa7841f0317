from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow

from baoguan.domain.records import StatisticFilter
from baoguan.ui.models.narrowing import Narrowing
from baoguan.ui.models.room import Room
from baoguan.ui.parts.filter_panel import FilterPanel


@pytest.fixture
def narrowing(qapp) -> Narrowing:
    return Narrowing()


@pytest.fixture
def panel(qtbot, years_room: Room, narrowing: Narrowing) -> Iterator[FilterPanel]:
    """The panel over a window, its years known."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.elsewhere = QLineEdit()
    window.setCentralWidget(window.elsewhere)
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    panel = FilterPanel(years_room, narrowing, window)
    panel.show_beside(QRectF(400, 40, 30, 30))
    qtbot.waitUntil(lambda: bool(panel.form.years.menu().actions()))
    yield panel
    years_room.drop_questions()


def _type(line: QLineEdit, keys: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, keys)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_what_is_typed_is_wanted(qtbot, panel: FilterPanel, narrowing: Narrowing) -> None:
    form = panel.form
    _type(form.values.first, "1000")
    assert narrowing.wanted == StatisticFilter(low=1000)
    _type(form.values.last, "2,500.5")
    _type(form.period.first, "1998")
    _type(form.period.last, "2001-05")
    assert narrowing.wanted == StatisticFilter(
        low=1000, high=2500.5, since=date(1998, 1, 1), until=date(2001, 5, 31)
    )
    form.names["subject"].setText("全市")
    _type(form.names["unit"], "")
    form.names["subject"].named.emit()
    assert narrowing.wanted.subject == "全市"
    panel.clear_all.click()
    assert narrowing.wanted == StatisticFilter()
    assert form.values.first.text() == form.names["subject"].text() == ""


def test_a_unit_is_named_as_people_write_it(qtbot, panel: FilterPanel, narrowing: Narrowing) -> None:
    form = panel.form
    _type(form.values.first, "3")
    _type(form.values.last, "15")
    with qtbot.waitSignal(narrowing.changed):
        form.names["unit"].setText("亿元")
        form.names["unit"].named.emit()
    assert narrowing.wanted == StatisticFilter(unit="CNY", low=3e8, high=1.5e9)
    assert [form.values.first.text(), form.values.last.text()] == ["3亿", "15亿"]
    assert form.names["unit"].text() == "元"
    with qtbot.waitSignal(narrowing.changed):
        form.names["unit"].empty()
    assert narrowing.wanted == StatisticFilter(low=3e8, high=1.5e9)


def test_a_unit_that_is_none_is_marked_and_filters_nothing(
    qtbot, panel: FilterPanel, narrowing: Narrowing
) -> None:
    form = panel.form
    form.names["unit"].setText("光速")
    form.names["unit"].named.emit()
    qtbot.waitUntil(form.unknown.isVisible)
    assert "光速" in form.unknown.text()
    assert form.names["unit"].property("trouble")
    assert narrowing.wanted == StatisticFilter()
    with qtbot.waitSignal(narrowing.changed):
        form.names["unit"].setText("元")
        form.names["unit"].named.emit()
    assert form.unknown.isHidden()
    assert not form.names["unit"].property("trouble")
    assert narrowing.wanted == StatisticFilter(unit="CNY")


def test_a_unit_named_last_counts_though_the_panel_is_closed_at_once(
    qtbot, panel: FilterPanel, narrowing: Narrowing, years_room: Room
) -> None:
    panel.form.names["unit"].setText("亿元")
    panel.form.names["unit"].named.emit()
    with qtbot.waitSignal(panel.destroyed):
        panel.leave()
    assert narrowing.wanted == StatisticFilter(unit="CNY")


def test_nothing_is_told_to_a_panel_that_is_closed(qtbot, years_room: Room, narrowing: Narrowing) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    panel = FilterPanel(years_room, narrowing, window)
    panel.show_beside(QRectF(400, 40, 30, 30))
    panel.form.names["place"].wanted.emit()
    with qtbot.waitSignal(panel.destroyed), qtbot.captureExceptions() as raised:
        panel.leave()
    with qtbot.captureExceptions() as later:
        qtbot.waitUntil(lambda: not years_room.waiting)
    assert raised == later == []


def test_a_pause_in_typing_is_enough(qtbot, panel: FilterPanel, narrowing: Narrowing) -> None:
    panel.form.values.first.setFocus()
    with qtbot.waitSignal(narrowing.changed):
        QTest.keyClicks(panel.form.values.first, "12")
    assert narrowing.wanted.low == 12


@pytest.mark.parametrize(
    ("fields", "first", "last", "said"),
    [
        ("values", "10", "5", "大于"),
        ("values", "abc", "5", "不是数"),
        ("period", "2022", "2019", "晚于"),
        ("period", "2022", "soon", "看不懂"),
    ],
)
def test_a_mistake_is_marked_said_and_filters_nothing(
    qtbot, panel: FilterPanel, narrowing: Narrowing, fields: str, first: str, last: str, said: str
) -> None:
    span = getattr(panel.form, fields)
    height = panel.height()
    _type(span.first, first)
    _type(span.last, last)
    assert narrowing.wanted == StatisticFilter()
    assert span.trouble.isVisible()
    assert said in span.trouble.text()
    assert said in span.last.accessibleDescription() + span.first.accessibleDescription()
    assert span.first.property("trouble") or span.last.property("trouble")
    qtbot.waitUntil(lambda: panel.height() > height)
    assert span.first.height() >= span.first.minimumSizeHint().height()
    _type(span.last, "")
    _type(span.first, "2001")
    assert not span.trouble.isVisible()
    assert not span.first.property("trouble")
    assert narrowing.wanted != StatisticFilter()


def test_a_year_is_picked(qtbot, panel: FilterPanel, narrowing: Narrowing) -> None:
    years = [action.text() for action in panel.form.years.menu().actions()]
    assert years == ["2002", "2001", "2000", "1998"]
    panel.form.years.menu().actions()[1].trigger()
    assert (narrowing.wanted.since, narrowing.wanted.until) == (date(2001, 1, 1), date(2001, 12, 31))
    assert panel.form.period.first.text() == "2001"


def test_many_years_stand_by_decades(qtbot, panel: FilterPanel, narrowing: Narrowing) -> None:
    panel.form.offer_years(range(1946, 1996))
    decades = panel.form.years.menu().actions()
    assert [decade.text() for decade in decades][:2] == ["1990–1999", "1980–1989"]
    decades[0].menu().actions()[0].trigger()
    assert narrowing.wanted.since == date(1995, 1, 1)


def test_a_measure_of_one_dimension_keeps_it_until_another_is_named(
    qtbot, panel: FilterPanel, narrowing: Narrowing
) -> None:
    narrowing.put(StatisticFilter(measure="投资", dimension="CNY"))
    assert panel.form.names["measure"].text() == "投资"
    panel.form.shown.choose("rejected")
    assert narrowing.wanted == StatisticFilter(measure="投资", dimension="CNY", rejected=True)
    panel.form.names["measure"].setText("产量")
    panel.form.names["measure"].named.emit()
    assert narrowing.wanted == StatisticFilter(measure="产量", rejected=True)


def test_it_closes_by_escape_and_when_the_keyboard_goes_elsewhere(
    qtbot, panel: FilterPanel, narrowing: Narrowing
) -> None:
    _type(panel.form.values.first, "3")
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel.form.values.first, Qt.Key.Key_Escape)
    assert narrowing.wanted.low == 3


def test_the_keyboard_elsewhere_closes_it(qtbot, panel: FilterPanel) -> None:
    with qtbot.waitSignal(panel.left):
        panel.window().elsewhere.setFocus()


def test_every_field_has_a_name_and_is_reached_by_tab(qtbot, panel: FilterPanel) -> None:
    lines = panel.findChildren(QLineEdit)
    assert len(lines) == 9
    assert [line for line in lines if not line.accessibleName()] == []
    seen = set()
    for _ in range(20):
        seen.add(panel.window().focusWidget())
        QTest.keyClick(panel.window().focusWidget(), Qt.Key.Key_Tab)
        if panel.isHidden():
            break
    assert set(lines) <= seen
