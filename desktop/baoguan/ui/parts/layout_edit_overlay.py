"""The pieces of a page over its picture: chosen, dragged, numbered, and the frames of its figures."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from baoguan.app.theme import Theme
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.ui.models.layout_edit_page import EditedPage
from baoguan.ui.models.layout_edit_pieces import Framed, Piece, shades_of
from baoguan.ui.models.layout_edit_state import LayoutEdit
from baoguan.ui.models.layout_edit_words import role_name
from baoguan.ui.models.page_paint import rect
from baoguan.ui.parts.layout_edit_frame import Grip, grip_at, region_of
from baoguan.ui.parts.layout_edit_paint import (
    colours,
    paint_chosen,
    paint_dragged,
    paint_frame,
    paint_numbers,
    paint_pieces,
    paint_words,
)
from baoguan.ui.parts.page_canvas import PageCanvas

_REACH = 7.0
"""Pixels of the screen from an edge within which it is taken hold of, and that a drag begins with."""
_STEP = 24
"""Pixels that the page goes on by while something is dragged beyond what is in view."""
_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class LayoutOverlay:
    """Takes the left button: on a piece it chooses and drags, beside all it chooses what a box holds."""

    def __init__(self, edit: LayoutEdit, canvas: PageCanvas, theme: Theme) -> None:
        self.theme = theme
        self._edit = edit
        self._canvas = canvas
        self._from: QPointF | None = None
        self._here = QPointF()
        self._adding = False
        self._held: Piece | None = None
        self._shaded: EditedPage | None = None
        self._shades: dict[ArticleId, int] = {}
        """Of the articles of the page that was painted last."""
        self._grip: Grip | None = None
        self._box: QRectF | None = None
        """The frame pulled at as it was, or where a box begins that is being drawn."""

    @property
    def _by(self) -> QPointF:
        return self._here - self._from if self._from is not None else QPointF()

    @property
    def _dragging(self) -> bool:
        return self._from is not None and self._by.manhattanLength() * self._canvas.scale >= _REACH

    @property
    def _page(self) -> QRectF:
        page = self._edit.page
        return QRectF(0, 0, page.width, page.height) if page else QRectF()

    def press(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        """Take hold of what lies under the mouse."""
        self._from = self._here = point
        self._adding = bool(modifiers & _ADDING)
        self._held, self._grip, self._box = None, None, None
        edit, reach = self._edit, _REACH / self._canvas.scale
        if edit.framing:
            self._box, self._grip = QRectF(point, point), Grip(1, 1)
        elif edit.figure is not None and (grip := grip_at(rect(edit.figure.region), point, reach)):
            self._grip, self._box = grip, rect(edit.figure.region)
        else:
            self._held = edit.piece_at(point.x(), point.y())
            self._choose(point)
        self._update()
        return True

    def _choose(self, point: QPointF) -> None:
        edit, piece = self._edit, self._held
        figure = self._figure_at(point)
        if figure is not None and piece is not None and _area(piece.bounds) < _area(figure.region):
            grip = grip_at(rect(figure.region), point, _REACH / self._canvas.scale)
            # Within its edges lies text that is printed into its picture.
            figure = figure if grip is not None and (grip.across or grip.down) else None
        if edit.told is not None:
            if piece is not None:
                edit.tell(piece)
        elif figure is not None and not self._adding:
            self._held = None
            edit.choose_figure(figure)
            self._grip, self._box = Grip(0, 0), rect(figure.region)
        elif piece is None:
            self._box = QRectF(point, point)
            if not self._adding:
                edit.choose(())
        elif self._adding:
            edit.choose((piece,), add=True)
        elif piece not in edit.chosen:
            edit.choose((piece,))

    def move(self, point: QPointF) -> None:
        """Follow the mouse."""
        self._here = point
        if self._from is None:
            piece, figure = self._edit.piece_at(point.x(), point.y()), self._figure_at(point)
            over = piece is not None or figure is not None
            self._canvas.viewport().setToolTip(self._name(piece))
            cross = self._edit.framing
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self._canvas.viewport().setCursor(Qt.CursorShape.CrossCursor if cross else shape)
        else:
            self._scroll(point)
            self._update()

    def _scroll(self, point: QPointF) -> None:
        """Bring more of the page into view where the mouse drags beyond it."""
        at, view = self._canvas.placed.map(point), self._canvas.viewport().rect()
        for bar, place, length in (
            (self._canvas.horizontalScrollBar(), at.x(), view.width()),
            (self._canvas.verticalScrollBar(), at.y(), view.height()),
        ):
            if place < _REACH or place > length - _REACH:
                bar.setValue(bar.value() + (_STEP if place > _REACH else -_STEP))

    def release(self, point: QPointF) -> None:
        """Do what was begun."""
        self._here = point
        dragged, grip, box = self._dragging, self._grip, self._box
        framed = self._pulled()
        held, self._held = self._held, None
        self._from, self._grip, self._box = None, None, None
        if not dragged or self._edit.told is not None:
            if held in self._edit.chosen and not self._adding:
                self._edit.choose((held,))  # a click on one of several
            self._update()
        elif grip is not None and framed is not None:
            self._reframe(framed)
        elif box is not None:
            area = QRectF(box.topLeft(), point).normalized()
            inside = [one for one in self._edit.pieces if area.intersects(rect(one.bounds))]
            self._edit.choose(inside, add=self._adding)
        elif held is not None:
            self._drop(point)

    def _reframe(self, box: QRectF) -> None:
        region, figure = region_of(box), self._edit.figure
        if region is None:
            self._edit.set_framing(False)
        else:
            self._edit.reframe(None if self._edit.framing or figure is None else figure.region, region)

    def _drop(self, point: QPointF) -> None:
        edit, target = self._edit, self._edit.piece_at(point.x(), point.y())
        if target in edit.chosen:
            self._update()
        elif target is not None and self._within(target):
            edit.reorder(self._after(target) if target.read_late(point.x(), point.y()) else target)
        elif target is not None:
            edit.move_beside(target, target.read_late(point.x(), point.y()))
        else:
            edit.move(None)

    def _within(self, target: Piece) -> bool:
        """Whether a piece is of the article that all that is dragged is of."""
        return all(one.article == target.article for one in self._edit.chosen)

    def _after(self, target: Piece) -> Piece | None:
        own = (one for one in self._edit.pieces if one.article == target.article)
        later = (one for one in own if one.number > target.number and one not in self._edit.chosen)
        return min(later, key=lambda one: one.number, default=None)

    def _figure_at(self, point: QPointF) -> Framed | None:
        frames = self._edit.page.frames if self._edit.page else ()
        reach = _REACH / self._canvas.scale
        return next((one for one in frames if grip_at(rect(one.region), point, reach)), None)

    def _pulled(self) -> QRectF | None:
        if self._grip is None or self._box is None:
            return None
        return self._grip.pulled(self._box, self._by, self._page)

    def paint(self, painter: QPainter) -> None:
        """Paint pieces, numbers and frames in page pixels."""
        edit, theme = self._edit, self.theme
        if edit.page is None:
            return
        colour_of = self._colours()
        chosen, boxes = set(edit.chosen), defaultdict[ArticleId | None, list[QRectF]](list)
        for piece in edit.pieces:
            if piece not in chosen:
                boxes[piece.article] += map(rect, piece.boxes)
        for article, own in boxes.items():
            paint_pieces(painter, own, colour_of.get(article), theme)
        if chosen:
            paint_chosen(painter, [rect(box) for piece in chosen for box in piece.boxes], theme)
        for frame in edit.page.frames:
            pulled = edit.figure is not None and frame.figure == edit.figure.figure
            if not (pulled and self._grip):
                paint_frame(painter, rect(frame.region), theme, chosen=pulled)
        paint_numbers(painter, self._numbered(), colour_of, theme)
        self._paint_drag(painter)

    def _paint_drag(self, painter: QPainter) -> None:
        framed = self._pulled()
        if framed is not None:
            paint_frame(painter, framed, self.theme, chosen=True)
        elif self._dragging and self._box is not None:
            paint_frame(
                painter, QRectF(self._box.topLeft(), self._here).normalized(), self.theme, chosen=False
            )
        elif self._dragging and self._held is not None and self._edit.told is None:
            paint_dragged(painter, self._edit.chosen, self._by, self.theme)
            within = QRectF(self._canvas.viewport().rect())
            paint_words(painter, self._here, self._meaning(), self.theme, within)

    def _numbered(self) -> list[tuple[Piece, str]]:
        told = self._edit.told
        if told is not None:
            return [(piece, str(place)) for place, piece in enumerate(told, start=1)]
        return [(piece, str(piece.number)) for piece in self._edit.pieces if piece.number]

    def _name(self, piece: Piece | None) -> str:
        """Return what a piece is: 正文 · 港口吞吐量上升."""
        if piece is None:
            return ""
        role = role_name(piece.role)
        return " · ".join(filter(None, (role, self._edit.headline(piece.article))))

    def _meaning(self) -> str:
        """Return what letting go here means."""
        target = self._edit.piece_at(self._here.x(), self._here.y())
        if target is None:
            return QCoreApplication.translate("LayoutOverlay", "自成一篇")
        if target in self._edit.chosen:
            return QCoreApplication.translate("LayoutOverlay", "不动")
        if target.article is None:
            return QCoreApplication.translate("LayoutOverlay", "那里没有文章")
        if self._within(target):
            after = target.read_late(self._here.x(), self._here.y())
            return (
                QCoreApplication.translate("LayoutOverlay", "读在第 {number} 段之后")
                if after
                else QCoreApplication.translate("LayoutOverlay", "读在第 {number} 段之前")
            ).format(number=target.number)
        words = QCoreApplication.translate("LayoutOverlay", "归入“{headline}”")
        return words.format(headline=self._edit.headline(target.article))

    def _colours(self) -> dict[ArticleId | None, str]:
        told, page = colours(self.theme), self._edit.page
        if page is not None and page is not self._shaded:
            self._shaded, self._shades = page, shades_of(page.pieces, len(told))
        return {article: told[shade] for article, shade in self._shades.items()}

    def _update(self) -> None:
        self._canvas.viewport().update()


def _area(region: Region) -> float:
    return region.width * region.height
