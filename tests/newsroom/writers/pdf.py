"""Writes pages as a born-digital PDF: Qt's own, fonts embedded, one page of paper each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from newsroom.faces import ready
from newsroom.press import paint
from newsroom.truth import NewsPage

_RESOLUTION = 1200


def write_pdf(pages: Sequence[NewsPage], path: Path) -> Path:
    """Write pages into one PDF, in this order."""
    ready()
    writer = QPdfWriter(str(path))
    writer.setResolution(_RESOLUTION)
    writer.setTitle(pages[0].title)
    painter = None
    for page in pages:
        writer.setPageSize(
            QPageSize(
                QSizeF(page.width, page.height),
                QPageSize.Unit.Point,
                "",
                QPageSize.SizeMatchPolicy.ExactMatch,
            )
        )
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        if painter is None:
            painter = QPainter(writer)
        else:
            writer.newPage()
        paint(page, painter, _RESOLUTION / 72)
    if painter is not None:
        painter.end()
    return path
