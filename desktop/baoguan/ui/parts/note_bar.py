"""The small bar beside selected text, and the editor it opens in its place."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from baoguan.app.theme import Theme
from baoguan.ui.models.icons import icon

_GAP = 8


@dataclass(frozen=True, slots=True)
class Written:
    """What a reader wrote on a place."""

    note: str
    tags: tuple[str, ...]
    colour: int


class Floating(QFrame):
    """A small panel over the text, beside a place in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("floating")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"QFrame#floating {{ background: {theme.paper}; border: 1px solid {theme.rule};"
            f" border-radius: 6px; }}"
        )

    def show_beside(self, box: QRectF) -> None:
        """Show under a box of the parent, or over it where there is no room, inside the parent."""
        self.adjustSize()
        room = self._over.rect()
        left = min(max(_GAP, int(box.center().x()) - self.width() // 2), room.width() - self.width() - _GAP)
        top = int(box.bottom()) + _GAP
        if top + self.height() > room.height() - _GAP:
            top = max(_GAP, int(box.top()) - self.height() - _GAP)
        self.move(max(0, left), top)
        self.show()
        self.raise_()


class Colours(QWidget):
    """Five dots of which one is chosen."""

    chosen = Signal(int)

    def __init__(self, name: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for colour in range(5):
            dot = QToolButton()
            dot.setAutoRaise(True)
            dot.setAccessibleName(name(colour))
            dot.setToolTip(name(colour))
            dot.setIconSize(QSize(16, 16))
            self._group.addButton(dot, colour)
            row.addWidget(dot)
        self._group.idClicked.connect(self.chosen)

    def make_checkable(self) -> None:
        """Let one dot stay chosen."""
        for dot in self._group.buttons():
            dot.setCheckable(True)
        self.choose(0)

    @property
    def colour(self) -> int:
        """The colour chosen."""
        return max(0, self._group.checkedId())

    def choose(self, colour: int) -> None:
        """Choose a colour."""
        self._group.button(colour).setChecked(True)

    def press(self, colour: int) -> None:
        """Press a dot as the user would."""
        self._group.button(colour).click()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for colour, ground in enumerate(theme.annotations):
            self._group.button(colour).setIcon(_dot(ground, theme.muted))


class NoteBar(Floating):
    """What can be done with selected text."""

    noting = Signal()
    tagging = Signal()
    coloured = Signal(int)
    copying = Signal()
    finding = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("选中的文字"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        self.buttons: dict[str, QToolButton] = {}
        for name, words, hint, signal in (
            ("note", self.tr("批注"), "Ctrl+M", self.noting),
            ("tag", self.tr("标签"), "Ctrl+T", self.tagging),
            ("copy", self.tr("复制"), "Ctrl+C", self.copying),
            ("search", self.tr("查找"), "", self.finding),
        ):
            button = self.buttons[name] = QToolButton()
            button.setAutoRaise(True)
            button.setIconSize(QSize(18, 18))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setText(words)
            button.setAccessibleName(words)
            button.setToolTip(" ".join(filter(None, (words, hint))))
            button.clicked.connect(signal)
            row.addWidget(button)
            if name == "tag":
                self.colours = Colours(lambda colour: self.tr("颜色 {number}").format(number=colour + 1))
                self.colours.chosen.connect(self.coloured)
                row.addWidget(self.colours)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self.colours.set_theme(theme)
        for name, button in self.buttons.items():
            button.setIcon(icon(name, theme.ink))


class NoteEditor(Floating):
    """Writes a note and tags in place: Ctrl+Enter keeps them, Esc leaves."""

    kept = Signal(object)
    """``kept(Written)``."""
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("写批注"))
        self.note, self.tags = QPlainTextEdit(), QLineEdit()
        self.note.setAccessibleName(self.tr("批注"))
        self.note.setPlaceholderText(self.tr("批注…"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)
        self.tags.setAccessibleName(self.tr("标签"))
        self.tags.setPlaceholderText(self.tr("标签，用空格或逗号分开"))
        self.colours = Colours(lambda colour: self.tr("颜色 {number}").format(number=colour + 1))
        self.colours.make_checkable()
        self.keep, self._hint = QPushButton(self.tr("保存")), QLabel(self.tr("Ctrl+Enter 保存　Esc 放弃"))
        self.keep.setAccessibleName(self.tr("保存"))
        self.keep.setObjectName("primary")
        self._hint.setObjectName("quiet")
        self.keep.clicked.connect(self._keep)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.note)
        column.addWidget(self.tags)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.colours)
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.setMinimumWidth(360)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self.colours.set_theme(theme)

    def write(self, box: QRectF, tagging: bool, known: Written) -> None:
        """Begin to write beside a place, in the note or in the tags."""
        self.note.setPlainText(known.note)
        self.tags.setText(" ".join(known.tags))
        self.colours.choose(known.colour)
        self.show_beside(box)
        (self.tags if tagging else self.note).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep by Ctrl+Enter, leave by Esc; a plain Enter, an input method's too, stays in the text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._keep()
        elif not enter:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        words = self.tags.text().replace(",", " ").replace("，", " ").replace("、", " ").replace("#", " ")
        tags = tuple(dict.fromkeys(words.split()))
        written = Written(self.note.toPlainText().strip(), tags, self.colours.colour)
        self.hide()
        if written.note or written.tags:
            self.kept.emit(written)
        self.left.emit()


def _dot(ground: str, edge: str) -> QIcon:
    drawn = QPixmap(32, 32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ground))
    painter.setPen(QColor(edge))
    painter.drawEllipse(3, 3, 25, 25)
    painter.end()
    drawn.setDevicePixelRatio(2)
    return QIcon(drawn)
