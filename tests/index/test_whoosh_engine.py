"""The index folder: damaged, foreign, locked, read-only, killed."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from whoosh.index import open_dir

from baoguan.domain.errors import ArchiveReadOnly, IndexBusy, IndexDamaged
from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Term
from baoguan.domain.records import ArticleText
from baoguan.index import whoosh_engine
from baoguan.index.analysis import entry
from baoguan.index.whoosh_engine import WhooshEngine

Compose = Callable[..., ArticleText]


@pytest.fixture
def folder(tmp_path: Path, compose: Compose) -> Path:
    """The folder of a closed index of one article at revision 5."""
    folder = tmp_path / "index"
    engine = WhooshEngine(folder)
    engine.update([(ArticleId(1), entry(compose(1, "证券", "知识产权。")))], 5)
    engine.close()
    return folder


def _files(folder: Path, pattern: str) -> Path:
    return next(folder.glob(pattern))


def _no_marker(folder: Path) -> None:
    (folder / "engine.toml").unlink()


def _other_version(folder: Path) -> None:
    marker = folder / "engine.toml"
    marker.write_text(marker.read_text("utf-8").replace("format = ", "format = 9"), "utf-8")


def _broken_marker(folder: Path) -> None:
    (folder / "engine.toml").write_bytes(b"\xff\xfe[[")


def _no_contents(folder: Path) -> None:
    _files(folder, "*.toc").unlink()


def _cut_contents(folder: Path) -> None:
    path = _files(folder, "*.toc")
    path.write_bytes(path.read_bytes()[:40])


def _no_segment(folder: Path) -> None:
    _files(folder, "*.seg").unlink()


def _cut_segment(folder: Path) -> None:
    path = _files(folder, "*.seg")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _no_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def _foreign_files(folder: Path) -> None:
    _no_folder(folder)
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "notes.txt").write_text("不是索引", "utf-8")


@pytest.mark.parametrize(
    "harm",
    [
        _no_marker,
        _other_version,
        _broken_marker,
        _no_contents,
        _cut_contents,
        _no_segment,
        _cut_segment,
        _no_folder,
        _foreign_files,
    ],
)
def test_a_damaged_or_foreign_folder_becomes_an_empty_index(
    harm: Callable[[Path], None], folder: Path, compose: Compose
) -> None:
    harm(folder)
    engine = WhooshEngine(folder)
    assert engine.revision() == 0
    engine.update([(ArticleId(2), entry(compose(2, "医保", "互认。")))], 6)
    assert set(engine.candidates(Term("互认"))) == {2}
    engine.close()


def test_a_strangers_pickle_is_never_loaded(folder: Path, tmp_path: Path) -> None:
    proof = tmp_path / "loaded"
    hostile = b"cpathlib\nPath.touch\n(cpathlib\nPath\n(V" + str(proof).encode() + b"\ntRtR."
    _no_marker(folder)
    path = _files(folder, "*.toc")
    content = path.read_bytes()
    path.write_bytes(content[:24] + hostile + content[24:])
    WhooshEngine(folder).close()
    assert not proof.exists()


def test_damage_met_while_searching_says_so(folder: Path) -> None:
    engine = WhooshEngine(folder)
    _no_segment(folder)
    with pytest.raises(IndexDamaged) as raised:
        engine.candidates(Term("证券"))
    assert str(folder) in raised.value.say("zh")
    engine.clear()
    assert engine.candidates(Term("证券")) == {}
    engine.close()


def test_another_writer_is_named_as_the_reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whoosh_engine, "_LOCK_SECONDS", 0.0)
    engine = WhooshEngine(folder)
    other = open_dir(str(folder)).writer()
    with pytest.raises(IndexBusy) as raised:
        engine.update([(ArticleId(1), None)], 6)
    assert "另一个程序" in raised.value.say("zh")
    other.cancel()
    assert engine.update([(ArticleId(1), None)], 6) == 1
    engine.close()


@pytest.fixture
def locked_folder(folder: Path) -> Iterator[Path]:
    """The same folder, not writable; skipped where the user may write anything."""
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        folder.chmod(0o700)
        pytest.skip("this user may write anywhere")
    yield folder
    folder.chmod(0o700)


def test_a_read_only_folder_is_searched(locked_folder: Path) -> None:
    engine = WhooshEngine(locked_folder)
    assert engine.revision() == 5
    assert set(engine.candidates(Term("产权"))) == {1}
    with pytest.raises(ArchiveReadOnly):
        engine.update([(ArticleId(1), None)], 6)
    engine.close()


def test_a_damaged_index_that_cannot_be_made_again_says_so(folder: Path) -> None:
    _no_marker(folder)
    shutil.rmtree(folder)
    folder.write_text("a file where the folder should be")
    with pytest.raises(IndexDamaged):
        WhooshEngine(folder)


_KILLED = """
import os, signal, sys
from pathlib import Path
from baoguan.index.analysis import Entry
from baoguan.index.whoosh_engine import WhooshEngine

def changes():
    for number in range(2, 500):
        if number == 400:
            os.kill(os.getpid(), signal.SIGKILL)
        yield number, Entry(frozenset({"新", f"新{number}"}), frozenset(), {})

WhooshEngine(Path(sys.argv[1])).update(changes(), 6)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_killed_writer_leaves_the_last_commit_and_no_lock(folder: Path, compose: Compose) -> None:
    run = subprocess.run([sys.executable, "-c", _KILLED, str(folder)], capture_output=True, check=False)
    assert run.returncode == -signal.SIGKILL, run.stderr
    engine = WhooshEngine(folder)
    assert engine.revision() == 5
    assert set(engine.candidates(Term("产权"))) == {1}
    engine.update([(ArticleId(2), entry(compose(2, "医保", "互认。")))], 6)
    assert set(engine.candidates(Term("互认"))) == {2}
    left = {path.suffix or path.name for path in folder.iterdir()}
    assert left <= {".seg", ".toc", ".toml", "MAIN_WRITELOCK", ".tmp"}
    engine.close()
