"""The bar over a page: its name, and how it is looked at."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models.icons import icon
from baoguan.ui.parts.elided import Elided
from baoguan.ui.parts.page_canvas import PageCanvas
from baoguan.ui.parts.page_looks import LooksButton

_PICTURED = ("rotate", "contrast", "lines", "clip")
"""Buttons that are there only for pages with a picture."""


class PageBar(QWidget):
    """Zooms, fits and turns the page itself; tells what else is wanted."""

    fitting_article = Signal()
    listing = Signal(bool)
    """``listing(bool)``: the text is wanted beside the picture, or no longer."""
    clipping = Signal(bool)
    """``clipping(bool)``: a region is to be cut out, or no longer."""
    correcting = Signal(bool)
    """``correcting(bool)``: the layout is to be corrected, or no longer."""

    def __init__(self, canvas: PageCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.name, self._percent = Elided(), QLabel()
        self.looks = LooksButton()
        self.buttons: dict[str, QToolButton] = {"contrast": self.looks}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 8, 4)
        self._row.setSpacing(2)
        self._row.addWidget(self.name, 1)
        self._fill()
        told_by = {"lines": self.listing, "clip": self.clipping, "layout-edit": self.correcting}
        for name, told in told_by.items():
            self.buttons[name].setCheckable(True)
            self.buttons[name].toggled.connect(told)
        canvas.zoomed.connect(self._tell_scale)
        self.show_pictured(False)

    def _fill(self) -> None:
        canvas = self._canvas
        self._add("zoom-out", self.tr("缩小 (−)"), canvas.zoom_out)
        self._percent.setAccessibleName(self.tr("缩放比例"))
        self._percent.setObjectName("quiet")
        self._percent.setFixedWidth(44)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row.addWidget(self._percent)
        self._add("zoom-in", self.tr("放大 (+)"), canvas.zoom_in)
        self._add("fit-page", self.tr("整版 (0)"), canvas.fit_page)
        self._add("fit-width", self.tr("适合宽度 (W)"), canvas.fit_width)
        self._add("article", self.tr("放大到本篇 (A)"), self.fitting_article.emit)
        self._add("rotate", self.tr("转四分之一圈 (R)"), canvas.turn)
        self._dress_button(self.looks, self.tr("调整图像，只为阅读"))
        self._add("lines", self.tr("逐行对照文字 (L)"), None)
        self._add("clip", self.tr("剪下一块 (C)"), None)
        self._add("layout-edit", self.tr("校正版面 (E)"), None)

    def show_pictured(self, pictured: bool) -> None:
        """Offer what is for pages with a picture, or not."""
        for name in _PICTURED:
            self.buttons[name].setVisible(pictured)

    def offers(self, name: str) -> bool:
        """Whether a button can be pressed now."""
        return not self.buttons[name].isHidden() and self.buttons[name].isEnabled()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for name, button in self.buttons.items():
            button.setIcon(icon(name, theme.ink, theme.rule))

    def _add(self, name: str, words: str, act: Callable[[], None] | None) -> None:
        button = self.buttons[name] = QToolButton()
        self._dress_button(button, words)
        if act is not None:
            button.clicked.connect(act)

    def _dress_button(self, button: QToolButton, words: str) -> None:
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setAutoRaise(True)
        button.setIconSize(QSize(18, 18))
        self._row.addWidget(button)

    def _tell_scale(self) -> None:
        self._percent.setText(f"{self._canvas.scale:.0%}")
