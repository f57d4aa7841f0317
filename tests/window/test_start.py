"""The window as its own process: what it loads before the first paint, and the picture it saves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import baoguan

_HEAVY = (
    "sqlalchemy",
    "alembic",
    "whoosh",
    "jieba",
    "opencc",
    "rich",
    "baoguan.app.archive",
    "baoguan.store",
)
_FIRST_PAINT = f"""
import sys
from PySide6.QtWidgets import QApplication
from baoguan.app.theme import load_theme
from baoguan.ui.models.room import Room
from baoguan.ui.window import fonts
from baoguan.ui.window.main_window import MainWindow
from baoguan.ui.window.memory import Memory
application = QApplication([])
fonts.register(application)
window = MainWindow(Room(load_theme("light")), Memory.of_user())
window.painted.connect(application.quit)
window.show()
application.exec()
print([name for name in {_HEAVY!r} if name in sys.modules])
window.close()
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Return an environment whose user has started nothing yet."""
    places = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    source = str(Path(baoguan.__file__).parents[1])
    return {
        **os.environ,
        **places,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": source,
        "LANG": "zh_CN.UTF-8",
    }


def _run(home: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env=home,
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )


def test_nothing_heavy_is_loaded_before_the_first_paint(home: dict[str, str]) -> None:
    done = _run(home, "-c", _FIRST_PAINT)
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr


def test_the_first_start_shows_the_sample_page(home: dict[str, str], tmp_path: Path) -> None:
    picture = tmp_path / "first.png"
    done = _run(home, "-m", "baoguan", "open", "--screenshot", str(picture))
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1600, 1000)
    assert (done.stdout, done.stderr) == ("", "")


def test_a_query_and_an_article_are_on_the_picture(
    home: dict[str, str], tmp_path: Path, archive_folder: Path
) -> None:
    plain, found = tmp_path / "plain.png", tmp_path / "found.png"
    assert (
        _run(home, "-m", "baoguan", "open", str(archive_folder), "--screenshot", str(plain)).returncode == 0
    )
    asked = ("--query", "轨道交通", "--select", "2", "--screenshot", str(found))
    assert _run(home, "-m", "baoguan", "open", str(archive_folder), *asked).returncode == 0
    assert QImage(str(plain)) != QImage(str(found))


def test_what_cannot_be_shown_is_one_sentence_and_no_picture(home: dict[str, str], tmp_path: Path) -> None:
    picture = tmp_path / "none.png"
    done = _run(home, "-m", "baoguan", "open", str(tmp_path / "没有"), "--screenshot", str(picture))
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    assert said.startswith("错误：")
    assert "没有" in said
    assert not picture.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
def test_without_a_display_it_says_what_to_do(home: dict[str, str]) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        home.pop(name, None)
    done = _run(home, "-m", "baoguan", "open")
    assert done.returncode == 1
    (said,) = done.stderr.splitlines()
    assert said.startswith("错误：")
    assert "--screenshot" in said


def test_what_stops_qt_is_still_said(home: dict[str, str]) -> None:
    home["QT_QPA_PLATFORM"] = "nowhere"
    done = _run(home, "-m", "baoguan", "open")
    assert done.returncode != 0
    assert "nowhere" in done.stderr or "plugin" in done.stderr
