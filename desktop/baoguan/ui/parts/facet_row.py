"""How a facet and a value of it are drawn: a name, a count, and a thin bar as long as its share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle

from baoguan.domain.query import Facet
from baoguan.ui.models import fonts
from baoguan.ui.models.facets import Branch, Rest, Tally
from baoguan.ui.models.icons import pixmap
from baoguan.ui.models.roles import DISPLAY, RECORD, Index
from baoguan.ui.parts.bars import faint, snapped
from baoguan.ui.parts.delegate import Delegate

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MARK = 14
_BAR = 2.0
_MONTH_INDENT = 16


class FacetRow(Delegate):
    """A chosen value has a check mark before it, and its bar in the accent."""

    indent = 0
    """Pixels kept for the check mark, where none are left beside the row."""

    def paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        """Draw the ground of the row that keys work on as selected: what is chosen has its check mark."""
        if state & QStyle.StateFlag.State_HasFocus:
            state |= QStyle.StateFlag.State_Selected
        super().paint_ground(painter, box, state)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a row."""
        row = index.data(RECORD)
        inner = box.adjusted(self.indent + 4, 0, -12, 0)
        if isinstance(row, Tally):
            self._paint_tally(painter, inner, row)
        elif isinstance(row, Rest):
            self._write(painter, inner, index.data(DISPLAY), fonts.sans(12), self.theme.muted)
        elif isinstance(row, Branch):
            self._paint_branch(painter, inner, row, index.data(DISPLAY))

    def _paint_branch(self, painter: QPainter, inner: QRectF, branch: Branch, name: str) -> None:
        face = fonts.sans(12, bold=True)
        if branch.chosen:
            count = f"{branch.chosen:,}"
            wide = self._write_count(painter, inner, count, self.theme.accent)
            self._paint_mark(painter, inner.right() - wide - _MARK, inner)
            inner.setRight(inner.right() - wide - _MARK - 8)
        self._write(painter, inner, name, face, self.theme.muted)

    def _paint_tally(self, painter: QPainter, inner: QRectF, tally: Tally) -> None:
        if tally.filed.facet is Facet.MONTH:
            inner.setLeft(inner.left() + _MONTH_INDENT)
        if tally.chosen:
            self._paint_mark(painter, inner.left() - _MARK - 4, inner)
        self._paint_bar(painter, inner, tally)
        wide = self._write_count(painter, inner, f"{tally.articles:,}", self.theme.muted)
        face = fonts.sans(13, bold=tally.chosen)
        self._write(painter, inner.adjusted(0, 0, -wide - 8, 0), tally.name, face, self.theme.ink)

    def _paint_mark(self, painter: QPainter, left: float, inner: QRectF) -> None:
        top = inner.top() + (inner.height() - _MARK) / 2
        painter.drawPixmap(QPointF(left, top), pixmap("check", self.theme.accent, _MARK))

    def _paint_bar(self, painter: QPainter, inner: QRectF, tally: Tally) -> None:
        if not tally.articles:
            return
        ratio = painter.device().devicePixelRatioF()
        long = max(_BAR, inner.width() * tally.articles / tally.fullest)
        place = QRectF(inner.left(), inner.bottom() - 4, long, _BAR)
        colour = QColor(self.theme.accent) if tally.chosen else faint(self.theme.muted)
        painter.fillRect(snapped(place, ratio), colour)

    def _write_count(self, painter: QPainter, inner: QRectF, count: str, colour: str) -> float:
        """Write a number at the right; return how wide it is."""
        painter.setFont(fonts.sans(12))
        painter.setPen(QColor(colour))
        painter.drawText(inner, _RIGHT, count)
        return painter.fontMetrics().horizontalAdvance(count)

    def _write(self, painter: QPainter, box: QRectF, text: str, face: QFont, colour: str) -> None:
        painter.setFont(face)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, _LEFT, shown)
