"""The numbers that articles report, as a table."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from baoguan.app.selection import Selection
from baoguan.domain.article import Span
from baoguan.domain.records import StatisticRecord
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistics import StatisticsModel
from baoguan.ui.parts.choice import Choice
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.kind_switches import KindSwitches
from baoguan.ui.parts.pane_layout import PaneLayout
from baoguan.ui.parts.statistics_table import StatisticsTable

_PAUSE_MS = 180
_BESIDE, _FIELD, _WITH_COUNT = 24, 88, 176
"""Pixels beside the switches: of air, of the filter, and of filter and number of rows."""


class StatisticsPane(QWidget):
    """Choosing a row shows its article at the number; a header sorts, switches and a line of text filter."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.scope = Choice(
            {"article": self.tr("本篇"), "page": self.tr("本版"), "archive": self.tr("全部")}, self.tr("范围")
        )
        self.kinds = KindSwitches()
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("筛选"))
        self.text.setAccessibleName(self.tr("按文字筛选统计"))
        self.text.setClearButtonEnabled(True)
        self.total = QLabel()
        self.total.setObjectName("quiet")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.model = StatisticsModel(room, self)
        self.view = StatisticsTable(self.model)
        self.view.setAccessibleName(self.tr("统计"))
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        self._dress()
        self._want()
        self.model.read()

    def _lay_out(self) -> None:
        self.text.setMinimumWidth(60)
        self.text.setMaximumWidth(_FIELD)
        self._body = OrEmpty(self.view)
        PaneLayout(self, (self.scope, self.kinds, None, self.total, self.text), self._body)

    def minimumSizeHint(self) -> QSize:
        """Return the room that the switches take without words, and without a filter beside them."""
        return QSize(self._least_width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the filter, and how many rows there are, where the switches want the room."""
        super().resizeEvent(event)
        width = event.size().width()
        words = self.scope.sizeHint().width() + self.kinds.sizeHint().width()
        self.text.setVisible(bool(self.text.text()) or width >= self._least_width() + _FIELD)
        self.total.setVisible(width >= words + _WITH_COUNT)

    def _least_width(self) -> int:
        return self.scope.minimumSizeHint().width() + self.kinds.minimumSizeHint().width() + _BESIDE

    def _connect(self) -> None:
        self.scope.chosen.connect(self._want)
        self.kinds.changed.connect(self._want)
        self.text.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._want)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self.model.sort)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.model.counted.connect(self._show_count)
        self.model.dataChanged.connect(self._mark_current)
        self._room.selection.changed.connect(self._follow)
        self._room.theme_changed.connect(self._dress)

    def _want(self) -> None:
        selection, scope = self._room.selection.current, self.scope.current
        article = selection.article if scope == "article" else None
        page = selection.page if scope != "archive" and article is None else None
        self.model.want(page, article, self.kinds.kinds, self.text.text().strip())

    def _choose(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        current = self._room.selection.current
        if not isinstance(record, StatisticRecord) or record.id == current.statistic:
            return
        number = record.statistic
        self._room.selection.select(
            Selection(
                issue=current.issue if record.page == current.page else None,
                page=record.page,
                article=record.article,
                span=Span(number.full_start, number.full_end),
                statistic=record.id,
                query=current.query,
                filters=current.filters,
            )
        )

    def _follow(self, new: Selection, old: Selection) -> None:
        self._want()
        if new.statistic != old.statistic:
            self._mark_current()

    def _show_count(self) -> None:
        count = self.model.rowCount()
        self.total.setText(self.tr("{count} 条").format(count=f"{count:,}") if count else "")
        if count:
            self._body.show_full()
        elif self._room.archive is None or self._room.selection.current == Selection():
            self._body.show_empty(
                self.tr("还没有选中文章"), self.tr("点一篇文章看它报道的数字，或点“全部”。")
            )
        elif self.kinds.kinds or self.text.text():
            self._body.show_empty(self.tr("没有合乎筛选的数字"), self.tr("放开几个类别，或清空筛选文字。"))
        else:
            self._body.show_empty(self.tr("这里没有报道数字"), self.tr("点“本版”或“全部”看更多。"))

    def _mark_current(self) -> None:
        row = self.model.row_of(self._room.selection.current.statistic)
        chosen = self.view.selectionModel()
        if row < 0:
            chosen.clear()
        elif chosen.currentIndex().row() != row:
            flags = QItemSelectionModel.SelectionFlag
            chosen.setCurrentIndex(self.model.index(row, 0), flags.ClearAndSelect | flags.Rows)
            self.view.scrollTo(self.model.index(row, 0))

    def _dress(self) -> None:
        self.view.set_theme(self._room.theme)
        self.kinds.dress(self._room.theme)
