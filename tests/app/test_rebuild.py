import shutil
import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from baoguan.app import archive_index
from baoguan.app.archive import Archive
from baoguan.app.commands import AddAnnotation, EditDictionary
from baoguan.app.index_folders import words_of
from baoguan.app.local_search import opened
from baoguan.app.marker import read_marker, write_marker
from baoguan.app.searching import IndexState
from baoguan.app.upkeep import Upkeep
from baoguan.domain.errors import ArchiveError, BaoguanError, IndexBusy
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Silent
from baoguan.domain.query import Question

WORD = Question("知识产权")


class _AtEachStep:
    """A Progress that does something meanwhile."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        self._meanwhile = meanwhile

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        self._meanwhile()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the sample page be more than Whoosh is for."""
    monkeypatch.setattr(archive_index, "MOST_ON_WHOOSH", 3)


def _indexes(archive: Archive) -> set[str]:
    return {path.name for path in (archive.folder / "index").iterdir() if path.is_dir()}


@pytest.mark.usefixtures("small")
def test_an_archive_that_outgrows_whoosh_moves_by_itself(sample_archive: Archive) -> None:
    before = sample_archive.found(WORD)
    sample_archive.renew(Silent())
    state = sample_archive.index_state()
    assert (state.engine, state.current) == ("tantivy", True)
    (notice,) = state.notices
    assert "Tantivy" in notice.zh
    assert "Tantivy" in notice.en
    assert sample_archive.found(WORD) == before
    assert _indexes(sample_archive) == {"tantivy"}
    said = tomllib.loads((sample_archive.folder / "archive.toml").read_text("utf-8"))
    assert said["engine"] == "tantivy"


def test_an_archive_stays_on_whoosh_while_it_is_small(sample_archive: Archive) -> None:
    sample_archive.renew(Silent())
    assert sample_archive.index_state().engine == "whoosh"
    assert sample_archive.index_state().notices == ()


@pytest.mark.usefixtures("small")
def test_an_engine_chosen_by_hand_is_kept(sample_archive: Archive) -> None:
    sample_archive.reindex("tantivy", Silent())
    sample_archive.reindex("whoosh", Silent())
    sample_archive.renew(Silent())
    assert sample_archive.index_state().engine == "whoosh"
    assert _indexes(sample_archive) == {"whoosh"}


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_questions_are_answered_while_an_index_is_built(sample_archive: Archive, engine: str) -> None:
    answers = []
    with ThreadPoolExecutor(1) as other:

        def ask() -> None:
            answers.append(other.submit(sample_archive.search, WORD).result().total)

        sample_archive.reindex(engine, _AtEachStep(ask))
    assert answers
    assert set(answers) == {1}


@pytest.mark.parametrize("engine", ["whoosh", "tantivy"])
def test_what_is_written_while_an_index_is_built_is_found_after(sample_archive: Archive, engine: str) -> None:
    article = sample_archive.found(WORD)[0]
    notes = iter(["甲字第七号", "乙字第八号"])
    with ThreadPoolExecutor(1) as other:

        def write() -> None:
            for note in notes:
                other.submit(sample_archive.do, AddAnnotation(article, None, note=note)).result()

        sample_archive.reindex(engine, _AtEachStep(write))
    for note in ("甲字第七号", "乙字第八号"):
        assert sample_archive.found(Question(note)) == (article,)
    assert sample_archive.index_state().current


def test_building_that_is_stopped_leaves_the_former_index(sample_archive: Archive) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        sample_archive.reindex("tantivy", _AtEachStep(stop))
    assert sample_archive.index_state().engine == "whoosh"
    assert sample_archive.search(WORD).total == 1
    assert _indexes(sample_archive) == {"whoosh"}


def test_one_process_at_a_time_builds_an_index(sample_archive: Archive) -> None:
    refused = []

    def again() -> None:
        with opened(sample_archive.folder, read_only=False) as other:
            try:
                other.reindex("tantivy", Silent())
            except IndexBusy as error:
                refused.append(error.say("zh"))

    sample_archive.reindex("tantivy", _AtEachStep(again))
    assert refused
    assert sample_archive.search(WORD).total == 1


def test_an_index_that_another_process_exchanged_is_followed(sample_archive: Archive) -> None:
    assert sample_archive.search(WORD).total == 1
    with opened(sample_archive.folder, read_only=False) as other:
        other.reindex("tantivy", Silent())
    article = sample_archive.found(WORD)[0]
    sample_archive.do(AddAnnotation(article, None, note="甲字第七号"))
    assert sample_archive.found(Question("甲字第七号")) == (article,)


def test_names_are_written_undone_and_rank(sample_archive: Archive) -> None:
    plain = words_of(sample_archive.folder / "index" / "whoosh")
    assert plain
    assert sample_archive.dictionary() == ""
    command = EditDictionary("渤化集团 1000 nt\n")
    sample_archive.do(command)
    assert sample_archive.dictionary() == "渤化集团 1000 nt\n"
    assert (sample_archive.folder / "dictionary.txt").read_text("utf-8") == "渤化集团 1000 nt\n"
    named = words_of(sample_archive.folder / "index" / "whoosh")
    assert named not in {plain, ""}
    assert any("词典" in notice.zh for notice in sample_archive.index_state().notices)
    assert sample_archive.search(WORD).total == 1
    sample_archive.undo(command)
    assert not (sample_archive.folder / "dictionary.txt").exists()
    assert words_of(sample_archive.folder / "index" / "whoosh") == plain
    sample_archive.do(command)
    assert words_of(sample_archive.folder / "index" / "whoosh") == named


def test_names_written_by_hand_count_from_the_next_opening(archive_folder: Path) -> None:
    (archive_folder / "dictionary.txt").write_text("渤化集团 1000 nt\n", "utf-8")
    with closing(Archive.open(archive_folder, apart=True)) as archive:
        heard: list[Bilingual | None] = []
        assert archive.upkeep is not None
        archive.upkeep.watch(lambda _done, _total, doing: heard.append(doing))
        archive.upkeep.finish()
        assert any("词典" in notice.zh for notice in archive.index_state().notices)
        assert archive.search(WORD).total == 1
    assert heard[-1] is None
    with closing(Archive.open(archive_folder)) as archive:
        archive.renew(Silent())
        assert archive.index_state().notices == ()


def test_upkeep_ends_when_it_is_stopped(sample_archive: Archive) -> None:
    (sample_archive.folder / "dictionary.txt").write_text("渤化集团\n", "utf-8")
    with opened(sample_archive.folder, read_only=False) as searching:
        upkeep = Upkeep((searching.renew,))
        upkeep.stop()
        upkeep.start()
        upkeep.finish()
        assert searching.state().notices == ()


def test_where_tantivy_is_missing_whoosh_answers_and_says_why(
    archive_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Archive.open(archive_folder)) as archive:
        archive.reindex("tantivy", Silent())
    monkeypatch.setattr(archive_index, "available", lambda name: name == "whoosh")
    with closing(Archive.open(archive_folder)) as archive:
        archive.renew(Silent())
        state = archive.index_state()
        assert (state.engine, state.current) == ("whoosh", True)
        (notice,) = state.notices
        assert "baoguan[native]" in notice.zh
        assert "baoguan[native]" in notice.en
        assert archive.search(WORD).total == 1
    assert read_marker(archive_folder).engine == "tantivy"
    monkeypatch.undo()
    with closing(Archive.open(archive_folder)) as archive:
        assert archive.index_state() == IndexState("tantivy", True)
        assert archive.search(WORD).total == 1


@pytest.mark.usefixtures("small")
def test_a_large_archive_without_tantivy_is_told_what_to_install(
    archive_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_index, "available", lambda name: name == "whoosh")
    with closing(Archive.open(archive_folder)) as archive:
        archive.renew(Silent())
        assert archive.index_state().engine == "whoosh"
        assert "baoguan[native]" in archive.index_state().notices[0].zh


def _on_cluster(folder: Path) -> None:
    marker = read_marker(folder)
    text = (folder / "archive.toml").read_text("utf-8")
    assert marker.engine == "whoosh"
    (folder / "archive.toml").write_text(text.replace('"whoosh"', '"opensearch"'), "utf-8")


def test_where_the_cluster_is_missing_an_index_in_the_archive_answers(archive_folder: Path) -> None:
    _on_cluster(archive_folder)
    with closing(Archive.open(archive_folder)) as archive:
        assert archive.search(WORD).total == 1
        assert archive.index_state().engine == "whoosh"
        (notice,) = archive.index_state().notices
        assert "--engine whoosh" in notice.zh
        assert "--engine whoosh" in notice.en


def test_where_nothing_answers_it_is_said_what_to_do(archive_folder: Path) -> None:
    _on_cluster(archive_folder)
    shutil.rmtree(archive_folder / "index")
    with closing(Archive.open(archive_folder)) as archive:
        assert len(archive.pages()) == 1
        assert not archive.index_state().current
        with pytest.raises(ArchiveError) as caught:
            archive.search(WORD)
        assert "--engine whoosh" in caught.value.say("zh")
        archive.do(AddAnnotation(archive.page(archive.pages()[0].id).articles[0].id, None, note="记"))
        archive.reindex("whoosh", Silent())
        assert archive.search(WORD).total == 1


def test_an_unknown_engine_is_refused(sample_archive: Archive) -> None:
    with pytest.raises(BaoguanError):
        sample_archive.reindex("xapian", Silent())
    assert sample_archive.search(WORD).total == 1


def test_what_archive_toml_says_is_kept(sample_archive: Archive) -> None:
    before = read_marker(sample_archive.folder)
    write_marker(sample_archive.folder, before)
    assert read_marker(sample_archive.folder) == before
