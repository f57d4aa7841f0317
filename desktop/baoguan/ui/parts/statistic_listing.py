"""The statistics as a table that follows the selection and leads it."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from baoguan.app.selection import Selection
from baoguan.domain.records import StatisticFilter, StatisticRecord
from baoguan.ui.models.place import at_statistic
from baoguan.ui.models.roles import RECORD
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistics import StatisticsModel
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.statistic_acts import StatisticActs
from baoguan.ui.parts.statistics_table import StatisticsTable


class StatisticListing(QWidget):
    """Choosing a row shows its number in its article; a number chosen elsewhere is brought in sight."""

    counted = Signal()
    """How many rows there are is known."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._row = -1
        """The row that was chosen last."""
        self.model = StatisticsModel(room, self)
        self.view = StatisticsTable(self.model)
        self.view.setAccessibleName(self.tr("统计"))
        self.acts = StatisticActs(room, self.model, self.view)
        self._body = OrEmpty(self.view)
        self._body.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._body)
        self.setFocusProxy(self.view)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.model.counted.connect(self._show)
        self.model.located.connect(self.view.mark)
        self.model.dataChanged.connect(self._heed_rows)
        room.selection.changed.connect(self._follow)
        room.theme_changed.connect(self._dress)
        self._dress()
        self.model.read()

    def want(self, wanted: StatisticFilter) -> None:
        """List other statistics."""
        self.model.want(wanted)

    def _choose(self, index: QModelIndex) -> None:
        self._row = index.row()
        record = index.data(RECORD)
        current = self._room.selection.current
        if isinstance(record, StatisticRecord) and record.id != current.statistic:
            self._room.selection.select(at_statistic(current, record))

    def _heed_rows(self, first: QModelIndex, last: QModelIndex) -> None:
        """Choose the current row, where it was reached before it was read."""
        index = self.view.currentIndex()
        if self.view.hasFocus() and first.row() <= index.row() <= last.row():
            self._choose(index)

    def _follow(self, new: Selection, old: Selection) -> None:
        """Mark the number that is selected; none, where none is."""
        if new.statistic == old.statistic:
            return
        current = self.view.currentIndex().data(RECORD)
        if new.statistic is None:
            self.view.selectionModel().clear()
        elif not isinstance(current, StatisticRecord) or current.id != new.statistic:
            row = self.model.row_of(new.statistic)
            if row >= 0:
                self.view.mark(row)
            elif self.model.known:
                self.model.locate(new.statistic)

    def _show(self) -> None:
        """Show the list, the chosen number in sight; one that was read anew stays where it was."""
        model = self.model
        if not model.rowCount():
            self._show_nothing()
        else:
            self._body.show_full()
            self._mark(model.position)
        self.counted.emit()

    def _mark(self, position: int | None) -> None:
        if position is not None:
            if self.view.currentIndex().row() != position:
                self.view.mark(position)
        elif not self.model.again:
            self.view.scrollToTop()
        elif self._row >= 0 and self.view.hasFocus():  # it was corrected or rejected: on to the next
            self.view.mark(min(self._row, self.model.rowCount() - 1))

    def _show_nothing(self) -> None:
        wanted = self.model.wanted
        if self._room.archive is None:
            self._body.show_opening()
        elif self._room.selection.current == Selection() and wanted.article is None:
            self._body.show_empty(
                self.tr("还没有选中文章"), self.tr("点一篇文章看它报道的数字，或点“全部”。")
            )
        elif wanted.rejected:
            self._body.show_empty(
                self.tr("没有剔除过数字"),
                self.tr("在表格里选中一行按 Delete，它就不再列出，可以从这里恢复。"),
            )
        elif wanted != StatisticFilter(page=wanted.page, article=wanted.article):
            self._body.show_empty(
                self.tr("没有合乎筛选的数字"), self.tr("放开几个条件或类别，或清空筛选文字。")
            )
        else:
            self._body.show_empty(self.tr("这里没有报道数字"), self.tr("点“本版”或“全部”看更多。"))

    def _dress(self) -> None:
        self.view.set_theme(self._room.theme)
