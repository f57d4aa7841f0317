"""A figure's frame that is drawn, moved, or pulled at an edge."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from baoguan.domain.page import Region

_LEAST = 8.0
"""Page pixels of the narrowest frame."""


@dataclass(frozen=True, slots=True)
class Grip:
    """Which edges of a frame follow the mouse: -1 left or upper, 1 right or lower; both 0 moves it whole."""

    across: int
    down: int

    def pulled(self, box: QRectF, by: QPointF, page: QRectF) -> QRectF:
        """Return a frame pulled so far, inside the page."""
        if not self.across and not self.down:
            moved = box.translated(by)
            moved.moveLeft(min(max(moved.left(), page.left()), page.right() - moved.width()))
            moved.moveTop(min(max(moved.top(), page.top()), page.bottom() - moved.height()))
            return moved
        pulled = QRectF(box)
        if self.across < 0:
            pulled.setLeft(box.left() + by.x())
        elif self.across:
            pulled.setRight(box.right() + by.x())
        if self.down < 0:
            pulled.setTop(box.top() + by.y())
        elif self.down:
            pulled.setBottom(box.bottom() + by.y())
        return pulled.normalized().intersected(page)


def grip_at(box: QRectF, point: QPointF, reach: float) -> Grip | None:
    """Return what is taken hold of at a point: a corner, an edge, the inside, or nothing of the frame."""
    if not box.adjusted(-reach, -reach, reach, reach).contains(point):
        return None
    across = -1 if abs(point.x() - box.left()) <= reach else int(abs(point.x() - box.right()) <= reach)
    down = -1 if abs(point.y() - box.top()) <= reach else int(abs(point.y() - box.bottom()) <= reach)
    return Grip(across, down)


def grips(box: QRectF) -> tuple[QPointF, ...]:
    """Return the corners and the middles of the edges."""
    middle = box.center()
    return (
        box.topLeft(), QPointF(middle.x(), box.top()), box.topRight(), QPointF(box.right(), middle.y()),
        box.bottomRight(), QPointF(middle.x(), box.bottom()), box.bottomLeft(),
        QPointF(box.left(), middle.y()),
    )  # fmt: skip


def region_of(box: QRectF) -> Region | None:
    """Return a frame in whole page pixels; None where it is too narrow to be meant."""
    if box.width() < _LEAST or box.height() < _LEAST:
        return None
    left, top = round(box.left()), round(box.top())
    return Region(left, top, round(box.right()) - left, round(box.bottom()) - top)
