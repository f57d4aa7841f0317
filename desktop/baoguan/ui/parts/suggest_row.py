"""How a row of the search field's list is drawn."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from baoguan.ui.models import fonts
from baoguan.ui.models.icons import pixmap
from baoguan.ui.models.offers import Offer, OfferKind
from baoguan.ui.models.roles import COUNT, RECORD, Index
from baoguan.ui.parts.delegate import Delegate

_EDGE, _ICON, _GAP = 12, 14, 10
_ICONS = {
    OfferKind.SAVED: "star",
    OfferKind.RECENT: "clock",
    OfferKind.WORD: "search",
    OfferKind.CLEAR: "trash",
}
DROPPABLE = frozenset({OfferKind.SAVED, OfferKind.RECENT})
"""What can be taken out of the list."""


class SuggestRow(Delegate):
    """An icon that tells what a row is, its words, and how many articles hold them, or a cross."""

    clicked = Signal(object, bool)
    """``clicked(Offer, on_cross)``"""
    size = QSize(160, 32)
    typed = ""
    """What stands in the field: the rest of a word is drawn bold."""
    _active = False

    def paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        """Draw what lies under a row, and note whether it is looked at."""
        super().paint_ground(painter, box, state)
        looked_at = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        self._active = bool(state & looked_at)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a row."""
        offer = index.data(RECORD)
        if not isinstance(offer, Offer):
            return
        inner = box.adjusted(_EDGE, 0, -_EDGE, 0)
        if offer.kind is OfferKind.HEAD:
            painter.setFont(fonts.sans(12, bold=True))
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, offer.words)
            return
        top = inner.center().y() - _ICON / 2
        drawn = pixmap(_ICONS[offer.kind], self.theme.muted, _ICON)
        painter.drawPixmap(QRectF(inner.left(), top, _ICON, _ICON), drawn, QRectF(drawn.rect()))
        inner.setRight(self._paint_end(painter, inner, offer, index.data(COUNT)) - _GAP)
        inner.setLeft(inner.left() + _ICON + _GAP)
        self._paint_words(painter, inner, offer)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tell a click, and whether it was on a cross; the list itself tells one without its place."""
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        offer = index.data(RECORD)
        at_end = event.position().x() > option.rect.right() - _EDGE - _ICON - _GAP
        self.clicked.emit(offer, at_end and _has_cross(offer))
        return True

    def _paint_end(self, painter: QPainter, box: QRectF, offer: Offer, words: str | None) -> float:
        """Draw what stands at the end of a row; return where it begins."""
        if _has_cross(offer) and self._active:
            drawn = pixmap("close", self.theme.muted, _ICON)
            left = box.right() - _ICON
            painter.drawPixmap(
                QRectF(left, box.center().y() - _ICON / 2, _ICON, _ICON), drawn, QRectF(drawn.rect())
            )
            return left
        if words is None:
            return box.right()
        font = fonts.sans(12)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return box.right() - QFontMetricsF(font).horizontalAdvance(words)

    def _paint_words(self, painter: QPainter, box: QRectF, offer: Offer) -> None:
        """Draw the words, what completes the typed ones in bold."""
        known = 0
        if offer.kind is OfferKind.WORD:
            known = _alike(offer.words, self.typed)
        colour = self.theme.muted if offer.kind is OfferKind.CLEAR else self.theme.ink
        painter.setPen(QColor(colour))
        for text, bold in ((offer.words[:known], False), (offer.words[known:], known > 0)):
            font = fonts.sans(13, bold=bold)
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
            box = box.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0)


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, its) in pairs if mine != its), min(len(one), len(other)))


def _has_cross(offer: object) -> bool:
    return isinstance(offer, Offer) and offer.kind in DROPPABLE
