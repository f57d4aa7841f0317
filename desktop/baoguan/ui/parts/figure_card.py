"""How one figure is drawn in the gallery."""

import math
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from baoguan.app.theme import Theme
from baoguan.domain.ids import ArticleId
from baoguan.domain.page import Region
from baoguan.domain.records import FigureRecord
from baoguan.ui.models import fonts
from baoguan.ui.models.gallery_pictures import GalleryPictures
from baoguan.ui.models.gallery_words import caption_text, foot_text
from baoguan.ui.models.picture_paint import Pictures
from baoguan.ui.models.roles import RECORD, Index
from baoguan.ui.models.typeset import FigureFrame
from baoguan.ui.parts.delegate import Delegate
from baoguan.ui.parts.marked_text import Laid, Style, lay

_NARROWEST = 152
_TEXT = 84
_SHAPE = 0.68
"""Height of the picture's room in widths."""
_REMEMBERED = 160
"""Cards whose text and picture are kept ready to be drawn: several screens full."""
_Key = TypeVar("_Key")
_Made = TypeVar("_Made")
_STAND_INS = 7
"""How many drawings stand for the pictures that are lacking."""


class FigureCard(Delegate):
    """The picture, whole, in a room of one size; below it the caption, and credit, kind and article."""

    def __init__(self, view: QListView, pictures: GalleryPictures) -> None:
        super().__init__(view)
        self._view = view
        self._pictures = pictures
        self._drawn = Pictures()
        self._texts: dict[tuple[FigureRecord, float, str], tuple[Laid, Laid]] = {}
        self._fitted: dict[tuple[int, float, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of every card: so many fill the width of the view."""
        width = self._view.viewport().width()
        wide = width // max(1, width // _NARROWEST) - 1
        return QSize(wide, round((wide - 16) * _SHAPE) + _TEXT + 12)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a card; a blank room while its figure is being read."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self.theme, box.adjusted(8, 8, -8, -4)
        room = QRectF(box.left(), box.top(), box.width(), box.height() - _TEXT)
        record = index.data(RECORD)
        if not isinstance(record, FigureRecord):
            painter.fillRect(room, QColor(theme.hover))
            return
        self._paint_picture(painter, room, record)
        caption, foot = self._laid(record, box.width() - 4)
        caption.draw(painter, box.left() + 2, room.bottom() + 6)
        foot.draw(painter, box.left() + 2, room.bottom() + 8 + caption.height)

    def _laid(self, record: FigureRecord, width: float) -> tuple[Laid, Laid]:
        """Return what is written on a card, laid out once for a width."""
        theme, key = self.theme, (record, width, self.theme.name)
        laid = self._texts.get(key)
        if laid is None:
            caption = Style(fonts.serif(13), theme.ink, theme.hit)
            small = Style(fonts.sans(11), theme.muted, theme.hit)
            laid = (
                lay(caption_text(record), (), caption, width, 2), lay(foot_text(record), (), small, width, 2),
            )  # fmt: skip
            _remember(self._texts, key, laid)
        return laid

    def _scaled(self, picture: QImage, room: QRectF) -> QPixmap:
        """Return a picture as large as it fits in a room, scaled once for a size."""
        ratio = self._view.devicePixelRatioF()
        key = (picture.cacheKey(), room.width(), ratio)
        scaled = self._fitted.get(key)
        if scaled is None:
            wanted = (room.size() * ratio).toSize()
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            scaled = QPixmap.fromImage(picture.scaled(wanted, keep, smooth))
            scaled.setDevicePixelRatio(ratio)
            _remember(self._fitted, key, scaled)
        return scaled

    def _paint_picture(self, painter: QPainter, room: QRectF, record: FigureRecord) -> None:
        painter.fillRect(room, QColor(self.theme.hover))
        picture = self._pictures.picture(record.id)
        if picture is not None:
            scaled = self._scaled(picture, room)
            fitted = QRectF(QPointF(), scaled.deviceIndependentSize())
            fitted.moveCenter(room.center())
            painter.drawPixmap(fitted.topLeft(), scaled)
            painter.setPen(QPen(QColor(self.theme.rule), 1))
            painter.drawRect(fitted)
        elif self._pictures.lacks(record.id):
            paint_stand_in(painter, room, record, self._drawn, self.theme)


def _remember(known: dict[_Key, _Made], key: _Key, made: _Made) -> None:
    known[key] = made
    while len(known) > _REMEMBERED:
        del known[next(iter(known))]


def paint_stand_in(
    painter: QPainter, room: QRectF, record: FigureRecord, drawn: Pictures, theme: Theme
) -> None:
    """Draw what stands for a picture that the archive does not hold; it says so."""
    size = QSize(math.ceil(room.width()), math.ceil(room.height()))
    region = Region(0.0, 0.0, float(size.width()), float(size.height()))
    painter.save()
    painter.translate(room.topLeft())
    drawn.paint(painter, FigureFrame(ArticleId(1), record.id % _STAND_INS, region), theme)
    painter.restore()
