"""Draws pictures that look like photographs, drawings and charts, out of nothing but a seed."""

import random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF

from newsroom.truth import Figure

_WIDE = 900


def picture(figure: Figure, colour: bool) -> QImage:
    """Return the picture of a figure, about 900 pixels wide."""
    high = max(round(_WIDE * figure.box.height / figure.box.width), 1)
    canvas = QImage(_WIDE, high, QImage.Format.Format_RGB32)
    chance = random.Random(figure.seed)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _DRAWN[figure.kind](painter, chance, _WIDE, high)
    painter.end()
    return canvas if colour else canvas.convertToFormat(QImage.Format.Format_Grayscale8)


def _landscape(painter: QPainter, chance: random.Random, wide: int, high: int) -> None:
    sky = QLinearGradient(0, 0, 0, high)
    hue = chance.randint(190, 230)
    sky.setColorAt(0, QColor.fromHsv(hue, chance.randint(60, 150), 210))
    sky.setColorAt(0.6, QColor.fromHsv(chance.randint(20, 60), 40, 235))
    painter.fillRect(QRectF(0, 0, wide, high), sky)
    painter.setPen(Qt.PenStyle.NoPen)
    for depth in range(3):
        shade = QColor.fromHsv(chance.randint(90, 200), 60 + 30 * depth, 170 - 45 * depth)
        painter.setBrush(shade)
        painter.drawPolygon(_hills(chance, wide, high, 0.45 + 0.12 * depth))
    for _ in range(chance.randint(3, 9)):
        _building(painter, chance, wide, high)
    for _ in range(chance.randint(4, 14)):
        _person(painter, chance, wide, high)
    _grain(painter, chance, wide, high)


def _hills(chance: random.Random, wide: int, high: int, level: float) -> QPolygonF:
    points = [QPointF(0, high)]
    for step in range(13):
        points.append(QPointF(wide * step / 12, high * (level + chance.uniform(-0.08, 0.08))))
    return QPolygonF([*points, QPointF(wide, high)])


def _building(painter: QPainter, chance: random.Random, wide: int, high: int) -> None:
    left, width = chance.uniform(0, wide), chance.uniform(0.05, 0.14) * wide
    top = high * chance.uniform(0.2, 0.6)
    painter.setBrush(QColor.fromHsv(chance.randint(0, 60), 30, chance.randint(90, 190)))
    painter.drawRect(QRectF(left, top, width, high - top))
    painter.setBrush(QColor(60, 66, 76))
    for row in range(int((high - top) / 34)):
        for column in range(int(width / 22)):
            painter.drawRect(QRectF(left + 6 + column * 22, top + 10 + row * 34, 10, 16))


def _person(painter: QPainter, chance: random.Random, wide: int, high: int) -> None:
    x, tall = chance.uniform(0.05, 0.95) * wide, chance.uniform(0.22, 0.4) * high
    foot = high * chance.uniform(0.86, 1.05)
    painter.setBrush(QColor.fromHsv(chance.randint(0, 359), chance.randint(20, 140), chance.randint(30, 150)))
    painter.drawRoundedRect(QRectF(x - tall * 0.13, foot - tall * 0.8, tall * 0.26, tall * 0.8), 8, 8)
    painter.setBrush(QColor(222, 184, 150))
    painter.drawEllipse(QPointF(x, foot - tall * 0.88), tall * 0.09, tall * 0.11)


def _grain(painter: QPainter, chance: random.Random, wide: int, high: int) -> None:
    for _ in range(2500):
        light = chance.randint(0, 255)
        painter.setBrush(QColor(light, light, light, 26))
        painter.drawRect(QRectF(chance.uniform(0, wide), chance.uniform(0, high), 3, 3))


def _drawing(painter: QPainter, chance: random.Random, wide: int, high: int) -> None:
    painter.fillRect(QRectF(0, 0, wide, high), QColor("white"))
    painter.setPen(QPen(QColor("black"), 5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for _ in range(chance.randint(3, 6)):
        x, y, size = (
            chance.uniform(0.1, 0.9) * wide,
            chance.uniform(0.25, 0.6) * high,
            chance.uniform(0.06, 0.12) * wide,
        )
        painter.drawEllipse(QPointF(x, y), size, size)
        painter.drawLine(QPointF(x, y + size), QPointF(x, y + 3.2 * size))
        for side in (-1, 1):
            painter.drawLine(QPointF(x, y + 1.6 * size), QPointF(x + side * 1.3 * size, y + 2.2 * size))
            painter.drawLine(QPointF(x, y + 3.2 * size), QPointF(x + side * size, y + 4.4 * size))
            painter.drawPoint(QPointF(x + side * 0.35 * size, y - 0.1 * size))
    for step in range(0, wide, 26):
        painter.drawLine(step, high - 30, step + 40, high - 4)


def _goods(painter: QPainter, chance: random.Random, wide: int, high: int) -> None:
    hue = chance.randint(0, 359)
    painter.fillRect(QRectF(0, 0, wide, high), QColor.fromHsv(hue, 30, 245))
    painter.setPen(Qt.PenStyle.NoPen)
    middle = QPointF(wide / 2, high / 2)
    painter.setBrush(QColor.fromHsv(hue, 70, 230))
    for ray in range(0, 360, 20):
        painter.drawPie(QRectF(middle.x() - wide, middle.y() - wide, 2 * wide, 2 * wide), ray * 16, 10 * 16)
    painter.setBrush(QColor.fromHsv((hue + 180) % 360, 150, 130))
    body = QRectF(wide * 0.36, high * 0.34, wide * 0.28, high * 0.58)
    painter.drawRoundedRect(body, 24, 24)
    painter.drawRect(QRectF(wide * 0.45, high * 0.14, wide * 0.1, high * 0.24))
    painter.setBrush(QColor("white"))
    painter.drawEllipse(body.center(), wide * 0.1, wide * 0.1)


_DRAWN = {"photograph": _landscape, "drawing": _drawing, "advertisement": _goods}
