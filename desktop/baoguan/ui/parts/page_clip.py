"""Cutting a region out of a page: framed with the mouse, copied or kept with where it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.page import Region
from baoguan.ui.models.icons import icon
from baoguan.ui.parts.floating import Floating

if TYPE_CHECKING:
    from baoguan.ui.parts.page_canvas import PageCanvas

_LEAST = 6.0
"""Pixels of the screen: a smaller frame was a click."""
_VEIL = 110


class ClipOverlay:
    """Frames a region; the page beside it is veiled."""

    def __init__(self, canvas: PageCanvas, bar: ClipBar) -> None:
        self._canvas = canvas
        self._bar = bar
        self._from: QPointF | None = None
        self._box = QRectF()

    @property
    def region(self) -> Region | None:
        """What is framed, in page pixels."""
        face = self._canvas.face
        if face is None or min(self._box.width(), self._box.height()) * self._canvas.scale < _LEAST:
            return None
        box = self._box.intersected(QRectF(0, 0, face.width, face.height))
        return None if box.isEmpty() else Region(box.left(), box.top(), box.width(), box.height())

    def frame(self, region: Region) -> None:
        """Frame a region, as by the mouse."""
        self._box = QRectF(region.left, region.top, region.width, region.height)
        self._show_bar()

    def paint(self, painter: QPainter) -> None:
        """Veil what is not framed."""
        if self._box.isEmpty():
            return
        theme = self._canvas.theme
        outside = QPainterPath()
        outside.addRect(self._canvas.seen)
        inside = QPainterPath()
        inside.addRect(self._box)
        veil = QColor(theme.ink if theme.name == "light" else theme.paper)
        veil.setAlpha(_VEIL)
        painter.fillPath(outside.subtracted(inside), veil)
        pen = QPen(QColor(theme.accent), 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawRect(self._box)

    def press(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        """Begin a frame; with a modifier key the page is moved."""
        if modifiers:
            return False
        self._bar.hide()
        self._from, self._box = point, QRectF()
        self._canvas.viewport().update()
        return True

    def move(self, point: QPointF) -> None:
        """Draw the frame larger."""
        if self._from is not None:
            self._box = QRectF(self._from, point).normalized()
            self._canvas.viewport().update()

    def release(self, point: QPointF) -> None:
        """Offer what can be done with the framed region."""
        self.move(point)
        self._from = None
        self._show_bar()

    def place_bar(self) -> None:
        """Put the bar beside the frame, wherever the page has been moved to."""
        view = QRectF(self._canvas.viewport().rect())
        self._bar.show_beside(self._canvas.from_sheet(self._box).intersected(view))

    def _show_bar(self) -> None:
        if self.region is None:
            self._box = QRectF()
            self._bar.hide()
        else:
            self.place_bar()
            self._bar.buttons["copy"].setFocus()
        self._canvas.viewport().update()


class ClipBar(Floating):
    """What can be done with a framed region."""

    copying = Signal()
    saving = Signal()
    leaving = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("框出的区域"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        self.buttons: dict[str, QToolButton] = {}
        for name, words, signal in (
            ("copy", self.tr("复制，附出处"), self.copying),
            ("save", self.tr("存为图片…"), self.saving),
            ("close", self.tr("不剪了"), self.leaving),
        ):
            button = self.buttons[name] = QToolButton()
            button.setAutoRaise(True)
            button.setIconSize(QSize(18, 18))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setText(words)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(signal)
            row.addWidget(button)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        for name, button in self.buttons.items():
            button.setIcon(icon(name, theme.ink))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leaving.emit()
        else:
            super().keyPressEvent(event)
