"""How the cells of the statistics table are drawn."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from baoguan.domain.article import Span
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models import fonts
from baoguan.ui.models.icons import pixmap
from baoguan.ui.models.kinds import colour_of
from baoguan.ui.models.roles import RECORD, Index
from baoguan.ui.models.statistic_columns import SENTENCE, SOURCE, VALUE, cell_text
from baoguan.ui.parts import marked_text
from baoguan.ui.parts.delegate import Delegate

MARK = 16
"""Pixels kept before a value for the mark of one that a reader amended."""
_PENCIL = 12
_UNREAD = 56
"""Pixels of what stands for a text that is not read yet."""
_SEEN_PER = 40
"""One character in front of the number for so many pixels of the cell."""
_THINNEST = 5
"""No character is narrower: what cannot be in sight is not laid out."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class StatisticCell(Delegate):
    """The value beside a bar in its kind's colour; the sentence with the number marked in it.

    A value that a reader corrected has a pencil before it; a number rejected is struck through.
    """

    heeds_mouse = False  # the mouse is over one cell, and a row is what is chosen

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a cell."""
        record, column = index.data(RECORD), index.column()
        if not isinstance(record, StatisticRecord):
            self._draw_unread(painter, box, column)
            return
        if column == VALUE:
            self._draw_value(painter, box, record)
        elif column == SENTENCE:
            self._draw_sentence(painter, box, record)
        else:
            self._draw_text(painter, box, record, column)

    def _draw_unread(self, painter: QPainter, box: QRectF, column: int) -> None:
        """Draw where a number will stand that is being read."""
        if column in (VALUE, SENTENCE):
            wide = min(_UNREAD, box.width() - 32)
            left = box.right() - 8 - wide if column == VALUE else box.left() + 8
            painter.fillRect(QRectF(left, box.center().y() - 4, wide, 8), QColor(self.theme.hover))

    def _draw_value(self, painter: QPainter, box: QRectF, record: StatisticRecord) -> None:
        bar = QRectF(box.left() + 8, box.top() + 9, 3, box.height() - 18)
        painter.fillRect(bar, QColor(colour_of(record.statistic.kind, self.theme)))
        inner = box.adjusted(16, 0, -8, 0)
        wide = self._write(painter, inner, record, VALUE, _RIGHT)
        if record.amended is not None and not record.rejected:
            place = QPointF(inner.right() - wide - _PENCIL - 3, box.center().y() - _PENCIL / 2)
            painter.drawPixmap(place, pixmap("edit", self.theme.muted, _PENCIL))

    def _draw_text(self, painter: QPainter, box: QRectF, record: StatisticRecord, column: int) -> None:
        self._write(painter, box.adjusted(8, 0, -8, 0), record, column, _LEFT)

    def _write(self, painter: QPainter, box: QRectF, record: StatisticRecord, column: int, place: int) -> int:
        """Write a cell's text into a box, ended by … where it does not fit; return its pixels."""
        text = cell_text(record, column)
        if not text:
            return 0
        font, metrics = _font(column == VALUE, record.rejected and column != SOURCE)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.setFont(font)
        quiet = record.rejected or column == SOURCE
        painter.setPen(QColor(self.theme.muted if quiet else self.theme.ink))
        painter.drawText(box, place, shown)
        return metrics.horizontalAdvance(shown)

    def _draw_sentence(self, painter: QPainter, box: QRectF, record: StatisticRecord) -> None:
        statistic = record.statistic
        at = Span(statistic.start - statistic.sentence_start, statistic.end - statistic.sentence_start)
        text, marks = marked_text.bring_forward(record.sentence, [at], int(box.width() / _SEEN_PER))
        colour = self.theme.muted if record.rejected else colour_of(statistic.kind, self.theme)
        style = marked_text.Style(_serif(), self.theme.muted, "#00000000", colour)
        seen = text[: int(box.width() / _THINNEST)]
        marked_text.paint(painter, box.adjusted(8, 6, -8, 0), seen, marks, style, 1)


@cache
def _font(bold: bool, struck: bool) -> tuple[QFont, QFontMetrics]:
    font = fonts.sans(13, bold)
    font.setStrikeOut(struck)
    return font, QFontMetrics(font)


@cache
def _serif() -> QFont:
    return fonts.serif(13)
