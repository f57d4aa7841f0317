"""The window with mouse and keys."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from baoguan.app.commands import AddAnnotation
from baoguan.domain.article import Span
from baoguan.domain.query import Facet, Filed, Order
from baoguan.ui.models.roles import RECORD
from baoguan.ui.parts.note_editor import NoteEditor
from baoguan.ui.window.main_window import MainWindow

Settle = Callable[[MainWindow], None]


def _compose(field: QWidget, preedit: str, commit: str) -> None:
    composing = QInputMethodEvent(preedit, [])
    QApplication.sendEvent(field, composing)
    done = QInputMethodEvent()
    done.setCommitString(commit)
    QApplication.sendEvent(field, done)


def _search(qtbot, window: MainWindow, query: str) -> None:
    field = window.header.search.field
    field.clear()
    _compose(field, "", query)
    window.header.search.search_now()
    qtbot.waitUntil(lambda: window.room.results.results is not None and not window.room.results.searching)


def _press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def _click_row(view, row: int) -> None:
    middle = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_typing_searches_and_a_click_on_a_card_shows_the_hit(
    qtbot, window: MainWindow, settle: Settle
) -> None:
    _compose(window.header.search.field, "", "轨道交通")
    qtbot.waitUntil(lambda: window.room.results.rowCount() > 0)
    assert window.room.selection.current.query == "轨道交通"
    assert f"{window.room.results.results.total} 篇" in window.header.search.receipt.text()
    _click_row(window.docks.panes["results"].view, 0)
    settle(window)
    current = window.room.selection.current
    text = window.room.archive.article(current.article).article.text
    assert text[current.span.start : current.span.end] == "轨道交通"


def test_enter_that_ends_a_composition_never_searches(qtbot, window: MainWindow) -> None:
    field = window.header.search.field
    with qtbot.assertNotEmitted(field.committed):
        QApplication.sendEvent(field, QInputMethodEvent("zhishi", []))
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == ""
        done = QInputMethodEvent()
        done.setCommitString("知识")
        QApplication.sendEvent(field, done)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "知识"
    with qtbot.waitSignal(field.committed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.room.selection.current.query == "知识"


def test_typing_leaves_one_step_on_the_way_back(qtbot, window: MainWindow, settle: Settle) -> None:
    before = window.room.selection.current
    for character in "京津冀":
        _compose(window.header.search.field, "", character)
        qtbot.waitUntil(lambda c=character: window.room.selection.current.query.endswith(c))
    settle(window)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.room.selection.current == before
    assert window.header.search.field.text() == ""
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.room.selection.current.query == "京津冀"


def test_a_mistake_is_marked_where_it_stands(qtbot, window: MainWindow) -> None:
    _search(qtbot, window, "京津冀 “轨道")
    assert window.room.results.results.query.mistakes
    at = window.header.search.field.marked[0]
    assert window.header.search.field.text()[at.start] == "“"


def test_the_order_is_chosen_by_keyboard_and_outlives_the_language(
    qtbot, window: MainWindow, settle: Settle
) -> None:
    _search(qtbot, window, "天津")
    button = window.header.search.order
    assert button.text() == "排序：相关度"
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTimer.singleShot(0, lambda: _press(button.menu(), Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return))
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle(window)
    assert window.room.results.results.question.order is Order.NEWEST
    assert button.text() == "排序：日期新→旧"
    window.refurnish()
    settle(window)
    assert window.header.search.order.text() == "排序：日期新→旧"
    assert window.room.results.results.question.order is Order.NEWEST


def test_f3_walks_the_hits_of_the_article(qtbot, window: MainWindow, settle: Settle) -> None:
    _search(qtbot, window, "知识产权")
    _click_row(window.docks.panes["results"].view, 0)
    settle(window)
    article = window.room.selection.current.article
    marks = window.room.archive.marks(article, "知识产权")
    assert window.room.selection.current.span in marks
    first = marks.index(window.room.selection.current.span)
    QTest.keyClick(window, Qt.Key.Key_F3)
    settle(window)
    assert window.room.selection.current.span == marks[first + 1]
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    settle(window)
    assert window.room.selection.current.span == marks[first]


def test_f3_goes_on_through_the_results_and_around(qtbot, window: MainWindow, settle: Settle) -> None:
    _search(qtbot, window, "京津冀")
    archive, question = window.room.archive, window.room.results.question
    places = [
        (article, mark)
        for article in archive.found(question)
        for mark in archive.marks(article, question.text)
    ]
    _click_row(window.docks.panes["results"].view, 0)
    settle(window)
    visited = []
    for _ in places:
        current = window.room.selection.current
        visited.append((current.article, current.span))
        QTest.keyClick(window, Qt.Key.Key_F3)
        settle(window)
    assert visited == places
    now = window.room.selection.current
    assert (now.article, now.span) == places[0]
    assert "第一处" in window.statusBar().currentMessage()
    assert window.docks.panes["page"].canvas.face is not None
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    settle(window)
    assert (window.room.selection.current.article, window.room.selection.current.span) == places[-1]


def test_f3_pressed_faster_than_it_answers_takes_every_step(
    qtbot, window: MainWindow, settle: Settle
) -> None:
    _search(qtbot, window, "知识产权")
    _click_row(window.docks.panes["results"].view, 0)
    settle(window)
    marks = window.room.archive.marks(window.room.selection.current.article, "知识产权")
    first = marks.index(window.room.selection.current.span)
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_F3)
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    settle(window)
    assert window.room.selection.current.span == marks[first + 3]


def test_f3_without_a_hit_says_so(qtbot, window: MainWindow, settle: Settle) -> None:
    _search(qtbot, window, "无此一说")
    before = window.room.selection.current
    QTest.keyClick(window, Qt.Key.Key_F3)
    settle(window)
    assert window.room.selection.current == before
    assert "没有命中" in window.statusBar().currentMessage()


def test_lines_stand_behind_the_results_and_f3_goes_on_from_one(
    qtbot, window: MainWindow, settle: Settle
) -> None:
    _search(qtbot, window, "知识产权")
    pane = window.docks.panes["concordance"]
    assert pane.model.rowCount() == 0
    window.gathered["view.pane_concordance"].trigger()
    settle(window)
    qtbot.waitUntil(lambda: pane.model.rowCount() > 2)
    _click_row(pane.view, 1)
    settle(window)
    QTest.keyClick(window, Qt.Key.Key_F3)
    settle(window)
    line = pane.view.currentIndex().data(RECORD)
    assert (line.article, line.span) == (
        window.room.selection.current.article,
        window.room.selection.current.span,
    )
    window.gathered["view.pane_results"].trigger()
    assert window.docks.panes["results"].isVisible()
    assert not pane.isVisible()


def test_a_filter_narrows_the_results_and_back_widens_them(qtbot, window: MainWindow, settle: Settle) -> None:
    _search(qtbot, window, "京津冀")
    every = window.room.results.rowCount()
    current = window.room.selection.current
    window.room.selection.select(replace(current, filters=(Filed(Facet.HOLDING, "figure"),)))
    settle(window)
    assert 0 < window.room.results.rowCount() < every
    _click_row(window.docks.panes["results"].view, 0)
    settle(window)
    assert window.room.selection.current.filters
    window.gathered["go.back"].trigger()
    window.gathered["go.back"].trigger()
    settle(window)
    assert window.room.results.rowCount() == every


def test_the_dictionary_is_edited_kept_and_undone(qtbot, window: MainWindow, settle: Settle) -> None:
    pane = window.docks.panes["dictionary"]
    assert not pane.isVisible()
    window.gathered["archive.dictionary"].trigger()
    assert pane.isVisible()
    settle(window)
    _compose(pane.text, "", "渤化集团")
    pane.keep_button.click()
    settle(window)
    assert window.room.archive.dictionary() == "渤化集团"
    assert not pane.keep_button.isEnabled()
    _compose(pane.text, "", "在写")
    window.gathered["edit.undo"].trigger()
    settle(window)
    assert window.room.archive.dictionary() == ""
    assert "在写" in pane.text.toPlainText()


def test_a_click_on_a_number_shows_it_in_its_article(qtbot, window: MainWindow, settle: Settle) -> None:
    pane = window.docks.statistics
    pane.bar.scope.choose("archive")
    settle(window)
    _click_row(pane.listing.view, 3)
    settle(window)
    record, current = pane.listing.model.record(3), window.room.selection.current
    assert (current.statistic, current.article) == (record.id, record.article)
    text = window.room.archive.article(record.article).article.text
    assert record.statistic.raw in text[current.span.start : current.span.end]


def test_a_click_on_a_figure_selects_it_and_its_article(qtbot, window: MainWindow, settle: Settle) -> None:
    pane = window.docks.panes["figures"]
    pane.scope.choose("page")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    record = window.room.archive.figures()[2]
    _click_row(pane.view, pane.model.row_of(record.id))
    settle(window)
    current = window.room.selection.current
    assert (current.figure, current.article) == (record.id, record.article)
    pane.scope.choose("article")
    settle(window)
    assert pane.model.row_of(record.id) >= 0


def test_a_note_is_kept_listed_found_and_undone(qtbot, window: MainWindow, settle: Settle) -> None:
    article = window.room.selection.current.article
    pane = window.docks.panes["annotations"]
    window.room.do(AddAnnotation(article, Span(2, 6), note="核对数字", tags=("存疑",)))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    _search(qtbot, window, "核对数字")
    assert [hit.article for hit in window.room.results.results.hits] == [article]
    settle(window)
    window.gathered["edit.undo"].trigger()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 0)
    assert "批注" in pane._body.empty.words
    settle(window)
    window.gathered["edit.redo"].trigger()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)


def test_a_note_is_edited_in_its_row_and_removed(qtbot, window: MainWindow, settle: Settle) -> None:
    pane = window.docks.panes["annotations"]
    window.room.do(AddAnnotation(window.room.selection.current.article, Span(2, 6), note="一稿"))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    settle(window)
    _click_row(pane.view, 0)
    settle(window)
    assert window.room.selection.current.span == Span(2, 6)
    pane.edit_button.click()
    editor = pane.view.findChild(NoteEditor)
    editor.note.setPlainText("二稿")
    editor.tags.setText("要闻 要闻，人物")
    QTest.keyClick(editor.tags, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    kept = window.room.archive.annotations()[0].annotation
    assert (kept.note, kept.tags) == ("二稿", ("要闻", "人物"))
    qtbot.waitUntil(lambda: pane.view.currentIndex().isValid())
    pane.remove_button.click()
    settle(window)
    assert window.room.archive.annotations() == ()
    window.gathered["edit.undo"].trigger()
    settle(window)
    assert window.room.archive.annotations()[0].annotation.note == "二稿"


def _editing(qtbot, window: MainWindow, settle: Settle) -> NoteEditor:
    """Return the editor of the only annotation's row, with something typed into it."""
    pane = window.docks.panes["annotations"]
    window.room.do(AddAnnotation(window.room.selection.current.article, Span(2, 6), note="一稿"))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    _click_row(pane.view, 0)
    settle(window)
    pane.edit()
    editor = pane.view.findChild(NoteEditor)
    editor.note.setPlainText("写到一半")
    return editor


def test_what_is_being_typed_outlives_another_note(qtbot, window: MainWindow, settle: Settle) -> None:
    pane = window.docks.panes["annotations"]
    editor = _editing(qtbot, window, settle)
    articles = window.room.archive.page(window.room.selection.current.page).articles
    window.room.do(AddAnnotation(articles[2].id, Span(0, 3), note="另一条"))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    pane.scope.choose("article")
    window.show_article(articles[2].id, "")
    settle(window)
    assert editor.isVisible()
    assert editor.written.note == "写到一半"
    QTest.keyClick(editor.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    notes = {kept.annotation.note for kept in window.room.archive.annotations()}
    assert notes == {"写到一半", "另一条"}
    assert pane.model.rowCount() == 1


def test_going_on_to_another_row_keeps_what_was_typed(qtbot, window: MainWindow, settle: Settle) -> None:
    pane = window.docks.panes["annotations"]
    _editing(qtbot, window, settle)
    window.room.do(AddAnnotation(window.room.selection.current.article, Span(0, 3), note="另一条"))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    other = next(row for row in range(2) if pane.model.index(row).data() == "另一条")
    pane.view.setCurrentIndex(pane.model.index(other))
    settle(window)
    notes = {kept.annotation.note for kept in window.room.archive.annotations()}
    assert notes == {"写到一半", "另一条"}


def test_escape_in_a_row_changes_nothing(qtbot, window: MainWindow, settle: Settle) -> None:
    editor = _editing(qtbot, window, settle)
    QTest.keyClick(editor.note, Qt.Key.Key_Escape)
    settle(window)
    assert window.room.archive.annotations()[0].annotation.note == "一稿"


def test_ctrl_z_in_a_text_field_undoes_the_typing_first(qtbot, window: MainWindow, settle: Settle) -> None:
    window.room.do(AddAnnotation(window.room.selection.current.article, None, note="留着"))
    settle(window)
    field = window.header.search.field
    field.setFocus()
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert field.text() != "abc"
    assert len(window.room.archive.annotations()) == 1


def test_the_tree_follows_the_selection_and_leads_it(qtbot, window: MainWindow, settle: Settle) -> None:
    pane = window.docks.panes["navigator"]
    articles = window.room.archive.page(window.room.selection.current.page).articles
    window.show_article(articles[4].id, "")
    settle(window)
    assert pane.view.currentIndex().data() == articles[4].article.headline
    above = pane.view.currentIndex().siblingAtRow(1)
    middle = pane.view.visualRect(above).center()
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.room.selection.current.article == articles[1].id


def test_dropped_files_are_taken_in_and_bad_ones_reported(
    qtbot, window: MainWindow, settle: Settle, tmp_path
) -> None:
    good, bad = tmp_path / "新版.md", tmp_path / "坏版.md"
    good.write_text("# 水库蓄水\n\n水库蓄水三亿立方米。\n", encoding="utf-8")
    bad.write_bytes(b"")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, bad)])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(
        QPointF(QPoint(9, 9)),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        none,
        QEvent.Type.Drop,
    )
    window.dropEvent(drop)
    settle(window)
    assert "收入 1 个版面" in window.header.banner.words.text()
    assert "坏版.md" in window.header.banner.words.text()
    assert len(window.room.archive.pages()) == 2
    window.gathered["edit.undo"].trigger()
    settle(window)
    assert len(window.room.archive.pages()) == 1
