"""The type of a page as it was last seen."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from baoguan.app.theme import Theme
from baoguan.ui.models.page_paint import PagePaint

_View = tuple[PagePaint, str, QTransform, QSize, float]


class TypeLayer:
    """Keeps the type that is in sight: setting a page of glyphs takes 40 ms, and marks change below it."""

    def __init__(self) -> None:
        self._view: _View | None = None
        self._type = QPixmap()

    def paint(
        self, painter: QPainter, page: PagePaint, theme: Theme, placed: QTransform, size: QSize
    ) -> None:
        """Paint a page's type as it is placed in a viewport of ``size``, in its pixels."""
        ratio = painter.device().devicePixelRatioF()
        view = page, theme.name, placed, size, ratio
        if view != self._view:
            self._view, self._type = view, _set(view, theme)
        painter.drawPixmap(0, 0, self._type)


def _set(view: _View, theme: Theme) -> QPixmap:
    page, _name, placed, size, ratio = view
    layer = QPixmap(size * ratio)
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    painter = QPainter(layer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(placed)
    page.paint_type(painter, theme, placed.inverted()[0].mapRect(QRectF(0, 0, size.width(), size.height())))
    painter.end()
    return layer
