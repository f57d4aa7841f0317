"""From the command line to a window: paint first, then load."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from baoguan import paths
from baoguan.app.theme import load_theme
from baoguan.domain.errors import BaoguanError
from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.ui.models.room import Room
from baoguan.ui.window import fonts, messages
from baoguan.ui.window.allocation import give_back_large_blocks
from baoguan.ui.window.collector import Collector
from baoguan.ui.window.main_window import MainWindow
from baoguan.ui.window.memory import Memory
from baoguan.ui.window.screenshot import Screenshot


def open_window(
    archive: Path | None, query: str = "", select: int | None = None, screenshot: Path | None = None
) -> int:
    """Show the window until it is closed, or save it as a picture; return the exit code.

    Raises what kept the picture from being made, and an expected error where there is no display.
    """
    if not _has_display():
        if screenshot is None:
            raise _no_display()
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if screenshot is not None:
        os.environ["QT_ENABLE_HIGHDPI_SCALING"] = "0"
        os.environ.pop("QT_SCALE_FACTOR", None)
    application = _application()
    collector = Collector(application)
    memory = Memory.of_user(lasting=screenshot is None)
    window = MainWindow(Room(load_theme(memory.preferences.theme)), memory)
    window.opening.ready.connect(collector.settle)
    sys.excepthook = lambda _kind, error, _trace: window.teller.tell(error)
    window.painted.connect(Later(lambda: _load(window, archive, query, select), window).start)
    picture = Screenshot(window, screenshot) if screenshot is not None else None
    if picture is None:
        window.docks.recall(memory.window_file)
    window.show()
    code = application.exec()
    sys.excepthook = sys.__excepthook__  # the window is gone that would tell
    if picture is not None and picture.failure is not None:
        raise picture.failure
    return code


class Later(QObject):
    """Runs something once the events that are waiting now have been handled."""

    def __init__(self, work: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def start(self) -> None:
        """Run it soon."""
        QTimer.singleShot(0, self._work)


def _load(window: MainWindow, archive: Path | None, query: str, select: int | None) -> None:
    room = window.room

    def look() -> None:
        window.opening.ready.disconnect(look)
        if select is not None:
            window.show_article(ArticleId(select), query)
        elif query:
            room.selection.select(replace(room.selection.current, query=query))
            room.results.answered.connect(show_first)

    def show_first() -> None:
        results = room.results.results
        if results is None:
            return
        room.results.answered.disconnect(show_first)
        if results.hits:
            window.show_article(results.hits[0].article, query)

    window.opening.ready.connect(look)
    if archive is None:
        window.opening.open_last()
    else:
        window.opening.open(archive)


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    messages.quieten()
    application = QApplication(["baoguan"])
    application.setApplicationName("baoguan")
    application.setApplicationDisplayName("报馆")
    application.setDesktopFileName("baoguan")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(paths.resource("icons", "baoguan.png"))))
    fonts.register(application)
    give_back_large_blocks()
    return application


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _no_display() -> BaoguanError:
    return BaoguanError(
        Bilingual("这里没有显示器，打不开窗口。", "There is no display to open a window on."),
        Bilingual(
            "加 --screenshot 文件.png 可以把窗口存成图片。",
            "Add --screenshot FILE.png to save the window as a picture.",
        ),
    )
