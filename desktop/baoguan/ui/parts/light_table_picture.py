"""One figure on the light table: zoomed, panned, with what is said of it below."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.records import FigureRecord
from baoguan.ui.models.gallery_words import caption_text, figure_line, foot_text
from baoguan.ui.models.picture_paint import Pictures
from baoguan.ui.models.room import Room
from baoguan.ui.parts.elided import Elided
from baoguan.ui.parts.figure_card import paint_stand_in
from baoguan.ui.parts.zoom_area import ZoomArea

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

_STAND_IN = QSizeF(480, 320)
_UNIT = 2.0
"""Pixels of a picture may be shown half as large as those of a page at most, and twice as small."""


class FigureView(ZoomArea):
    """The picture; keys other than those that zoom are its window's."""

    opened = Signal()
    """A double click wants it alone, or among the others again."""
    entered = Signal()
    """It has the keyboard now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.record: FigureRecord | None = None
        self.picture: QImage | None = None
        self._known = False
        self._smaller: dict[int, QImage] = {}
        self._drawn = Pictures()

    def show_picture(self, record: FigureRecord | None, picture: QImage | None, *, known: bool) -> None:
        """Show a figure's picture; while it is not ``known`` whether there is one, nothing stands for it."""
        self.record, self.picture, self._known = record, picture, known
        self._smaller.clear()
        self.set_sheet(QSizeF(picture.size()) if picture is not None else _STAND_IN, _UNIT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture on a desk."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self.theme.hover))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.picture is not None:
            sheet = QRectF(0, 0, self.picture.width(), self.picture.height())
            painter.setTransform(self.placed)
            painter.drawImage(sheet, self._fitting(self.picture))
            painter.resetTransform()
        elif self.record is not None and self._known:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = self.from_sheet(QRectF(0, 0, _STAND_IN.width(), _STAND_IN.height()))
            paint_stand_in(painter, room, self.record, self._drawn, self.theme)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _fitting(self, picture: QImage) -> QImage:
        """Return the picture, or a half, a quarter … of it: what is shown much smaller would be ragged."""
        level = max(0, math.floor(-math.log2(self.scale * self.devicePixelRatioF())))
        if level and level not in self._smaller:
            self._smaller[level] = picture.scaledToWidth(
                max(1, picture.width() >> level), Qt.TransformationMode.SmoothTransformation
            )
        return self._smaller.get(level, picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by + − 0 1; leave the rest to the window."""
        acts = {
            Qt.Key.Key_Plus: self.zoom_in, Qt.Key.Key_Equal: self.zoom_in, Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_page, Qt.Key.Key_1: self.full_size,
        }  # fmt: skip
        act = acts.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            act()

    def full_size(self) -> None:
        """Show a pixel of the picture on each of the screen."""
        self.zoom(1 / self.scale / self.devicePixelRatioF())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell a double click."""
        self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it has the keyboard."""
        super().focusInEvent(event)
        self.entered.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has the keyboard no more."""
        super().focusOutEvent(event)
        self.viewport().update()


class LightPicture(QWidget):
    """A place on the table: a figure with its caption, credit, kind and article below, or nothing."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self.record: FigureRecord | None = None
        self.view = FigureView(room.theme)
        self.caption, self.foot = Elided(), Elided()
        self.caption.setObjectName("card-title")
        self.foot.setObjectName("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addWidget(self.caption)
        column.addWidget(self.foot)
        self.setFocusProxy(self.view)

    def put(self, record: FigureRecord | None, most: int) -> None:
        """Show a figure, the longer side of its picture ``most`` pixels at most; None lets go of all."""
        self._asked += 1
        asked, self.record = self._asked, record
        self.view.show_picture(record, None, known=False)
        if record is None:
            return
        self.view.setAccessibleName(figure_line(record))
        self.caption.setText(caption_text(record))
        self.foot.setText(foot_text(record))

        def cut(archive: Archive) -> QImage | None:
            cropped = archive.figure_picture(record.id, most)
            return None if cropped is None else QImage.fromData(cropped)

        def show(picture: QImage | None) -> None:
            if asked == self._asked:
                found = None if picture is None or picture.isNull() else picture
                self.view.show_picture(record, found, known=True)

        def fail(error: BaseException) -> None:
            show(None)
            self._room.tell(error)

        self._room.ask(cut, show, fail)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.view.theme = theme
        self.view.viewport().update()
