"""Text of a few lines with marks behind some of its characters."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from baoguan.domain.article import Span
from baoguan.ui.models.utf16 import Utf16

_BEFORE_MARK = 10
_ELIDE = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class Style:
    """How marked text looks: its font, its ink, and the colour behind its marks."""

    font: QFont
    ink: str
    mark: str
    mark_ink: str | None = None
    """The ink of marked characters, where it differs."""


def bring_forward(text: str, marks: Iterable[Span], room: int) -> tuple[str, list[Span]]:
    """Return text and marks cut at the front so that the first mark begins within ``room`` characters."""
    spans = sorted(marks)
    if not spans or spans[0].start <= room:
        return text, spans
    cut = max(0, spans[0].start - min(_BEFORE_MARK, room))
    return "…" + text[cut:], [Span(start - cut + 1, end - cut + 1) for start, end in spans]


@dataclass(frozen=True, slots=True)
class Laid:
    """Marked text laid out in lines, to be drawn any number of times."""

    layout: QTextLayout
    ranges: list[QTextLayout.FormatRange]
    ink: str
    height: float

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with its first line below ``top``."""
        painter.setPen(QColor(self.ink))
        self.layout.draw(painter, QPointF(left, top), self.ranges)


def lay(text: str, marks: Iterable[Span], style: Style, width: float, lines: int) -> Laid:
    """Lay text out in so many lines, the last one ended by … where it does not fit."""
    height = QFontMetricsF(style.font).height() * 1.15
    text = _fit(text.replace("\n", " "), style.font, width, lines)
    layout = _lay_out(text, style.font, width, height)
    ranges = [_format(text, span, style) for span in marks if span.start < len(text)]
    return Laid(layout, ranges, style.ink, layout.lineCount() * height)


def paint(
    painter: QPainter, box: QRectF, text: str, marks: Iterable[Span], style: Style, lines: int
) -> float:
    """Draw text into a box, its last line ended by … where it does not fit; return the height used."""
    laid = lay(text, marks, style, box.width(), lines)
    laid.draw(painter, box.left(), box.top())
    return laid.height


def _lay_out(text: str, font: QFont, width: float, height: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    row = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, row * height))
        row += 1
    layout.endLayout()
    return layout


def _fit(text: str, font: QFont, width: float, lines: int) -> str:
    layout = _lay_out(text, font, width, 0)
    if layout.lineCount() <= lines:
        return text
    units = text.encode("utf-16-le")
    start = 2 * layout.lineAt(lines - 1).textStart()
    kept, rest = units[:start].decode("utf-16-le"), units[start:].decode("utf-16-le")
    return kept + QFontMetricsF(font).elidedText(rest, _ELIDE, width - 2)


def _format(text: str, span: Span, style: Style) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    start, end = Utf16(text).span_to_utf16(Span(max(0, span.start), min(len(text), span.end)))
    made.start, made.length = start, end - start
    look = QTextCharFormat()
    look.setBackground(QColor(style.mark))
    if style.mark_ink is not None:
        look.setForeground(QColor(style.mark_ink))
    made.format = look
    return made
