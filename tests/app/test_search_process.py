import json
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

import baoguan
from baoguan.app import search_child
from baoguan.app.archive import Archive
from baoguan.app.commands import AddAnnotation
from baoguan.app.search_child import Reply, Request, Stop
from baoguan.app.searching import IndexState
from baoguan.domain.errors import ArchiveError, BaoguanError, NotFound, StorageFull
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled, Progress, Silent
from baoguan.domain.query import Facet, Filed, LineOrder, Question

QUESTIONS = (
    Question("知識產權"),
    Question("轨道 -膜", (Filed(Facet.TITLE, "天津日报"),)),
    Question('"天津 滨海"~20'),
    Question("没有这样的话"),
    Question(""),
)


@pytest.fixture
def apart(archive_folder: Path) -> Iterator[Archive]:
    """A fresh archive of the sample page whose searching runs in a process beside."""
    archive = Archive.open(archive_folder, apart=True)
    yield archive
    archive.close()
    assert multiprocessing.active_children() == []


def _script(program: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(Path(baoguan.__file__).parents[1])},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def test_the_answers_are_the_same(apart: Archive, sample_archive: Archive) -> None:
    for question in QUESTIONS:
        here, there = (replace(each.search(question), seconds=0) for each in (sample_archive, apart))
        assert there == here
        assert apart.found(question) == sample_archive.found(question)
        assert apart.spread(question) == sample_archive.spread(question)
        assert apart.concordance(question, LineOrder.LEFT) == sample_archive.concordance(
            question, LineOrder.LEFT
        )
        for article in here.hits:
            marks = apart.marks(article.article, question.text)
            assert marks == sample_archive.marks(article.article, question.text)
    assert apart.suggest("知识") == sample_archive.suggest("知识")
    assert apart.correct(Question("知识户权")) == sample_archive.correct(Question("知识户权"))
    assert apart.index_state() == IndexState("whoosh", True)


def test_what_is_changed_is_found_at_once(apart: Archive) -> None:
    article = apart.found(Question("知识产权"))[0]
    note = AddAnnotation(article, None, note="甲字第七号")
    apart.do(note)
    assert apart.found(Question("甲字第七号")) == (article,)
    apart.undo(note)
    assert apart.found(Question("甲字第七号")) == ()


def test_no_engine_is_loaded_beside_the_window(archive_folder: Path) -> None:
    program = """
import json, sys
from pathlib import Path
from baoguan.app.archive import Archive
from baoguan.domain.query import Question
if __name__ == "__main__":
    archive = Archive.open(Path(sys.argv[1]), apart=True)
    total = archive.search(Question("天津")).total
    archive.close()
    print(json.dumps([total, sorted({name.split(".")[0] for name in sys.modules})]))
"""
    total, loaded = json.loads(_script(program, archive_folder).communicate(timeout=60)[0])
    assert total > 0
    assert {"whoosh", "tantivy", "jieba", "rjieba", "opensearchpy"} & set(loaded) == set()


def test_a_process_that_dies_is_begun_again_and_asked_again(apart: Archive) -> None:
    before = apart.found(Question("天津"))
    for _ in range(2):
        (process,) = multiprocessing.active_children()
        process.kill()
        assert apart.found(Question("天津")) == before


def test_no_process_outlives_the_window(archive_folder: Path) -> None:
    program = """
import multiprocessing, sys, time
from pathlib import Path
from baoguan.app.archive import Archive
if __name__ == "__main__":
    archive = Archive.open(Path(sys.argv[1]), apart=True)
    print(multiprocessing.active_children()[0].pid, flush=True)
    time.sleep(600)
"""
    window = _script(program, archive_folder)
    assert window.stdout is not None
    process = int(window.stdout.readline())
    window.kill()
    window.communicate()
    for _ in range(400):
        if not _lives(process):
            return
        time.sleep(0.05)
    os.kill(process, signal.SIGKILL)
    pytest.fail("the process for searching goes on without a window")


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("kind", [BaoguanError, ArchiveError, StorageFull, NotFound])
def test_an_expected_error_travels_as_it_is(kind: type[BaoguanError]) -> None:
    error = kind(Bilingual("满了。", "It is full."), Bilingual("腾出空间。", "Make room."))
    travelled = pickle.loads(pickle.dumps(error))
    assert type(travelled) is kind
    assert (travelled.what, travelled.next_step, str(travelled)) == (error.what, error.next_step, str(error))


def test_errors_are_those_of_the_process_beside(apart: Archive) -> None:
    with pytest.raises(ArchiveError) as caught:
        apart.reindex("nonsense", Silent())
    assert "nonsense" in caught.value.say("zh")


class _Impatient:
    """Stops at the first step."""

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        raise Cancelled


def test_long_work_is_stopped_by_its_progress(apart: Archive) -> None:
    with pytest.raises(Cancelled):
        apart.reindex("whoosh", _Impatient())
    assert not list(apart.folder.glob("index/*.making"))
    assert apart.search(Question("知识产权")).total == 1


def test_closing_does_not_wait_for_an_index_to_be_built(archive_folder: Path) -> None:
    archive = Archive.open(archive_folder, apart=True)
    begun = threading.Event()

    class Waiting:
        def step(self, done: int, total: int, doing: Bilingual) -> None:
            begun.set()

    with ThreadPoolExecutor(1) as other:
        building = other.submit(archive.reindex, "tantivy", Waiting())
        begun.wait()
        archive.close()
        with suppress(Cancelled):  # it may have been ready
            building.result()
    assert multiprocessing.active_children() == []
    with closing(Archive.open(archive_folder)) as again:
        assert again.search(Question("知识产权")).total == 1


def test_an_index_damaged_while_open_is_made_anew_and_said(apart: Archive) -> None:
    assert apart.index_state().notices == ()
    for path in (apart.folder / "index" / "whoosh").iterdir():
        path.unlink()
    assert apart.search(Question("知识产权")).total == 1
    assert apart.index_state().current
    assert len(apart.index_state().notices) == 1


def test_nothing_is_answered_after_the_end(archive_folder: Path) -> None:
    archive = Archive.open(archive_folder, apart=True)
    archive.close()
    with pytest.raises(Cancelled):
        archive.search(Question("天津"))


class _Slow:
    """Searching that never ends by itself, so that it is sure to be still running."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)

    def search(self, question: Question, progress: Progress) -> str:
        return self.found(question, progress)

    def spread(self, question: Question, progress: Progress) -> str:
        return self.found(question, progress)

    def found(self, question: Question, progress: Progress) -> str:
        self.begun.release()
        while question.text != "快":
            progress.step(0, 1, Bilingual("检索", "Searching"))
            time.sleep(0.001)
        return question.text


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Connection, _Slow]]:
    """The end of a line whose other end is answered slowly."""
    slow = _Slow()
    ours, theirs = multiprocessing.Pipe()
    child = search_child.Child(theirs, lambda: slow)
    with ThreadPoolExecutor(1) as thread:
        served = thread.submit(child.serve)
        yield ours, slow
        ours.send(None)
        served.result()
    ours.close()
    theirs.close()


def test_a_newer_question_stops_an_older_one(line: tuple[Connection, _Slow]) -> None:
    ours, slow = line
    ours.send(Request(1, "search", (Question("慢"),)))
    ours.send(Request(2, "found", (Question("慢"),)))
    slow.begun.acquire()
    slow.begun.acquire()
    ours.send(Request(3, "search", (Question("快"),)))
    replies = {reply.number: reply for reply in (ours.recv(), ours.recv())}
    assert isinstance(replies[1].error, Cancelled)
    assert replies[3] == Reply(3, "快")
    # What is not asked of a moment, like all that a question finds, is stopped only by hand.
    assert not ours.poll(0.05)
    ours.send(Stop(2))
    assert isinstance(ours.recv().error, Cancelled)


def test_the_same_question_again_stops_nothing(line: tuple[Connection, _Slow]) -> None:
    ours, slow = line
    for number in (1, 2):
        ours.send(Request(number, "search", (Question("慢"),)))
        slow.begun.acquire()
    assert not ours.poll(0.05)


def test_what_else_is_being_asked_lets_a_search_go_first_and_goes_on(line: tuple[Connection, _Slow]) -> None:
    ours, slow = line
    ours.send(Request(1, "spread", (Question("慢"),)))
    slow.begun.acquire()
    ours.send(Request(2, "search", (Question("快"),)))
    assert ours.recv() == Reply(2, "快")
    for _ in range(2):  # the search, and the spread once more
        slow.begun.acquire()
    assert not ours.poll(0.05)
