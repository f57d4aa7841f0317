"""A real window over a real archive of the sample page."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from baoguan.app.preferences import Preferences
from baoguan.app.theme import load_theme
from baoguan.ui.models.room import Room
from baoguan.ui.window import fonts
from baoguan.ui.window.main_window import MainWindow
from baoguan.ui.window.memory import Memory


@pytest.fixture(scope="session", autouse=True)
def _typefaces(qapp: QApplication) -> None:
    """The program's own typefaces, as at its start."""
    fonts.register(qapp)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Closing a window ends every thread it started."""
    before = set(threading.enumerate())
    yield
    left = [thread.name for thread in set(threading.enumerate()) - before]
    assert not [name for name in left if name.startswith(("read", "write", "beside", "upkeep"))]


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """A memory of its own, in Chinese."""
    file = tmp_path / "config" / "preferences.toml"
    Preferences(language="zh").write(file)
    return Memory(file, tmp_path / "config" / "window.ini")


@pytest.fixture
def bare_window(qtbot: QtBot, memory: Memory) -> Iterator[MainWindow]:
    """A window with no archive open."""
    window = MainWindow(Room(load_theme("light")), memory)
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Wait until a window has nothing left to do."""

    def wait(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: not window.jobs.running and not window.room.waiting, timeout=30_000)

    return wait


@pytest.fixture
def window(
    qtbot: QtBot, bare_window: MainWindow, archive_folder: Path, settle: Callable[[MainWindow], None]
) -> MainWindow:
    """A window with the sample archive open and its first article shown."""
    bare_window.opening.open(archive_folder)
    qtbot.waitUntil(lambda: bare_window.room.selection.current.article is not None, timeout=30_000)
    settle(bare_window)
    return bare_window
