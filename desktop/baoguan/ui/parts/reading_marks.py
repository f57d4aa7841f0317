"""Marks behind and under the characters of a reading text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextBlock, QTextDocument, QTextLine

from baoguan.app.theme import Theme
from baoguan.domain.annotation import Anchored
from baoguan.domain.article import Span
from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind
from baoguan.ui.models.kinds import colour_of
from baoguan.ui.models.utf16 import Utf16

_NO_QUANTITIES = frozenset({Kind.DATE, Kind.ORDINAL, Kind.RANK})
_DOTS = (1.0, 3.0)
_DOT = 2.2


@dataclass(frozen=True, slots=True)
class ReadingMarks:
    """What is marked in an article's text, in code points."""

    hits: tuple[Span, ...] = ()
    current: Span | None = None
    numbers: tuple[StatisticRecord, ...] = ()
    notes: tuple[Anchored, ...] = ()

    def number_at(self, position: int) -> StatisticRecord | None:
        """Return the number that a character belongs to."""
        return next(
            (one for one in self.numbers if one.statistic.start <= position < one.statistic.end), None
        )

    def note_at(self, position: int) -> Anchored | None:
        """Return the annotation on a character, the last made where there are several."""
        on_it = [note for note in self.notes if note.span and note.span.start <= position < note.span.end]
        return max(on_it, key=lambda note: note.annotation.created) if on_it else None


def paint_marks(
    painter: QPainter,
    text: QTextDocument,
    units: Utf16,
    marks: ReadingMarks,
    theme: Theme,
    seen: tuple[int, int],
) -> None:
    """Paint marks under the text, in the text's coordinates; ``seen`` are the positions in view (UTF-16)."""
    first, last = seen
    for colour, spans in _grounds(marks, theme):
        for span in spans:
            start, end = units.span_to_utf16(span)
            if start < last and end > first:
                for box in boxes(text, start, end):
                    painter.fillRect(box, QColor(colour))
    for record in marks.numbers:
        start, end = units.span_to_utf16(Span(record.statistic.start, record.statistic.end))
        if start < last and end > first:
            _underline(painter, list(boxes(text, start, end)), record, theme)


def _underline(painter: QPainter, lines: Sequence[QRectF], record: StatisticRecord, theme: Theme) -> None:
    """Draw a quiet line under a number, dots under what is no quantity; a reader's correction has a dot."""
    colour = QColor(colour_of(record.statistic.kind, theme))
    for box in lines:
        low = box.bottom() + 0.5
        if record.statistic.kind in _NO_QUANTITIES:
            painter.setPen(QPen(colour, 1.0, Qt.PenStyle.CustomDashLine))
            pen = painter.pen()
            pen.setDashPattern(_DOTS)
            painter.setPen(pen)
            painter.drawLine(QPointF(box.left(), low + 0.5), QPointF(box.right(), low + 0.5))
        else:
            painter.fillRect(QRectF(box.left(), low, box.width(), 1.2), colour)
    if lines and record.amended is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(QPointF(lines[-1].right(), lines[-1].bottom() + 1), _DOT, _DOT)


def _grounds(marks: ReadingMarks, theme: Theme) -> Iterator[tuple[str, Sequence[Span]]]:
    for note in marks.notes:
        if note.span is not None:
            yield theme.annotations[note.annotation.colour % len(theme.annotations)], (note.span,)
    yield theme.hit, marks.hits
    if marks.current is not None:
        yield theme.current_hit, (marks.current,)


def boxes(text: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """Yield a box around the characters from ``start`` to ``end`` (UTF-16) for each line they stand on."""
    block = text.findBlock(start)
    while block.isValid() and block.position() < end:
        yield from _block_boxes(text, block, start - block.position(), end - block.position())
        block = block.next()


def _block_boxes(text: QTextDocument, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    layout = block.layout()
    corner = text.documentLayout().blockBoundingRect(block).topLeft()
    metrics = QFontMetricsF(block.charFormat().font())
    size = metrics.horizontalAdvance("国")
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = _x(line, first), _x(line, last)
        baseline = corner.y() + line.y() + line.ascent()
        yield QRectF(
            QPointF(corner.x() + min(left, right), baseline - 0.94 * size),
            QPointF(corner.x() + max(left, right), baseline + 0.2 * size),
        )


def _x(line: QTextLine, at: int) -> float:
    """Return where a character begins; PySide6 gives it with the position it belongs to."""
    found: object = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else 0.0)
