import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from baoguan.app.theme import load_theme
from baoguan.domain.query import Facet, Filed
from baoguan.search.parse import parse
from baoguan.ui.models.chips import Piece, pieces
from baoguan.ui.parts.chip_row import ChipRow


def _pieces(text: str) -> tuple[Piece, ...]:
    return pieces(parse(text), (Filed(Facet.SECTION, "区域热点"),), "zh")


@pytest.fixture
def row(qtbot) -> ChipRow:
    """Four chips, in room enough."""
    row = ChipRow(load_theme("light"))
    qtbot.addWidget(row)
    row.resize(800, 24)
    row.show_pieces(_pieces("标题:滨海 NOT 车站 “甲"))
    row.show()
    return row


def _end(chip) -> QPoint:
    return QPoint(chip.width() - 12, chip.height() // 2)


def test_a_click_on_the_cross_removes_and_one_on_the_words_points(qtbot, row: ChipRow) -> None:
    title = row.chips[0]
    with qtbot.waitSignal(row.removed) as removed:
        QTest.mouseClick(title, Qt.MouseButton.LeftButton, pos=_end(title))
    assert removed.args == [title.chip]
    with qtbot.waitSignal(row.pointed) as pointed, qtbot.assertNotEmitted(row.removed):
        QTest.mouseClick(title, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert pointed.args == [title.chip]


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Space]
)
def test_chips_are_reached_and_removed_by_keyboard(qtbot, row: ChipRow, key: Qt.Key) -> None:
    first, *_, last = row.chips
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert last.hasFocus()
    QTest.keyClick(last, Qt.Key.Key_Right)
    assert first.hasFocus()
    with qtbot.waitSignal(row.removed) as removed:
        QTest.keyClick(first, key)
    assert removed.args == [first.chip]


def test_the_keyboard_stays_in_its_place_when_a_chip_is_gone(row: ChipRow) -> None:
    row.chips[1].setFocus()
    row.show_pieces(_pieces("标题:滨海 “甲"))
    assert row.chips[1].hasFocus()
    assert row.chips[1].chip.words == "“甲"


def test_every_chip_says_what_it_does_and_what_is_wrong(row: ChipRow) -> None:
    assert [chip.accessibleName() for chip in row.chips][:2] == ["去掉 标题：滨海", "去掉 排除 车站"]
    wrong = row.chips[2]
    assert "引号" in wrong.accessibleDescription()
    assert wrong.accessibleDescription() in wrong.toolTip()
    assert row.chips[0].toolTip() == ""


def test_what_does_not_fit_stands_in_a_menu(qtbot, row: ChipRow) -> None:
    assert not row.more.isVisible()
    row.resize(260, 24)
    shown = [chip for chip in row.chips if chip.isVisible()]
    hidden = [chip for chip in row.chips if not chip.isVisible()]
    assert shown
    assert hidden
    assert row.more.isVisible()
    assert row.more.geometry().right() < row.width()
    assert str(len(hidden)) in row.more.text()
    actions = row.more.menu().actions()
    assert len(actions) == len(hidden)
    with qtbot.waitSignal(row.removed) as removed:
        actions[-1].trigger()
    assert removed.args == [hidden[-1].chip]


@pytest.mark.parametrize("width", [*range(100, 700, 37)])
def test_no_chip_is_cut_at_any_width(row: ChipRow, width: int) -> None:
    row.resize(width, 24)
    for widget in [*row.chips, row.more]:
        assert not widget.isVisible() or widget.geometry().right() < width
    shown = sum(chip.isVisible() for chip in row.chips)
    listed = len(row.more.menu().actions()) if row.more.isVisible() else 0
    assert shown + listed == len(row.chips)


def test_every_one_of_many_chips_can_be_removed(row: ChipRow) -> None:
    many = _pieces(" ".join(f"词{number}" for number in range(100)))
    row.resize(5000, 24)
    row.show_pieces(many)
    shown = [chip.chip for chip in row.chips if chip.isVisible()]
    assert len(shown) + len(row.more.menu().actions()) == len(many)
    assert row.more.isVisible()
