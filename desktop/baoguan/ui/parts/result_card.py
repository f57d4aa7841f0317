"""How one hit is drawn in the list of results."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from baoguan.app.theme import Theme
from baoguan.domain.article import Span
from baoguan.domain.query import Hit
from baoguan.ui.models import fonts, wording
from baoguan.ui.models.roles import RECORD
from baoguan.ui.parts import marked_text

_HEIGHT = 116
_MARGIN = 16
_SNIPPET_LINES = 2
_SEEN = 16


class ResultCard(QStyledItemDelegate):
    """Headline, where it stands, and two lines of text with the first hit among them."""

    theme: Theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the same height for every card: the list then asks for nothing it does not show."""
        return QSize(160, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a card."""
        hit = index.data(RECORD)
        if not isinstance(hit, Hit):
            return
        painter.save()
        box = QRectF(option.rect)
        _ground(painter, box, option.state, self.theme)
        inner = box.adjusted(_MARGIN, 12, -_MARGIN, -8)
        title = marked_text.Style(fonts.serif(15, bold=True), self.theme.ink, self.theme.hit)
        found = _headline_marks(hit)
        inner.setTop(inner.top() + marked_text.paint(painter, inner, hit.headline, found, title, 1) + 2)
        meta = marked_text.Style(fonts.sans(12), self.theme.muted, self.theme.hit)
        where = wording.place_text(hit.title, hit.date, hit.section, hit.page)
        inner.setTop(inner.top() + marked_text.paint(painter, inner, where, (), meta, 1) + 5)
        text, marks = _first_snippet(hit)
        body = marked_text.Style(fonts.sans(13), self.theme.ink, self.theme.hit)
        marked_text.paint(painter, inner, text, marks, body, _SNIPPET_LINES)
        painter.restore()


def _ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag, theme: Theme) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, QColor(theme.selected))
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(theme.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, QColor(theme.hover))
    painter.setPen(QColor(theme.rule))
    bottom = int(box.bottom()) - 1
    painter.drawLine(int(box.left()) + _MARGIN, bottom, int(box.right()) - _MARGIN, bottom)
    painter.setPen(Qt.PenStyle.NoPen)


def _headline_marks(hit: Hit) -> tuple[Span, ...]:
    return next((snippet.marks for snippet in hit.snippets if snippet.text == hit.headline), ())


def _first_snippet(hit: Hit) -> tuple[str, list[Span]]:
    """Return the first snippet that says more than the headline, with its marks."""
    others = [snippet for snippet in hit.snippets if snippet.text != hit.headline]
    if not others:
        return "", []
    marked = next((snippet for snippet in others if snippet.marks), others[0])
    return marked_text.bring_forward(marked.text, marked.marks, _SEEN)
