"""The article as a reading text, with its hits, numbers and annotations, and what is written on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from baoguan.app.changes import Changes
from baoguan.app.selection import Selection
from baoguan.domain.annotation import Anchored
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId, DecisionId
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models.article_text import put_foot, put_link
from baoguan.ui.models.decisions import decision_text
from baoguan.ui.models.masthead import chinese_date, page_name
from baoguan.ui.models.place import place_of
from baoguan.ui.models.reading import Reading, only_amends, read_article
from baoguan.ui.models.room import Room
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.note_bar import NoteBar
from baoguan.ui.parts.note_editor import NoteEditor, Written
from baoguan.ui.parts.number_acts import NumberActs
from baoguan.ui.parts.number_card import NumberCard
from baoguan.ui.parts.number_pointer import NumberPointer
from baoguan.ui.parts.reading_marks import ReadingMarks
from baoguan.ui.parts.reading_view import ReadingView

if TYPE_CHECKING:  # the archive and its commands load after the first paint
    from baoguan.app.commands import Command

_SETTLED_MS = 250
"""How long selected text stays as it is before other panes are told."""
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class ArticlePane(QWidget):
    """Shows the selected article; selected text can be noted, tagged, coloured, copied and looked for."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._reading: Reading | None = None
        self.view = ReadingView(room.theme)
        self.view.setAccessibleName(self.tr("文章"))
        self.bar = NoteBar(self.view)
        self.editor = NoteEditor(self.view)
        self.card = NumberCard(self.view)
        self.pointer = NumberPointer(self.view, self.card)
        self.acts = NumberActs(room, self.view, self.pointer, self.card)
        self._target: tuple[ArticleId, Span | None] | None = None
        """What is being written on."""
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(_SETTLED_MS)
        self._body = OrEmpty(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._body)
        self.setFocusProxy(self.view)
        self._connect()
        self._dress()
        self._follow(room.selection.current, Selection())

    def _connect(self) -> None:
        self.view.spanned.connect(self._show_bar)
        self.view.spanned.connect(self._telling.start)
        self._telling.timeout.connect(self._tell_span)
        self.view.verticalScrollBar().valueChanged.connect(self._show_bar)
        self.view.number_clicked.connect(self._choose_number)
        self.pointer.walked.connect(self._choose_number)
        self.view.note_clicked.connect(self._choose_note)
        self.view.anchorClicked.connect(self._follow_link)
        self.view.sized.connect(self._lay_out)
        self.bar.noting.connect(self.write_note)
        self.bar.tagging.connect(self.write_tags)
        self.bar.coloured.connect(self._colour)
        self.bar.copying.connect(self.view.copy)
        self.bar.finding.connect(self._find)
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self._leave)
        self._room.selection.changed.connect(self._follow)
        self._room.opened.connect(self._open)
        self._room.changed.connect(self._change)
        self._room.theme_changed.connect(self._dress)
        for keys, act in (
            ("Alt+Down", lambda: self.pointer.step(1)),
            ("Alt+Up", lambda: self.pointer.step(-1)),
            ("F2", self.acts.amend),
            ("Del", self.acts.reject),
            ("Ctrl+M", self.write_note),
            ("Ctrl+T", self.write_tags),
            ("Ctrl++", lambda: self.view.enlarge(1)),
            ("Ctrl+=", lambda: self.view.enlarge(1)),
            ("Ctrl+-", lambda: self.view.enlarge(-1)),
            ("Ctrl+0", lambda: self.view.enlarge(0)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(_HERE)

    def _dress(self) -> None:
        for part in (self.view, self.bar, self.editor, self.card):
            part.set_theme(self._room.theme)
        self._lay_out()

    def _open(self) -> None:
        self._show(None)

    def _change(self, changes: Changes) -> None:
        if changes.pages or changes.annotations or changes.statistics:
            self._ask()

    def _follow(self, new: Selection, old: Selection) -> None:
        if (new.article, new.query) != (old.article, old.query) or self._reading is None:
            self._ask()
        elif self._reading is not None:
            self._room.ask(lambda archive: place_of(archive, new), lambda place: self._go(new, place))

    def _ask(self) -> None:
        selection = self._room.selection.current
        article = selection.article
        if article is None or self._room.archive is None:
            self._show(None)
            return
        self._room.ask(
            lambda archive: read_article(archive, article, selection),
            lambda read: self._show_if(selection, read),
        )

    def _show_if(self, asked: Selection, read: Reading | None) -> None:
        now = self._room.selection.current
        if (asked.article, asked.query) == (now.article, now.query):
            self._show(read)
            if asked != now:
                self._follow(now, asked)

    def _show(self, read: Reading | None) -> None:
        before, self._reading = self._reading, read
        self.pointer.leave()
        if read is None:
            self._leave()
            self._show_empty()
            return
        self._body.show_full()
        if before is None or _foot(before) != _foot(read):
            self._lay_out()
            if before is None or before.record.id != read.record.id:
                self.view.verticalScrollBar().setValue(0)
        notes = tuple(note for note in read.notes if not only_amends(note.annotation))
        self.view.marks = ReadingMarks(read.hits, read.place, read.numbers, notes)
        target = read.place or (read.hits[0] if read.hits else None)
        if target is not None and (before is None or before.place != read.place or before.hits != read.hits):
            self.view.reveal(target)
        self.view.viewport().update()

    def _show_empty(self) -> None:
        if self._room.archive is None:
            self._body.show_opening()
        else:
            self._body.show_empty(
                self.tr("还没有选中文章"), self.tr("在“结果”里点一条，或在版面上点一篇文章。")
            )

    def _lay_out(self) -> None:
        """Set the article and its foot anew, the place in it kept."""
        read = self._reading
        if read is None:
            return
        bar = self.view.verticalScrollBar()
        along = bar.value() / max(1, bar.maximum())
        cursor = self.view.show_article(read.record.article)
        self._put_foot(cursor, read)
        bar.setValue(round(along * bar.maximum()))
        self.view.viewport().update()

    def _put_foot(self, cursor: QTextCursor, read: Reading) -> None:
        theme, size, page = self._room.theme, self.view.type_size, read.record.page
        day = chinese_date(page.issue.date) if page.issue.date else self.tr("日期不详")
        printed = "　".join(part for part in (page.issue.title, day, page_name(page)) if part)
        put_foot(cursor, self.tr("出处：{place}").format(place=printed), theme, size, above=2.6)
        origin = self.tr("原件：{name}，第 {lines} 行").format(name=page.source_name, lines=read.lines)
        put_foot(cursor, origin, theme, size)
        if read.parts:
            put_foot(cursor, self.tr("全文印在"), theme, size)
        for part in read.parts:
            here = part.id == read.record.id
            words = page_name(part.page) + (self.tr("（这里）") if here else "")
            put_link(cursor, "　", "", theme, size)
            put_link(cursor, words, f"part:{part.id}", theme, size)
        above = 1.2
        for record in read.decisions:
            words = decision_text(record.decision)
            if record.rejected:
                words = self.tr("已改：不再是“{what}”").format(what=words)
            put_foot(cursor, f"◦ {words}　", theme, size, above=above)
            link = self.tr("恢复") if record.rejected else self.tr("改")
            put_link(cursor, link, f"decision:{record.id}:{int(not record.rejected)}", theme, size)
            above = 0.0

    def _go(self, selection: Selection, place: Span | None) -> None:
        if self._reading is None or selection != self._room.selection.current:
            return
        self._reading = replace(self._reading, place=place)
        selected = place is not None and place == self.view.span
        self.view.marks = replace(self.view.marks, current=None if selected else place)
        if place is not None and not selected:
            self.view.reveal(place)
        self.view.viewport().update()

    def _tell_span(self) -> None:
        """Let all panes know which text is selected, once the mouse is up; the history keeps its steps."""
        read, span = self._reading, self.view.span
        if QGuiApplication.mouseButtons():
            self._telling.start()
        elif read is not None and span is not None and span != self._room.selection.current.span:
            current = self._room.selection.current
            self._room.selection.amend(current.at_article(read.record.page.id, read.record.id, span))

    def _show_bar(self) -> None:
        span = self.view.span
        box = self.view.box_of(span) if span else QRectF()
        if self._reading is None or self.editor.isVisible() or not box.intersects(self.view.rect()):
            self.bar.hide()
        else:
            self.bar.show_beside(box)

    def write_note(self) -> None:
        """Write a note on the selected text, or on the whole article where none is selected."""
        self._write(tagging=False)

    def write_tags(self) -> None:
        """Write tags on the selected text, or on the whole article where none is selected."""
        self._write(tagging=True)

    def _write(self, tagging: bool) -> None:
        if self._reading is None or self._is_read_only():
            return
        span = self.view.span
        self._target = self._reading.record.id, span
        self.bar.hide()
        box = self.view.box_of(span) if span else QRectF(self.view.rect()).adjusted(0, 0, 0, -200)
        self.editor.write(box, tagging)

    def _is_read_only(self) -> bool:
        return self._room.archive is None or self._room.archive.read_only

    def _colour(self, colour: int) -> None:
        if self._reading is not None and not self._is_read_only():
            self._add(self._reading.record.id, self.view.span, Written("", (), colour))

    def _keep(self, written: Written) -> None:
        if self._target is not None and (written.note or written.tags):
            self._add(*self._target, written)

    def _add(self, article: ArticleId, span: Span | None, written: Written) -> None:
        from baoguan.app.commands import AddAnnotation  # loads the archive: not before the first paint

        command: Command = AddAnnotation(article, span, written.note, written.tags, written.colour)
        self._leave()
        self._room.do(command)

    def _leave(self) -> None:
        """Close bar and editor and let go of the selected text."""
        self._target = None
        self.editor.hide()
        current = self._room.selection.current
        if current.span is not None and current.span == self.view.span:
            self._room.selection.amend(replace(current, span=None))
        cursor = self.view.textCursor()
        cursor.clearSelection()
        self.view.setTextCursor(cursor)
        self.bar.hide()
        if self.isVisible() and self._reading is not None:
            self.view.setFocus()

    def _find(self) -> None:
        words = self.view.quoted.strip()
        if words:
            self._room.selection.select(replace(self._room.selection.current, query=words))

    def _choose_number(self, record: StatisticRecord) -> None:
        span = Span(record.statistic.start, record.statistic.end)
        self._choose(statistic=record, span=span, note=None)

    def _choose_note(self, annotation: str) -> None:
        found = next((note for note in self.view.marks.notes if note.annotation.id == annotation), None)
        if found is not None:
            self._choose(statistic=None, span=found.span, note=found)

    def _choose(self, statistic: StatisticRecord | None, span: Span | None, note: Anchored | None) -> None:
        read = self._reading
        if read is None:
            return
        chosen = self._room.selection.current.at_article(read.record.page.id, read.record.id, span)
        self._room.selection.select(
            replace(
                chosen,
                statistic=statistic.id if statistic else None,
                annotation=note.annotation.id if note else None,
            )
        )

    def _follow_link(self, link: QUrl) -> None:
        """Do what a link of the foot says: decide the other way, or go to another part of the article."""
        read = self._reading
        kind, _, rest = link.toString().partition(":")
        if read is None:
            return
        if kind == "part":
            part = next(part for part in read.parts if str(part.id) == rest)
            self._room.selection.select(self._room.selection.current.at_article(part.page.id, part.id))
        elif kind == "decision" and not self._is_read_only():
            self._decide(read, *rest.split(":"))

    def _decide(self, read: Reading, decision: str, rejected: str) -> None:
        from baoguan.app.commands import ChangeDecision  # loads the archive: not before the first paint

        self._room.do(ChangeDecision(read.record.page.id, DecisionId(int(decision)), rejected == "1"))


def _foot(read: Reading) -> tuple[object, ...]:
    """Return what decides on the text of the pane."""
    return read.record, read.decisions, read.parts
