"""How a facet and a value of it are drawn: a name, a count, and a thin bar as long as its share."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from baoguan.domain.query import Facet
from baoguan.ui.models import fonts
from baoguan.ui.models.facets import Rest, Tally
from baoguan.ui.models.icons import pixmap
from baoguan.ui.models.roles import DISPLAY, RECORD, Index
from baoguan.ui.parts.bars import snapped
from baoguan.ui.parts.delegate import Delegate

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MARK = 14
_BAR = 2.0
_MONTH_INDENT = 16


class FacetRow(Delegate):
    """A chosen value has a check mark before it, and its bar in the accent."""

    size = QSize(80, 28)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a row."""
        row = index.data(RECORD)
        if isinstance(row, Tally):
            self._paint_tally(painter, box, row)
        elif isinstance(row, Rest):
            self._write(painter, box.adjusted(_MARK + 6, 0, -12, 0), index.data(DISPLAY), fonts.sans(12))
        elif isinstance(row, Facet):
            inner = box.adjusted(4, 0, -12, 0)
            self._write(painter, inner, index.data(DISPLAY), fonts.sans(12, bold=True))

    def _paint_tally(self, painter: QPainter, box: QRectF, tally: Tally) -> None:
        theme = self.theme
        indent = _MONTH_INDENT if tally.filed.facet is Facet.MONTH else 0
        inner = box.adjusted(indent, 0, -12, 0)
        if tally.chosen:
            top = inner.top() + (inner.height() - _MARK) / 2
            painter.drawPixmap(int(inner.left()), int(top), pixmap("check", theme.accent, _MARK))
        inner.setLeft(inner.left() + _MARK + 6)
        self._paint_bar(painter, inner, tally)
        count = f"{tally.articles:,}"
        painter.setFont(fonts.sans(12))
        painter.setPen(QColor(theme.muted))
        painter.drawText(inner, _RIGHT, count)
        wide = painter.fontMetrics().horizontalAdvance(count) + 8
        self._write(painter, inner.adjusted(0, 0, -wide, 0), tally.name, _face(tally), theme.ink)

    def _paint_bar(self, painter: QPainter, inner: QRectF, tally: Tally) -> None:
        if not tally.articles:
            return
        ratio = painter.device().devicePixelRatioF()
        share = max(1.0, inner.width() * tally.articles / tally.fullest)
        place = QRectF(inner.left(), inner.bottom() - 3, share, _BAR)
        colour = self.theme.accent if tally.chosen else self.theme.rule
        painter.fillRect(snapped(place, ratio), QColor(colour))

    def _write(
        self, painter: QPainter, box: QRectF, text: str, font: QFont, colour: str | None = None
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour or self.theme.muted))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, _LEFT, shown)


def _face(tally: Tally) -> QFont:
    return fonts.sans(13, bold=tally.chosen)
