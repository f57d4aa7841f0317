"""A region of a page's picture as a picture of its own, with where it is printed under it."""

from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from baoguan.domain.ids import PageId
from baoguan.domain.page import Region
from baoguan.ui.models.fonts import sans
from baoguan.ui.models.picture_tiles import Picture, decode, squares_in

_MOST = 48_000_000
"""Pixels: a larger region is cut out at half its size, or less."""
_LEAST_WIDTH = 360
_INK, _PAPER = "#24211C", "#FFFFFF"


def cut(picture: Picture, page: PageId, region: Region) -> QImage:
    """Return a region as it is printed, as sharp as the picture is; in any thread."""
    level = 0
    while region.width * region.height / 4**level > _MOST:
        level += 1
    factor = 1 << level
    image = QImage(
        max(1, round(region.width / factor)),
        max(1, round(region.height / factor)),
        QImage.Format.Format_RGB32,
    )
    image.fill(QColor(_PAPER))
    painter = QPainter(image)
    corner = QPointF(region.left, region.top)
    box = QRectF(corner, QRectF(0, 0, region.width, region.height).size())
    for square in squares_in(page, level, box, picture.width, picture.height):
        part = decode(picture.tile(level, square.column, square.row))
        painter.drawImage((square.corner - corner) / factor, part)
    painter.end()
    return image


def with_citation(image: QImage, words: str) -> QImage:
    """Return a picture with words under it, broken into lines as its width asks for; in any thread."""
    width = max(image.width(), _LEAST_WIDTH)
    size = max(13, min(48, width // 48))
    air = size // 2
    room = QRect(air, 0, width - 2 * air, 20 * size)
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
    measuring = QPainter(image)
    measuring.setFont(sans(size))
    high = ceil(measuring.boundingRect(room, flags, words).height()) + 2 * air
    measuring.end()
    made = QImage(QSize(width, image.height() + high), QImage.Format.Format_RGB32)
    made.fill(QColor(_PAPER))
    made.setText("Description", words)
    painter = QPainter(made)
    painter.drawImage((width - image.width()) // 2, 0, image)
    painter.setFont(sans(size))
    painter.setPen(QColor(_INK))
    painter.drawText(room.translated(0, image.height() + air), flags, words)
    painter.end()
    return made


def png(image: QImage) -> bytes:
    """Return a picture as PNG, its description kept."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(kept, QByteArray(b"png")).write(image)
    return bytes(kept.data().data())
