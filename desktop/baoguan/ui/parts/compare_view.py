"""One measure over the issues of an archive: who tells what, and where the figures are at odds."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QToolButton, QWidget

from baoguan.domain.chart import Comparison
from baoguan.domain.records import StatisticFilter
from baoguan.ui.models.compare import Compared, CompareModel, hold_together
from baoguan.ui.models.lazy_reading import LazyReading
from baoguan.ui.models.room import Room
from baoguan.ui.models.unit_names import unit_name
from baoguan.ui.parts.compare_table import CompareTable
from baoguan.ui.parts.name_field import NameField
from baoguan.ui.parts.read_view import ReadView
from baoguan.ui.parts.view_choice import ViewChoice

_LEAST, _FIELD = 96, 200
"""Pixels of the line that a measure is named in."""


class CompareView(ReadView):
    """The measure of the filter, or another that is named here; without either, the one told of most."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        self.reading: LazyReading[Compared] = LazyReading(room, hold_together)
        super().__init__(room, self.reading, parent)
        self._wanted = StatisticFilter()
        self._measure = ""
        """The measure that is named; none where the one told of most is compared."""
        self.measure = NameField(room, "measure")
        self.measure.setPlaceholderText(self.tr("指标"))
        self.measure.setAccessibleName(self.tr("要对照的指标"))
        self.order = ViewChoice(
            {"time": self.tr("按时间"), "subject": self.tr("按主体")},
            {"time": "clock", "subject": "tag"},
            self.tr("各行的顺序"),
        )
        self.disputed = QToolButton()
        self.disputed.setObjectName("choice")
        self.disputed.setCheckable(True)
        self.model = CompareModel(self)
        self.view = CompareTable(self.model)
        self._lay_out()
        self._connect()
        self._dress()
        self.reading.again()

    def _lay_out(self) -> None:
        self.measure.setMinimumWidth(_LEAST)
        self.measure.setMaximumWidth(_FIELD)
        self._body = self.hold((self.measure, self.order, None, self.disputed), self.view)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.reading.answered.connect(self._show)
        self.measure.named.connect(self._name)
        self.order.chosen.connect(self._arrange)
        self.disputed.clicked.connect(self._arrange)
        self.view.opened.connect(self.go)
        self._room.theme_changed.connect(self._dress)

    def show_statistics(self, wanted: StatisticFilter) -> None:
        """Compare the statistics that a filter lets through, as soon as somebody looks."""
        if wanted.measure != self._wanted.measure:
            self._measure = wanted.measure
        self._wanted = self.measure.among = wanted
        self._want()

    def _name(self) -> None:
        """Compare the measure that stands in the field; where none does, the one told of most."""
        shown = self.reading.answer.comparison.measure if self.reading.answer else ""
        if self.measure.name != shown:
            self._measure = self.measure.name
            self._want()

    def _want(self) -> None:
        self.reading.want(replace(self._wanted, measure=self._measure))

    def _arrange(self) -> None:
        by_subject, only_conflicts = self.order.current == "subject", self.disputed.isChecked()
        self.model.arrange(by_subject=by_subject, only_conflicts=only_conflicts)
        self.mark_current()

    def _show(self) -> None:
        compared = self.reading.answer
        if compared is None:
            return
        self.model.put(compared)
        self.measure.put(compared.comparison.measure)
        self.view.setAccessibleName(compared.comparison.measure)
        self._show_count(compared.comparison)
        self._arrange()
        if compared.comparison.told:
            self._body.show_full()
        elif compared.comparison.measure:
            self._body.show_empty(self.tr("没有说这个指标的数字"), self.tr("换一个指标，或放宽筛选。"))
        else:
            self._body.show_empty(
                self.tr("没有说得出指标的数字"), self.tr("放宽筛选，或换一个范围；指标如“融资额”。")
            )

    def _show_count(self, comparison: Comparison) -> None:
        conflicts, unit = self.model.conflicts, unit_name(comparison.unit)
        self.disputed.setVisible(conflicts > 0)
        self.disputed.setText(self.tr("说法不一 {count}").format(count=f"{conflicts:,}"))
        self.disputed.setAccessibleName(self.tr("只列说法不一的"))
        self.disputed.setToolTip(self.tr("只列说法不一的"))
        if not conflicts:
            self.disputed.setChecked(False)
        figures = sum(len(told.records) for told in comparison.told)
        said = [
            self.tr("{figures} 个数字，{rows} 行").format(
                figures=f"{figures:,}", rows=f"{len(comparison.told):,}"
            )
        ]
        if unit:
            said.append(self.tr("都折成{unit}").format(unit=unit))
        if comparison.left_out:
            left = f"{comparison.left_out:,}"
            said.append(self.tr("{count} 个数字量纲不同或没有值，没有列出").format(count=left))
        self.note.setText(self.tr("；").join(said))

    def mark_current(self) -> None:
        """Show where the statistic that is selected stands."""
        self.view.choose(self._room.selection.current.statistic)

    def _dress(self) -> None:
        self.view.set_theme(self._room.theme)
        self.measure.set_theme(self._room.theme)
        self.order.set_theme(self._room.theme)
