"""How one figure is drawn in the list of figures."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from baoguan.app.theme import Theme
from baoguan.domain.records import FigureRecord
from baoguan.ui.models import fonts
from baoguan.ui.models.picture_paint import missing_words
from baoguan.ui.models.roles import RECORD, Index
from baoguan.ui.parts import marked_text
from baoguan.ui.parts.delegate import Delegate

_PICTURE = 92


class FigureCard(Delegate):
    """A quiet drawing in the picture's place, the caption, the credit and the article."""

    size = QSize(184, 200)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of every card: no wider than the list."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else self.size.width()
        return QSize(min(self.size.width(), width), self.size.height())

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a card."""
        record = index.data(RECORD)
        if not isinstance(record, FigureRecord):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self.theme, box.adjusted(6, 6, -6, -6)
        picture = QRectF(box.left(), box.top(), box.width(), _PICTURE)
        _draw_placeholder(painter, picture, theme)
        text = QRectF(box.left() + 2, picture.bottom() + 8, box.width() - 4, 60)
        caption = marked_text.Style(fonts.serif(13), theme.ink, theme.hit)
        text.setTop(text.top() + marked_text.paint(painter, text, record.figure.caption, (), caption, 3) + 3)
        small = marked_text.Style(fonts.sans(11), theme.muted, theme.hit)
        below = " · ".join(part for part in (record.figure.credit, record.headline) if part)
        marked_text.paint(painter, text, below, (), small, 2)


def _draw_placeholder(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.hover))
    painter.drawRect(box)
    painter.setBrush(QColor(theme.rule))
    foot, middle = box.bottom(), box.center()
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(middle.x() - 56, foot),
                QPointF(middle.x() - 16, middle.y() - 6),
                QPointF(middle.x() + 10, middle.y() + 20),
                QPointF(middle.x() + 26, middle.y() + 4),
                QPointF(middle.x() + 62, foot),
            ]
        )
    )
    painter.drawEllipse(QPointF(middle.x() + 34, middle.y() - 18), 7, 7)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    small = marked_text.Style(fonts.sans(11), theme.muted, theme.hit)
    marked_text.paint(painter, box.adjusted(6, 5, -6, 0), missing_words(), (), small, 2)
