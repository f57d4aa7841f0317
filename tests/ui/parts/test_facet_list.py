import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from baoguan.app.theme import load_theme
from baoguan.domain.query import Facet, Filed, Spread
from baoguan.ui.models.facets import Ranking, ranking
from baoguan.ui.parts.facet_list import FacetList

_SPREAD = Spread(
    {Facet.BYLINE: tuple((f"{'刘王陈'[place % 3]}{place}", 90 - place) for place in range(60))}, ()
)


@pytest.fixture
def bylines(qtbot) -> FacetList:
    made = FacetList()
    qtbot.addWidget(made)
    made.set_theme(load_theme("light"))
    made.open(Facet.BYLINE, ranking(_SPREAD, (), Facet.BYLINE), QPoint(10, 10))
    return made


def type_chinese(bylines: FacetList, text: str) -> None:
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(bylines.filter, typed)


def test_typing_narrows_and_enter_takes_the_first(qtbot, bylines: FacetList) -> None:
    assert bylines.values.rowCount() == 60
    type_chinese(bylines, "陈1")
    assert [bylines.values.tally(row).name for row in range(bylines.values.rowCount())] == [
        "陈11",
        "陈14",
        "陈17",
    ]
    with qtbot.waitSignal(bylines.toggled) as toggled:
        QTest.keyClick(bylines.filter, Qt.Key.Key_Return)
    assert toggled.args == [Filed(Facet.BYLINE, "陈11")]
    assert bylines.isVisible()


def test_enter_that_ends_a_composition_takes_nothing(qtbot, bylines: FacetList) -> None:
    with qtbot.assertNotEmitted(bylines.toggled):
        QApplication.sendEvent(bylines.filter, QInputMethodEvent("chen", []))
        QTest.keyClick(bylines.filter, Qt.Key.Key_Return)
        type_chinese(bylines, "陈")
        QTest.keyClick(bylines.filter, Qt.Key.Key_Return)
    with qtbot.waitSignal(bylines.toggled):
        QTest.keyClick(bylines.filter, Qt.Key.Key_Return)


def test_arrows_walk_the_list_while_one_types(qtbot, bylines: FacetList) -> None:
    type_chinese(bylines, "陈")
    QTest.keyClick(bylines.filter, Qt.Key.Key_Down)
    QTest.keyClick(bylines.filter, Qt.Key.Key_Down)
    with qtbot.waitSignal(bylines.toggled) as toggled:
        QTest.keyClick(bylines.filter, Qt.Key.Key_Return)
    assert toggled.args == [Filed(Facet.BYLINE, "陈8")]


def test_enter_without_a_row_takes_nothing(qtbot, bylines: FacetList) -> None:
    type_chinese(bylines, "无此人")
    with qtbot.assertNotEmitted(bylines.toggled):
        QTest.keyClick(bylines.filter, Qt.Key.Key_Return)


def test_a_click_takes_a_value_and_the_list_stays_where_it_was(qtbot, bylines: FacetList) -> None:
    bylines.view.scrollTo(bylines.values.index(40, 0), bylines.view.ScrollHint.PositionAtTop)
    before = bylines.view.verticalScrollBar().value()
    with qtbot.waitSignal(bylines.toggled) as toggled:
        where = bylines.view.visualRect(bylines.values.index(41, 0)).center()
        QTest.mouseClick(bylines.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert toggled.args == [Filed(Facet.BYLINE, _SPREAD.counts[Facet.BYLINE][41][0])]
    bylines.show_values(ranking(_SPREAD, (toggled.args[0],), Facet.BYLINE))
    assert bylines.view.verticalScrollBar().value() == before
    assert bylines.values.tally(0).chosen


def test_escape_closes_and_another_facet_starts_afresh(qtbot, bylines: FacetList) -> None:
    type_chinese(bylines, "陈")
    QTest.keyClick(bylines.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not bylines.isVisible())
    bylines.open(Facet.SECTION, Ranking(Facet.SECTION), QPoint(10, 10))
    assert bylines.filter.text() == ""
    assert bylines.filter.accessibleName() == "筛选栏目"


def test_it_opens_within_the_screen(qtbot, bylines: FacetList) -> None:
    room = bylines.screen().availableGeometry()
    bylines.open(Facet.BYLINE, Ranking(Facet.BYLINE), room.bottomRight())
    assert room.contains(bylines.geometry())
