"""The window's actions on statistics."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from baoguan.ui.window.actions import Action

if TYPE_CHECKING:
    from baoguan.ui.window.main_window import MainWindow

translate = QCoreApplication.translate


def amend_actions(window: MainWindow) -> list[Action]:
    """Return what can be said of the number that is chosen."""
    acts = window.docks.statistics.listing.acts
    return [
        Action(
            "edit.amend",
            translate("Actions", "更正统计…"),
            acts.amend,
            ("Ctrl+Shift+E",),
            "edit",
            section=2,
            able=lambda: acts.can_change,
        ),
        Action(
            "edit.reject",
            translate("Actions", "不是统计"),
            acts.reject,
            section=2,
            able=lambda: acts.can_reject,
        ),
        Action(
            "edit.restore",
            translate("Actions", "恢复原读"),
            acts.restore,
            section=2,
            able=lambda: acts.can_restore,
        ),
    ]


def view_actions(window: MainWindow) -> list[Action]:
    """Return the views of the statistics, and what they are narrowed by."""
    views = {
        "table": translate("Actions", "统计：表格"),
        "groups": translate("Actions", "统计：分组"),
        "chart": translate("Actions", "统计：图表"),
        "compare": translate("Actions", "统计：对照"),
    }
    return [
        *(
            Action(
                f"view.statistics_{name}",
                title,
                partial(window.show_statistics, name),
                (f"Ctrl+Shift+{number}",),
                section=3,
            )
            for number, (name, title) in enumerate(views.items(), start=1)
        ),
        Action(
            "view.narrow_statistics",
            translate("Actions", "筛选统计…"),
            window.narrow_statistics,
            ("Ctrl+Shift+F",),
            "filter",
            section=3,
        ),
    ]
