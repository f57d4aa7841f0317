from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from baoguan.app.theme import THEMES, ThemeName, load_theme
from baoguan.domain.query import Facet, Filed, Question
from baoguan.ui.models.facets import Rest
from baoguan.ui.models.roles import DISPLAY, RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.panes.facets import FacetsPane

Settle = Callable[[], None]
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot, years_room: Room) -> FacetsPane:
    made = FacetsPane(years_room)
    qtbot.addWidget(made)
    made.resize(260, 700)
    made.show()
    return made


@pytest.fixture
def settle(qtbot, years_room: Room, pane: FacetsPane) -> Settle:
    """Wait until the spread of the current question is shown."""

    def done() -> bool:
        answered = pane.model.question == years_room.selection.current.question
        return pane.model.spread is not None and answered and not years_room.waiting

    qtbot.waitUntil(done, timeout=30_000)
    return lambda: qtbot.waitUntil(done, timeout=30_000)


def ask(room: Room, query: str, *filters: Filed) -> None:
    room.selection.select(replace(room.selection.current, query=query, filters=filters))


def names(pane: FacetsPane) -> dict[str, list[str]]:
    """Return what is shown: the rows below each facet."""
    model = pane.tree.facets
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    return {
        top.data(DISPLAY): [model.index(row, 0, top).data(DISPLAY) for row in range(model.rowCount(top))]
        for top in tops
    }


def row(pane: FacetsPane, facet: Facet, value: str) -> QModelIndex:
    found = pane.tree.facets.find(None, Filed(facet, value))
    assert found.isValid()
    return found


def click(pane: FacetsPane, index: QModelIndex) -> None:
    pane.tree.scrollTo(index)
    QTest.mouseClick(pane.tree.viewport(), _LEFT, pos=pane.tree.visualRect(index).center())


def test_the_whole_archive_is_shown_first(pane: FacetsPane, settle: Settle) -> None:
    shown = names(pane)
    assert shown["报纸"] == ["天津日报", "今晚报", "益世报"]
    assert shown["年份"] == ["1998", "2000", "2001", "2002"]
    assert shown["统计种类"] == ["金额"]
    assert len(shown["栏目"]) == 9
    assert shown["栏目"][-1] == "更多（共 16 个）"
    assert "标签" not in shown
    assert pane.told.text() == "1998-01 – 2002-09 · 30 篇 · 15 期 · 缺 42 个月 · 另有 1 篇没有日期"
    assert not pane.clear.isVisible()


def test_clicks_choose_widen_and_narrow(years_room: Room, pane: FacetsPane, settle: Settle) -> None:
    ask(years_room, "投资")
    settle()
    click(pane, row(pane, Facet.TITLE, "今晚报"))
    settle()
    one = years_room.results.results.total
    assert 0 < one < 30
    click(pane, row(pane, Facet.TITLE, "天津日报"))
    settle()
    assert years_room.results.results.total == 30
    click(pane, row(pane, Facet.SECTION, "要闻"))
    settle()
    assert years_room.results.results.total == 15
    assert names(pane)["栏目"][0] == "要闻"
    click(pane, row(pane, Facet.TITLE, "天津日报"))
    settle()
    assert years_room.selection.current.filters == (
        Filed(Facet.TITLE, "今晚报"),
        Filed(Facet.SECTION, "要闻"),
    )
    QTest.mouseClick(pane.clear, _LEFT)
    settle()
    assert years_room.selection.current.question == Question("投资")


def test_a_chosen_year_shows_its_months(years_room: Room, pane: FacetsPane, settle: Settle) -> None:
    click(pane, row(pane, Facet.YEAR, "2001"))
    settle()
    assert names(pane)["年份"] == ["2001", "2001-01", "2001-03", "2001-09", "1998", "2000", "2002"]
    click(pane, row(pane, Facet.MONTH, "2001-03"))
    settle()
    assert years_room.results.results.total == 2


def test_values_without_a_hit_are_shown_only_where_chosen(
    years_room: Room, pane: FacetsPane, settle: Settle
) -> None:
    ask(years_room, "旧闻", Filed(Facet.TITLE, "今晚报"))
    settle()
    assert names(pane)["报纸"] == ["今晚报", "益世报"]
    assert "年份" not in names(pane)
    click(pane, row(pane, Facet.TITLE, "今晚报"))
    settle()
    assert names(pane)["报纸"] == ["益世报"]


def test_everything_can_be_done_with_keys(qtbot, years_room: Room, pane: FacetsPane, settle: Settle) -> None:
    tree = pane.tree
    tree.setFocus()
    tree.setCurrentIndex(tree.facets.index(0, 0))
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert years_room.selection.current.filters == (Filed(Facet.TITLE, "天津日报"),)
    settle()
    assert tree.currentIndex().data(DISPLAY) == "天津日报"
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert years_room.selection.current.filters == ()
    settle()
    top = tree.facets.index(0, 0)
    tree.setCurrentIndex(top)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(top)
    ask(years_room, "港口")
    settle()
    assert not tree.isExpanded(tree.facets.index(0, 0))
    assert tree.isExpanded(tree.facets.index(1, 0))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert tree.isExpanded(tree.facets.index(0, 0))


def test_more_leads_to_all_values(years_room: Room, pane: FacetsPane, settle: Settle) -> None:
    sections = pane.tree.facets.find(Facet.SECTION, None)
    more = pane.tree.facets.index(8, 0, sections)
    assert isinstance(more.data(RECORD), Rest)
    click(pane, more)
    assert pane.list.isVisible()
    assert pane.list.values.rowCount() == 16
    pane.list.toggled.emit(Filed(Facet.SECTION, "体育"))
    settle()
    assert pane.list.values.tally(0).name == "体育"
    assert names(pane)["栏目"][0] == "体育"
    pane.list.hide()


def test_a_brush_over_time_narrows_the_query(
    qtbot, years_room: Room, pane: FacetsPane, settle: Settle
) -> None:
    ask(years_room, "投资")
    settle()
    histogram = pane.histogram
    first, last = [
        next(place for place, column in enumerate(histogram.plot.columns) if column.first == month)
        for month in ("2000-01", "2001-12")
    ]
    for action, place in ((QTest.mousePress, first), (QTest.mouseRelease, last)):
        where = histogram.plot.strip(range(place, place + 1)).center().toPoint()
        QTest.mouseMove(histogram, where)
        action(histogram, _LEFT, pos=where)
    assert years_room.selection.current.query == "投资 日期:[2000 TO 2001]"
    settle()
    assert years_room.results.results.total == 14
    assert histogram.plot.spans == (range(first, last + 1),)
    assert sum(bar.articles for bar in histogram.bars) == 30
    assert pane.clear.isVisible()
    histogram.setFocus()
    QTest.keyClick(histogram, Qt.Key.Key_Escape)
    settle()
    assert years_room.selection.current.query == "投资"


def test_heights_are_articles_or_articles_per_issue(pane: FacetsPane, settle: Settle) -> None:
    pane.heights.choose("issues")
    assert pane.histogram.plot.highest == 2
    assert "每期 2 篇" in pane.told.text()
    pane.heights.choose("articles")
    assert "30 篇" in pane.told.text()


def test_nothing_found_says_what_to_do(years_room: Room, pane: FacetsPane, settle: Settle) -> None:
    ask(years_room, "此词不见于报端")
    settle()
    assert not pane.tree.isVisible()
    assert pane._body.empty.words.startswith("没有命中")
    ask(years_room, "")
    settle()
    assert pane.tree.isVisible()


def test_no_archive_says_where_to_look(qtbot) -> None:
    room = Room(load_theme("light"))
    pane = FacetsPane(room)
    qtbot.addWidget(pane)
    assert "“文件”" in pane._body.empty.words
    room.close()


@pytest.mark.parametrize("name", THEMES)
def test_it_is_dressed_in_the_theme(
    years_room: Room, pane: FacetsPane, settle: Settle, name: ThemeName
) -> None:
    ask(years_room, "日期:2001")
    settle()
    theme = load_theme(name)
    years_room.set_theme(theme)
    image = pane.histogram.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {theme.accent.lower(), theme.selected.lower(), theme.muted.lower()} <= colours


def test_every_control_has_a_name(pane: FacetsPane, settle: Settle) -> None:
    buttons = [pane.clear, *pane.heights.findChildren(QToolButton)]
    assert len(buttons) == 3
    assert all(control.accessibleName() for control in (pane.tree, pane.histogram, *buttons))
