from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QToolButton

from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind, Statistic
from baoguan.ui.models.room import Room
from baoguan.ui.parts.amend_card import AmendCard


@pytest.fixture
def record(room: Room) -> StatisticRecord:
    return next(one for one in room.archive.statistics() if one.statistic.raw == "1亿元")


@pytest.fixture
def card(qtbot, room: Room, record: StatisticRecord) -> Iterator[AmendCard]:
    """The card of 1亿元, over a window."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    card = AmendCard(room, record, window)
    card.show_beside(QRectF(300, 500, 400, 120))
    yield card
    room.drop_questions()


def _keep(qtbot, card: AmendCard) -> Statistic:
    with qtbot.waitSignal(card.amended) as kept:
        card.keep.click()
    return kept.args[0]


def test_it_shows_the_number_in_its_sentence(card: AmendCard, record: StatisticRecord) -> None:
    form, said = card.form, record.statistic
    assert form.value.first.text() == "1亿"
    assert form.names["unit"].text() == "元"
    assert form.names["measure"].text() == said.measure
    assert form.kind.text() == "金额"
    assert card._sentence.accessibleName() == record.sentence
    assert card._sentence.height() >= card._sentence.heightForWidth(card._sentence.width())
    assert card.window().rect().contains(card.geometry())
    assert card.restore.isHidden()


def test_what_is_changed_is_told_and_nothing_else(qtbot, card: AmendCard, record: StatisticRecord) -> None:
    QTest.keyClicks(card.form.value.first, "2.5")
    card.form.names["measure"].setText("发行额")
    card.form.relation.choose(">")
    changed = _keep(qtbot, card)
    assert (changed.value, changed.measure, changed.relation) == (2.5, "发行额", ">")
    assert (changed.unit, changed.start, changed.kind) == ("CNY", record.statistic.start, Kind.MONEY)


def test_a_range_a_kind_and_a_time(qtbot, card: AmendCard) -> None:
    form = card.form
    form.value.first.setText("1000万")
    form.value.last.setText("1亿")
    next(action for action in form.kind.menu().actions() if action.text() == "数量").trigger()
    form.time.setText("2022年")
    form.days.setText("2022")
    changed = _keep(qtbot, card)
    assert (changed.value, changed.low, changed.high) == (None, 1e7, 1e8)
    assert (changed.kind, changed.time_text, changed.time_iso) == (Kind.COUNT, "2022年", "2022")


def test_other_words_for_a_time_let_its_days_follow_from_them(qtbot, card: AmendCard) -> None:
    card.form.days.setText("2021")
    card.form.time.setFocus()
    QTest.keyClicks(card.form.time, "2022")
    assert card.form.days.text() == ""


@pytest.mark.parametrize(
    ("first", "last", "days", "said"),
    [
        ("", "", "", "没有数值"),
        ("abc", "", "", "不是数"),
        ("5", "3", "", "大于"),
        ("5", "", "昨天", "看不懂"),
    ],
)
def test_a_mistake_is_said_and_nothing_kept(
    qtbot, card: AmendCard, first: str, last: str, days: str, said: str
) -> None:
    form = card.form
    form.value.first.setText(first)
    form.value.last.setText(last)
    form.days.setText(days)
    with qtbot.assertNotEmitted(card.amended):
        card.keep.click()
    assert card.isVisible()
    shown = [label.text() for label in (form.trouble, form.value.trouble) if label.isVisible()]
    assert [words for words in shown if said in words]
    form.value.first.setText("5")
    form.value.last.setText("")
    form.days.setText("")
    assert _keep(qtbot, card).value == 5


def test_nothing_changed_is_nothing_told(qtbot, card: AmendCard) -> None:
    with qtbot.assertNotEmitted(card.amended), qtbot.waitSignal(card.left):
        QTest.keyClick(card.form.value.first, Qt.Key.Key_Return)


def test_escape_leaves(qtbot, card: AmendCard) -> None:
    card.form.value.first.setText("7")
    with qtbot.assertNotEmitted(card.amended), qtbot.waitSignal(card.left):
        QTest.keyClick(card.form.value.first, Qt.Key.Key_Escape)


def test_it_is_no_statistic(qtbot, card: AmendCard) -> None:
    with qtbot.waitSignals([card.rejected, card.left]):
        card.reject.click()


def test_everything_has_a_name(card: AmendCard) -> None:
    fields = [*card.findChildren(QLineEdit), *card.findChildren(QToolButton)]
    own = [field for field in fields if field.isVisible() and not isinstance(field.parent(), QLineEdit)]
    assert len(own) > 12
    assert [field for field in own if not field.accessibleName()] == []
