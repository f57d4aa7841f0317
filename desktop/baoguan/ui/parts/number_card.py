"""The card beside a number in a text: all that was read of it, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models.fonts import sans
from baoguan.ui.models.kinds import colour_of
from baoguan.ui.models.number_words import foot_line, kind_line, record_lines, spoken, value_line
from baoguan.ui.parts.floating import Floating

_WIDTH, _MARGIN = 312, 14
_INSET = 6
"""Pixels between the edge of a button and its words, which are in line with the others."""


class NumberCard(Floating):
    """Shows one number at a time; it takes no keyboard by itself, Escape on it closes it."""

    amending = Signal()
    """It should read otherwise."""
    rejecting = Signal()
    """It is no statistic."""
    restoring = Signal()
    """It should read again as it was read."""
    left = Signal()
    """The keyboard leaves it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.record: StatisticRecord | None = None
        self._theme: Theme | None = None
        self._bar = QFrame()
        self._bar.setFixedWidth(3)
        self._value, self._kind, self._foot = QLabel(), QLabel(), QLabel()
        self._value.setFont(sans(16, bold=True))
        self.amend = QPushButton(self.tr("更正…"))
        self.reject = QPushButton(self.tr("不是统计"))
        self.restore = QPushButton(self.tr("恢复原读"))
        for button, signal in (
            (self.amend, self.amending), (self.reject, self.rejecting), (self.restore, self.restoring),
        ):  # fmt: skip
            button.setObjectName("link")
            button.clicked.connect(lambda _checked, signal=signal: signal.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        for label, name in ((self._value, "card-title"), (self._kind, "quiet"), (self._foot, "quiet")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        head, acts = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        head.setContentsMargins(_INSET, 0, 0, 0)
        head.addWidget(self._bar)
        head.addWidget(self._value, 1)
        head.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignRight)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(_INSET, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._foot.setContentsMargins(_INSET, 0, 0, 0)
        self._acts = QWidget()
        self._acts.setLayout(acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(0)
        for button in (self.amend, self.reject, self.restore):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN - _INSET, 12, _MARGIN, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._grid)
        column.addWidget(self._foot)
        column.addWidget(self._acts)
        self.setFixedWidth(_WIDTH)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        super().set_theme(theme)
        self._theme = theme
        self._colour()

    def put(self, record: StatisticRecord, *, can_change: bool) -> None:
        """Show a number; without ``can_change`` there is nothing to be done about it."""
        self.record = record
        self._value.setText(value_line(record))
        self._kind.setText(kind_line(record))
        self._foot.setText(foot_line(record))
        while (taken := self._grid.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, said) in enumerate(record_lines(record)):
            self._grid.addWidget(_label(name, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_label(said, ""), row, 1)
        self._acts.setVisible(can_change)
        self.restore.setVisible(record.amended is not None)
        self.setAccessibleName(spoken(record))
        self._colour()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _colour(self) -> None:
        if self._theme is not None and self.record is not None:
            colour = colour_of(self.record.statistic.kind, self._theme)
            self._bar.setStyleSheet(f"background: {colour}; border-radius: 1px;")


def _label(words: str, name: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(words)
    label.setObjectName(name)
    label.setWordWrap(not name)
    label.setFont(sans(13))
    return label
