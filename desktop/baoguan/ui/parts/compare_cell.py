"""How a figure and its source are drawn beside others of the same subject and time."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from baoguan.domain.article import Span
from baoguan.domain.chart import Told
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models import fonts
from baoguan.ui.models.compare import PRINTED, conflict_words, row_words
from baoguan.ui.models.roles import DISPLAY, RECORD, Index
from baoguan.ui.models.statistic_columns import source_text
from baoguan.ui.parts import marked_text
from baoguan.ui.parts.delegate import Delegate

PLAIN, CONFLICT = 52, 100
"""Pixels of a row, and of one whose sentences are shown."""
_INSET, _TOP, _LINE = 12, 6, 20
_SENTENCE = 2
"""Lines of a sentence."""
_SEEN_PER = 18
"""One character in front of the number for so many pixels of the cell."""


class CompareCell(Delegate):
    """Two lines, and where figures are at odds the sentence that each stands in."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        told = index.sibling(index.row(), 0).data(RECORD)
        high = CONFLICT if isinstance(told, Told) and told.conflict else PLAIN
        return QSize(self.size.width(), high)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a cell and the rule below it."""
        told, record = index.sibling(index.row(), 0).data(RECORD), index.data(RECORD)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(self.theme.rule))
        inner = box.adjusted(_INSET, _TOP, -_INSET, -_TOP)
        if isinstance(record, Told):
            self._paint_row_name(painter, box, inner, record)
        elif isinstance(record, StatisticRecord) and isinstance(told, Told):
            self._paint_figure(painter, inner, index, record)
            if told.conflict:
                self._paint_sentence(painter, inner.adjusted(0, 2 * _LINE, 0, 0), record)

    def _paint_row_name(self, painter: QPainter, box: QRectF, inner: QRectF, told: Told) -> None:
        name, sense = row_words(told)
        if told.conflict:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height() - 1), QColor(self.theme.accent))
        self._write(painter, inner, name, fonts.sans(13, bold=True), self.theme.ink)
        below = inner.adjusted(0, _LINE, 0, 0)
        self._write(painter, below, sense, fonts.sans(12), self.theme.muted)
        if told.conflict:
            words = conflict_words(told)
            self._write(painter, below.adjusted(0, _LINE, 0, 0), words, fonts.sans(12), self.theme.accent)

    def _paint_figure(self, painter: QPainter, inner: QRectF, index: Index, record: StatisticRecord) -> None:
        figure = str(index.data(DISPLAY))
        left = self._write(painter, inner, figure, fonts.sans(13, bold=True), self.theme.ink)
        beside = inner.adjusted(left + 8, 0, 0, 0)
        self._write(painter, beside, index.data(PRINTED) or "", fonts.sans(12), self.theme.muted)
        below = inner.adjusted(0, _LINE, 0, 0)
        self._write(painter, below, source_text(record), fonts.sans(12), self.theme.muted)

    def _paint_sentence(self, painter: QPainter, box: QRectF, record: StatisticRecord) -> None:
        statistic = record.statistic
        at = Span(statistic.start - statistic.sentence_start, statistic.end - statistic.sentence_start)
        text, marks = marked_text.bring_forward(record.sentence, [at], int(box.width() / _SEEN_PER))
        style = marked_text.Style(fonts.serif(13), self.theme.ink, "#00000000", self.theme.accent)
        marked_text.paint(painter, box, text, marks, style, _SENTENCE)

    def _write(self, painter: QPainter, box: QRectF, words: str, font: QFont, ink: str) -> float:
        """Write a line at the top of a box, ended by … where it does not fit, and return its width."""
        painter.setFont(font)
        painter.setPen(QColor(ink))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(box.width())))
        line = QRectF(box.left(), box.top(), box.width(), _LINE)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        return metrics.horizontalAdvance(shown)
