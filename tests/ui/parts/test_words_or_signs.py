import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from baoguan.app.theme import load_theme
from baoguan.ui.parts.kind_switches import KindSwitches
from baoguan.ui.parts.statistic_bar import StatisticBar
from baoguan.ui.parts.view_choice import ViewChoice


@pytest.fixture
def views(qtbot) -> ViewChoice:
    holder = QWidget()
    qtbot.addWidget(holder)
    choice = ViewChoice(
        {"table": "一张大大的表格", "chart": "图表"}, {"table": "table", "chart": "chart"}, "样子"
    )
    choice.set_theme(load_theme("light"))
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(choice)
    row.addStretch(1)
    holder.show()
    choice.holder = holder
    return choice


def _styles(row: QWidget) -> set[Qt.ToolButtonStyle]:
    return {button.toolButtonStyle() for button in row.findChildren(QToolButton)}


def test_words_give_way_to_signs_and_come_back(qtbot, views: ViewChoice) -> None:
    holder = views.parentWidget()
    for width, style in (
        (views.sizeHint().width(), Qt.ToolButtonStyle.ToolButtonTextOnly),
        (views.sizeHint().width() - 1, Qt.ToolButtonStyle.ToolButtonIconOnly),
        (views.minimumSizeHint().width(), Qt.ToolButtonStyle.ToolButtonIconOnly),
        (600, Qt.ToolButtonStyle.ToolButtonTextOnly),
    ):
        holder.resize(width, 40)
        qtbot.waitUntil(lambda style=style: _styles(views) == {style})
        for button in views.findChildren(QToolButton):
            qtbot.waitUntil(lambda button=button: button.width() >= button.minimumSizeHint().width())
            assert button.accessibleName() == f"样子: {button.text()}"
            assert button.toolTip() == button.text()


def test_a_sign_chooses_as_a_word_does(qtbot, views: ViewChoice) -> None:
    views.parentWidget().resize(views.minimumSizeHint().width(), 40)
    with qtbot.waitSignal(views.chosen) as chosen:
        views.choose("chart")
    assert chosen.args == ["chart"]
    assert views.current == "chart"


@pytest.mark.parametrize("width", [290, 360, 480, 560, 640, 700, 760, 1000])
def test_the_bar_stands_in_as_many_lines_as_it_needs(qtbot, width: int) -> None:
    bar = StatisticBar()
    qtbot.addWidget(bar)
    bar.set_theme(load_theme("light"))
    bar.show_count("102,795 条")
    bar.resize(width, 64)
    bar.show()
    qtbot.wait(1)
    kinds = bar.findChild(KindSwitches)
    for button in bar.findChildren(QToolButton):
        if button.isVisible():
            qtbot.waitUntil(lambda button=button: button.width() >= button.minimumSizeHint().width())
            assert bar.rect().contains(button.mapTo(bar, button.rect().bottomRight()))
    assert bar.text.width() >= 60
    assert bar.text.isVisible()
    assert kinds.width() >= kinds.minimumSizeHint().width()
    if bar.total.isVisible():
        assert bar.total.width() >= bar.total.sizeHint().width()
    assert bar.minimumSizeHint().width() <= 290
