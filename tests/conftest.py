"""What tests share: the sample page and a real archive of it."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from baoguan.app.archive import Archive
from baoguan.app.ingest import ingest_into
from baoguan.domain.progress import Silent
from baoguan.paths import seeds


@pytest.fixture(scope="session")
def seed() -> Path:
    """The sample page."""
    return next(seeds().glob("*.txt"))


@pytest.fixture(scope="session")
def _made_archive(tmp_path_factory: pytest.TempPathFactory, seed: Path) -> Path:
    folder = tmp_path_factory.mktemp("made") / "样刊.baoguan"
    ingest_into(folder, [seed], Silent())
    return folder


@pytest.fixture
def archive_folder(_made_archive: Path, tmp_path: Path) -> Path:
    """A fresh copy of an archive that holds the sample page, closed."""
    folder = tmp_path / "样刊.baoguan"
    shutil.copytree(_made_archive, folder)
    return folder


@pytest.fixture
def sample_archive(archive_folder: Path) -> Iterator[Archive]:
    """A fresh archive that holds the sample page, open."""
    archive = Archive.open(archive_folder)
    yield archive
    archive.close()


@pytest.fixture(autouse=True)
def _garbage_of_windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Free what a test with Qt leaves when it is over, as the program does: not in the midst of Qt's work."""
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.freeze()
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def newsroom(qapp: object) -> ModuleType:
    """What composes newspaper pages and writes them in every form (tests/newsroom), with Qt running."""
    import newsroom

    return newsroom
