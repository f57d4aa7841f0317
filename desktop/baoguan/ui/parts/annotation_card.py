"""How one annotation is drawn in the list, and where it is edited in its own row."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from baoguan.domain.annotation import Anchored
from baoguan.domain.article import Span
from baoguan.ui.models import fonts
from baoguan.ui.models.annotations import annotation_text
from baoguan.ui.models.roles import RECORD, Index
from baoguan.ui.parts import marked_text
from baoguan.ui.parts.delegate import CardDelegate
from baoguan.ui.parts.note_editor import NoteEditor, Written

_EDITING = QSize(160, 188)


class AnnotationCard(CardDelegate):
    """The quoted words, the note, the tags and the article; edited where it stands."""

    edited = Signal(object, object)
    """``edited(Annotation, Written)``: the reader finished editing."""
    closed = Signal()
    """No row is edited any more."""
    size = QSize(160, 96)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._editing: QPersistentModelIndex | None = None

    @property
    def is_editing(self) -> bool:
        """Whether a row is being edited."""
        return self._editing is not None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a card, higher for the one that is edited."""
        edited = self._editing is not None and self._editing == QPersistentModelIndex(index)
        return _EDITING if edited else self.size

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a card."""
        kept = index.data(RECORD)
        if isinstance(kept, Anchored):
            self._draw_words(painter, box.adjusted(self.margin, 8, -self.margin, -6), kept)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor of a row; the row grows to hold it."""
        note = index.data(RECORD).annotation
        editor = NoteEditor(parent)
        editor.set_theme(self.theme)
        editor.fill(Written(note.note, note.tags, note.colour))
        editor.kept.connect(lambda written: self.edited.emit(note, written))
        editor.left.connect(lambda: self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint))
        self._editing = QPersistentModelIndex(index)
        self.sizeHintChanged.emit(index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the editor as it was made: a row that is read anew must not undo what is being typed."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Tell what was written: Qt asks for it where the reader goes on to another row."""
        kept = index.data(RECORD)
        if isinstance(kept, Anchored) and isinstance(editor, NoteEditor):
            self.edited.emit(kept.annotation, editor.written)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the row with the editor."""
        editor.setGeometry(option.rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let the row shrink again."""
        self._editing = None
        super().destroyEditor(editor, index)
        self.sizeHintChanged.emit(index)
        self.closed.emit()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave every key to the editor's own fields."""
        return False

    def _draw_words(self, painter: QPainter, box: QRectF, kept: Anchored) -> None:
        theme, note = self.theme, kept.annotation
        bar = QRectF(box.left() - 8, box.top() + 2, 4, box.height() - 4)
        painter.fillRect(bar, QColor(theme.annotations[note.colour]))
        quote = note.target.exact or QCoreApplication.translate("AnnotationCard", "全文")
        style = marked_text.Style(fonts.serif(13), theme.ink, theme.annotations[note.colour])
        box.setLeft(box.left() + 4)
        box.setTop(box.top() + marked_text.paint(painter, box, quote, [Span(0, len(quote))], style, 1) + 2)
        tags = "  ".join(f"#{tag}" for tag in note.tags)
        words = "  ".join(part for part in (annotation_text(note), tags) if part)
        plain = marked_text.Style(fonts.sans(13), theme.ink, theme.hit)
        box.setTop(box.top() + marked_text.paint(painter, box, words, (), plain, 2) + 1)
        below = kept.headline
        if kept.span is None:
            lost = QCoreApplication.translate("AnnotationCard", "原文已变，找不到这几个字")
            below = f"{lost} · {below}"
        small = marked_text.Style(fonts.sans(11), theme.muted if kept.span else theme.accent, theme.hit)
        marked_text.paint(painter, box, below, (), small, 1)
