"""The table of measures, whose name has the room that their figures leave."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.records import MeasureGroup
from baoguan.ui.models import fonts
from baoguan.ui.models.roles import ALIGNMENT, DISPLAY, RECORD, Index
from baoguan.ui.models.statistic_groups import (
    ARTICLES,
    MEASURE,
    PERIOD,
    RANGE,
    STATISTICS,
    GroupsModel,
    cell_text,
)
from baoguan.ui.parts.bars import faint, snapped
from baoguan.ui.parts.delegate import Delegate
from baoguan.ui.parts.long_table import LongTable

_AIR = 20
_NAME = 120
"""Least pixels of a measure's name."""
_WIDEST = 220
_GIVEN_UP = (ARTICLES, PERIOD, RANGE)
"""Columns that make room, in this order, where the name would have too little."""


class GroupsTable(LongTable):
    """A thin bar below each measure is as long as its share of the most frequent one."""

    opened = Signal(object)
    """``opened(MeasureGroup)``: its statistics are wanted."""

    def __init__(self, model: GroupsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._cell = _GroupCell(self)
        self._cell.groups = model
        self.setItemDelegate(self._cell)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.horizontalHeader().setMinimumSectionSize(_AIR)
        self._needs = [0] * (PERIOD + 1)
        model.modelReset.connect(self._forget)
        model.dataChanged.connect(self._measure)
        self.entered.connect(self._open)

    @property
    def group(self) -> MeasureGroup | None:
        """The current measure."""
        found = self.currentIndex().data(RECORD)
        return found if isinstance(found, MeasureGroup) else None

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._cell.theme = theme
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the new width."""
        super().resizeEvent(event)
        self._fit()

    def _open(self) -> None:
        if self.group is not None:
            self.opened.emit(self.group)

    def _forget(self) -> None:
        self._needs = [0] * (PERIOD + 1)

    def _measure(self, first: QModelIndex, last: QModelIndex) -> None:
        groups = self._cell.groups.groups(first.row(), last.row())
        metrics, head = QFontMetrics(fonts.sans(13)), QFontMetrics(fonts.sans(12))
        for column in range(STATISTICS, PERIOD + 1):
            texts = {cell_text(group, column) for group in groups}
            name = self.model().headerData(column, Qt.Orientation.Horizontal)
            widest = max(map(metrics.horizontalAdvance, texts), default=0)
            self._needs[column] = max(self._needs[column], widest, head.horizontalAdvance(name))
        self._fit()

    def _fit(self) -> None:
        widths = [min(_WIDEST, need) + _AIR for need in self._needs]
        shown = {STATISTICS, ARTICLES, RANGE, PERIOD}
        for column in _GIVEN_UP:
            if self.viewport().width() - sum(widths[one] for one in shown) < _NAME:
                shown.discard(column)
        for column in range(STATISTICS, PERIOD + 1):
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, widths[column])
        left = self.viewport().width() - sum(widths[one] for one in shown)
        self.setColumnWidth(MEASURE, max(_NAME, left))


class _GroupCell(Delegate):
    heeds_mouse = False  # the mouse is over one cell, and a row is what is chosen
    groups: GroupsModel

    def paint_row(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw a cell."""
        group = index.data(RECORD)
        if not isinstance(group, MeasureGroup):
            return
        inner = box.adjusted(8, 0, -8, 0)
        if index.column() == MEASURE:
            long = max(2.0, inner.width() * group.statistics / max(1, self.groups.most))
            bar = QRectF(inner.left(), inner.bottom() - 4, long, 2)
            ratio = painter.device().devicePixelRatioF()
            painter.fillRect(snapped(bar, ratio), faint(self.theme.muted))
        painter.setFont(fonts.sans(13))
        quiet = index.column() in (ARTICLES, PERIOD)
        painter.setPen(QColor(self.theme.muted if quiet else self.theme.ink))
        text = painter.fontMetrics().elidedText(
            index.data(DISPLAY) or "", Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.drawText(inner, int(index.data(ALIGNMENT)), text)
