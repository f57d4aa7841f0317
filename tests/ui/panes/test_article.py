from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from baoguan.app.amending import AmendStatistic, RejectStatistic
from baoguan.app.commands import AddAnnotation, ChangeDecision, Command
from baoguan.app.selection import Selection
from baoguan.app.theme import THEMES, ThemeName, load_theme
from baoguan.domain.article import Article, Heading, Paragraph, Role, Span
from baoguan.domain.ids import AnnotationId, ArticleId
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models.room import Room
from baoguan.ui.panes.article import ArticlePane
from baoguan.ui.parts.empty import EmptyState
from baoguan.ui.parts.reading_marks import boxes
from baoguan.ui.parts.reading_view import ReadingView

Settle = Callable[[], None]


class Orders(QObject):
    """Does what panes ask for, and remembers it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.given: list[Command] = []
        self._room = room
        room.commanded.connect(self._do)

    def _do(self, command: Command) -> None:
        assert self._room.archive is not None
        self.given.append(command)
        self._room.changed.emit(self._room.archive.do(command))


@pytest.fixture
def settle(qtbot: QtBot, room: Room) -> Settle:
    """Wait until every question is answered."""
    return lambda: qtbot.waitUntil(lambda: room.waiting == 0)


@pytest.fixture
def orders(room: Room) -> Orders:
    """The commands panes ask for, done as the window would."""
    return Orders(room)


@pytest.fixture
def pane(qtbot: QtBot, room: Room, orders: Orders, settle: Settle) -> Iterator[ArticlePane]:
    """The pane with the sample page's first article in it."""
    made = ArticlePane(room)
    qtbot.addWidget(made)
    made.resize(560, 800)
    made.show()
    assert room.archive is not None
    page = room.archive.pages()[0].id
    first = room.archive.page(page).articles[0].id
    room.selection.select(Selection(page=page, article=first))
    settle()
    return made


def text_of(room: Room) -> str:
    assert room.archive is not None
    assert room.selection.current.article is not None
    return room.archive.article(room.selection.current.article).article.text


def commit(words: str) -> None:
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def place(view: ReadingView, span: Span) -> QPoint:
    """The middle of a span's first character in the viewport."""
    view.reveal(span)
    return view.box_of(Span(span.start, span.start + 1)).center().toPoint()


def test_the_text_shown_is_the_archives_and_then_its_source(room: Room, pane: ArticlePane) -> None:
    shown = pane.view.toPlainText()
    assert shown.startswith(text_of(room) + "\n")
    foot = shown[len(text_of(room)) :]
    assert "出处：天津日报　2022年10月12日 星期三　第1版" in foot
    assert "000_093351186b2237d2.txt" in foot
    assert "行" in foot


def test_selecting_text_and_noting_it_keeps_the_exact_span(
    qtbot: QtBot, room: Room, pane: ArticlePane, orders: Orders, settle: Settle
) -> None:
    text = text_of(room)
    at = text.index("茶淀玫瑰香葡萄")
    pane.view.select_span(Span(at, at + 7))
    assert pane.bar.isVisible()
    qtbot.mouseClick(pane.bar.buttons["note"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.editor.note.hasFocus())
    commit("地理标志")
    qtbot.keyClick(pane.editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (given,) = orders.given
    assert isinstance(given, AddAnnotation)
    assert (given.span, given.note, given.tags) == (Span(at, at + 7), "地理标志", ())
    settle()
    assert not pane.editor.isVisible()
    (kept,) = pane.view.marks.notes
    assert kept.span == Span(at, at + 7)
    assert kept.annotation.target.exact == "茶淀玫瑰香葡萄"


def test_tags_are_entered_by_ctrl_t_and_parted_at_commas(
    qtbot: QtBot, room: Room, pane: ArticlePane, orders: Orders
) -> None:
    pane.view.setFocus()
    pane.view.select_span(Span(30, 40))
    qtbot.keyClick(pane.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pane.editor.tags.hasFocus())
    commit("知识产权，天津 滨海")
    qtbot.keyClick(pane.editor.tags, Qt.Key.Key_Return)
    assert orders.given == []
    qtbot.keyClick(pane.editor.tags, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (given,) = orders.given
    assert isinstance(given, AddAnnotation)
    assert (given.span, given.tags) == (Span(30, 40), ("知识产权", "天津", "滨海"))


def test_a_note_begun_in_one_article_stays_with_it(
    qtbot: QtBot, room: Room, pane: ArticlePane, orders: Orders, settle: Settle
) -> None:
    begun = room.selection.current.article
    pane.view.select_span(Span(30, 40))
    pane.write_note()
    qtbot.waitUntil(lambda: pane.editor.note.hasFocus())
    commit("写到一半")
    other = room.archive.page(room.archive.pages()[0].id).articles[-1]
    assert other.id != begun
    room.selection.select(room.selection.current.at_article(other.page.id, other.id))
    settle()
    assert pane.editor.written.note == "写到一半"
    qtbot.keyClick(pane.editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (given,) = orders.given
    assert (given.article, given.span, given.note) == (begun, Span(30, 40), "写到一半")


def test_escape_leaves_without_keeping(qtbot: QtBot, pane: ArticlePane, orders: Orders) -> None:
    pane.view.setFocus()
    pane.view.select_span(Span(30, 40))
    qtbot.keyClick(pane.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pane.editor.note.hasFocus())
    commit("不要")
    qtbot.keyClick(pane.editor.note, Qt.Key.Key_Escape)
    assert not pane.editor.isVisible()
    assert orders.given == []


def test_a_dot_colours_the_selected_text(pane: ArticlePane, orders: Orders, settle: Settle) -> None:
    pane.view.select_span(Span(50, 60))
    pane.bar.colours.press(3)
    settle()
    (given,) = orders.given
    assert isinstance(given, AddAnnotation)
    assert (given.span, given.colour) == (Span(50, 60), 3)
    assert pane.view.marks.notes[0].annotation.colour == 3


def test_what_is_copied_is_the_archives_text(pane: ArticlePane, room: Room) -> None:
    pane.view.select_span(Span(0, 120))
    pane.bar.buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == text_of(room)[:120]
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_finding_the_selected_text_makes_it_the_query(pane: ArticlePane, room: Room, settle: Settle) -> None:
    text = text_of(room)
    at = text.index("证券化")
    pane.view.select_span(Span(at, at + 3))
    pane.bar.buttons["search"].click()
    assert room.selection.current.query == "证券化"
    settle()
    assert pane.view.marks.hits
    assert all(text[hit.start : hit.end] == "证券化" for hit in pane.view.marks.hits)


def test_clicking_a_number_selects_it(qtbot: QtBot, pane: ArticlePane, room: Room) -> None:
    record = pane.view.marks.numbers[2]
    span = Span(record.statistic.start, record.statistic.end)
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place(pane.view, span))
    assert room.selection.current.statistic == record.id
    assert room.selection.current.span == span


def point(pane: ArticlePane, raw: str) -> StatisticRecord:
    """Move the mouse on a number."""
    record = next(one for one in pane.view.marks.numbers if one.statistic.raw == raw)
    where = place(pane.view, Span(record.statistic.start, record.statistic.end))
    away(pane)
    QTest.mouseMove(pane.view.viewport(), where)
    return record


def away(pane: ArticlePane) -> None:
    """Move the mouse off every number."""
    QTest.mouseMove(pane.view.viewport(), QPoint(4, 4))


def test_a_number_under_the_mouse_has_a_card_that_goes_with_it(qtbot: QtBot, pane: ArticlePane) -> None:
    record = point(pane, "5410万元")
    qtbot.waitUntil(pane.card.isVisible)
    assert pane.card.record == record
    assert pane.view.rect().contains(pane.card.geometry())
    number = pane.view.box_of(Span(record.statistic.start, record.statistic.end)).toRect()
    assert not pane.card.geometry().intersects(number)
    away(pane)
    qtbot.waitUntil(lambda: not pane.card.isVisible())


def test_the_card_stays_while_the_mouse_is_on_it(qtbot: QtBot, pane: ArticlePane) -> None:
    point(pane, "5410万元")
    qtbot.waitUntil(pane.card.isVisible)
    away(pane)
    QApplication.sendEvent(pane.card, QEvent(QEvent.Type.Enter))
    qtbot.wait(400)
    assert pane.card.isVisible()
    QApplication.sendEvent(pane.card, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not pane.card.isVisible())


def test_scrolling_and_selecting_let_the_card_go(qtbot: QtBot, pane: ArticlePane) -> None:
    point(pane, "5410万元")
    qtbot.waitUntil(pane.card.isVisible)
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().value() + 40)
    assert not pane.card.isVisible()
    pane.view.select_span(Span(30, 40))
    point(pane, "5410万元")
    qtbot.wait(400)
    assert not pane.card.isVisible()


def test_the_keyboard_walks_the_numbers_and_escape_closes(
    qtbot: QtBot, pane: ArticlePane, room: Room, settle: Settle
) -> None:
    numbers = pane.view.marks.numbers
    pane.view.setFocus()
    for record in numbers[:3]:
        qtbot.keyClick(pane.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        settle()
        assert pane.card.isVisible()
        assert (pane.card.record, room.selection.current.statistic) == (record, record.id)
    qtbot.keyClick(pane.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert pane.card.record == numbers[1]
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert not pane.card.isVisible()


def test_a_number_is_rejected_on_its_card_and_by_key(
    qtbot: QtBot, pane: ArticlePane, room: Room, orders: Orders, settle: Settle
) -> None:
    record = point(pane, "5410万元")
    qtbot.waitUntil(pane.card.isVisible)
    qtbot.mouseClick(pane.card.reject, Qt.MouseButton.LeftButton)
    settle()
    (given,) = orders.given
    assert isinstance(given, RejectStatistic)
    assert given.statistic == record.id
    assert not pane.card.isVisible()
    assert record.id not in {one.id for one in pane.view.marks.numbers}
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    shown = pane.card.record
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    settle()
    assert orders.given[-1].statistic == shown.id
    assert len(pane.view.marks.numbers) == len(room.archive.article_statistics(record.article))


def test_a_correction_is_asked_for_and_marked_and_taken_back(
    qtbot: QtBot, pane: ArticlePane, room: Room, orders: Orders, settle: Settle
) -> None:
    record = point(pane, "5410万元")
    qtbot.waitUntil(pane.card.isVisible)
    assert pane.card.restore.isHidden()
    with qtbot.waitSignal(room.amending) as asked:
        qtbot.mouseClick(pane.card.amend, Qt.MouseButton.LeftButton)
    assert asked.args == [record]
    room.do(AmendStatistic(record.id, replace(record.statistic, measure="融资租赁额")))
    settle()
    assert pane.view.marks.notes == ()
    amended = point(pane, "5410万元")
    qtbot.waitUntil(pane.card.isVisible)
    assert (amended.statistic.measure, pane.card.restore.isHidden()) == ("融资租赁额", False)
    assert "读者已更正" in pane.card.accessibleName()
    qtbot.mouseClick(pane.card.restore, Qt.MouseButton.LeftButton)
    settle()
    numbers = [one.statistic for one in pane.view.marks.numbers]
    assert record.statistic in numbers


def test_what_is_no_quantity_is_underlined_by_dots(pane: ArticlePane, room: Room) -> None:
    theme = load_theme("light")

    def line(raw: str) -> list[QColor]:
        record = next(one for one in pane.view.marks.numbers if one.statistic.raw == raw)
        span = Span(record.statistic.start, record.statistic.end)
        pane.view.reveal(span)
        box = pane.view.box_of(span)
        image = pane.view.viewport().grab().toImage()
        rows = range(int(box.bottom()), int(box.bottom()) + 4)
        columns = range(int(box.left()) + 2, int(box.right()) - 2)
        return [min((image.pixelColor(x, y) for y in rows), key=QColor.lightness) for x in columns]

    paper = QColor(theme.paper).lightness()
    assert all(colour.lightness() < paper - 40 for colour in line("5410万元"))
    dots = [colour.lightness() < paper - 40 for colour in line("今年7月")]
    assert 0.1 < sum(dots) / len(dots) < 0.7


def test_clicking_an_annotation_selects_it(
    qtbot: QtBot, pane: ArticlePane, room: Room, settle: Settle
) -> None:
    text = text_of(room)
    at = text.index("茶淀玫瑰")
    assert room.selection.current.article is not None
    made = AddAnnotation(room.selection.current.article, Span(at, at + 4), note="葡萄")
    room.do(made)
    settle()
    where = place(pane.view, Span(at, at + 4))
    assert pane.view.tip_at(where.toPointF()) == "葡萄"
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert room.selection.current.annotation == AnnotationId(made.id)


def test_a_statistic_selected_elsewhere_is_marked_and_in_view(
    pane: ArticlePane, room: Room, settle: Settle
) -> None:
    record = pane.view.marks.numbers[-1]
    room.selection.select(replace(room.selection.current, statistic=record.id))
    settle()
    span = Span(record.statistic.start, record.statistic.end)
    assert pane.view.marks.current == span
    assert pane.view.viewport().rect().contains(pane.view.box_of(span).toAlignedRect())


def test_rejecting_a_decision_and_taking_it_back(
    qtbot: QtBot, pane: ArticlePane, room: Room, orders: Orders, settle: Settle
) -> None:
    assert room.archive is not None
    page = room.selection.current.page
    assert page is not None
    links = decision_links(pane)
    assert links
    pane.view.anchorClicked.emit(links[0])
    (given,) = orders.given
    assert isinstance(given, ChangeDecision)
    assert given.rejected
    rejected = {one.decision.key for one in room.archive.page(page).decisions if one.rejected}
    assert len(rejected) == 1
    settle()
    articles = room.archive.page(page).articles
    if room.selection.current.article not in {one.id for one in articles}:
        room.selection.select(room.selection.current.at_article(page, articles[0].id))
        settle()
    assert "恢复" in pane.view.toPlainText()
    back = next(link for link in decision_links(pane) if link.toString().endswith(":0"))
    pane.view.anchorClicked.emit(back)
    assert not any(one.rejected for one in room.archive.page(page).decisions)


def decision_links(pane: ArticlePane) -> list[QUrl]:
    found = []
    block = pane.view.document().begin()
    while block.isValid():
        for shape in block.textFormats():
            if shape.format.isAnchor():
                found.append(QUrl(shape.format.anchorHref()))
        block = block.next()
    return found


def test_spans_survive_characters_beyond_the_first_plane(qtbot: QtBot) -> None:
    view = ReadingView(load_theme("light"))
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show()
    article = Article((Heading("甲𠮷乙", Role.HEADLINE, 1),), (), (Paragraph("𠮷𠮷丙丁", Role.BODY, (2,)),))
    view.show_article(article)
    for start in range(len(article.text)):
        for end in range(start + 1, len(article.text) + 1):
            view.select_span(Span(start, end))
            assert view.span == Span(start, end)
            assert view.quoted == article.text[start:end]


def test_markup_in_an_article_is_shown_as_it_is_printed(qtbot: QtBot) -> None:
    view = ReadingView(load_theme("light"))
    qtbot.addWidget(view)
    printed = '<b>粗</b> <img src="file:///etc/passwd"> &amp; <a href="http://a">a</a>'
    view.show_article(Article((), (), (Paragraph(printed, Role.BODY, (1,)),)))
    assert view.toPlainText() == printed


def test_every_character_has_a_box_in_the_column(pane: ArticlePane, room: Room) -> None:
    width = pane.view.viewport().width()
    text = text_of(room)
    for at in range(0, len(text), 7):
        if not text[at].isspace():
            (box,) = boxes(pane.view.document(), at, at + 1)
            assert 0 < box.left() < box.right() < width
            assert box.height() > 10


def test_lines_hold_28_to_36_characters_where_there_is_room(pane: ArticlePane) -> None:
    pane.resize(1200, 800)
    layout = pane.view.document().findBlockByNumber(4).layout()
    assert layout.lineCount() > 2
    assert 28 <= layout.lineAt(1).textLength() <= 36


def test_type_is_enlarged_and_the_text_stays(qtbot: QtBot, pane: ArticlePane) -> None:
    before, text = pane.view.type_size, pane.view.toPlainText()
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.type_size == before + 1
    assert pane.view.toPlainText() == text
    qtbot.keyClick(pane.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.type_size == before


@pytest.mark.parametrize("name", THEMES)
def test_hits_are_painted_behind_the_text(
    pane: ArticlePane, room: Room, settle: Settle, name: ThemeName
) -> None:
    theme = load_theme(name)
    room.set_theme(theme)
    room.selection.select(replace(room.selection.current, query="知识产权"))
    settle()
    image = pane.view.viewport().grab().toImage()
    hit = pane.view.marks.hits[1]
    box = pane.view.box_of(hit).toRect()
    inside = [image.pixelColor(x, y) for x in range(*ends(box, 0)) for y in range(*ends(box, 1))]
    assert inside.count(QColor(theme.hit)) > 0.4 * len(inside)
    lights = [luminance(colour) for colour in inside]
    assert (max(lights) + 0.05) / (min(lights) + 0.05) > 4.5
    assert image.pixelColor(2, 2) == QColor(theme.paper)


def ends(box: QRect, axis: int) -> tuple[int, int]:
    return (box.left(), box.right()) if axis == 0 else (box.top(), box.bottom())


def luminance(colour: QColor) -> float:
    """Relative luminance by WCAG 2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_without_an_article_the_pane_says_what_to_do_next(qtbot: QtBot, room: Room) -> None:
    pane = ArticlePane(room)
    qtbot.addWidget(pane)
    pane.show()
    assert not pane.view.isVisible()
    assert not pane.bar.isVisible()
    assert "“结果”" in pane.findChild(EmptyState).words


def test_no_archive_says_where_to_look(qtbot: QtBot) -> None:
    empty = Room(load_theme("light"))
    pane = ArticlePane(empty)
    qtbot.addWidget(pane)
    pane.show()
    assert "“文件”" in pane.findChild(EmptyState).words
    empty.close()


def test_an_article_that_is_gone_leaves_the_empty_state(
    pane: ArticlePane, room: Room, settle: Settle
) -> None:
    room.selection.select(replace(room.selection.current, article=ArticleId(10**6)))
    settle()
    assert not pane.view.isVisible()


def test_a_reader_cannot_write_in_a_read_only_archive(
    qtbot: QtBot, pane: ArticlePane, room: Room, orders: Orders
) -> None:
    assert room.archive is not None
    room.archive.read_only = True
    point(pane, "5410万元")
    qtbot.waitUntil(pane.card.isVisible)
    assert not pane.card.reject.isVisible()
    pane.acts.reject()
    pane.acts.amend()
    pane.view.select_span(Span(30, 40))
    pane.write_note()
    assert not pane.editor.isVisible()
    pane.bar.colours.press(1)
    assert orders.given == []


def test_selected_text_is_the_selections_once_the_mouse_is_up(
    qtbot: QtBot, pane: ArticlePane, room: Room, settle: Settle
) -> None:
    span, steps = Span(3, 9), []
    room.selection.changed.connect(lambda new, old: steps.append(new))
    could_go_back = room.selection.can_go_back
    pane.view.select_span(Span(2, 5))
    pane.view.select_span(span)
    qtbot.waitUntil(lambda: room.selection.current.span == span)
    settle()
    assert len(steps) == 1
    assert room.selection.can_go_back == could_go_back
    assert pane.view.span == span
    assert pane.view.marks.current is None
    pane._leave()
    assert room.selection.current.span is None
