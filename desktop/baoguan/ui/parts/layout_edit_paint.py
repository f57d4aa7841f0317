"""How the pieces of a page are drawn while its layout is corrected."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from baoguan.app.theme import Theme
from baoguan.domain.ids import ArticleId
from baoguan.ui.models.fonts import sans
from baoguan.ui.models.layout_edit_pieces import Piece
from baoguan.ui.models.page_paint import rect
from baoguan.ui.parts.layout_edit_frame import grips

_BADGE = 16.0
_GRIP = 7.0
_SMALL = 10
_WASH, _WASH_CHOSEN = 46, 96
_LEAST_BADGE = 12.0
"""Pixels of a piece too low to bear its number."""


def colours(theme: Theme) -> tuple[str, ...]:
    """Return the colours that tell articles side by side apart."""
    return (theme.percent, theme.money, theme.count, theme.time)


def paint_pieces(painter: QPainter, boxes: Sequence[QRectF], colour: str | None, theme: Theme) -> None:
    """Draw pieces of one article in page pixels, in its colour; None: of no article, dotted."""
    pen = QPen(QColor(colour or theme.muted), 1.0)
    pen.setCosmetic(True)
    wash = QColor(colour or theme.muted)
    wash.setAlpha(_WASH if colour else 0)
    if colour is None:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(wash)
    painter.drawRects(boxes)


def paint_chosen(painter: QPainter, boxes: Sequence[QRectF], theme: Theme) -> None:
    """Draw pieces that are chosen, in the accent."""
    pen, wash = QPen(QColor(theme.accent), 2.0), QColor(theme.accent)
    pen.setCosmetic(True)
    wash.setAlpha(_WASH_CHOSEN)
    painter.setPen(pen)
    painter.setBrush(wash)
    painter.drawRects(boxes)


def paint_numbers(
    painter: QPainter, numbered: Collection[tuple[Piece, str]], colour_of: dict[ArticleId | None, str],
    theme: Theme,
) -> None:  # fmt: skip
    """Draw numbers at the pieces' corners, as large at any scale; small pieces bear none."""
    placed = painter.transform()
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(sans(_SMALL, bold=True))
    for piece, number in numbered:
        box = placed.mapRect(rect(piece.boxes[0]))
        if box.height() < _LEAST_BADGE or box.width() < _LEAST_BADGE:
            continue
        wide = max(_BADGE, 5.0 + 6.0 * len(number))
        badge = QRectF(box.left() - 0.5 * _BADGE, box.top() - 0.5 * _BADGE, wide, _BADGE)
        painter.setPen(QPen(QColor(theme.paper), 1.5))
        painter.setBrush(QColor(colour_of.get(piece.article, theme.muted)))
        painter.drawRoundedRect(badge, _BADGE / 2, _BADGE / 2)
        painter.setPen(QColor(theme.paper))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), number)
    painter.restore()


def paint_frame(painter: QPainter, box: QRectF, theme: Theme, *, chosen: bool) -> None:
    """Draw a figure's frame, with what it is pulled at where it is chosen."""
    pen = QPen(QColor(theme.accent if chosen else theme.ink), 2.0, Qt.PenStyle.DashLine)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    if not chosen:
        return
    placed = painter.transform()
    painter.save()
    painter.resetTransform()
    painter.setPen(QPen(QColor(theme.accent), 1.2))
    painter.setBrush(QColor(theme.paper))
    for grip in grips(box):
        at = placed.map(grip)
        painter.drawRect(QRectF(at.x() - _GRIP / 2, at.y() - _GRIP / 2, _GRIP, _GRIP))
    painter.restore()


def paint_dragged(painter: QPainter, pieces: Collection[Piece], by: QPointF, theme: Theme) -> None:
    """Draw pieces where the mouse has taken them."""
    wash = QColor(theme.accent)
    wash.setAlpha(_WASH_CHOSEN)
    pen = QPen(QColor(theme.accent), 1.0, Qt.PenStyle.DashLine)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(wash)
    for piece in pieces:
        for box in piece.boxes:
            painter.drawRect(rect(box).translated(by))


def paint_words(painter: QPainter, at: QPointF, words: str, theme: Theme, within: QRectF) -> None:
    """Write beside a point of the page what letting go there means, inside a box of the viewport."""
    placed = painter.transform()
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(sans(12))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 280)
    box = QRectF(0, 0, painter.fontMetrics().horizontalAdvance(shown) + 20, 28)
    box.moveTopLeft(placed.map(at) + QPointF(14, 14))
    box.moveRight(min(box.right(), within.right() - 8))
    box.moveBottom(min(box.bottom(), within.bottom() - 8))
    painter.setPen(QPen(QColor(theme.rule), 1))
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(QColor(theme.ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.restore()
