"""How one hit is drawn in the list of results."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from baoguan.domain.article import Span
from baoguan.domain.query import Hit
from baoguan.ui.models import fonts, wording
from baoguan.ui.models.roles import RECORD, Index
from baoguan.ui.parts import marked_text
from baoguan.ui.parts.delegate import CardDelegate

_SNIPPET_LINES = 2
_SEEN = 16


class ResultCard(CardDelegate):
    """Headline, where it stands, and two lines of text with the first hit among them."""

    size = QSize(160, 116)

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a card."""
        hit = index.data(RECORD)
        if not isinstance(hit, Hit):
            return
        inner = box.adjusted(self.margin, 12, -self.margin, -8)
        title = marked_text.Style(fonts.serif(15, bold=True), self.theme.ink, self.theme.hit)
        found = _headline_marks(hit)
        inner.setTop(inner.top() + marked_text.paint(painter, inner, hit.headline, found, title, 1) + 2)
        meta = marked_text.Style(fonts.sans(12), self.theme.muted, self.theme.hit)
        where = wording.place_text(hit.title, hit.date, hit.section, hit.page)
        inner.setTop(inner.top() + marked_text.paint(painter, inner, where, (), meta, 1) + 5)
        text, marks = _first_snippet(hit)
        body = marked_text.Style(fonts.sans(13), self.theme.ink, self.theme.hit)
        marked_text.paint(painter, inner, text, marks, body, _SNIPPET_LINES)


def _headline_marks(hit: Hit) -> tuple[Span, ...]:
    return next((snippet.marks for snippet in hit.snippets if snippet.text == hit.headline), ())


def _first_snippet(hit: Hit) -> tuple[str, list[Span]]:
    """Return the first snippet that says more than the headline, with its marks."""
    others = [snippet for snippet in hit.snippets if snippet.text != hit.headline]
    if not others:
        return "", []
    marked = next((snippet for snippet in others if snippet.marks), others[0])
    return marked_text.bring_forward(marked.text, marked.marks, _SEEN)
