from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from baoguan.domain.records import StatisticFilter
from baoguan.ui.models.room import Room
from baoguan.ui.parts.name_field import NameField


@pytest.fixture
def window(qtbot, room: Room) -> Iterator[QMainWindow]:
    """A window with a field for measures, one for units, and another line."""
    window = QMainWindow()
    qtbot.addWidget(window)
    holder = QWidget()
    column = QVBoxLayout(holder)
    window.measure, window.unit, window.other = (
        NameField(room, "measure"),
        NameField(room, "unit"),
        QLineEdit(),
    )
    for field in (window.measure, window.unit, window.other):
        column.addWidget(field)
    window.setCentralWidget(holder)
    window.resize(420, 600)
    window.show()
    window.activateWindow()
    yield window
    room.drop_questions()


def _compose(field: NameField, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def test_names_are_offered_and_taken_by_keyboard(qtbot, room: Room, window: QMainWindow) -> None:
    field = window.measure
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: field.offering.is_open)
    QTest.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.named):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert not field.offering.is_open
    assert field.name == room.archive.statistic_values(StatisticFilter(), "measure")[0].name


def test_what_is_typed_is_completed(qtbot, room: Room, window: QMainWindow) -> None:
    field = window.measure
    wanted = room.archive.statistic_values(StatisticFilter(), "measure")[3].name
    field.setFocus()
    _compose(field, wanted[:2])
    qtbot.waitUntil(lambda: field.offering.is_open)
    assert all(offer.words.startswith(wanted[:2]) for offer in field._names.offers)


def test_a_unit_is_shown_by_its_name_and_meant_by_its_code(qtbot, window: QMainWindow) -> None:
    window.unit.put("m2")
    assert (window.unit.text(), window.unit.name) == ("平方米", "m2")
    window.unit.put("")
    assert window.unit.name == ""


def test_escape_closes_the_list_alone_and_else_is_left_to_others(qtbot, window: QMainWindow) -> None:
    field = window.measure
    field.setFocus()
    field.setText("专")
    field.textEdited.emit("专")
    qtbot.waitUntil(lambda: field.offering.is_open)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.offering.is_open
    assert field.text() == "专"
    assert window.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "专"


def test_a_name_counts_when_the_keyboard_leaves_or_it_is_emptied(qtbot, window: QMainWindow) -> None:
    field = window.measure
    field.setFocus()
    _compose(field, "专利")
    with qtbot.waitSignal(field.named):
        window.other.setFocus()
    field.setFocus()
    with qtbot.waitSignal(field.named):
        field.empty()
    assert field.name == ""


def test_the_list_lies_above_a_field_at_the_foot_of_the_window(qtbot, window: QMainWindow) -> None:
    window.resize(420, 200)
    window.other.setFocus()
    window.measure.parentWidget().layout().insertStretch(0, 1)
    QApplication.processEvents()
    field = window.unit
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: field.offering.is_open)
    assert window.rect().contains(field.offering.geometry())
    assert field.offering.geometry().bottom() <= field.mapTo(window, field.rect().topLeft()).y()
