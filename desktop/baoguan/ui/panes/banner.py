"""What went wrong or was done, said in a strip of the window and never in a dialog."""

import traceback
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from baoguan.domain.errors import BaoguanError
from baoguan.ui.models.icons import icon, pixmap
from baoguan.ui.models.room import Room
from baoguan.ui.parts.empty import Step

Tone = Literal["error", "warning", "success"]
_ICONS: dict[Tone, str] = {"error": "warning", "warning": "warning", "success": "check"}


class Banner(QWidget):
    """One message at a time: what happened, what to do next, and details to copy where there are any.

    Where one step leads on, a button takes it.
    """

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._tone: Tone = "success"
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark, self.words = QLabel(), QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setFixedHeight(160)
        self.details.setAccessibleName(self.tr("详情"))
        self._step: Step | None = None
        self.button = self._make_button("", self._take_step)
        self.more = self._make_button(self.tr("详情"), self._toggle_details)
        self.copy_button = self._make_button(self.tr("复制"), self._copy)
        self.dismiss = self._make_button("", self.hide)
        self.dismiss.setAccessibleName(self.tr("关闭"))
        self._lay_out()
        room.theme_changed.connect(self._dress)
        self.hide()

    def say(self, tone: Tone, words: str, details: str = "", step: Step | None = None) -> None:
        """Show a message in place of the one before."""
        self._tone = tone
        self._step = step
        self.button.setText(step[0] if step else "")
        self.button.setVisible(step is not None)
        self.words.setText(words)
        self.setAccessibleName(words)
        self.details.setPlainText(details)
        self.details.hide()
        self.more.setVisible(bool(details))
        self.copy_button.setVisible(bool(details))
        self._dress()
        self.show()

    def tell(self, error: BaseException) -> None:
        """Say an expected error with its next step; report any other as a fault of the program."""
        if isinstance(error, BaoguanError):
            self.say("error", error.say(self._room.language))
            return
        report = "".join(traceback.format_exception(error))
        self.say(
            "error",
            self.tr("程序出了错，馆藏没有受损。请复制详情并报告；重新打开程序通常可以继续。"),
            report,
        )

    def _make_button(self, text: str, press: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.clicked.connect(press)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        self.button.setObjectName("step")
        for button in (self.button, self.more, self.copy_button, self.dismiss):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addLayout(row)
        layout.addWidget(self.details)

    def _take_step(self) -> None:
        if self._step is not None:
            self.hide()
            self._step[1]()

    def _toggle_details(self) -> None:
        self.details.setVisible(self.details.isHidden())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    def _dress(self) -> None:
        theme = self._room.theme
        self._mark.setPixmap(pixmap(_ICONS[self._tone], theme.ink))
        self.dismiss.setIcon(icon("close", theme.ink))
        self.setProperty("tone", self._tone)
        self.style().polish(self)
