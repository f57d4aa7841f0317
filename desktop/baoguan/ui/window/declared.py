"""The window's actions, in the order of its menus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from baoguan.ui.window.actions import Action
from baoguan.ui.window.page_actions import page_actions
from baoguan.ui.window.statistic_actions import amend_actions, view_actions

if TYPE_CHECKING:
    from baoguan.ui.window.main_window import MainWindow

translate = QCoreApplication.translate
_DIGITS = 9


def menu_titles() -> dict[str, str]:
    """Return the menus by name, in order."""
    return {
        "archive": translate("Menus", "文件"),
        "edit": translate("Menus", "编辑"),
        "view": translate("Menus", "查看"),
        "go": translate("Menus", "前往"),
        "help": translate("Menus", "帮助"),
    }


def declare(window: MainWindow) -> list[Action]:
    """Return every action of a window."""
    return [
        *_archive(window),
        *_index(window),
        *_edit(window),
        *amend_actions(window),
        *_view(window),
        *_panes(window),
        *view_actions(window),
        *page_actions(window),
        *_go(window),
        *_help(window),
    ]


def _archive(window: MainWindow) -> list[Action]:
    opening = window.opening
    return [
        Action("archive.new", translate("Actions", "新建馆藏…"), opening.ask_new, ("Ctrl+N",)),
        Action(
            "archive.open", translate("Actions", "打开馆藏…"), opening.ask_open, ("Ctrl+O",), "folder-open"
        ),
        Action("archive.sample", translate("Actions", "打开样刊"), opening.open_sample),
        Action(
            "archive.ingest",
            translate("Actions", "收入版面文件…"),
            opening.ask_ingest,
            ("Ctrl+I",),
            "newspaper",
            section=1,
            able=lambda: opening.can_ingest,
        ),
        Action(
            "archive.ingest_folder",
            translate("Actions", "收入文件夹…"),
            opening.ask_ingest_folder,
            ("Ctrl+Shift+I",),
            section=1,
            able=lambda: opening.can_ingest,
        ),
        Action(
            "archive.export_statistics",
            translate("Actions", "导出统计…"),
            window.docks.statistics.export,
            ("Ctrl+E",),
            "export",
            section=1,
            able=lambda: window.room.archive is not None,
        ),
        Action(
            "archive.dictionary",
            translate("Actions", "编辑人名词典"),
            partial(window.docks.focus, "dictionary"),
            section=2,
        ),
        Action("archive.quit", translate("Actions", "退出"), window.leave, ("Ctrl+Q",), section=3),
    ]


def _index(window: MainWindow) -> list[Action]:
    return [
        _reindex(window, "whoosh", translate("Actions", "Whoosh：内置，适合几千篇")),
        _reindex(window, "tantivy", translate("Actions", "Tantivy：快，适合大馆藏")),
        _reindex(window, "opensearch", translate("Actions", "OpenSearch：检索集群")),
    ]


def _reindex(window: MainWindow, engine: str, title: str) -> Action:
    care = window.index_care
    return Action(
        f"reindex.{engine}",
        title,
        partial(care.reindex, engine),
        able=lambda: care.can_reindex,
        checked=lambda: care.engine == engine,
    )


def _edit(window: MainWindow) -> list[Action]:
    undo = window.undo
    return [
        Action(
            "edit.undo",
            translate("Actions", "撤销"),
            undo.undo,
            ("Ctrl+Z",),
            "undo",
            able=lambda: undo.can_undo,
            label=lambda: " ".join((translate("Actions", "撤销"), undo.labels[0])).strip(),
        ),
        Action(
            "edit.redo",
            translate("Actions", "重做"),
            undo.redo,
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            "redo",
            able=lambda: undo.can_redo,
            label=lambda: " ".join((translate("Actions", "重做"), undo.labels[1])).strip(),
        ),
        Action(
            "edit.find",
            translate("Actions", "检索"),
            window.focus_search,
            ("Ctrl+F", "Ctrl+K"),
            "search",
            section=1,
        ),
    ]


def _view(window: MainWindow) -> list[Action]:
    look = window.look
    return [
        Action(
            "view.dark",
            translate("Actions", "深色"),
            look.toggle_theme,
            ("Ctrl+Shift+D",),
            "moon",
            checked=lambda: look.theme == "dark",
        ),
        Action("view.language", "English / 中文", look.toggle_language, ("Ctrl+Shift+L",)),
        Action(
            "view.full_screen",
            translate("Actions", "全屏"),
            window.toggle_full_screen,
            ("F11",),
            section=1,
            checked=window.isFullScreen,
        ),
        Action(
            "view.reset_layout",
            translate("Actions", "恢复布局"),
            window.docks.arrange,
            icon="reset",
            section=1,
        ),
    ]


def _panes(window: MainWindow) -> list[Action]:
    return [
        Action(
            f"view.pane_{name}",
            title,
            partial(window.docks.focus, name),
            (f"Ctrl+{number}",) if number <= _DIGITS else (),
            section=2,
        )
        for number, (name, title) in enumerate(window.docks.titles.items(), start=1)
    ]


def _go(window: MainWindow) -> list[Action]:
    selection, hits = window.room.selection, window.hits
    return [
        Action(
            "go.back",
            translate("Actions", "后退"),
            selection.back,
            ("Alt+Left",),
            "back",
            able=lambda: selection.can_go_back,
        ),
        Action(
            "go.forward",
            translate("Actions", "前进"),
            selection.forward,
            ("Alt+Right",),
            "forward",
            able=lambda: selection.can_go_forward,
        ),
        Action("go.next_hit", translate("Actions", "下一处命中"), hits.go_next, ("F3",), section=1),
        Action(
            "go.previous_hit",
            translate("Actions", "上一处命中"),
            hits.go_previous,
            ("Shift+F3",),
            section=1,
        ),
    ]


def _help(window: MainWindow) -> list[Action]:
    return [Action("help.about", translate("Actions", "关于报馆"), window.tell_about, ("F1",))]
