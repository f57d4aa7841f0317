"""The type of a page as it was last seen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from baoguan.app.theme import Theme
from baoguan.ui.models.page_paint import PagePaint

_View = tuple[PagePaint, str, QPointF, float, QSize, float]


class TypeLayer:
    """Keeps the type that is in sight: setting a page of glyphs takes 40 ms, and marks change below it."""

    def __init__(self) -> None:
        self._view: _View | None = None
        self._type = QPixmap()

    def paint(
        self, painter: QPainter, page: PagePaint, theme: Theme, origin: QPointF, scale: float, size: QSize
    ) -> None:
        """Paint a page's type at a place and scale into a viewport of ``size``; units are its pixels."""
        ratio = painter.device().devicePixelRatioF()
        view = page, theme.name, origin, scale, size, ratio
        if view != self._view:
            self._view, self._type = view, _set(view, theme)
        painter.drawPixmap(0, 0, self._type)


def _set(view: _View, theme: Theme) -> QPixmap:
    page, _name, origin, scale, size, ratio = view
    layer = QPixmap(size * ratio)
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    painter = QPainter(layer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(origin)
    painter.scale(scale, scale)
    page.paint_type(painter, theme, QRectF(-origin / scale, size.toSizeF() / scale))
    painter.end()
    return layer
