"""A reading text whose selections, numbers and annotations are told in code points."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QToolTip, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.article import Article, Role, Span
from baoguan.domain.ids import AnnotationId
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models.article_text import MEASURE, lay_out
from baoguan.ui.models.utf16 import Utf16
from baoguan.ui.parts.reading_marks import ReadingMarks, boxes, paint_marks

_SMALLEST, _LARGEST = 12, 36
_SIZE = 17
_SIDE = 24
"""Least pixels beside the text."""


class ReadingView(QTextBrowser):
    """Shows one article; what follows the article in the document is about it and cannot be annotated."""

    spanned = Signal()
    """The user selected other characters, or none."""
    number_clicked = Signal(object)
    """``number_clicked(StatisticRecord)``."""
    note_clicked = Signal(str)
    """``note_clicked(AnnotationId)``."""
    pointed = Signal(object)
    """``pointed(StatisticRecord | None)``: the mouse is over another number, or over none."""
    sized = Signal()
    """The size of type changed: the article must be laid out again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.type_size = _SIZE
        """Pixels of a body character."""
        self.marks = ReadingMarks()
        self.article: Article | None = None
        self._text = ""
        self._units = Utf16("")
        self._roles: list[Role] = []
        self._pressed: QPoint | None = None
        self._over: StatisticRecord | None = None
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self.spanned)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours for the ground and the marks."""
        self.theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.paper))
        chosen = QColor(theme.accent)
        chosen.setAlpha(64)
        palette.setColor(QPalette.ColorRole.Highlight, chosen)
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.ink))
        palette.setColor(QPalette.ColorRole.Link, QColor(theme.accent))
        self.setPalette(palette)

    def show_article(self, article: Article) -> QTextCursor:
        """Lay an article out and return a cursor after it, where the foot is to be put."""
        self.article, self._text = article, article.text
        self._units = Utf16(self._text)
        self._roles = lay_out(self.document(), article, self.theme, self.type_size)
        self._set_margins()
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return cursor

    @property
    def span(self) -> Span | None:
        """The characters of the article that are selected."""
        cursor = self.textCursor()
        found = self._units.span_to_code_points(cursor.selectionStart(), cursor.selectionEnd())
        start, end = found.start, min(found.end, len(self._text))
        return Span(start, end) if start < end else None

    @property
    def quoted(self) -> str:
        """The text of the characters selected, as the archive holds it."""
        span = self.span
        return self._text[span.start : span.end] if span else ""

    def select_span(self, span: Span) -> None:
        """Select characters of the article, as the user would."""
        start, end = self._units.span_to_utf16(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def box_of(self, span: Span) -> QRectF:
        """Return the box around a span's last line, in the viewport; null where it has none."""
        start, end = self._units.span_to_utf16(span)
        found = QRectF()
        for box in boxes(self.document(), start, end):
            found = box
        return found.translated(0, -self.verticalScrollBar().value())

    def reveal(self, span: Span) -> None:
        """Scroll until a span stands in the upper half, unless it is in view."""
        start, end = self._units.span_to_utf16(span)
        found = list(boxes(self.document(), start, end))
        if not found:
            return
        box, bar, seen = found[0].united(found[-1]), self.verticalScrollBar(), self.viewport().height()
        if box.top() < bar.value() + _SIDE or box.bottom() > bar.value() + seen - _SIDE:
            bar.setValue(round(box.top() - seen / 3))

    def first_in_sight(self) -> int:
        """Return the first character of the article that is in sight."""
        first = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        return min(self._units.to_code_point(first), len(self._text))

    def enlarge(self, steps: int) -> None:
        """Set type larger or smaller by pixels; 0 brings back the usual size."""
        wanted = max(_SMALLEST, min(_LARGEST, self.type_size + steps)) if steps else _SIZE
        if wanted != self.type_size:
            self.type_size = wanted
            self.sized.emit()

    def position_at(self, point: QPointF) -> int | None:
        """Return the character of the article under a point of the viewport, None beside the text."""
        inside = point + QPointF(0, self.verticalScrollBar().value())
        unit = self.document().documentLayout().hitTest(inside, Qt.HitTestAccuracy.ExactHit)
        if unit < 0:
            return None
        for candidate in (unit, unit - 1):  # a hit names the nearer edge of the character
            at = self._units.to_code_point(candidate)
            start, end = self._units.span_to_utf16(Span(at, at + 1))
            if 0 <= at < len(self._text) and any(
                box.contains(inside) for box in boxes(self.document(), start, end)
            ):
                return at
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy exactly the archive's text, without looks."""
        copied = QMimeData()
        copied.setText(self.quoted or self.textCursor().selection().toPlainText())
        return copied

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Load nothing: an article's text names no files."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints and marks under the text."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        self._paint_grounds(painter)
        view = self.viewport().rect()
        first = self.cursorForPosition(view.topLeft()).position()
        last = self.cursorForPosition(view.bottomRight()).position() + 200
        paint_marks(painter, self.document(), self._units, self.marks, self.theme, (first - 200, last))
        painter.end()
        super().paintEvent(event)

    def _paint_grounds(self, painter: QPainter) -> None:
        """Paint the tint behind insets and the rule beside captions."""
        block = self.document().begin()
        layout = self.document().documentLayout()
        frame = self.document().rootFrame().frameFormat()
        left, right = frame.leftMargin(), self.viewport().width() - frame.rightMargin()
        for role in self._roles:
            box = layout.blockBoundingRect(block)
            if role is Role.INSET:
                tint = QRectF(left, box.top() - 10, right - left, box.height() + 20)
                painter.fillRect(tint, QColor(self.theme.chrome))
            elif role in (Role.CAPTION, Role.CREDIT):
                painter.fillRect(QRectF(left, box.top() + 3, 2, box.height() - 6), QColor(self.theme.rule))
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle and no wider than reads well."""
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        room = self.viewport().width()
        side = max(_SIDE, (room - MEASURE * self.type_size) / 2)
        shape = self.document().rootFrame().frameFormat()
        if shape.leftMargin() != side or not shape.topMargin():
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            shape.setTopMargin(28)
            shape.setBottomMargin(48)
            self.document().rootFrame().setFrameFormat(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click on an annotation or a number; an annotation lies over a number."""
        super().mouseReleaseEvent(event)
        clicked = (
            self._pressed is not None and (event.position().toPoint() - self._pressed).manhattanLength() < 4
        )
        self._pressed = None
        position = self.position_at(event.position()) if clicked and self.span is None else None
        if position is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        note, number = self.marks.note_at(position), self.marks.number_at(position)
        if number is not None:
            self.number_clicked.emit(number)
        elif note is not None:
            self.note_clicked.emit(AnnotationId(note.annotation.id))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked; tell which number is under the mouse."""
        super().mouseMoveEvent(event)
        position = None if event.buttons() else self.position_at(event.position())
        number = None if position is None else self.marks.number_at(position)
        if position is not None:
            found = number or self.marks.note_at(position)
            hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(hand if found else beam)
        self._point(number)

    def _point(self, number: StatisticRecord | None) -> None:
        if number != self._over:
            self._over = number
            self.pointed.emit(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, change the size of type."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enlarge(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what is noted under the mouse; over no number any more where it left."""
        if event.type() is QEvent.Type.Leave:
            self._point(None)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self.tip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPointF) -> str:
        """Return what is noted at a point of the viewport, as plain text; a number has a card instead."""
        position = self.position_at(point)
        note = None if position is None else self.marks.note_at(position)
        if note is None:
            return ""
        return "\n".join(filter(None, (note.annotation.note, " ".join(note.annotation.tags))))
