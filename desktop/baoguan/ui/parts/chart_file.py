"""A chart as a file: an SVG whose text is text, or a PNG of twice the pixels."""

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from baoguan.app.theme import Theme
from baoguan.ui.models.chart_plan import SIDE, TICK, Plan
from baoguan.ui.models.chart_words import heading
from baoguan.ui.models.fonts import sans
from baoguan.ui.parts.chart_paint import paint_chart
from baoguan.ui.parts.kept_file import keep

WIDTH, HEIGHT = 960, 540
"""Pixels of a chart in a file; bars take the height they need."""
_SHARP = 2
_SIZE = re.compile(rb'<svg width="[^"]*" height="[^"]*"')
_TYPEFACES = re.compile(rb'font-family="([^",]*)[^"]*"')
_ANYWHERE = "<style>text:not(g){{font-family:{},sans-serif}}</style>"
"""Read by browsers and not by Qt, which takes a list of typefaces for the name of one."""


def write_chart(plan: Plan, source: str, theme: Theme, colour: str, path: Path) -> None:
    """Write a chart with where its figures come from; ``.png`` is a picture, any other name an SVG.

    The file is written whole or not at all; raises ``TargetUnwritable`` where it cannot be.
    """
    plan.height = plan.put_lines(source, SIDE, plan.height, plan.width - 2 * SIDE, TICK) + SIDE
    size = QSize(round(plan.width), round(plan.height))
    written = (
        _png(plan, theme, colour, size) if path.suffix.lower() == ".png" else _svg(plan, theme, colour, size)
    )
    keep(written, path)


def _svg(plan: Plan, theme: Theme, colour: str, size: QSize) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # loads a library: only when a chart is written

    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(kept)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(heading(plan.chart))
    painter = QPainter(generator)
    _paint(painter, plan, theme, colour, size)
    painter.end()
    # Qt writes the size in millimetres of a printer, and no typeface that is everywhere.
    size_in_pixels = f'<svg width="{size.width()}" height="{size.height()}"'.encode()
    written = _TYPEFACES.sub(rb'font-family="\1"', _SIZE.sub(size_in_pixels, bytes(kept.data().data()), 1))
    families = ",".join(f"'{family}'" for family in sans(TICK).families())
    return written.replace(b"<defs>", b"<defs>" + _ANYWHERE.format(families).encode(), 1)


def _png(plan: Plan, theme: Theme, colour: str, size: QSize) -> bytes:
    image = QImage(size * _SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARP)
    painter = QPainter(image)
    _paint(painter, plan, theme, colour, size)
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(kept, QByteArray(b"png")).write(image)
    return bytes(kept.data().data())


def _paint(painter: QPainter, plan: Plan, theme: Theme, colour: str, size: QSize) -> None:
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(theme.paper))
    paint_chart(painter, plan, theme, colour)
