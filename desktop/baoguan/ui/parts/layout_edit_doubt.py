"""One unsure choice of the layout at a time, to be left or made the other way."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models.decisions import decision_text
from baoguan.ui.models.icons import icon
from baoguan.ui.models.layout_edit_doubts import LayoutDoubts
from baoguan.ui.parts.elided import Elided


class DoubtRow(QWidget):
    """Out of sight while nothing is unsure."""

    def __init__(self, doubts: LayoutDoubts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doubts = doubts
        self.setAccessibleName(self.tr("没有把握的地方"))
        self.words = Elided()
        self.accept = QPushButton(self.tr("就这样"))
        self.other = QPushButton(self.tr("换一种"))
        self.back, self.forward = QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.words, 1)
        for button, words, step in (
            (self.back, self.tr("上一处"), -1), (self.forward, self.tr("下一处"), 1),
        ):  # fmt: skip
            button.setObjectName("tool")
            button.setIconSize(QSize(18, 18))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(lambda _checked, step=step: doubts.step(step))
            row.addWidget(button)
        for push, act in ((self.accept, doubts.accept), (self.other, doubts.other_way)):
            push.setObjectName("link")
            push.clicked.connect(lambda _checked, act=act: act())
            row.addWidget(push)
        doubts.changed.connect(self._show)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.back.setIcon(icon("back", theme.ink, theme.rule))
        self.forward.setIcon(icon("forward", theme.ink, theme.rule))

    def _show(self) -> None:
        current = self._doubts.current
        self.setVisible(current is not None)
        if current is None:
            return
        rejected = self.tr("已换：") if current.rejected else ""
        place = f"{self._doubts.place}/{len(self._doubts.doubts)}"
        self.words.setText(f"{place}  {rejected}{decision_text(current.decision)}")
        self.words.setAccessibleName(self.words.text())
