"""How one annotation is drawn in the list, and where it is edited in its own row."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.annotation import Anchored
from baoguan.domain.article import Span
from baoguan.ui.models import fonts
from baoguan.ui.models.roles import RECORD
from baoguan.ui.parts import marked_text
from baoguan.ui.parts.annotation_editor import AnnotationEditor

_HEIGHT = 96
_EDITING_HEIGHT = 176
_MARGIN = 16
Index = QModelIndex | QPersistentModelIndex


class AnnotationCard(QStyledItemDelegate):
    """The quoted words, the note, the tags and the article; edited where it stands."""

    edited = Signal(object, str, tuple, int)
    """``edited(Annotation, note, tags, colour)``: the reader finished editing."""
    theme: Theme

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._editing: QPersistentModelIndex | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a card, more for the one that is edited."""
        editing = self._editing is not None and self._editing == QPersistentModelIndex(index)
        return QSize(160, _EDITING_HEIGHT if editing else _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a card."""
        kept = index.data(RECORD)
        if not isinstance(kept, Anchored):
            return
        painter.save()
        box, theme = QRectF(option.rect), self.theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.hover))
        painter.setPen(QColor(theme.rule))
        painter.drawLine(int(box.left()) + 8, int(box.bottom()), int(box.right()) - 8, int(box.bottom()))
        self._draw_words(painter, box.adjusted(_MARGIN, 8, -_MARGIN, -6), kept)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor of a row; the row grows to hold it."""
        kept = index.data(RECORD)
        editor = AnnotationEditor(kept.annotation, self.theme, parent)
        editor.finished.connect(lambda: self._finish(editor))
        editor.cancelled.connect(lambda: self._close(editor))
        self._editing = QPersistentModelIndex(index)
        self.sizeHintChanged.emit(index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the editor as it was made: a row that is read anew must not undo what is being typed."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Do nothing: a change is a command, not an assignment to the model."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the row with the editor."""
        editor.setGeometry(option.rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let the row shrink again."""
        self._editing = None
        super().destroyEditor(editor, index)
        self.sizeHintChanged.emit(index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave every key to the editor's own fields."""
        return False

    def _finish(self, editor: AnnotationEditor) -> None:
        self.edited.emit(editor.annotation, editor.note, editor.tags, editor.colour)
        self._close(editor)

    def _close(self, editor: AnnotationEditor) -> None:
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _draw_words(self, painter: QPainter, box: QRectF, kept: Anchored) -> None:
        theme, note = self.theme, kept.annotation
        bar = QRectF(box.left() - 8, box.top() + 2, 4, box.height() - 4)
        painter.fillRect(bar, QColor(theme.annotations[note.colour]))
        quote = note.target.exact or QCoreApplication.translate("AnnotationCard", "全文")
        style = marked_text.Style(fonts.serif(13), theme.ink, theme.annotations[note.colour])
        box.setLeft(box.left() + 4)
        box.setTop(box.top() + marked_text.paint(painter, box, quote, [Span(0, len(quote))], style, 1) + 2)
        tags = "  ".join(f"#{tag}" for tag in note.tags)
        words = "  ".join(part for part in (note.note, tags) if part)
        plain = marked_text.Style(fonts.sans(13), theme.ink, theme.hit)
        box.setTop(box.top() + marked_text.paint(painter, box, words, (), plain, 2) + 1)
        below = kept.headline
        if kept.span is None:
            lost = QCoreApplication.translate("AnnotationCard", "原文已变，找不到这几个字")
            below = f"{lost} · {below}"
        small = marked_text.Style(fonts.sans(11), theme.muted if kept.span else theme.accent, theme.hit)
        marked_text.paint(painter, box, below, (), small, 1)
