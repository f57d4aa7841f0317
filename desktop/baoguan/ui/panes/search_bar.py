"""Where queries are typed, with what was understood and how many articles it found."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from baoguan.app.selection import Selection
from baoguan.domain.query import Receipt, Results
from baoguan.ui.models.icons import icon
from baoguan.ui.models.room import Room
from baoguan.ui.parts.order_button import OrderButton
from baoguan.ui.parts.search_field import SearchField

_PAUSE_MS = 180


class SearchBar(QWidget):
    """Searches while one types, at once on Enter; says how the hits came about and marks mistakes."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._typed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search_typed)
        self.field = SearchField()
        self.field.setPlaceholderText(self.tr("检索文章、图片说明、批注…"))
        self.field.setAccessibleName(self.tr("检索"))
        self.field.setClearButtonEnabled(True)
        self.setFocusProxy(self.field)
        self._glass = QAction(self)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.field.textEdited.connect(self._heed_typing)
        self.field.committed.connect(self.search_now)
        self.order = OrderButton()
        self.order.chosen.connect(room.results.arrange)
        self.count, self.receipt, self.scripts = QLabel(), QLabel(), QLabel(self.tr("简=繁"))
        self._lay_out()
        room.selection.changed.connect(self._follow)
        room.results.answered.connect(self._show_answer)
        room.theme_changed.connect(self._dress)
        self.field.setText(room.selection.current.query)
        self._dress()
        self._show_answer()

    def search_now(self) -> None:
        """Search for what stands in the field, and remember it for the way back."""
        self._pause.stop()
        self._typed = False
        self._select(remember=True)

    def _lay_out(self) -> None:
        for label, name in ((self.count, "count"), (self.receipt, "receipt"), (self.scripts, "scripts")):
            label.setObjectName(name)
        self.count.setAccessibleName(self.tr("命中"))
        self.scripts.setToolTip(self.tr("简体、繁体与异体字一并检索"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.order)
        row.addWidget(self.scripts)
        row.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.receipt)

    def _heed_typing(self) -> None:
        self._pause.start()

    def _search_typed(self) -> None:
        first, self._typed = not self._typed, True
        self._select(remember=first)

    def _select(self, remember: bool) -> None:
        current = self._room.selection.current
        new = replace(current, query=self.field.text())
        if remember:
            self._room.selection.select(new)
        else:
            self._room.selection.amend(new)

    def _follow(self, new: Selection, old: Selection) -> None:
        if new.query != old.query and new.query != self.field.text():
            self._pause.stop()
            self._typed = False
            self.field.setText(new.query)

    def _show_answer(self) -> None:
        results = self._room.results.results
        self.order.show_order(self._room.results.order)
        self.receipt.setProperty("trouble", bool(results and results.query.mistakes))
        if results is None:
            self.count.clear()
            self.field.mark((), self._room.theme.accent)
            self.receipt.setText(
                self.tr(
                    "例：“轨道交通” 词组 · AND OR NOT · 标题:滨海 · 记者:刘畅 · 日期:2022-10 · 金额:>1亿元"
                )
            )
        else:
            self._show_results(results)
        self.receipt.setToolTip(self.receipt.text())
        self.receipt.style().polish(self.receipt)

    def _show_results(self, results: Results) -> None:
        self.count.setText(
            self.tr("命中 {total} 篇 · {seconds} s").format(
                total=f"{results.total:,}", seconds=f"{results.seconds:.2f}"
            )
        )
        self.scripts.setProperty("active", results.receipt.variant > 0)
        self.scripts.style().polish(self.scripts)
        mistakes = results.query.mistakes
        self.field.mark((mistake.at for mistake in mistakes), self._room.theme.accent)
        told = [mistake.zh if self._room.language == "zh" else mistake.en for mistake in mistakes]
        self.receipt.setText(" · ".join([self._receipt_text(results.total, results.receipt), *told]))

    def _receipt_text(self, total: int, receipt: Receipt) -> str:
        parts = [
            (receipt.exact, self.tr("全句 {count}")),
            (receipt.words, self.tr("分词 {count}")),
            (receipt.variant, self.tr("异体 {count}")),
            (receipt.annotated, self.tr("批注 {count}")),
        ]
        how = self.tr("，").join(text.format(count=count) for count, text in parts if count)
        head = self.tr("命中 {total} 篇").format(total=f"{total:,}")
        return self.tr("{head}：{how}").format(head=head, how=how) if how else head

    def _dress(self) -> None:
        self._glass.setIcon(icon("search", self._room.theme.muted))
        self.order.set_theme(self._room.theme)
