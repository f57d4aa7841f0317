"""How the cells of the statistics table are drawn."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from baoguan.domain.article import Span
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models import fonts
from baoguan.ui.models.kinds import colour_of
from baoguan.ui.models.roles import ALIGNMENT, DISPLAY, RECORD, Index
from baoguan.ui.models.statistics import SENTENCE, VALUE
from baoguan.ui.parts import marked_text
from baoguan.ui.parts.delegate import Delegate

_SEEN_PER = 40
"""One character in front of the number for so many pixels of the cell."""


class StatisticCell(Delegate):
    """The value beside a bar in its kind's colour; the sentence with the number marked in it."""

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

    def _draw_text(
        self,
        painter: QPainter,
        box: QRectF,
        index: Index,
        record: StatisticRecord,
    ) -> None:
        first = index.column() == VALUE
        if first:
            bar = QRectF(box.left() + 8, box.top() + 9, 3, box.height() - 18)
            painter.fillRect(bar, QColor(colour_of(record.statistic.kind, self.theme)))
        painter.setFont(fonts.sans(13, bold=first))
        painter.setPen(QColor(self.theme.ink))
        inner = box.adjusted(16 if first else 8, 0, -8, 0)
        text = painter.fontMetrics().elidedText(
            index.data(DISPLAY) or "", Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, int(index.data(ALIGNMENT)), text)

    def _draw_sentence(self, painter: QPainter, box: QRectF, record: StatisticRecord) -> None:
        statistic = record.statistic
        at = Span(statistic.start - statistic.sentence_start, statistic.end - statistic.sentence_start)
        text, marks = marked_text.bring_forward(record.sentence, [at], int(box.width() / _SEEN_PER))
        style = marked_text.Style(
            fonts.serif(13), self.theme.muted, "#00000000", colour_of(statistic.kind, self.theme)
        )
        marked_text.paint(painter, box.adjusted(8, 6, -8, 0), text, marks, style, 1)
