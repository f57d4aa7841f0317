"""The index folder: damaged, foreign, locked, read-only, full of old files, killed."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.domain.errors import IndexBusy, IndexDamaged
from baoguan.domain.ids import ArticleId
from baoguan.domain.query import Facet
from baoguan.domain.records import ArticleText, FiledArticle
from baoguan.index.analysis import Entry, entry
from baoguan.index.tantivy_schema import filed_term, filed_value
from baoguan.index.tree import EVERYTHING, Among, Holds

tantivy = pytest.importorskip("tantivy")
tantivy_engine = pytest.importorskip("baoguan.index.tantivy_engine")
TantivyEngine = tantivy_engine.TantivyEngine

Compose = Callable[..., ArticleText]
File = Callable[..., FiledArticle]
Article = Callable[[int, str], tuple[ArticleId, Entry]]


@pytest.fixture
def article(compose: Compose, filed: File) -> Article:
    """Make a change: an article of one sentence."""
    return lambda number, text: (ArticleId(number), entry(filed(compose(number, "标题", text))))


@pytest.fixture
def folder(tmp_path: Path, article: Article) -> Path:
    """The folder of a closed index of one article at revision 5."""
    folder = tmp_path / "index"
    engine = TantivyEngine(folder)
    engine.update([article(1, "知识产权。")], 5)
    engine.close()
    return folder


def _no_marker(folder: Path) -> None:
    (folder / "engine.toml").unlink()


def _other_version(folder: Path) -> None:
    marker = folder / "engine.toml"
    marker.write_text(marker.read_text("utf-8").replace("format = ", "format = 9"), "utf-8")


def _other_folding(folder: Path) -> None:
    marker = folder / "engine.toml"
    marker.write_text(marker.read_text("utf-8").replace("opencc ", "opencc 9."), "utf-8")


def _broken_marker(folder: Path) -> None:
    (folder / "engine.toml").write_bytes(b"\xff\xfe[[")


def _no_meta(folder: Path) -> None:
    (folder / "meta.json").unlink()


def _cut_meta(folder: Path) -> None:
    path = folder / "meta.json"
    path.write_bytes(path.read_bytes()[:40])


def _no_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def _foreign_files(folder: Path) -> None:
    _no_folder(folder)
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "notes.txt").write_text("不是索引", "utf-8")


def _lost(kind: str) -> Callable[[Path], None]:
    return lambda folder: next(folder.glob(f"*.{kind}")).unlink()


def _cut(kind: str) -> Callable[[Path], None]:
    def harm(folder: Path) -> None:
        path = next(folder.glob(f"*.{kind}"))
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    return harm


def _blank(kind: str) -> Callable[[Path], None]:
    def harm(folder: Path) -> None:
        path = next(folder.glob(f"*.{kind}"))
        path.write_bytes(bytes(path.stat().st_size))

    return harm


_KINDS = ("idx", "pos", "term", "fast", "fieldnorm")


@pytest.mark.parametrize(
    "harm",
    [
        _no_marker,
        _other_version,
        _other_folding,
        _broken_marker,
        _no_meta,
        _cut_meta,
        _no_folder,
        _foreign_files,
        *map(_lost, _KINDS),
        *map(_cut, _KINDS),
        *map(_blank, _KINDS),
    ],
)
def test_a_damaged_or_foreign_folder_becomes_an_empty_index(
    harm: Callable[[Path], None], folder: Path, article: Article
) -> None:
    harm(folder)
    engine = TantivyEngine(folder)
    assert engine.revision() == 0
    engine.update([article(2, "互认。")], 6)
    assert set(engine.candidates(Holds("互认"))) == {2}
    engine.close()


def test_damage_met_while_searching_says_so_and_is_cleared(folder: Path, article: Article) -> None:
    engine = TantivyEngine(folder)
    _no_meta(folder)
    with pytest.raises(IndexDamaged) as raised:
        engine.count(EVERYTHING)
    assert str(folder) in raised.value.say("zh")
    engine.clear()
    assert engine.count(EVERYTHING) == 0
    engine.update([article(2, "互认。")], 6)
    assert engine.count(Holds("互认")) == 1
    engine.close()


def test_a_damaged_index_that_cannot_be_made_again_says_so(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file where the folder should be")
    with pytest.raises(IndexDamaged):
        TantivyEngine(folder)


def test_another_writer_is_named_as_the_reason(
    folder: Path, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tantivy_engine, "_LOCK_SECONDS", 0.0)
    engine = TantivyEngine(folder)
    other = tantivy.Index.open(str(folder)).writer(20_000_000, 1)
    with pytest.raises(IndexBusy) as raised:
        engine.update([article(1, "改过。")], 6)
    assert "另一个程序" in raised.value.say("zh")
    with pytest.raises(IndexBusy):
        engine.clear()
    assert engine.revision() == 5
    other.wait_merging_threads()
    assert engine.update([article(1, "改过。")], 6) == 1
    engine.close()


def test_the_folder_does_not_grow_with_every_update(folder: Path, article: Article) -> None:
    engine = TantivyEngine(folder)
    sizes = []
    for revision in range(6, 66):
        engine.update([article(revision % 3, f"第{revision}次。")], revision)
        sizes.append(sum(path.stat().st_size for path in folder.iterdir()))
    engine.close()
    assert len(list(folder.iterdir())) < 100
    assert max(sizes[30:]) <= 2 * max(sizes[:30])
    again = TantivyEngine(folder)
    assert (again.revision(), again.count(EVERYTHING)) == (65, 3)
    again.close()


def test_more_values_than_tantivy_counts_at_once_are_counted(tmp_path: Path) -> None:
    engine = TantivyEngine(tmp_path / "index")
    tags = tuple(f"标签{number}" for number in range(66_000))
    for article, filed in ((1, tags), (2, tags[:2])):
        entry = Entry({}, {}, frozenset(), None, {Facet.TAG: filed, Facet.SECTION: ("要闻",)}, ())
        engine.update([(ArticleId(article), entry)], article)
    counts = engine.facets(EVERYTHING, (Facet.TAG, Facet.SECTION))
    assert counts[Facet.SECTION] == {"要闻": 2}
    assert counts[Facet.TAG] == {tag: 2 if tag in tags[:2] else 1 for tag in tags}
    assert engine.facets(Among(frozenset({ArticleId(2)})), (Facet.TAG,))[Facet.TAG] == dict.fromkeys(
        tags[:2], 1
    )
    engine.close()


_READ_ONLY = """
import os, sys
from pathlib import Path
from baoguan.domain.errors import ArchiveReadOnly
from baoguan.index.tantivy_engine import TantivyEngine
from baoguan.index.tree import Holds

if os.getuid() == 0:  # root may write anywhere
    os.setgid(65534)
    os.setuid(65534)
engine = TantivyEngine(Path(sys.argv[1]))
assert engine.revision() == 5
assert set(engine.candidates(Holds("产权"))) == {1}
for write in (lambda: engine.update([(1, None)], 6), engine.clear):
    try:
        write()
    except ArchiveReadOnly:
        continue
    raise SystemExit("written")
engine.close()
"""


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="folders are locked otherwise here")
def test_a_folder_that_cannot_be_written_is_searched(folder: Path) -> None:
    with TemporaryDirectory() as made:
        locked = Path(made) / "index"
        shutil.copytree(folder, locked)
        for path in locked.iterdir():
            path.chmod(0o444)
        locked.chmod(0o555)
        Path(made).chmod(0o755)
        before = sorted(path.name for path in locked.iterdir())
        run = subprocess.run(
            [sys.executable, "-c", _READ_ONLY, str(locked)], capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr
        assert sorted(path.name for path in locked.iterdir()) == before
        locked.chmod(0o755)


_KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from baoguan.domain.query import Field
from baoguan.index.analysis import Entry
from baoguan.index.tantivy_engine import TantivyEngine

def changes():
    for number in range(1, 500):
        if number == 400:
            os.kill(os.getpid(), signal.SIGKILL)
        yield number, Entry({Field.BODY: f"新{number}"}, {}, frozenset(), None, {}, ())

TantivyEngine(Path(sys.argv[1])).update(changes(), 6)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_killed_writer_leaves_the_last_commit_and_no_lock(folder: Path, article: Article) -> None:
    run = subprocess.run([sys.executable, "-c", _KILLED, str(folder)], capture_output=True, check=False)
    assert run.returncode == -signal.SIGKILL, run.stderr
    engine = TantivyEngine(folder)
    assert engine.revision() == 5
    assert set(engine.candidates(Holds("产权"))) == {1}
    engine.update([article(2, "互认。")], 6)
    assert set(engine.candidates(Holds("互认"))) == {2}
    engine.close()


def test_no_word_begins_with_what_cannot_be_written(folder: Path) -> None:
    engine = TantivyEngine(folder)
    assert engine.words("\ud800", 5) == ()
    assert [word.text for word in engine.words("知", 5)] != []
    engine.close()


@given(st.text(st.sampled_from("\x00a字\ud800") | st.characters(), max_size=4))
def test_any_value_of_a_facet_comes_back(value: str) -> None:
    term = filed_term(value)
    assert filed_value(term) == value
    term.encode()
