"""The index folder: damaged, foreign, locked, read-only, killed."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest
from whoosh.index import open_dir

from baoguan.domain.errors import ArchiveReadOnly, IndexBusy, IndexDamaged, StorageFull
from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Field
from baoguan.index import whoosh_engine
from baoguan.index.analysis import Entry, WordField
from baoguan.index.tree import Holds
from baoguan.index.whoosh_codec import ListsWriter
from baoguan.index.whoosh_engine import WhooshEngine


def _entry(text: str) -> Entry:
    return Entry({Field.BODY: text}, {WordField.BODY: (text,)}, frozenset(), None, {}, ())


def _found(engine: WhooshEngine, text: str) -> Collection[int]:
    return set(engine.candidates(Holds(text)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a closed index of one article at revision 5."""
    folder = tmp_path / "index"
    engine = WhooshEngine(folder)
    engine.update([(ArticleId(1), _entry("知识产权。"))], 5)
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
    harm: Callable[[Path], None], folder: Path
) -> None:
    harm(folder)
    engine = WhooshEngine(folder)
    assert engine.revision() == 0
    engine.update([(ArticleId(2), _entry("医保互认。"))], 6)
    assert _found(engine, "互认") == {2}
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
    _no_contents(folder)
    with pytest.raises(IndexDamaged) as raised:
        engine.candidates(Holds("产权"))
    assert str(folder) in raised.value.say("zh")
    engine.clear()
    assert _found(engine, "产权") == set()
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
    assert _found(engine, "产权") == {1}
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
from baoguan.domain.query import Field
from baoguan.index.analysis import Entry
from baoguan.index.whoosh_codec import ListsWriter
from baoguan.index.whoosh_engine import WhooshEngine

def changes():
    for number in range(2, 500):
        if number == 400:
            os.kill(os.getpid(), signal.SIGKILL)
        yield number, Entry({Field.BODY: f"新{number}"}, {}, frozenset(), None, {}, ())

WhooshEngine(Path(sys.argv[1])).update(changes(), 6)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_killed_writer_leaves_the_last_commit_and_no_lock(folder: Path) -> None:
    run = subprocess.run([sys.executable, "-c", _KILLED, str(folder)], capture_output=True, check=False)
    assert run.returncode == -signal.SIGKILL, run.stderr
    engine = WhooshEngine(folder)
    assert engine.revision() == 5
    assert _found(engine, "产权") == {1}
    engine.update([(ArticleId(2), _entry("医保互认。"))], 6)
    assert _found(engine, "互认") == {2}
    left = {path.suffix or path.name for path in folder.iterdir()}
    assert left <= {".seg", ".toc", ".toml", "MAIN_WRITELOCK", ".tmp"}
    engine.close()


@pytest.mark.parametrize("said", ["choice", "folding"])
def test_other_pairs_or_another_folding_make_the_index_anew(
    said: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_engine, said, lambda: "other")
    engine = WhooshEngine(folder)
    assert engine.revision() == 0
    engine.close()


def test_a_full_disk_is_said_and_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    engine = WhooshEngine(folder)
    with monkeypatch.context() as patched:
        patched.setattr(ListsWriter, "add_postings", full)
        with pytest.raises(StorageFull):
            engine.update([(ArticleId(1), _entry("医保互认。"))], 6)
    assert engine.revision() == 5
    assert _found(engine, "产权") == {1}
    assert engine.update([(ArticleId(1), _entry("医保互认。"))], 6) == 1
    engine.close()


def test_small_changes_leave_few_files_and_nothing_of_what_they_replaced(folder: Path) -> None:
    engine = WhooshEngine(folder)
    for revision in range(6, 106):
        engine.update([(ArticleId(revision % 7 + 1), _entry(f"改第{revision}次"))], revision)
    assert _found(engine, "产权") == set()
    assert len(engine.candidates(Holds("改"))) == 7
    assert len(list(folder.glob("*.seg"))) < 20
    engine.close()


def test_open_segments_are_kept_over_a_commit(folder: Path) -> None:
    engine, other = WhooshEngine(folder), WhooshEngine(folder)
    assert _found(engine, "产权") == {1}
    other.update([(ArticleId(2), _entry("产权"))], 6)
    assert _found(engine, "产权") == {1, 2}
    other.update([(ArticleId(1), None)], 7)
    assert _found(engine, "产权") == {2}
    assert engine.revision() == 7
    engine.close()
    other.close()


_WRITING = """
import sys
from pathlib import Path
from baoguan.domain.query import Field
from baoguan.index.analysis import Entry
from baoguan.index.whoosh_engine import WhooshEngine

engine = WhooshEngine(Path(sys.argv[1]))
for revision in range(6, 150):
    engine.update([(1, Entry({Field.BODY: f"第{revision}次"}, {}, frozenset(), None, {}, ()))], revision)
"""


def test_what_another_process_is_writing_is_never_taken_for_damaged(folder: Path) -> None:
    engine = WhooshEngine(folder)
    with subprocess.Popen([sys.executable, "-c", _WRITING, str(folder)]) as writing:
        while writing.poll() is None:
            assert engine.revision() >= 5
            opened = WhooshEngine(folder)
            assert opened.revision() >= 5
            opened.close()
    assert writing.returncode == 0
    assert engine.revision() == 149
    engine.close()
