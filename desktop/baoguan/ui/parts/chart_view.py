"""The statistics that pass a filter as a chart, with its table as a twin, and both as files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QToolButton, QWidget

from baoguan.app.theme import load_theme
from baoguan.domain.chart import Chart, ChartKind
from baoguan.domain.errors import BaoguanError
from baoguan.domain.records import StatisticFilter
from baoguan.ui.models.chart import Drawing, draw
from baoguan.ui.models.chart_plans import plan_chart
from baoguan.ui.models.chart_table import NAME, ChartTable
from baoguan.ui.models.chart_words import (
    heading,
    mark_name,
    rest_words,
    turn_words,
    value_line,
)
from baoguan.ui.models.icons import icon
from baoguan.ui.models.kinds import colour_of
from baoguan.ui.models.lazy_reading import LazyReading
from baoguan.ui.models.room import Room
from baoguan.ui.parts.chart_canvas import ChartCanvas, ChartScroll
from baoguan.ui.parts.chart_file import HEIGHT, WIDTH, write_chart
from baoguan.ui.parts.chart_tip import ChartTip
from baoguan.ui.parts.chart_twin import ChartTwin
from baoguan.ui.parts.read_view import ReadView
from baoguan.ui.parts.view_choice import ViewChoice


class ChartView(ReadView):
    """Every mark leads to the sentences behind it, one after another where there are several."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        self.model: LazyReading[Drawing] = LazyReading(room, draw)
        super().__init__(room, self.model, parent)
        self.kinds = ViewChoice(
            {
                ChartKind.BARS: self.tr("柱"),
                ChartKind.LINE: self.tr("线"),
                ChartKind.DISTRIBUTION: self.tr("分布"),
            },
            {kind: f"chart-{kind}" for kind in ChartKind},
            self.tr("图的种类"),
        )
        self.looks = ViewChoice(
            {"chart": self.tr("图"), "table": self.tr("表")},
            {"chart": "picture", "table": "table"},
            self.tr("看图或看表"),
        )
        self.saving = QToolButton()
        self.saving.setObjectName("tool")
        self.saving.setIconSize(QSize(18, 18))
        self.saving.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.saving.setToolTip(self.tr("把图存成 SVG 或 PNG"))
        self.saving.setAccessibleName(self.tr("存图"))
        self.canvas = ChartCanvas()
        self.area = ChartScroll(self.canvas)
        self.tip = ChartTip(self.area)
        self.table = ChartTable(self)
        self.twin = ChartTwin(self.table)
        self._lay_out()
        self._connect()
        self._dress()
        self.model.again()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.twin)
        self._body = self.hold((self.kinds, None, self.looks, self.saving), self._stack)

    def _connect(self) -> None:
        self.model.answered.connect(self._show)
        self.kinds.chosen.connect(self._show)
        self.looks.chosen.connect(self._look)
        self.saving.clicked.connect(self._ask_path)
        self.canvas.opened.connect(self._open)
        self.canvas.pointed.connect(self._tip)
        self.area.verticalScrollBar().valueChanged.connect(self._tip)
        self.twin.opened.connect(self._open)
        self._room.theme_changed.connect(self._dress)

    def show_statistics(self, wanted: StatisticFilter) -> None:
        """Draw the statistics that a filter lets through, as soon as somebody looks."""
        self.model.want(wanted)

    @property
    def chart(self) -> Chart | None:
        """The chart of the kind that is chosen; None while there is none."""
        drawing = self.model.answer
        return drawing.charts[ChartKind(self.kinds.current)] if drawing else None

    def save(self, path: Path) -> None:
        """Write the chart as an SVG, or as a PNG where the name ends so; tell where it cannot be."""
        drawing, chart, light = self.model.answer, self.chart, load_theme("light")
        if drawing is None or chart is None or not chart.marks:
            return
        plan = plan_chart(chart, WIDTH, HEIGHT)
        try:
            write_chart(plan, self._foot(), light, colour_of(drawing.kind, light), path)
        except BaoguanError as error:
            self._room.tell(error)
        else:
            self.note.setText(self.tr("已存为“{name}”").format(name=path.name))

    def _show(self) -> None:
        drawing, chart = self.model.answer, self.chart
        self.saving.setEnabled(bool(chart and chart.marks))
        if drawing is None or chart is None:
            return
        self.canvas.show_chart(chart, colour_of(drawing.kind, self._room.theme))
        self.table.put(chart)
        self.twin.setAccessibleName(heading(chart))
        self.note.setText(self._foot())
        if chart.marks:
            self._body.show_full()
            self.mark_current()
        elif any(other.marks for other in drawing.charts.values()):
            self._show_other_kinds(chart)
        else:
            self._body.show_empty(self.tr("没有可画的数字"), self.tr("放宽筛选，或换一个范围。"))

    def _show_other_kinds(self, chart: Chart) -> None:
        if chart.kind is ChartKind.BARS:
            self._body.show_empty(self.tr("这些数字没有写明主体"), self.tr("点“线”或“分布”看它们。"))
        else:
            self._body.show_empty(self.tr("这些数字没有日期"), self.tr("点“柱”或“分布”看它们。"))

    def _foot(self) -> str:
        drawing, chart = self.model.answer, self.chart
        if drawing is None or chart is None:
            return ""
        return self.tr("；").join(filter(None, (drawing.source, rest_words(chart))))

    def _look(self, look: str) -> None:
        self._stack.setCurrentWidget(self.twin if look == "table" else self.area)

    def mark_current(self) -> None:
        """Show which mark stands for the statistic that is selected, and say it."""
        statistic = self._room.selection.current.statistic
        self.canvas.choose(statistic)
        marks = self.chart.marks if self.chart else ()
        place = next((place for place, mark in enumerate(marks) if statistic in mark.statistics), -1)
        row = self.table.row_of(place)
        if row < 0:
            self.twin.selectionModel().clear()
        elif self.twin.currentIndex().row() != row:
            self.twin.setCurrentIndex(self.table.index(row, NAME))
        self._tip()

    def _open(self, place: int) -> None:
        """Go to the sentence of a mark's first statistic, or to that after the one that is shown."""
        if self.chart is None:
            return
        statistics, shown = self.chart.marks[place].statistics, self._room.selection.current.statistic
        turn = statistics.index(shown) + 1 if shown in statistics else 0
        wanted = statistics[turn % len(statistics)]
        self._room.ask(lambda archive: archive.statistic(wanted), self.go)

    def _tip(self) -> None:
        """Say what the mark pointed at stands for, beside it."""
        place, chart = self.canvas.current, self.chart
        spot = self.canvas.spot.translated(0, -self.area.verticalScrollBar().value())
        if place is None or chart is None or not QRectF(self.area.viewport().rect()).intersects(spot):
            self.tip.hide()
            return
        mark = chart.marks[place]
        turn = turn_words(mark, self._room.selection.current.statistic)
        self.tip.say(mark_name(chart, mark), value_line(chart, mark), turn, spot)

    def _ask_path(self) -> None:
        name = f"{heading(self.chart)}.svg" if self.chart else ""
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("存图"), str(Path.home() / name), "SVG (*.svg);;PNG (*.png)"
        )
        if path:
            self.save(Path(path))

    def _dress(self) -> None:
        theme = self._room.theme
        self.canvas.theme = theme
        self.tip.set_theme(theme)
        self.twin.set_theme(theme)
        self.kinds.set_theme(theme)
        self.looks.set_theme(theme)
        self.saving.setIcon(icon("save", theme.ink, theme.rule))
        if self.model.answer is not None:
            self.canvas.colour = colour_of(self.model.answer.kind, theme)
        self.canvas.update()
