"""How the cells of the statistics table are drawn."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from baoguan.domain.article import Span
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models import fonts
from baoguan.ui.models.icons import pixmap
from baoguan.ui.models.kinds import colour_of
from baoguan.ui.models.roles import ALIGNMENT, DISPLAY, RECORD, Index
from baoguan.ui.models.statistic_columns import SENTENCE, SOURCE, VALUE
from baoguan.ui.parts import marked_text
from baoguan.ui.parts.delegate import Delegate

MARK = 16
"""Pixels kept before a value for the mark of one that a reader amended."""
_PENCIL = 12
_SEEN_PER = 40
"""One character in front of the number for so many pixels of the cell."""


class StatisticCell(Delegate):
    """The value beside a bar in its kind's colour; the sentence with the number marked in it.

    A value that a reader corrected has a pencil before it; a number rejected is struck through.
    """

    heeds_mouse = False  # the mouse is over one cell, and a row is what is chosen

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a cell."""
        record = index.data(RECORD)
        if not isinstance(record, StatisticRecord):
            return
        if index.column() == SENTENCE:
            self._draw_sentence(painter, box, record)
        else:
            self._draw_text(painter, box, index, record)

    def _draw_text(self, painter: QPainter, box: QRectF, index: Index, record: StatisticRecord) -> None:
        first = index.column() == VALUE
        if first:
            bar = QRectF(box.left() + 8, box.top() + 9, 3, box.height() - 18)
            painter.fillRect(bar, QColor(colour_of(record.statistic.kind, self.theme)))
        font = fonts.sans(13, bold=first)
        font.setStrikeOut(record.rejected and index.column() != SOURCE)
        painter.setFont(font)
        quiet = record.rejected or index.column() == SOURCE
        painter.setPen(QColor(self.theme.muted if quiet else self.theme.ink))
        inner = box.adjusted(16 if first else 8, 0, -8, 0)
        text = painter.fontMetrics().elidedText(
            index.data(DISPLAY) or "", Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, int(index.data(ALIGNMENT)), text)
        if first and record.amended is not None and not record.rejected:
            left = inner.right() - painter.fontMetrics().horizontalAdvance(text) - _PENCIL - 3
            drawn = pixmap("edit", self.theme.muted, _PENCIL)
            painter.drawPixmap(QPointF(left, box.center().y() - _PENCIL / 2), drawn)

    def _draw_sentence(self, painter: QPainter, box: QRectF, record: StatisticRecord) -> None:
        statistic = record.statistic
        at = Span(statistic.start - statistic.sentence_start, statistic.end - statistic.sentence_start)
        text, marks = marked_text.bring_forward(record.sentence, [at], int(box.width() / _SEEN_PER))
        colour = self.theme.muted if record.rejected else colour_of(statistic.kind, self.theme)
        style = marked_text.Style(fonts.serif(13), self.theme.muted, "#00000000", colour)
        marked_text.paint(painter, box.adjusted(8, 6, -8, 0), text, marks, style, 1)
