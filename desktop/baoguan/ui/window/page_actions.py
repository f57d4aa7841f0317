"""The window's actions on the page that is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from baoguan.ui.window.actions import Action

if TYPE_CHECKING:
    from baoguan.ui.window.main_window import MainWindow

translate = QCoreApplication.translate


def page_actions(window: MainWindow) -> list[Action]:
    """Return what the bar over a page's picture does too; its keys work while the page has the keyboard."""
    bar = window.docks.page.bar
    titles = {
        "rotate": translate("Actions", "版面：转四分之一圈"),
        "lines": translate("Actions", "版面：逐行对照文字"),
        "clip": translate("Actions", "版面：剪下一块"),
        "layout-edit": translate("Actions", "版面：校正"),
    }
    return [
        Action(
            f"view.page_{name.replace('-', '_')}",
            title,
            bar.buttons[name].click,
            section=4,
            able=partial(bar.offers, name),
            checked=bar.buttons[name].isChecked if bar.buttons[name].isCheckable() else None,
        )
        for name, title in titles.items()
    ]
