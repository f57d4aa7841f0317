"""What the hits are filed under, and when they were printed: counts to look at and to choose from."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from baoguan.domain.query import Facet
from baoguan.ui.models.facets import branches, ranking
from baoguan.ui.models.room import Room
from baoguan.ui.models.spread import SpreadModel
from baoguan.ui.parts.elided import Elided
from baoguan.ui.parts.empty import OrEmpty
from baoguan.ui.parts.facet_list import FacetList
from baoguan.ui.parts.facet_tree import FacetTree
from baoguan.ui.parts.histogram import Histogram
from baoguan.ui.parts.view_choice import ViewChoice


class FacetsPane(QWidget):
    """A click on a value narrows the hits to it, as a drag over the histogram does to a span of time."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.model = SpreadModel(room, self)
        self.heights = ViewChoice(
            {"articles": self.tr("篇数"), "issues": self.tr("每期篇数")},
            {"articles": "article", "issues": "newspaper"},
            self.tr("柱高"),
        )
        self.clear = QToolButton()
        self.clear.setObjectName("choice")
        self.clear.setText(self.tr("清除"))
        self.clear.setToolTip(self.tr("清除所有筛选"))
        self.clear.setAccessibleName(self.tr("清除所有筛选"))
        self.histogram = Histogram()
        self.told = Elided()
        self.told.setObjectName("quiet")
        self.tree = FacetTree()
        self.tree.setAccessibleName(self.tr("筛选"))
        self.list = FacetList(self)
        self.setFocusProxy(self.tree)
        self._lay_out()
        self._connect()
        self._dress()
        self._show()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.heights)
        bar.addStretch(1)
        bar.addWidget(self.clear)
        self._time = QWidget()
        time = QVBoxLayout(self._time)
        time.setContentsMargins(8, 0, 12, 4)
        time.setSpacing(0)
        time.addWidget(self.histogram)
        time.addWidget(self.told)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        bar.setContentsMargins(8, 0, 8, 0)
        column.addLayout(bar)
        column.addWidget(self._time)
        column.addWidget(self.tree, 1)
        self._body = OrEmpty(full)
        self.setLayout(self._body)

    def _connect(self) -> None:
        self.model.answered.connect(self._show)
        self.model.chosen.connect(self._show)
        self.heights.chosen.connect(self._show)
        self.clear.clicked.connect(lambda _checked: self.model.clear())
        self.histogram.brushed.connect(self.model.brush)
        self.histogram.cleared.connect(self.model.clear_span)
        self.histogram.told.connect(self._tell)
        self.tree.toggled.connect(self.model.toggle)
        self.tree.more_wanted.connect(self._open_list)
        self.list.toggled.connect(self.model.toggle)
        self._room.theme_changed.connect(self._dress)

    def _show(self) -> None:
        spread = self.model.spread
        if spread is None:
            self._show_nothing()
            return
        found = branches(spread, self.model.filters)
        self.tree.show_branches(found)
        if self.list.isVisible():
            self.list.show_values(ranking(spread, self.model.filters, self.list.facet))
        spans = self.model.spans
        self._time.setVisible(bool(spread.months))
        self.heights.setVisible(bool(spread.months))
        self.histogram.show_bars(spread.months, spans, per_issue=self.heights.current == "issues")
        self.clear.setVisible(bool(self.model.filters or spans))
        if found or spans:
            self._body.show_full()
        else:
            self._show_nothing()

    def _show_nothing(self) -> None:
        if self._room.archive is None:
            self._body.show_opening()
        elif self.model.spread is None:
            self._body.show_empty("", "")
        elif self.model.question.text.strip():
            self._body.show_empty(self.tr("没有命中"), self.tr("换个说法，或少写几个词。"))
        else:
            self._body.show_empty(
                self.tr("馆藏还是空的"), self.tr("收入版面以后，可以在这里按报纸、时间、栏目、记者筛选。")
            )

    def _tell(self, said: str) -> None:
        undated = self.model.spread.undated if self.model.spread is not None else 0
        if undated:
            said = self.tr("{said} · 另有 {count} 篇没有日期").format(said=said, count=f"{undated:,}")
        self.told.setText(said)

    def _open_list(self, facet: Facet) -> None:
        if self.model.spread is not None:
            beside = self.tree.viewport().mapToGlobal(QPoint(self.tree.width() + 4, 0))
            self.list.open(facet, ranking(self.model.spread, self.model.filters, facet), beside)

    def _dress(self) -> None:
        theme = self._room.theme
        self.heights.set_theme(theme)
        self.histogram.set_theme(theme)
        self.tree.set_theme(theme)
        self.list.set_theme(theme)
