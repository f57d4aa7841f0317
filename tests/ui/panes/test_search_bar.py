from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from baoguan.app.commands import Command
from baoguan.domain.query import Facet, Filed, Order, Question
from baoguan.ui.models.room import Room
from baoguan.ui.panes.search_bar import SearchBar

_SECTION = Filed(Facet.SECTION, "区域热点")


@pytest.fixture
def bar(qtbot, room: Room) -> Iterator[SearchBar]:
    """A search bar at the top of a window; commands are done at once."""

    def do(command: Command) -> None:
        room.changed.emit(room.archive.do(command))

    room.commanded.connect(do)
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = SearchBar(room)
    window.setMenuWidget(bar)
    window.resize(1024, 500)
    window.show()
    window.activateWindow()
    bar.field.setFocus()
    yield bar
    room.drop_questions()


@pytest.fixture
def settle(qtbot, room: Room) -> Callable[[], None]:
    """Wait until nothing is asked any more."""
    return lambda: qtbot.waitUntil(lambda: not room.waiting and not room.results.searching)


def _compose(bar: SearchBar, text: str) -> None:
    done = QInputMethodEvent()
    done.setCommitString(text)
    QApplication.sendEvent(bar.field, done)


def _press(bar: SearchBar, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(bar.field, key)


def _ask(bar: SearchBar, text: str) -> None:
    bar.field.clear()
    _compose(bar, text)
    bar.search_now()


def _chips(bar: SearchBar) -> list[str]:
    return [chip.chip.words for chip in bar.chips.chips]


def test_a_chip_takes_its_part_out_of_the_query(room: Room, bar: SearchBar, settle) -> None:
    _ask(bar, "标题:滨海 NOT 车站 天津")
    settle()
    assert _chips(bar) == ["标题：滨海", "排除 车站", "天津"]
    QTest.keyClick(bar.chips.chips[1], Qt.Key.Key_Delete)
    settle()
    assert bar.field.text() == room.selection.current.query == "标题:滨海 天津"
    assert _chips(bar) == ["标题：滨海", "天津"]
    room.selection.back()
    assert bar.field.text() == "标题:滨海 NOT 车站 天津"


def test_a_chip_of_a_text_that_was_changed_since_changes_nothing(room: Room, bar: SearchBar, settle) -> None:
    _ask(bar, "滨海 天津")
    settle()
    _compose(bar, "港")
    bar.chips.removed.emit(bar.chips.chips[0].chip)
    assert bar.field.text() == "滨海 天津港"


def test_a_chip_s_words_are_selected_in_the_field(bar: SearchBar, settle) -> None:
    _ask(bar, "标题:滨海 天津")
    settle()
    bar.chips.pointed.emit(bar.chips.chips[0].chip)
    assert bar.field.selectedText() == "标题:滨海"


def test_filters_are_chips_and_walk_back_and_forth(room: Room, bar: SearchBar, settle) -> None:
    _ask(bar, "滨海")
    settle()
    assert _chips(bar) == []
    total = room.results.results.total
    room.selection.select(replace(room.selection.current, filters=(_SECTION,)))
    settle()
    assert _chips(bar) == ["栏目：区域热点"]
    assert room.results.results.total < total
    QTest.keyClick(bar.chips.chips[0], Qt.Key.Key_Delete)
    settle()
    assert room.selection.current.filters == ()
    assert room.results.results.total == total
    room.selection.back()
    settle()
    assert room.selection.current.question == Question("滨海", (_SECTION,))
    assert _chips(bar) == ["栏目：区域热点"]


def test_a_mistake_is_told_and_underlined_where_it_stands(room: Room, bar: SearchBar, settle) -> None:
    _ask(bar, "滨海 “天津")
    settle()
    (mistake,) = room.results.results.query.mistakes
    assert bar.field.marked == (mistake.at,)
    assert bar.hint.text() == mistake.zh
    assert [chip.chip.trouble for chip in bar.chips.chips] == ["", mistake.zh]


def test_recent_queries_are_offered_to_an_empty_field(room: Room, bar: SearchBar, settle) -> None:
    for text in ("轨道交通", "知识产权"):
        _ask(bar, text)
        settle()
    bar.field.clear()
    _press(bar, Qt.Key.Key_Down)
    assert bar.suggesting.list.is_open
    _press(bar, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    settle()
    assert room.selection.current.query == bar.field.text() == "轨道交通"
    assert not bar.suggesting.list.is_open
    assert bar.history.queries == ("轨道交通", "知识产权")


def test_a_forgotten_query_is_gone_from_the_list_that_stays_open(bar: SearchBar, settle) -> None:
    _ask(bar, "知识产权")
    settle()
    bar.field.clear()
    _press(bar, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert bar.history.queries == ()
    assert not bar.suggesting.list.is_open


def test_a_query_that_led_to_an_article_is_remembered(room: Room, bar: SearchBar, settle) -> None:
    _compose(bar, "证券化")
    bar._pause.timeout.emit()
    settle()
    assert bar.history.queries == ()
    hit = room.results.results.hits[0]
    room.selection.select(room.selection.current.at_article(hit.page_id, hit.article))
    assert bar.history.queries == ("证券化",)


def test_a_begun_word_is_completed_by_arrow_and_enter(qtbot, room: Room, bar: SearchBar, settle) -> None:
    _compose(bar, "知识")
    qtbot.waitUntil(lambda: bar.suggesting.list.is_open)
    first = bar.suggesting.model.offers[0]
    _press(bar, Qt.Key.Key_Down, Qt.Key.Key_Return)
    settle()
    assert room.selection.current.query == bar.field.text() == first.text
    assert first.text.startswith("知识")
    assert len(first.text) > 2


def test_escape_closes_the_list_and_keeps_the_text(qtbot, bar: SearchBar) -> None:
    _compose(bar, "知识")
    qtbot.waitUntil(lambda: bar.suggesting.list.is_open)
    _press(bar, Qt.Key.Key_Escape)
    assert not bar.suggesting.list.is_open
    assert bar.field.text() == "知识"


def test_enter_that_ends_a_composition_neither_searches_nor_chooses(
    qtbot, room: Room, bar: SearchBar, settle
) -> None:
    _compose(bar, "知识")
    qtbot.waitUntil(lambda: bar.suggesting.list.is_open)
    _press(bar, Qt.Key.Key_Down)
    before = bar.history.queries
    QApplication.sendEvent(bar.field, QInputMethodEvent("chan", []))
    assert not bar.suggesting.list.is_open
    _press(bar, Qt.Key.Key_Down, Qt.Key.Key_Return)
    _compose(bar, "产权")
    _press(bar, Qt.Key.Key_Return)
    assert bar.field.text() == "知识产权"
    assert bar.history.queries == before
    _press(bar, Qt.Key.Key_Return)
    settle()
    assert bar.history.queries == ("知识产权",)


def test_a_question_is_saved_found_again_and_let_go(qtbot, room: Room, bar: SearchBar, settle) -> None:
    question = Question("滨海", (_SECTION,), Order.NEWEST)
    room.results.arrange(Order.NEWEST)
    room.selection.select(replace(room.selection.current, query="滨海", filters=(_SECTION,)))
    bar.star.click()
    QTest.keyClick(bar.star.naming.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(bar.saved.searches))
    assert [(one.name, one.question) for one in bar.saved.searches] == [("滨海 · 栏目：区域热点", question)]
    assert bar.star.accessibleName() == "不再保存这个检索"
    room.results.arrange(Order.RANK)
    _ask(bar, "")
    bar.field.setFocus()
    _press(bar, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    settle()
    assert room.results.results.question == question
    bar.star.click()
    qtbot.waitUntil(lambda: not bar.saved.searches)
    assert bar.star.accessibleName() == "保存这个检索"


def test_what_may_have_been_meant_is_asked_and_taken_by_keyboard(qtbot, room: Room, bar: SearchBar) -> None:
    _ask(bar, "轨道交同")
    qtbot.waitUntil(lambda: bar.better.isVisible())
    assert "轨道交通" in bar.better.text()
    QTest.keyClick(bar.better, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: room.results.results is not None and room.results.results.total > 0)
    assert bar.field.text() == "轨道交通"
    assert not bar.better.isVisible()
    assert bar.field.hasFocus()


def test_the_parts_are_reached_in_the_order_they_stand_in(bar: SearchBar, settle) -> None:
    _ask(bar, "滨海 天津")
    settle()
    reached = []
    for _ in range(5):
        reached.append(QApplication.focusWidget())
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
    assert reached == [bar.field, bar.star, bar.order, *bar.chips.chips]


@pytest.mark.parametrize("width", [1024, 1280])
def test_the_receipt_is_never_clipped(room: Room, bar: SearchBar, settle, width: int) -> None:
    bar.window().resize(width, 500)
    _ask(bar, "滨海 OR 天津 OR 知识产权 OR 轨道交通 OR 标题:京津冀 OR 葡萄* OR 日期:2022-10 OR 金额:>1亿元")
    settle()
    shown = bar.receipt
    shown.setText("命中 1,234,567 篇 · 整句 1,000,000 · 分词 200,000 · 异体 30,000 · 批注 4,567 · 0.01 秒")
    QApplication.processEvents()
    assert shown.width() >= shown.sizeHint().width()
    assert shown.geometry().right() <= bar.width()
    assert bar.window().width() == width
    assert bar.chips.more.isVisible()
