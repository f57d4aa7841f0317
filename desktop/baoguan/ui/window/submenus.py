"""The menus within the file menu: archives opened lately, and the engines to build the index on."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from baoguan.ui.window.main_window import MainWindow


def add_submenus(window: MainWindow, menu: QMenu) -> None:
    """Put the menus where they belong in the file menu, which has its actions."""
    recent = QMenu(QCoreApplication.translate("MainWindow", "最近的馆藏"), menu)
    recent.aboutToShow.connect(partial(_fill_recent, window, recent))
    menu.insertMenu(window.gathered["archive.sample"], recent)
    engines = QMenu(QCoreApplication.translate("MainWindow", "重建索引"), menu)
    window.gathered.fill(engines, "reindex")
    menu.insertMenu(window.gathered["archive.dictionary"], engines)


def _fill_recent(window: MainWindow, menu: QMenu) -> None:
    menu.clear()
    for folder in window.memory.preferences.archives:
        menu.addAction(str(folder)).triggered.connect(partial(_reopen, window, folder))


def _reopen(window: MainWindow, folder: Path, _checked: bool = False) -> None:
    window.opening.open(folder)
