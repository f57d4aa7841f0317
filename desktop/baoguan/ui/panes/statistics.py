"""The numbers that articles report: as a table, by measure, drawn, and held against each other."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from baoguan.domain.records import MeasureGroup, StatisticFilter
from baoguan.ui.models.chips import Chip
from baoguan.ui.models.narrowing import Narrowing, told
from baoguan.ui.models.room import Room
from baoguan.ui.parts.chart_view import ChartView
from baoguan.ui.parts.chip_row import ChipRow
from baoguan.ui.parts.compare_view import CompareView
from baoguan.ui.parts.filter_panel import FilterPanel
from baoguan.ui.parts.measure_groups import MeasureGroups
from baoguan.ui.parts.statistic_bar import StatisticBar
from baoguan.ui.parts.statistic_listing import StatisticListing
from baoguan.ui.parts.view_choice import ViewChoice


class StatisticsPane(QWidget):
    """Four views of what one filter lets through."""

    entering = Signal()
    """The reader goes on to the article."""
    exporting = Signal(object, object, bool)
    """``exporting(StatisticFilter, column, falling)``: what is listed is to be written to a file."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.narrowing = Narrowing(self)
        self.panel: FilterPanel | None = None
        self.bar = StatisticBar()
        self.chips = ChipRow(room.theme)
        self.chips.setAccessibleName(self.tr("统计的筛选条件"))
        self.clear = QPushButton(self.tr("清除"))
        self.clear.setObjectName("link")
        self.clear.setAccessibleName(self.tr("清除全部筛选条件"))
        self.listing = StatisticListing(room)
        self.groups = MeasureGroups(room)
        self.chart, self.compare = ChartView(room), CompareView(room)
        self.views: dict[str, QWidget] = {
            "table": self.listing,
            "groups": self.groups,
            "chart": self.chart,
            "compare": self.compare,
        }
        names = (self.tr("表格"), self.tr("分组"), self.tr("图表"), self.tr("对照"))
        self.heading = ViewChoice(
            dict(zip(self.views, names, strict=True)),
            {name: name for name in self.views},
            self.tr("统计的样子"),
        )
        """Which view is in front; the window shows it beside the pane's name."""
        self._lay_out()
        self._connect()
        self._dress()
        self._want()

    @property
    def wanted(self) -> StatisticFilter:
        """Which statistics are wanted: all that is set, and where."""
        selection, scope = self._room.selection.current, self.bar.scope.current
        article = selection.article if scope == "article" else None
        page = selection.page if scope != "archive" and article is None else None
        text, kinds = self.bar.text.text().strip(), self.bar.kinds.kinds
        return replace(self.narrowing.wanted, page=page, article=article, kinds=kinds, text=text)

    def export(self) -> None:
        """Ask for all that is listed to be written to a file."""
        model = self.listing.model
        self.exporting.emit(model.wanted, model.sorting, model.descending)

    def show_view(self, name: str) -> None:
        """Bring a view to the front, with the keyboard."""
        self.heading.choose(name)
        self.views[name].setFocus()

    def narrow(self) -> None:
        """Open the fields of the filter, or close them."""
        if self.panel is not None:
            self.panel.leave()
            return
        panel = self.panel = FilterPanel(self._room, self.narrowing, self.window())
        panel.left.connect(self._forget_panel)
        button = self.bar.narrow
        button.setChecked(True)
        panel.show_beside(QRectF(button.rect()).translated(button.mapTo(self.window(), QPoint())))

    def _lay_out(self) -> None:
        self._stack = _Views()
        for view in self.views.values():
            self._stack.addWidget(view)
        self._told = QWidget()
        line = QHBoxLayout(self._told)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.chips)
        line.addWidget(self.clear)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self._told)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._stack)
        self._stack.setFocusProxy(self.listing)

    def _connect(self) -> None:
        self.heading.chosen.connect(self._show_view)
        self.bar.changed.connect(self._want)
        self.bar.narrow.clicked.connect(self.narrow)
        self.bar.export.clicked.connect(self.export)
        self.narrowing.changed.connect(self._want)
        self.chips.removed.connect(self._remove)
        self.chips.pointed.connect(lambda _chip: None if self.panel else self.narrow())
        self.clear.clicked.connect(self.narrowing.clear)
        self.listing.counted.connect(self._show_count)
        self.listing.view.entered.connect(self.entering)
        self.listing.acts.exporting.connect(self.export)
        self.groups.opened.connect(self._open_group)
        self._room.selection.changed.connect(self._want)
        self._room.opened.connect(self.narrowing.clear)
        self._room.theme_changed.connect(self._dress)

    def _want(self) -> None:
        chips = told(self.narrowing.wanted)
        self.chips.show_pieces(tuple(chips))
        self._told.setVisible(bool(chips))
        self._feed()

    def _feed(self) -> None:
        """Tell the views what is wanted; those out of sight read nothing but how much there is."""
        wanted = self.wanted
        self.listing.want(wanted)
        self.groups.want(wanted if self.heading.current == "groups" else None)
        self.chart.show_statistics(wanted)
        self.compare.show_statistics(wanted)

    def _show_view(self, name: str) -> None:
        self._stack.setCurrentWidget(self.views[name])
        self._stack.setFocusProxy(self.views[name])
        self._feed()

    def _open_group(self, group: MeasureGroup, view: str) -> None:
        self.narrowing.open(group)
        self.show_view(view)

    def _remove(self, chip: Chip) -> None:
        self.narrowing.put(told(self.narrowing.wanted)[chip])

    def _forget_panel(self) -> None:
        self.panel = None
        self.bar.narrow.setChecked(False)

    def _show_count(self) -> None:
        count = self.listing.model.rowCount()
        self.bar.show_count(self.tr("{count} 条").format(count=f"{count:,}") if count else "")

    def _dress(self) -> None:
        self.heading.set_theme(self._room.theme)
        self.bar.set_theme(self._room.theme)
        self.chips.set_theme(self._room.theme)


class _Views(QStackedWidget):
    """Takes the room that the view in front needs, not that of the widest."""

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the view in front."""
        front = self.currentWidget()
        return super().minimumSizeHint() if front is None else front.minimumSizeHint()
