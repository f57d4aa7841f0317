"""The statistics by measure, from which those of one measure are opened."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from baoguan.domain.records import StatisticFilter
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistic_groups import GroupsModel
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.groups_table import GroupsTable


class MeasureGroups(QWidget):
    """Enter or a double click lists a measure's statistics; a menu draws or compares them."""

    opened = Signal(object, str)
    """``opened(MeasureGroup, view)``: its statistics are wanted in a view."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.model = GroupsModel(room, self)
        self.view = GroupsTable(self.model)
        self.view.setAccessibleName(self.tr("按指标分组"))
        self._body = OrEmpty(self.view)
        self.setLayout(self._body)
        self.setFocusProxy(self.view)
        self.view.opened.connect(lambda group: self.opened.emit(group, "table"))
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.model.counted.connect(self._show)
        room.theme_changed.connect(self._dress)
        self._dress()
        self._show()

    def want(self, wanted: StatisticFilter | None) -> None:
        """Group other statistics; None while nobody looks."""
        if wanted is not None and not self.model.rowCount() and self._room.archive is not None:
            self._body.show_empty("", self.tr("正在按指标分组"))
        self.model.want(wanted)

    def menu(self) -> QMenu:
        """Return what can be done with the current measure."""
        menu, group = QMenu(self.view), self.view.group
        for words, view in (
            (self.tr("列出这些统计"), "table"),
            (self.tr("画成图"), "chart"),
            (self.tr("逐期对照"), "compare"),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _checked=False, view=view: self.opened.emit(group, view))
            action.setEnabled(group is not None)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _show(self) -> None:
        if self.model.rowCount():
            self._body.show_full()
        elif self._room.archive is None:
            self._body.show_opening()
        else:
            self._body.show_empty(
                self.tr("没有说得出指标的数字"),
                self.tr("点“全部”，或放开几个条件；指标是数字所说的那一项，如“融资额”。"),
            )

    def _dress(self) -> None:
        self.view.set_theme(self._room.theme)
