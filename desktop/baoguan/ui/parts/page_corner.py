"""Keeping the small map in the corner of a page's picture true to what is in view."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF
from PySide6.QtGui import QImage

from baoguan.ui.parts.minimap import Minimap
from baoguan.ui.parts.page_canvas import PageCanvas


class PageCorner(QObject):
    """Follows the canvas wherever it goes, and takes it where the map is clicked."""

    def __init__(self, canvas: PageCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._overview: QImage | None = None
        self.map = Minimap(canvas.theme, canvas.viewport())
        self.map.setAccessibleName(self.tr("全版小图"))
        self.map.going.connect(self._go)
        canvas.zoomed.connect(self._follow)
        canvas.turned.connect(self._turn)
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.valueChanged.connect(self._follow)
        canvas.viewport().installEventFilter(self)

    def show_page(self, overview: QImage | None) -> None:
        """Show another page's picture; None shows no map."""
        self._overview = overview
        self._turn()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay in the corner of a viewport that changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._follow()
        return False

    def _turn(self) -> None:
        self.map.show_page(self._overview, self._canvas.quarters)
        self._follow()

    def _follow(self) -> None:
        if self._overview is not None:
            whole, view = self._canvas.lying, QRectF(self._canvas.viewport().rect())
            seen = view.intersected(whole).translated(-whole.topLeft())
            wide, high = max(1.0, whole.width()), max(1.0, whole.height())
            shares = QRectF(seen.x() / wide, seen.y() / high, seen.width() / wide, seen.height() / high)
            self.map.show_seen(shares)

    def _go(self, share: QPointF) -> None:
        whole = self._canvas.lying
        point = QPointF(whole.width() * share.x(), whole.height() * share.y()) + whole.topLeft()
        self._canvas.look_at(self._canvas.to_sheet(point))
