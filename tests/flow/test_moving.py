"""Moving to another engine, killed at each of its steps: a whole archive stays, and opens by itself."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import baoguan
from baoguan.app.archive import Archive
from baoguan.app.marker import read_marker
from baoguan.domain.progress import Silent
from baoguan.domain.query import Question

_PROGRAM = """
import os, signal, sys
from pathlib import Path
from baoguan.app import archive_index, index_folders, rebuild
from baoguan.app.archive import Archive
from baoguan.domain.progress import Silent

folder, step = Path(sys.argv[1]), sys.argv[2]
archive_index.MOST_ON_WHOOSH = 3


def dying(holder, name, after):
    kept = getattr(holder, name)

    def call(*given):
        if not after:
            os.kill(os.getpid(), signal.SIGKILL)
        kept(*given)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(holder, name, call)


class Dying:
    def step(self, done, total, doing):
        if step == "building":
            os.kill(os.getpid(), signal.SIGKILL)


archive = Archive.open(folder)
if step == "built":
    dying(index_folders.IndexFolders, "exchange", after=False)
elif step == "in place":
    dying(index_folders.IndexFolders, "exchange", after=True)
elif step == "named":
    dying(rebuild, "write_marker", after=True)
elif step == "former removed":
    dying(index_folders.IndexFolders, "remove", after=True)
archive.renew(Dying())
"""
_MOVED = {"named", "former removed"}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("step", ["building", "built", "in place", "named", "former removed"])
def test_killed_while_moving(archive_folder: Path, step: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(baoguan.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", _PROGRAM, archive_folder, step], env=environment)
    assert done.returncode == -signal.SIGKILL
    engine = "tantivy" if step in _MOVED else "whoosh"
    assert read_marker(archive_folder).engine == engine
    with closing(Archive.open(archive_folder)) as archive:
        assert archive.index_state().engine == engine
        assert archive.index_state().current
        assert archive.search(Question("知識產權")).total == 1
        assert not list(archive_folder.glob("index/*.making"))
        archive.reindex("tantivy", Silent())
        assert archive.search(Question("知識產權")).total == 1
        assert not list(archive_folder.glob("index/*.former"))
