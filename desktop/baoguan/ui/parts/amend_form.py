"""The fields of a statistic that a reader corrects."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from baoguan.app.theme import Theme
from baoguan.domain.records import NamedColumn
from baoguan.domain.statistic import Kind, Relation, Statistic
from baoguan.ui.models.correction import Form, corrected, form_of, is_time
from baoguan.ui.models.icons import icon
from baoguan.ui.models.kinds import kind_name
from baoguan.ui.models.room import Room
from baoguan.ui.models.typed import Unreadable, read_number
from baoguan.ui.parts.choice import Choice
from baoguan.ui.parts.composed_line import ComposedLine
from baoguan.ui.parts.name_field import NameField
from baoguan.ui.parts.span_fields import SpanFields

_LABEL_AIR, _GAP = 12, 8
_BESIDE = 132
"""Pixels of the fields that stand beside another: the kind, the time in days."""


class AmendForm(QWidget):
    """What cannot be read is marked and said, and then there is nothing to keep."""

    committed = Signal()
    """Enter was pressed in a field."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._statistic: Statistic | None = None
        columns: tuple[NamedColumn, ...] = ("unit", "measure", "subject", "place")
        self.names = {column: NameField(room, column) for column in columns}
        self.value = SpanFields(
            (self.tr("数值"), self.tr("范围的另一端")), (self.tr("数值"), self.tr("到（是范围才填）"))
        )
        relations = self.tr("等于|约|大于|不小于|小于|不大于|平均").split("|")
        signs = ("=", "≈", ">", "≥", "<", "≤", "x̄")
        self.relation = Choice(dict(zip(_RELATIONS, signs, strict=True)), self.tr("关系"), relations)
        self.kind = QToolButton()
        self.time, self.days = ComposedLine(), ComposedLine()
        self.trouble = QLabel()
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._kinds: dict[Kind, QAction] = {}
        self._make_kinds()
        self._lay_out()
        for line in (*self.names.values(), self.time, self.days, self.value.first, self.value.last):
            line.committed.connect(self.committed)
        self.time.textEdited.connect(lambda _text: self.days.clear())

    def fill(self, statistic: Statistic) -> None:
        """Show a statistic."""
        self._statistic = statistic
        form = form_of(statistic)
        self.value.put(form.first, form.last)
        self.relation.show_choice(form.relation)
        for column, field in self.names.items():
            field.put(getattr(form, column))
        self._choose_kind(form.kind)
        self.time.setText(form.time_text)
        self.days.setText(form.time_iso)

    def read(self) -> Statistic | None:
        """Return the statistic as the fields say it; None where something in them cannot be read."""
        if self._statistic is None:
            return None
        self.value.ends(
            read_number, read_number,
            self.tr("这不是数：请写成 1500、0.15万 或 1.5亿。"), self.tr("前一个数大于后一个：请对调。"),
        )  # fmt: skip
        if self.value.trouble_is_told:
            return None
        form = self._form()
        if not is_time(form.time_iso):
            self._tell(self.tr("看不懂这个日期：请写成 2022、2022-10-12 或 2019/2021，留空则自动推算。"))
            return None
        try:
            found = corrected(self._statistic, form)
        except Unreadable:
            self._tell(self.tr("没有数值：请填写数值，或点“不是统计”。"))
            return None
        self._tell("")
        return found

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for field in self.names.values():
            field.set_theme(theme)
        self.kind.setIcon(icon("chevron-down", theme.muted))

    def _form(self) -> Form:
        chosen = next(kind for kind, action in self._kinds.items() if action.isChecked())
        relation = next(one for one in _RELATIONS if one == self.relation.current)
        return Form(
            self.value.first.text(), self.value.last.text(), relation, self.names["unit"].name, chosen,
            self.names["measure"].name, self.names["subject"].name, self.time.text().strip(),
            self.days.text().strip(), self.names["place"].name,
        )  # fmt: skip

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def _make_kinds(self) -> None:
        menu, group = QMenu(self.kind), QActionGroup(self)
        for kind in Kind:
            action = self._kinds[kind] = QAction(kind_name(kind), group)
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose_kind, kind))
            menu.addAction(action)
        self.kind.setObjectName("field")
        self.kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.kind.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.kind.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.kind.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the word
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.kind.setMenu(menu)

    def _choose_kind(self, kind: Kind, _checked: bool = True) -> None:
        self._kinds[kind].setChecked(True)
        self.kind.setText(kind_name(kind))
        self.kind.setAccessibleName(self.tr("类别：{kind}").format(kind=kind_name(kind)))

    def _lay_out(self) -> None:
        self.time.setAccessibleName(self.tr("时间"))
        self.time.setPlaceholderText(self.tr("原文的说法"))
        self.days.setAccessibleName(self.tr("时间的起止日期"))
        self.days.setPlaceholderText(self.tr("自动推算"))
        for beside in (self.kind, self.days):
            beside.setFixedWidth(_BESIDE)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_LABEL_AIR)
        grid.setVerticalSpacing(_GAP)
        rows: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (self.tr("数值"), (self.value,)),
            (self.tr("关系"), (self.relation,)),
            (self.tr("单位"), (self.names["unit"], self.kind)),
            (self.tr("指标"), (self.names["measure"],)),
            (self.tr("主体"), (self.names["subject"],)),
            (self.tr("时间"), (self.time, self.days)),
            (self.tr("地点"), (self.names["place"],)),
        )
        for row, (words, fields) in enumerate(rows):
            label = QLabel(words)
            label.setObjectName("quiet")
            grid.addWidget(label, row, 0)
            line = QHBoxLayout()
            line.setSpacing(_GAP)
            for field in fields:
                if isinstance(field, Choice):
                    line.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
                else:
                    line.addWidget(field, 1)
                if isinstance(field, NameField):
                    field.setAccessibleName(words)
            grid.addLayout(line, row, 1)
        grid.addWidget(self.trouble, len(rows), 1)
        grid.setColumnStretch(1, 1)


_RELATIONS: tuple[Relation, ...] = ("=", "~", ">", ">=", "<", "<=", "mean")
