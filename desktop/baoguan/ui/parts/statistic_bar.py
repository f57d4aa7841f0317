"""The controls above the statistics: where, which kinds, what is looked for, and how many were found."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models.icons import icon
from baoguan.ui.parts.choice import Choice
from baoguan.ui.parts.kind_switches import KindSwitches

_PAUSE_MS = 180
_LEAST_FIELD, _FIELD = 60, 96
_GAP = 4
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class StatisticBar(QWidget):
    """Stands in one line, or in two where one is too narrow; words give way to signs before that."""

    changed = Signal()
    """Something else is looked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scope = Choice(
            {"article": self.tr("本篇"), "page": self.tr("本版"), "archive": self.tr("全部")}, self.tr("范围")
        )
        self.kinds = KindSwitches()
        self.narrow = _button(self.tr("按指标、数值、时间等筛选"))
        self.narrow.setCheckable(True)
        self.export = _button(self.tr("导出列出的统计"))
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("筛选"))
        self.text.setAccessibleName(self.tr("按文字筛选统计"))
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(_LEAST_FIELD)
        self.text.setMaximumWidth(_FIELD)
        self.total = QLabel()
        self.total.setObjectName("quiet")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _text: self._pause.start())
        self.scope.chosen.connect(self.changed)
        self.kinds.changed.connect(self.changed)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.kinds.dress(theme)
        self.narrow.setIcon(icon("filter", theme.ink, theme.rule))
        self.export.setIcon(icon("export", theme.ink, theme.rule))

    def show_count(self, words: str) -> None:
        """Say how many rows there are, where there is room for it."""
        self.total.setText(words)
        self._arrange(self.width())

    def minimumSizeHint(self) -> QSize:
        """Return the room of the first of two lines: the second, without a count, is never wider."""
        first = self.scope.minimumSizeHint().width() + self.kinds.minimumSizeHint().width() + _GAP
        return QSize(first, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one line where that is wide enough."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        first = self.scope.sizeHint().width() + self.kinds.minimumSizeHint().width() + _GAP
        second = self.narrow.sizeHint().width() + self.export.sizeHint().width() + _FIELD + 4 * _GAP
        one_line = first + second <= width
        self._lines.setDirection(_ACROSS if one_line else _DOWN)
        told = self.total.sizeHint().width() + _GAP
        self.total.setVisible(first + second + told <= width if one_line else second + told <= width)
        self._lines.activate()  # at once: what stands in the line chooses words or signs by it

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(_GAP)
        first.addWidget(self.scope)
        first.addWidget(self.kinds, 1)
        for part in (self.narrow, self.text, None, self.total, self.export):
            if part is None:
                second.addStretch(1)
            else:
                second.addWidget(part)
        self._lines = QBoxLayout(_ACROSS, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(_GAP)
        self._lines.addLayout(first, 1)
        self._lines.addLayout(second)


def _button(words: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("tool")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click takes the keyboard from nobody
    button.setIconSize(QSize(18, 18))
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button
