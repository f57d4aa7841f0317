"""Where questions are typed, with what was understood and how many articles it found."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from baoguan.app.selection import Selection
from baoguan.domain.saved_search import SavedSearch
from baoguan.ui.models.chips import Chip, pieces
from baoguan.ui.models.history import History
from baoguan.ui.models.icons import icon
from baoguan.ui.models.question import question_text
from baoguan.ui.models.question_meant import Meant
from baoguan.ui.models.question_text import cut, without
from baoguan.ui.models.receipt import receipt_text, receipt_tip
from baoguan.ui.models.room import Room
from baoguan.ui.models.saved import SavedModel
from baoguan.ui.parts.chip_row import ChipRow
from baoguan.ui.parts.elided import Elided
from baoguan.ui.parts.order_button import OrderButton
from baoguan.ui.parts.saved_star import SavedStar
from baoguan.ui.parts.search_field import SearchField
from baoguan.ui.parts.suggesting import Suggesting

_PAUSE_MS = 180
_SLOW_MS = 500
_LINE = 24


class SearchBar(QWidget):
    """Searches while one types, at once on Enter; says what was understood and how the hits came about."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._typed = False
        self.history, self.saved, self.meant = History(), SavedModel(room, self), Meant(room, self)
        self._pause, self._slow = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._pause, _PAUSE_MS), (self._slow, _SLOW_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
        self.field = SearchField()
        self._glass = QAction(self)
        self.suggesting = Suggesting(room, self.field, self.history, self.saved)
        self.star, self.order, self.scripts = SavedStar(room.theme), OrderButton(), QLabel(self.tr("简=繁"))
        self.chips, self.better = ChipRow(room.theme), QPushButton()
        self.hint, self.receipt = Elided(), QLabel()
        self._name_parts()
        self._lay_out()
        self._connect()
        self.field.setText(room.selection.current.query)
        self._dress()
        self._show_answer()

    def search_now(self) -> None:
        """Search for what stands in the field, and remember it for the way back."""
        self._stop_typing()
        self.history.add(self.field.text())
        self._select(remember=True)

    def _name_parts(self) -> None:
        self.field.setPlaceholderText(self.tr("检索文章、图片说明、批注…"))
        self.field.setAccessibleName(self.tr("检索"))
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.setFocusProxy(self.field)
        self.receipt.setObjectName("receipt")
        self.hint.setObjectName("hint")
        self.better.setObjectName("better")
        self.better.hide()
        self.receipt.setMinimumHeight(_LINE)  # the panes below stay where they are when chips come and go
        self.scripts.setObjectName("scripts")
        self.scripts.setToolTip(self.tr("简体、繁体与异体字一并检索"))

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.field, 1)
        for widget in (self.star, self.order, self.scripts):
            above.addWidget(widget)
        below.setSpacing(12)
        below.addWidget(self.chips)
        below.addWidget(self.better)
        below.addWidget(self.hint, 1)
        below.addWidget(self.receipt)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(above)
        layout.addLayout(below)

    def _connect(self) -> None:
        room = self._room
        self._pause.timeout.connect(self._search_typed)
        self._slow.timeout.connect(self._show_waiting)
        self.field.textEdited.connect(lambda _text: self._pause.start())
        self.field.committed.connect(self.search_now)
        self.suggesting.asked.connect(self._ask)
        self.suggesting.chosen.connect(self._ask_saved)
        self.suggesting.removed.connect(self._let_go)
        self.chips.removed.connect(self._take_out)
        self.chips.pointed.connect(self._point_to)
        self.star.saved.connect(self._keep)
        self.star.removed.connect(lambda: self._let_go(self.saved.of(room.selection.current.question)))
        self.saved.renewed.connect(self._show_kept)
        self.meant.renewed.connect(self._show_meant)
        self.better.clicked.connect(lambda: self._ask(self.meant.text))
        self.order.chosen.connect(room.results.arrange)
        room.selection.changed.connect(self._follow)
        room.results.asked.connect(self._slow.start)
        room.results.answered.connect(self._show_answer)
        room.theme_changed.connect(self._dress)

    def _stop_typing(self) -> None:
        self._pause.stop()
        self.suggesting.stop()
        self._typed = False

    def _search_typed(self) -> None:
        first, self._typed = not self._typed, True
        self._select(remember=first)

    def _select(self, remember: bool) -> None:
        new = replace(self._room.selection.current, query=self.field.text())
        if remember:
            self._room.selection.select(new)
        else:
            self._room.selection.amend(new)

    def _ask(self, text: str) -> None:
        """Ask something else, as if it had been typed."""
        self.field.setText(text)
        self.field.setFocus()
        self.search_now()

    def _ask_saved(self, saved: SavedSearch) -> None:
        self._stop_typing()
        self.order.choose(saved.question.order)
        current = self._room.selection.current
        question = saved.question
        self._room.selection.select(replace(current, query=question.text, filters=question.filters))

    def _take_out(self, chip: Chip) -> None:
        """Take a part out of the question, as it was understood when it was answered."""
        current, results = self._room.selection.current, self._room.results.results
        if chip.filed is not None:
            left = tuple(filed for filed in current.filters if filed != chip.filed)
            self._room.selection.select(replace(current, filters=left))
        elif results is not None and results.query.text == self.field.text():
            query = results.query
            leaf, at = chip.leaf, chip.at
            if leaf is not None:
                self.field.setText(without(query, leaf))
            elif at is not None:
                self.field.setText(cut(query.text, at))
            self.search_now()

    def _point_to(self, chip: Chip) -> None:
        if chip.at is not None:
            self.field.setFocus()
            self.field.select_span(chip.at)

    def _keep(self, name: str) -> None:
        from baoguan.app.saved_searches import SaveSearch

        question = replace(self._room.selection.current.question, order=self._room.results.order)
        self._room.do(SaveSearch(name, question))

    def _let_go(self, saved: SavedSearch | None) -> None:
        from baoguan.app.saved_searches import RemoveSearch

        if saved is not None:
            self._room.do(RemoveSearch(saved.id))

    def _follow(self, new: Selection, old: Selection) -> None:
        if new.query != old.query and new.query != self.field.text():
            self._stop_typing()
            self.field.setText(new.query)
        if new.question != old.question:
            self._show_kept()
        elif new.article != old.article:
            self.history.add(new.query)  # it led somewhere

    def _show_answer(self) -> None:
        """Show what was understood and found; where nothing is asked, what could be."""
        self._slow.stop()
        results, room = self._room.results.results, self._room
        self.order.show_order(room.results.order)
        query = results.query if results is not None else None
        mistakes = query.mistakes if query is not None else ()
        self.field.mark((mistake.at for mistake in mistakes), room.theme.accent)
        self.chips.show_pieces(pieces(query, room.selection.current.filters, room.language))
        told = [mistake.zh if room.language == "zh" else mistake.en for mistake in mistakes]
        examples = self.tr(
            "例：“轨道交通” 词组 · AND OR NOT · 标题:滨海 · 记者:刘畅 · 日期:2022-10 · 金额:>1亿元"
        )
        idle = results is None and room.results.error is None and not room.selection.current.filters
        self.hint.setText(examples if idle else " · ".join(dict.fromkeys(told)))
        self._restyle(self.hint, "trouble", bool(told))
        self.receipt.setText(receipt_text(results) if results is not None else "")
        self.receipt.setToolTip(receipt_tip() if results is not None else "")
        self._restyle(self.scripts, "active", results is not None and results.receipt.variant > 0)
        self._show_kept()

    def _show_waiting(self) -> None:
        if self._room.results.searching:
            self.receipt.setText(self.tr("正在检索…"))
            self.receipt.setToolTip("")

    def _show_kept(self) -> None:
        question, archive = self._room.selection.current.question, self._room.archive
        able = archive is not None and not archive.read_only
        self.star.show_question(question_text(question), self.saved.of(question) is not None, able)

    def _show_meant(self) -> None:
        self.better.setText(self.tr("您要找的是“{text}”吗？").format(text=self.meant.text))
        self.better.setAccessibleName(self.better.text())
        self.better.setVisible(bool(self.meant.text))

    def _restyle(self, widget: QWidget, name: str, value: bool) -> None:
        widget.setProperty(name, value)
        widget.style().polish(widget)

    def _dress(self) -> None:
        theme = self._room.theme
        self._glass.setIcon(icon("search", theme.muted))
        for part in (self.field, self.suggesting, self.star, self.order, self.chips):
            part.set_theme(theme)
        self.better.setStyleSheet(
            f"QPushButton {{ border: none; background: transparent; color: {theme.accent};"
            f" font-size: 13px; padding: 2px 4px; }}"
            f"QPushButton:hover, QPushButton:focus {{ background: {theme.hover}; border-radius: 4px; }}"
        )
        self.hint.setStyleSheet(
            f"QLabel {{ color: {theme.muted}; font-size: 12px; }}"
            f'QLabel[trouble="true"] {{ color: {theme.accent}; }}'
        )
