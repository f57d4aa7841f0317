"""The star that keeps the current question, and the line in which it is given a name."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models.icons import icon
from baoguan.ui.parts.composed_line import ComposedLine
from baoguan.ui.parts.floating import Floating

_WIDTH = 376


class SavedStar(QToolButton):
    """Full where the question is kept: a click then lets go of it; else one asks for a name to keep it by."""

    saved = Signal(str)
    """``saved(name)``: the question is to be kept."""
    removed = Signal()
    """The question is not to be kept any longer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._full = False
        self._name = ""
        self.naming: SavedName | None = None
        self.setIconSize(QSize(18, 18))
        self.setFixedSize(34, 34)
        self.clicked.connect(self._turn)

    def show_question(self, name: str, kept: bool, able: bool) -> None:
        """Show whether the question is kept, and what it would be called; empty where nothing is asked."""
        self._name, self._full = name, kept
        self.setEnabled(bool(name) and able)
        words = self.tr("不再保存这个检索") if kept else self.tr("保存这个检索")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._dress()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._dress()

    def _dress(self) -> None:
        colour = self._theme.accent if self._full else self._theme.muted
        self.setIcon(icon("star-full" if self._full else "star", colour, self._theme.rule))

    def _turn(self) -> None:
        if self._full:
            self.removed.emit()
            return
        naming = self.naming = SavedName(self.window())
        naming.set_theme(self._theme)
        naming.named.connect(self.saved)
        naming.left.connect(self._forget_naming)
        box = QRectF(self.rect()).translated(self.mapTo(self.window(), QPoint()))
        naming.ask(self._name, box)

    def _forget_naming(self) -> None:
        self.naming = None


class SavedName(Floating):
    """A line for a name: Enter keeps the question by it, Escape leaves."""

    named = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("保存检索"))
        self.line = ComposedLine()
        self.line.setAccessibleName(self.tr("检索的名称"))
        self.line.setPlaceholderText(self.tr("名称"))
        self.keep = QPushButton(self.tr("保存"))
        self.keep.setObjectName("primary")
        self.keep.setAccessibleName(self.keep.text())
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.keep)
        self.line.committed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._heed_focus)

    def sizeHint(self) -> QSize:
        """Return the size it takes over the window."""
        return QSize(_WIDTH, super().sizeHint().height())

    def ask(self, name: str, box: QRectF) -> None:
        """Ask for a name below a box of the window, one proposed."""
        self.line.setText(name)
        self.line.selectAll()
        self.show_beside(box)
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        name = self.line.text().strip()
        if name:
            self.named.emit(name)
            self._leave()

    def _heed_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Leave when the keyboard goes elsewhere in the program."""
        if new is not None and self.isVisible() and not self.isAncestorOf(new):
            self._leave()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
        self.deleteLater()
