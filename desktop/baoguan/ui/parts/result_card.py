"""How one hit is drawn in the list of results."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from baoguan.app.theme import Theme
from baoguan.domain.article import Span
from baoguan.domain.query import Hit, Snippet
from baoguan.ui.models import faces, fonts, wording
from baoguan.ui.models.faces import Face
from baoguan.ui.models.roles import RECORD, Index
from baoguan.ui.parts import marked_text
from baoguan.ui.parts.delegate import CardDelegate
from baoguan.ui.parts.line_window import around_mark
from baoguan.ui.parts.marked_text import Laid

_SNIPPET_LINES = 2
_TITLE, _PLACE, _BODY = 15, 12, 13
_LAID_KEPT = 256
_BARS = ((0.0, 14, 0.62), (26.0, 8, 0.44), (46.0, 8, 0.96), (66.0, 8, 0.8))
"""Top and height in pixels, and share of the width, of what stands for a card that is not read yet."""

_Lines = tuple[tuple[float, Laid], ...]
"""What a card says, each with its distance from the top."""


class ResultCard(CardDelegate):
    """Headline, where it stands, and two lines of text with the first hit in the middle."""

    size = QSize(160, 116)
    _laid: OrderedDict[tuple[Hit, float, str], _Lines]

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a card; pale bars while it is being read."""
        hit = index.data(RECORD)
        inner = box.adjusted(self.margin, 12, -self.margin, -8)
        if isinstance(hit, Hit):
            for below, laid in self._lines(hit, inner.width()):
                laid.draw(painter, inner.left(), inner.top() + below)
        else:
            self._paint_bars(painter, inner)

    def _lines(self, hit: Hit, width: float) -> _Lines:
        """Return a card's lines; laying them out takes longer than drawing them, so they are kept."""
        if not hasattr(self, "_laid"):
            self._laid = OrderedDict()
        key = hit, width, self.theme.name
        lines = self._laid.get(key)
        if lines is None:
            lines = self._laid[key] = tuple(_lay_card(hit, width, self.theme))
            while len(self._laid) > _LAID_KEPT:
                self._laid.popitem(last=False)
        return lines

    def _paint_bars(self, painter: QPainter, box: QRectF) -> None:
        for top, height, share in _BARS:
            bar = QRectF(box.left(), box.top() + top, box.width() * share, height)
            painter.fillRect(bar, QColor(self.theme.hover))


def _lay_card(hit: Hit, width: float, theme: Theme) -> Iterator[tuple[float, Laid]]:
    headline = _lay(hit.headline, _headline_marks(hit), Face.SERIF_BOLD, width, 1, theme)
    yield 0, headline
    below = headline.height + 2
    meta = marked_text.Style(fonts.sans(_PLACE), theme.muted, theme.hit)
    place = wording.place_text(hit.title, hit.date, hit.section, hit.page)
    where = marked_text.lay(place, (), meta, width, 1)
    yield below, where
    below += where.height + 5
    left, line = _SNIPPET_LINES, QFontMetricsF(fonts.sans(_BODY)).height()
    for text, marks in _said(hit):
        if left > 0:
            said = _lay(text, marks, Face.SANS, width, left, theme)
            yield below, said
            below += said.height
            left -= round(said.height / line)


def _lay(text: str, marks: Sequence[Span], face: Face, width: float, lines: int, theme: Theme) -> Laid:
    size = _TITLE if face is Face.SERIF_BOLD else _BODY
    widths = faces.advances(face)
    shown, moved = around_mark(text, marks, lambda one: widths(one) * size, width, lines)
    return marked_text.lay(
        shown, moved, marked_text.Style(faces.font(face, size), theme.ink, theme.hit), width, lines
    )


def _headline_marks(hit: Hit) -> tuple[Span, ...]:
    return next((snippet.marks for snippet in hit.snippets if snippet.text == hit.headline), ())


def _said(hit: Hit) -> Iterator[tuple[str, Sequence[Span]]]:
    """Yield the snippets that say more than the headline, those with a hit first, with their marks."""
    others = [snippet for snippet in hit.snippets if snippet.text != hit.headline]
    for snippet in sorted(others, key=lambda snippet: not snippet.marks):
        yield _with_origin(snippet) if snippet.start < 0 else (snippet.text, snippet.marks)


def _with_origin(snippet: Snippet) -> tuple[str, Sequence[Span]]:
    """Return what a note or tag says, told apart from what is printed."""
    origin = QCoreApplication.translate("ResultCard", "批注：")
    by = len(origin)
    return origin + snippet.text, [Span(start + by, end + by) for start, end in snippet.marks]
