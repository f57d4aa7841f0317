"""What can be done about the layout of a page, in a row of buttons, and what of it is unsure below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from baoguan.app.theme import Theme
from baoguan.ui.models.icons import icon
from baoguan.ui.models.layout_edit_doubts import LayoutDoubts
from baoguan.ui.models.layout_edit_state import LayoutEdit
from baoguan.ui.models.layout_edit_words import ROLES, headline_name, role_name
from baoguan.ui.parts.elided import Elided
from baoguan.ui.parts.layout_edit_doubt import DoubtRow
from baoguan.ui.parts.view_choice import ViewChoice


class LayoutEditBar(QWidget):
    """Every button has a key, told under the mouse, that works while the page has the keyboard."""

    left = Signal()
    """The layout is corrected no more."""

    def __init__(self, edit: LayoutEdit, doubts: LayoutDoubts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self.setAccessibleName(self.tr("校正版面"))
        self.grain = ViewChoice(
            {"block": self.tr("段"), "line": self.tr("行")},
            {"block": "block", "line": "line"},
            self.tr("选取的单位"),
        )
        self.buttons: dict[str, QToolButton] = {}
        self.says = Elided()
        self.says.setObjectName("quiet")
        self.doubt = DoubtRow(doubts)
        self._lay_out()
        self.grain.chosen.connect(lambda grain: edit.set_by_line(grain == "line"))
        edit.changed.connect(self._show)
        edit.read.connect(self._show)
        self._show()

    def _acts(self) -> tuple[tuple[str, str, str, Callable[[], None] | None], ...]:
        edit = self._edit
        return (
            ("merge", self.tr("合成一篇"), "M", edit.merge),
            ("split", self.tr("从这里起另成一篇"), "S", edit.split),
            ("take-out", self.tr("自成一篇"), "N", lambda: edit.move(None)),
            ("move-to", self.tr("归入另一篇"), "G", None),
            ("role", self.tr("印作什么"), "R", None),
            ("earlier", self.tr("先读"), "[", lambda: edit.shift(-1)),
            ("later", self.tr("后读"), "]", lambda: edit.shift(1)),
            ("number", self.tr("逐段点出次序"), "O", lambda: edit.set_telling(edit.told is None)),
            ("frame", self.tr("画新图框"), "F", lambda: edit.set_framing(not edit.framing)),
            ("trash", self.tr("移出文章，或去掉图框"), "Del", self._remove),
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.grain)
        for name, words, key, act in self._acts():
            button = self.buttons[name] = QToolButton()
            button.setObjectName("tool")
            button.setIconSize(QSize(18, 18))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})")
            if act is None:
                self._give_menu(button, name)
            else:
                button.clicked.connect(lambda _checked, act=act: act())
            row.addWidget(button)
        for name in ("number", "frame"):
            self.buttons[name].setCheckable(True)
        row.addStretch(1)
        self.done = QToolButton()
        self.done.setObjectName("step")
        self.done.setText(self.tr("完成"))
        self.done.setToolTip("Esc")
        self.done.setAccessibleName(self.tr("完成"))
        self.done.clicked.connect(self.left)
        row.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 6)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.says)
        column.addWidget(self.doubt)

    def _give_menu(self, button: QToolButton, name: str) -> None:
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu, name))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")

    def _fill(self, menu: QMenu, name: str) -> None:
        menu.clear()
        if name == "role":
            shown = {piece.role for piece in self._edit.chosen}
            for role in (*ROLES, None):
                action = self._add(menu, role_name(role), partial(self._edit.recast, role))
                action.setCheckable(True)
                action.setChecked(shown == {role})
            return
        own = {piece.article for piece in self._edit.chosen}
        for place, article in enumerate(self._edit.articles, start=1):
            if own != {article}:
                words = headline_name(place, self._edit.headline(article))
                self._add(menu, words, partial(self._edit.move_to, article))

    def _add(self, menu: QMenu, words: str, act: Callable[[], None]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked: act())
        return action

    def press(self, name: str) -> None:
        """Press a button as the user would; a menu opens."""
        button = self.buttons[name]
        if button.isEnabled():
            button.showMenu() if button.menu() else button.click()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.grain.set_theme(theme)
        self.doubt.set_theme(theme)
        for name, button in self.buttons.items():
            button.setIcon(icon(name, theme.ink, theme.rule))

    def _remove(self) -> None:
        if self._edit.figure is not None:
            self._edit.reframe(self._edit.figure.region, None)
        else:
            self._edit.recast(None)

    def _show(self) -> None:
        """Enable what can be done with what is chosen, and say how to go on."""
        edit = self._edit
        changes = edit.can_change and edit.page is not None
        chosen = changes and bool(edit.chosen)
        within = chosen and len({piece.article for piece in edit.chosen}) == 1
        inside = within and edit.chosen[0].article is not None
        framed = changes and edit.page is not None and edit.page.width > 0
        for name, can in {
            "merge": chosen and not within, "split": inside, "take-out": chosen, "move-to": chosen,
            "role": chosen, "earlier": inside, "later": inside, "number": changes, "frame": framed,
            "trash": chosen or (changes and edit.figure is not None),
        }.items():  # fmt: skip
            self.buttons[name].setEnabled(can)
        self.buttons["number"].setChecked(edit.told is not None)
        self.buttons["frame"].setChecked(edit.framing)
        self.grain.setVisible(edit.page is not None and bool(edit.page.lines))
        self.says.setText(self._hint())

    def _hint(self) -> str:
        edit = self._edit
        if not edit.can_change:
            return self.tr("馆藏只能读，不能校正。")
        if edit.page is not None and not edit.pieces:
            return self.tr("这一版还没有读出文字。")
        if edit.told is not None:
            return self.tr("依次点各段，再按 O 或 Enter 定下次序。")
        if edit.framing:
            return self.tr("在版面上拖出图框。")
        if edit.figure is not None:
            return self.tr("拖图框的边角。")
        if edit.chosen:
            return self.tr("拖到另一篇，或按上面的按钮。") if len(edit.chosen) == 1 else self._counted()
        return self.tr("点一段，或拖出方框选几段。")

    def _counted(self) -> str:
        return self.tr("选中 {count} 段").format(count=len(self._edit.chosen))
