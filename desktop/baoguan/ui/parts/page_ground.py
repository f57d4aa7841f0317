"""What a page is painted on: its type, or its picture."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QTransform

from baoguan.app.theme import Theme, load_theme
from baoguan.domain.ids import PageId
from baoguan.ui.models.page_face import PageFace
from baoguan.ui.models.page_marks import PageMarks
from baoguan.ui.models.page_paint import PagePaint
from baoguan.ui.models.picture_looks import PLAIN, Looks, adjust, marker_mode
from baoguan.ui.models.picture_tiles import MOST_WISHED, Square, Tiles, level_for, squares_in
from baoguan.ui.models.typeset import Composition
from baoguan.ui.parts.type_layer import TypeLayer

_theme = cache(load_theme)


@dataclass(frozen=True, slots=True)
class View:
    """How a page lies in the viewport: ``placed`` maps its units to pixels, ``scale`` pixels a unit."""

    theme: Theme
    placed: QTransform
    scale: float
    size: QSize
    ratio: float

    @property
    def seen(self) -> QRectF:
        """The part of the page's plane that is in the viewport."""
        return self.placed.inverted()[0].mapRect(QRectF(0, 0, self.size.width(), self.size.height()))


class Ground(Protocol):
    """Paints a page with its marks."""

    @property
    def face(self) -> PageFace:
        """Where things stand on it."""

    def paint(self, painter: QPainter, view: View, marks: PageMarks) -> None:
        """Paint what of the page is in view; the painter's units are the viewport's pixels."""


class TypeGround:
    """A page set in type; marks lie under it."""

    def __init__(self, face: Composition) -> None:
        self.face = face
        self._paint = PagePaint(face)
        self._type = TypeLayer()

    def paint(self, painter: QPainter, view: View, marks: PageMarks) -> None:
        """Paint paper, marks and type."""
        sheet = view.placed.mapRect(QRectF(0, 0, self.face.width, self.face.height))
        painter.fillRect(sheet, QColor(view.theme.paper))
        _border(painter, sheet, view.theme)
        painter.save()
        painter.setTransform(view.placed)
        self._paint.paint_ground(painter, view.theme, view.seen)
        marks.paint(painter, view.theme, self.face.unit)
        marks.paint_lines(painter, view.theme, view.scale, self.face)
        painter.restore()
        self._type.paint(painter, self._paint, view.theme, view.placed, view.size)


class PictureGround:
    """A page's picture, as sharp as it has been read; marks lie over it as a marking pen's."""

    def __init__(self, face: PageFace, page: PageId, overview: QImage, tiles: Tiles) -> None:
        self.face = face
        self.looks = PLAIN
        self._halves = [overview]
        """The whole picture, at half its size, and so on, as small as it has been looked at."""
        self._page = page
        self._tiles = tiles
        self._layer = QPixmap()
        self._view: tuple[QTransform, QRect, float, Looks] | None = None
        self._sharp = False

    def renew(self) -> None:
        """Paint the picture anew at the next sight: a sharper part of it has come."""
        if not self._sharp:
            self._view = None

    def paint(self, painter: QPainter, view: View, marks: PageMarks) -> None:
        """Paint the picture and the marks over it."""
        sheet = view.placed.mapRect(QRectF(0, 0, self.face.width, self.face.height))
        part = sheet.toAlignedRect().intersected(QRect(0, 0, view.size.width(), view.size.height()))
        if not part.isEmpty():
            wanted = view.placed, part, view.ratio, self.looks
            if wanted != self._view:
                self._layer = self._paint_layer(view, part)
                self._view = wanted
            painter.drawPixmap(part.topLeft(), self._layer)
        _border(painter, sheet, view.theme)
        painter.save()
        painter.setTransform(view.placed)
        # The picture's paper is white in either theme, or black where it is inverted.
        pen = _theme("dark" if self.looks.invert else "light")
        painter.setCompositionMode(marker_mode(self.looks))
        marks.paint(painter, pen, self.face.unit)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        marks.paint_lines(painter, pen, view.scale, self.face)
        painter.restore()

    def _paint_layer(self, view: View, part: QRect) -> QPixmap:
        image = QImage(part.size() * view.ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(view.ratio)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(view.placed * QTransform.fromTranslate(-part.left(), -part.top()))
        self._paint_squares(painter, view)
        painter.end()
        return QPixmap.fromImage(adjust(image, self.looks))

    def _paint_squares(self, painter: QPainter, view: View) -> None:
        """Paint the sharp squares in sight, and under those that are missing what there is; wish for them."""
        whole = QRectF(0, 0, self.face.width, self.face.height)
        scale = view.scale * view.ratio
        picture = self._tiles.picture
        if picture is None or self._halves[0].width() >= scale * self.face.width:
            painter.drawImage(whole, self._overview(scale * self.face.width))
            self._sharp = True
            self._tiles.wish(())
            return
        level = level_for(scale, picture.levels)
        squares = list(squares_in(self._page, level, view.seen, self.face.width, self.face.height))
        kept = [self._tiles.get(square) for square in squares]  # each of them touched, to be kept longer
        self._sharp = None not in kept
        if not self._sharp:
            painter.drawImage(whole, self._halves[0])
            for coarse in range(picture.levels - 1, level, -1):
                under = squares_in(self._page, coarse, view.seen, self.face.width, self.face.height)
                self._paint_kept(painter, under)
        self._paint_kept(painter, squares)
        self._tiles.wish([*squares, *self._near(view, level)][: max(MOST_WISHED, len(squares))])

    def _overview(self, width: float) -> QImage:
        """Return the whole picture, less than twice as large as it is painted, or it would look rough."""
        place = 0
        while self._halves[place].width() >= 2 * width and width >= 1:
            place += 1
            if place == len(self._halves):
                smooth = Qt.TransformationMode.SmoothTransformation
                half = self._halves[-1].size() / 2
                self._halves.append(
                    self._halves[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
                )
        return self._halves[place]

    def _paint_kept(self, painter: QPainter, squares: Iterable[Square]) -> None:
        for square in squares:
            image = self._tiles.get(square)
            if image is not None:
                factor = 1 << square.level
                painter.drawImage(QRectF(square.corner, image.size().toSizeF() * factor), image)

    def _near(self, view: View, level: int) -> list[Square]:
        """Return the squares around the part in sight, where a reader is likely to go next."""
        seen = view.seen
        wide, high = seen.width() / 2, seen.height() / 2
        around = seen.adjusted(-wide, -high, wide, high)
        return list(squares_in(self._page, level, around, self.face.width, self.face.height))


def _border(painter: QPainter, sheet: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.rule), 1))
    painter.drawRect(sheet)
