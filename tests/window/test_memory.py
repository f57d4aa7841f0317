from pathlib import Path

from pytestqt.qtbot import QtBot

from baoguan.app.theme import load_theme
from baoguan.ui.models.room import Room
from baoguan.ui.window.main_window import MainWindow
from baoguan.ui.window.memory import Memory


def test_the_last_archive_that_is_still_there_is_opened(
    qtbot: QtBot, bare_window: MainWindow, memory: Memory, archive_folder: Path
) -> None:
    memory.keep(memory.preferences.with_archive(archive_folder).with_archive(archive_folder / "gone"))
    bare_window.opening.open_last()
    qtbot.waitUntil(lambda: bare_window.room.archive is not None, timeout=30_000)
    assert bare_window.room.archive is not None
    assert bare_window.room.archive.folder == archive_folder
    assert bare_window.header.banner.isHidden()


def test_a_window_whose_picture_is_taken_leaves_nothing_behind(
    qtbot: QtBot, tmp_path: Path, archive_folder: Path
) -> None:
    folder = tmp_path / "config"
    window = MainWindow(
        Room(load_theme("light")), Memory(folder / "preferences.toml", folder / "window.ini", lasting=False)
    )
    window.show()
    window.opening.open(archive_folder)
    qtbot.waitUntil(lambda: window.room.selection.current.article is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not window.jobs.running and not window.room.waiting, timeout=30_000)
    window.close()
    window.deleteLater()
    assert not folder.exists()
