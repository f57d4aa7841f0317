from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from baoguan.app.amending import RejectStatistic
from baoguan.domain.records import StatisticFilter
from baoguan.domain.statistic import Kind
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistic_columns import CHANGE, MEASURE, SOURCE, UNIT, VALUE
from baoguan.ui.parts.statistic_listing import StatisticListing

Settle = Callable[[], None]


@pytest.fixture
def listing(qtbot, room: Room) -> Iterator[StatisticListing]:
    """The statistics of the whole archive, commands done as they are asked for."""
    room.commanded.connect(lambda command: room.changed.emit(room.archive.do(command)))
    listing = StatisticListing(room)
    qtbot.addWidget(listing)
    listing.resize(1100, 300)
    listing.show()
    listing.activateWindow()
    qtbot.waitUntil(lambda: listing.model.rowCount() > 0)
    yield listing
    room.drop_questions()


@pytest.fixture
def settle(qtbot, room: Room, listing: StatisticListing) -> Settle:
    """Wait until the list is as it is wanted."""

    def wait() -> None:
        qtbot.waitUntil(lambda: listing.model.known and not room.waiting)
        qtbot.wait(30)
        qtbot.waitUntil(lambda: listing.model.known and not room.waiting)

    return wait


def _click_head(listing: StatisticListing, column: int) -> None:
    header = listing.view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_choosing_a_row_leads_to_its_sentence(room: Room, listing: StatisticListing, settle: Settle) -> None:
    listing.view.setFocus()
    listing.view.mark(4)
    QTest.keyClick(listing.view, Qt.Key.Key_Down)
    settle()
    record, current = listing.model.record(5), room.selection.current
    assert (current.statistic, current.article) == (record.id, record.article)
    assert (
        record.statistic.raw
        in room.archive.article(record.article).article.text[current.span.start : current.span.end]
    )


def test_the_chosen_row_stays_in_sight_however_it_is_sorted_and_filtered(
    room: Room, listing: StatisticListing, settle: Settle
) -> None:
    listing.view.mark(70)
    settle()
    chosen = room.selection.current.statistic
    for column in (VALUE, UNIT, MEASURE, SOURCE):
        if not listing.view.isColumnHidden(column):
            _click_head(listing, column)
            settle()
        current = listing.view.currentIndex()
        assert listing.model.record(current.row()).id == chosen
        assert listing.view.viewport().rect().intersects(listing.view.visualRect(current))
    kind = listing.model.record(listing.view.currentIndex().row()).statistic.kind
    listing.want(StatisticFilter(kinds=frozenset({kind})))
    settle()
    current = listing.view.currentIndex()
    assert listing.model.record(current.row()).id == chosen
    assert listing.view.viewport().rect().intersects(listing.view.visualRect(current))


def test_a_head_sorts_up_then_down_then_not_at_all(listing: StatisticListing, settle: Settle) -> None:
    before = listing.model.record(0).id
    seen = []
    for _ in range(3):
        _click_head(listing, UNIT)
        settle()
        seen.append((listing.model.sorting, listing.model.descending))
    assert sorted(seen[:2]) == [("unit", False), ("unit", True)]
    assert seen[2] == (None, False)
    assert listing.model.record(0).id == before


def test_a_head_that_nothing_is_sorted_by_changes_nothing(listing: StatisticListing, settle: Settle) -> None:
    _click_head(listing, UNIT)
    settle()
    assert not listing.view.isColumnHidden(CHANGE)
    _click_head(listing, CHANGE)
    settle()
    assert listing.model.sorting == "unit"
    assert listing.view.horizontalHeader().sortIndicatorSection() == UNIT


def test_a_number_chosen_elsewhere_is_marked(room: Room, listing: StatisticListing, settle: Settle) -> None:
    record = room.archive.statistics()[30]
    room.selection.select(replace(room.selection.current, article=record.article, statistic=record.id))
    settle()
    assert listing.view.currentIndex().row() == 30
    room.selection.select(replace(room.selection.current, statistic=None))
    assert not listing.view.currentIndex().isValid()


def test_enter_and_a_double_click_go_on_to_the_article(qtbot, listing: StatisticListing) -> None:
    listing.view.mark(1)
    with qtbot.waitSignal(listing.view.entered):
        QTest.keyClick(listing.view, Qt.Key.Key_Return)
    place = listing.view.visualRect(listing.model.index(2, UNIT)).center()
    QTest.mouseClick(listing.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(listing.view.entered):
        QTest.mouseDClick(listing.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_rows_are_copied_as_a_table_and_as_quotations(
    qtbot, listing: StatisticListing, settle: Settle
) -> None:
    listing.view.setFocus()
    listing.view.mark(2)
    for _ in range(2):
        QTest.keyClick(listing.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(listing.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 4
    assert "《天津日报》2022年10月12日第1版" in lines[1]
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(listing.view, Qt.Key.Key_C, both)
    settle()
    quoted = QGuiApplication.clipboard().text().split("\n")
    assert len(quoted) == 3
    assert all(line.startswith("“") for line in quoted)


def test_all_rows_are_copied_though_few_are_in_sight(listing: StatisticListing, settle: Settle) -> None:
    listing.view.setFocus()
    listing.view.selectAll()
    listing.acts.copy()
    settle()
    assert len(QGuiApplication.clipboard().text().split("\n")) == listing.model.rowCount() + 1


def test_delete_rejects_and_goes_on_to_the_next(
    room: Room, listing: StatisticListing, settle: Settle
) -> None:
    listing.view.setFocus()
    listing.view.mark(10)
    settle()
    first, second = listing.model.record(10), listing.model.record(11)
    QTest.keyClick(listing.view, Qt.Key.Key_Delete)
    settle()
    assert listing.model.row_of(first.id) == -1
    assert listing.view.currentIndex().row() == 10
    assert room.selection.current.statistic == second.id
    listing.want(StatisticFilter(rejected=True))
    settle()
    assert [listing.model.record(row).rejected for row in range(listing.model.rowCount())] == [True]
    listing.view.mark(0)
    assert listing.acts.can_restore
    assert not listing.acts.can_reject
    listing.acts.restore()
    settle()
    assert listing.model.rowCount() == 0
    assert "剔除" in listing._body.empty.words


def test_several_rows_are_rejected_at_once(room: Room, listing: StatisticListing, settle: Settle) -> None:
    before = listing.model.rowCount()
    listing.view.setFocus()
    listing.view.mark(0)
    for _ in range(3):
        QTest.keyClick(listing.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    listing.acts.reject()
    settle()
    assert listing.model.rowCount() == before - 4


def test_f2_asks_how_it_should_read(qtbot, room: Room, listing: StatisticListing, settle: Settle) -> None:
    listing.view.setFocus()
    listing.view.mark(3)
    settle()
    with qtbot.waitSignal(room.amending) as asked:
        QTest.keyClick(listing.view, Qt.Key.Key_F2)
    assert asked.args == [listing.model.record(3)]


def test_the_menu_offers_what_can_be_done(room: Room, listing: StatisticListing, settle: Settle) -> None:
    room.archive.do(RejectStatistic(listing.model.record(0).id))
    able = {action.text(): action.isEnabled() for action in listing.acts.menu().actions() if action.text()}
    assert [words for words, is_able in able.items() if is_able] == ["导出…"]
    listing.view.mark(3)
    settle()
    able = {action.text(): action.isEnabled() for action in listing.acts.menu().actions() if action.text()}
    assert [words for words, is_able in able.items() if not is_able] == ["恢复原读"]


def test_too_many_rows_are_not_changed_at_once(
    qtbot, room: Room, listing: StatisticListing, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baoguan.ui.parts.statistic_acts._MOST_CHANGED", 20)
    before = listing.model.rowCount()
    listing.view.setFocus()
    listing.view.selectAll()
    listing.view.selectionModel().setCurrentIndex(
        listing.model.index(0, 0), listing.view.selectionModel().SelectionFlag.NoUpdate
    )
    with qtbot.waitSignal(room.failed) as failed:
        listing.acts.reject()
    assert "20" in failed.args[0].say("zh")
    settle()
    assert listing.model.rowCount() == before


def test_sources_stand_where_there_is_room(listing: StatisticListing, settle: Settle) -> None:
    listing.resize(1700, 300)
    assert not listing.view.isColumnHidden(SOURCE)
    listing.want(StatisticFilter(article=listing.model.record(0).article))
    settle()
    assert listing.view.isColumnHidden(SOURCE)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (StatisticFilter(text="没有这样的句子"), "没有合乎筛选的数字"),
        (StatisticFilter(rejected=True), "没有剔除过数字"),
        (StatisticFilter(kinds=frozenset({Kind.ENERGY})), "没有合乎筛选的数字"),
    ],
)
def test_an_empty_list_says_what_to_do(
    room: Room, listing: StatisticListing, settle: Settle, wanted: StatisticFilter, words: str
) -> None:
    record = listing.model.record(0)
    room.selection.select(replace(room.selection.current, article=record.article, page=record.page))
    listing.want(wanted)
    settle()
    assert listing._body.empty.isVisible()
    assert words in listing._body.empty.words
