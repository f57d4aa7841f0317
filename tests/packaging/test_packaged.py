"""The packaged program does the main job on a machine without Python."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtGui import QColor, QImage

from baoguan.app.theme import load_theme

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "packaging" / "baoguan.spec"
PROGRAM = ROOT / "dist" / "baoguan" / "baoguan"

pytestmark = pytest.mark.packaged

Run = Callable[..., subprocess.CompletedProcess[str]]


def sources() -> Iterator[Path]:
    """Yield every file that the packaged program is made of."""
    yield SPEC
    yield ROOT / "pyproject.toml"
    for folder in ("desktop", "resources", "seeds"):
        yield from (file for file in (ROOT / folder).rglob("*") if file.is_file() and file.suffix != ".pyc")


@pytest.fixture(scope="session")
def program() -> Path:
    """Return the packaged program, built when it is older than any of its sources."""
    newest = max(file.stat().st_mtime for file in sources())
    if not PROGRAM.exists() or PROGRAM.stat().st_mtime < newest:
        options = ["--noconfirm", "--log-level", "ERROR", "--distpath", "dist", "--workpath", "build"]
        subprocess.run([sys.executable, "-m", "PyInstaller", *options, str(SPEC)], cwd=ROOT, check=True)
    return PROGRAM


@pytest.fixture(scope="session")
def run(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return a function that runs the packaged program as on a machine with nothing of ours."""
    home = tmp_path_factory.mktemp("home")
    environment = {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
    }

    def start(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [program, *map(str, arguments)]
        return subprocess.run(
            command, env=environment, cwd=home, capture_output=True, encoding="utf-8", check=False
        )

    return start


@pytest.fixture(scope="session")
def archive(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packaged") / "天津 日报.baoguan"
    taken_in = run("ingest", folder, ROOT / "seeds")
    assert taken_in.returncode == 0, taken_in.stderr
    return folder


def test_the_archive_it_makes_is_sound(run: Run, archive: Path) -> None:
    checked = run("check", archive)
    assert checked.returncode == 0, checked.stderr
    assert "7" in checked.stdout


@pytest.mark.parametrize("query", ["知识产权", "知識產權"])
def test_it_finds_what_is_printed(run: Run, archive: Path, query: str) -> None:
    found = run("search", archive, query, "--json")
    assert found.returncode == 0, found.stderr
    results = json.loads(found.stdout)
    assert results["total"] == len(results["hits"]) >= 1
    for snippet in results["hits"][0]["snippets"]:
        assert snippet["marks"]
        assert {snippet["text"][start:end] for start, end in snippet["marks"]} == {"知识产权"}


def test_it_brings_the_native_engine(run: Run, archive: Path) -> None:
    for engine in ("tantivy", "whoosh"):
        built = run("reindex", archive, "--engine", engine)
        assert built.returncode == 0, built.stderr
        assert engine in run("check", archive).stdout
        assert json.loads(run("search", archive, "知識產權", "--json").stdout)["total"] == 1


def test_it_reads_scans_without_a_word_of_the_libraries(run: Run, tmp_path: Path) -> None:
    clipping = Image.new("L", (420, 100), 255)
    face = ImageFont.truetype(ROOT / "resources" / "fonts" / "BaoguanSerif-Regular.otf", 30)
    ImageDraw.Draw(clipping).text((40, 30), "港口新航线昨日直达五国", fill=20, font=face)
    clipping.save(tmp_path / "clipping.png")
    read = run("ingest", tmp_path / "scans.baoguan", tmp_path / "clipping.png")
    assert (read.returncode, read.stderr) == (0, "")
    assert json.loads(run("search", tmp_path / "scans.baoguan", "新航線", "--json").stdout)["total"] == 1


def test_its_window_is_painted(run: Run, archive: Path, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    opened = run("open", archive, "--query", "知识产权", "--screenshot", picture)
    assert opened.returncode == 0, opened.stderr
    image = QImage(str(picture))
    assert image.width() >= 1000
    assert image.height() >= 600
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 100
    # Hits are marked only where the process that searches was begun and has answered.
    assert QColor(load_theme("light").hit).rgb() in colours


def test_a_folder_that_is_no_archive_is_one_clear_sentence(run: Run, tmp_path: Path) -> None:
    failed = run("check", tmp_path)
    assert failed.returncode != 0
    assert "Traceback" not in failed.stderr
    assert len(failed.stderr.strip().splitlines()) == 1
