"""The fields that statistics are narrowed by: names, a range of values, a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.records import NamedColumn, StatisticFilter
from baoguan.ui.models.icons import icon
from baoguan.ui.models.narrowing import without
from baoguan.ui.models.room import Room
from baoguan.ui.models.typed import day_text, read_day, read_number
from baoguan.ui.models.wording import number_text
from baoguan.ui.parts.choice import Choice
from baoguan.ui.parts.name_field import NameField
from baoguan.ui.parts.span_fields import SpanFields, mark

if TYPE_CHECKING:  # the archive loads after the first paint
    from baoguan.app.archive import Archive

_UNIT = 96
_DECADE = 10
_FEW_YEARS = 16
"""Years that stand in one menu; more stand by decades."""


class FilterForm(QWidget):
    """Every change is told at once; what cannot be read is marked, said, and filters nothing."""

    changed = Signal()
    """``wanted`` is another."""
    settled = Signal()
    """No unit is being looked up any more."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._asked = 0
        self.asking = 0
        """How many units are being looked up."""
        self.wanted = StatisticFilter()
        columns: tuple[NamedColumn, ...] = ("measure", "subject", "place", "unit", "title")
        self.names = {column: NameField(room, column) for column in columns}
        self.values = SpanFields((self.tr("最小值"), self.tr("最大值")), (self.tr("从"), self.tr("到")))
        self.period = SpanFields((self.tr("起始时间"), self.tr("截止时间")), (self.tr("从"), self.tr("到")))
        self.unknown = QLabel()
        self.unknown.setObjectName("trouble")
        self.unknown.setWordWrap(True)
        self.years = QToolButton()
        self.shown = Choice({"": self.tr("采用的"), "rejected": self.tr("已剔除的")}, self.tr("列出"))
        self._lay_out()
        for column, field in self.names.items():
            field.named.connect(self._name_unit if column == "unit" else self._read)
        self.values.changed.connect(self._read)
        self.period.changed.connect(self._read)
        self.shown.chosen.connect(self._read)

    def fill(self, wanted: StatisticFilter) -> None:
        """Show a filter; what could not be read is forgotten."""
        self._asked += 1
        self.wanted = wanted
        self._know_unit(known=True)
        for column, field in self.names.items():
            field.put(getattr(wanted, column) or "")
            field.among = without(wanted, column)
        self.values.put(*("" if end is None else number_text(end) for end in (wanted.low, wanted.high)))
        self.period.put(day_text(wanted.since, last=False), day_text(wanted.until, last=True))
        self.shown.show_choice("rejected" if wanted.rejected else "")
        self._read()

    def offer_years(self, years: Iterable[int]) -> None:
        """Offer years to choose from, the latest first, by decades where they are many."""
        listed = sorted(set(years), reverse=True)
        menu = self.years.menu()
        menu.clear()
        decades: dict[int, QMenu] = {}
        for year in listed:
            under = menu
            if len(listed) > _FEW_YEARS:
                first = year - year % _DECADE
                if first not in decades:
                    decades[first] = menu.addMenu(f"{first}–{first + _DECADE - 1}")
                under = decades[first]
            under.addAction(str(year)).triggered.connect(partial(self._take_year, year))
        self.years.setEnabled(bool(listed))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for field in self.names.values():
            field.set_theme(theme)
        self.years.setIcon(icon("chevron-down", theme.muted))

    def _lay_out(self) -> None:
        self.names["unit"].setPlaceholderText(self.tr("单位"))
        self.names["unit"].setFixedWidth(_UNIT)
        self.values.beside.addWidget(self.names["unit"])
        self.values.below.addWidget(self.unknown)
        self.years.setObjectName("order")
        self.years.setText(self.tr("年份"))
        self.years.setAccessibleName(self.tr("选一年"))
        self.years.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.years.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.years.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the word
        self.years.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.years.setMenu(QMenu(self.years))
        self.years.setFixedWidth(_UNIT)
        self.years.setEnabled(False)
        self.period.beside.addWidget(self.years)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("指标"), self.names["measure"]),
            (self.tr("主体"), self.names["subject"]),
            (self.tr("数值"), self.values),
            (self.tr("时间"), self.period),
            (self.tr("地点"), self.names["place"]),
            (self.tr("报纸"), self.names["title"]),
            (self.tr("列出"), self.shown),
        )
        for row, (words, field) in enumerate(rows):
            label = QLabel(words)
            label.setObjectName("quiet")
            label.setFixedHeight(self.names["measure"].sizeHint().height())
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(field, Choice):
                grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                grid.addWidget(field, row, 1)
            if isinstance(field, NameField):
                field.setAccessibleName(words)
        self.names["unit"].setAccessibleName(self.tr("单位"))
        grid.setColumnStretch(1, 1)

    def _name_unit(self) -> None:
        """Mean the unit that is named; one like 亿元 is turned into 元, and the values with it."""
        field = self.names["unit"]
        typed = field.text().strip()
        self._asked += 1
        self._know_unit(known=True)
        if field.name == (self.wanted.unit or ""):
            self._read()
            return
        asked, wanted = self._asked, replace(self._said(), unit=None)
        if not typed:
            self._mean(wanted)
            return
        self.asking += 1
        code = field.name
        self._room.ask(
            lambda archive: _in_unit(archive, wanted, typed, code),
            lambda found: self._take_unit(asked, found),
            self._fail,
        )

    def _take_unit(self, asked: int, found: StatisticFilter | None) -> None:
        self.asking -= 1
        if asked == self._asked:
            self._know_unit(known=found is not None)
            if found is not None:
                self._mean(found)
                self.fill(found)
        self._settle()

    def _fail(self, error: BaseException) -> None:
        self.asking -= 1
        self._room.tell(error)
        self._settle()

    def _settle(self) -> None:
        if not self.asking:
            self.settled.emit()

    def _know_unit(self, known: bool) -> None:
        """Mark and say a unit that nothing is called by."""
        field = self.names["unit"]
        words = self.tr("没有叫“{unit}”的单位：请从列表里选；现在没有按它筛选。")
        self.unknown.setText("" if known else words.format(unit=field.text().strip()))
        self.unknown.setVisible(not known)
        mark(field, wrong=not known, words=self.unknown.text())

    def _take_year(self, year: int, _checked: bool = False) -> None:
        self.period.put(str(year), str(year))
        self._read()

    def _read(self) -> None:
        self._mean(self._said())

    def _said(self) -> StatisticFilter:
        """Return what the fields say; the unit is that which is known to be meant."""
        low, high = self.values.ends(
            read_number, read_number,
            self.tr("这不是数：请写成 1500、0.15万 或 1.5亿；现在没有按它筛选。"),
            self.tr("“从”大于“到”：请改其中一个；现在没有按数值筛选。"),
        )  # fmt: skip
        since, until = self.period.ends(
            partial(read_day, last=False), partial(read_day, last=True),
            self.tr("看不懂这个日期：请写成 2022、2022-10 或 2022-10-12；现在没有按它筛选。"),
            self.tr("“从”晚于“到”：请改其中一个；现在没有按时间筛选。"),
        )  # fmt: skip
        named = {column: field.name for column, field in self.names.items()}
        measure = named["measure"]
        return replace(
            self.wanted, low=low, high=high, since=since, until=until,
            measure=measure, subject=named["subject"], place=named["place"], title=named["title"],
            dimension=self.wanted.dimension if measure == self.wanted.measure else None,
            rejected=self.shown.current == "rejected",
        )  # fmt: skip

    def _mean(self, wanted: StatisticFilter) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            for column, field in self.names.items():
                field.among = without(wanted, column)
            self.changed.emit()


def _in_unit(archive: Archive, wanted: StatisticFilter, typed: str, code: str) -> StatisticFilter | None:
    """Return a filter in a unit by its name or its code; None where nothing is called so."""
    from baoguan.app.units import in_unit  # loads the dictionaries: not before the first paint

    return in_unit(archive, wanted, typed) or in_unit(archive, wanted, code)
