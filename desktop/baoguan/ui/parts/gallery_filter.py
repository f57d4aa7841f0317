"""Which figures of the gallery are wanted: of what kind, and with what words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.records import NameCount
from baoguan.ui.models.gallery_words import kind_text
from baoguan.ui.models.icons import icon

_PAUSE_MS = 250
"""How long typing rests before the gallery follows."""


class GalleryFilter(QWidget):
    """A line for words of caption, credit or headline, and a menu of the kinds that there are."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ""
        """The kind that is wanted, as the source calls it; none for all."""
        self._kinds: tuple[NameCount, ...] = ()
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("说明、署名或标题里有"))
        self.words.setAccessibleName(self.tr("图片的文字"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(64)
        self.kinds = QToolButton()
        self.kinds.setObjectName("order")
        self.kinds.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.kinds.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the words
        self.kinds.setIconSize(QSize(12, 12))
        self.kinds.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.kinds)
        self.menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.menu.aboutToShow.connect(self._fill)
        self.kinds.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.kinds)
        self.setFocusProxy(self.words)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda _text: self._pause.start())
        self.words.returnPressed.connect(self._now)
        self._name()

    @property
    def text(self) -> str:
        """The words wanted."""
        return self.words.text().strip()

    def offer(self, kinds: Sequence[NameCount]) -> None:
        """Offer the kinds that there are; those without a name can only be had with all."""
        self._kinds = tuple(one for one in kinds if one.name)
        self.kinds.setVisible(bool(self._kinds) or bool(self.kind))

    def choose(self, kind: str) -> None:
        """Want another kind; none for all."""
        self.kind = kind
        self._name()
        self._now()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.kinds.setIcon(icon("chevron-down", theme.muted))

    def _now(self) -> None:
        self._pause.stop()
        self.changed.emit()

    def _fill(self) -> None:
        self.menu.clear()
        self._add("", self.tr("所有种类"))
        for one in self._kinds:
            self._add(one.name, f"{kind_text(one.name)}  {one.statistics:,}".replace("&", "&&"))

    def _add(self, kind: str, words: str) -> QAction:
        action = self.menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(kind == self.kind)
        action.triggered.connect(lambda _checked: self.choose(kind))
        return action

    def _name(self) -> None:
        words = kind_text(self.kind) if self.kind else self.tr("种类")
        self.kinds.setText(words)
        self.kinds.setAccessibleName(self.tr("种类：{kind}").format(kind=words))
