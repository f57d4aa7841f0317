"""The text of scans is recognised beside everything else, and nothing of it is lost when that is stopped."""

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

import baoguan
from baoguan.app.archive import Archive
from baoguan.app.changes import Changes
from baoguan.app.check import check
from baoguan.app.commands import Rearrange
from baoguan.app.ingest import ingest_files
from baoguan.app.upkeep import Upkeep
from baoguan.domain.errors import BaoguanError, FormatAbsent
from baoguan.domain.ids import PageId
from baoguan.domain.language import Bilingual
from baoguan.domain.page import PageImage, Region
from baoguan.domain.progress import Cancelled, Silent
from baoguan.domain.rearrangement import Gathered, Reframed
from baoguan.ingest.recognising import Waiting, recognise_all

pytestmark = pytest.mark.skipif(find_spec("rapidocr") is None, reason="needs the extra ocr")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    """An archive of two scans that wait; the second one's picture is gone bad."""
    import newsroom

    folder = tmp_path_factory.mktemp("made")
    newsroom.write_scan(newsroom.page(seed=1, layout="simple"), folder / "1.png", 100)
    with Image.open(folder / "1.png") as page:
        page.crop((0, 0, page.width, page.height * 2 // 5)).save(folder / "1.png")
    newsroom.write_scan(newsroom.page(seed=2, layout="simple"), folder / "2.png", 50)
    with closing(Archive.create(folder / "a")) as archive:
        ingest_files(archive, [folder / "1.png", folder / "2.png"], Silent())
        second = archive.catalogue.originals.path(archive.pages()[1].source)
        second.chmod(0o644)
        second.write_bytes(bytes(2000))
    return folder / "a"


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "a")
    return tmp_path / "a"


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with closing(Archive.open(folder)) as opened:
        yield opened


def test_a_window_reads_scans_beside_and_hears_of_each(folder: Path) -> None:
    heard: list[Changes] = []
    with closing(Archive.open(folder, apart=True)) as archive:
        one, other = (page.id for page in archive.pages())
        assert archive.upkeep is not None
        archive.upkeep.listen(heard.append, lambda error: None)
        archive.upkeep.finish()
        assert archive.waiting_pages() == ()
        whole, bad = archive.page_print(one), archive.page_print(other)
        assert whole is not None
        assert bad is not None
        assert len(whole.lines) > 5
        assert bad.unread == (Region(0, 0, bad.width, bad.height),)
        articles = archive.page(one).articles
        assert articles
        assert {record.id for record in articles} <= {id_ for changes in heard for id_ in changes.articles}
        assert all(changes.pages for changes in heard)
        scan = archive.scan(one)
        assert sum(len(block.printed) for block in scan.blocks) == len(whole.lines)
        archive.do(Rearrange(one, (Gathered((whole.lines[-1].number,)),)))
        assert archive.page_print(one) == whole


def test_what_is_stopped_goes_on_the_next_time(archive: Archive) -> None:
    waiting = archive.waiting_pages()

    class StopAtOnce:
        def step(self, done: int, total: int, doing: Bilingual) -> None:
            assert (done, total) == (0, 2)
            raise Cancelled

    with pytest.raises(Cancelled):
        archive.read_scans(StopAtOnce())
    assert archive.waiting_pages() == waiting


def _children(process: int) -> list[int]:
    """Return the processes that a process has begun, where the system tells."""
    told = Path(f"/proc/{process}/task/{process}/children")
    return [int(number) for number in told.read_text().split()] if told.exists() else []


def _runs(process: int) -> bool:
    """Return whether a process goes on, one that has ended and is not fetched yet left out."""
    told = Path(f"/proc/{process}/stat")
    try:
        return told.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_frame_drawn_before_the_text_was_read_stays(archive: Archive) -> None:
    page, frame = archive.waiting_pages()[0], Region(20, 30, 90, 80)
    archive.do(Rearrange(page, (Reframed(None, frame),)))
    archive.read_scans(Silent())
    assert archive.page(page).articles
    assert [one.figure.region for one in archive.figures(page)].count(frame) == 1


def test_killed_while_recognising(folder: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(baoguan.__file__).parents[1])}
    process = subprocess.Popen(
        [sys.executable, "-m", "baoguan", "recognise", folder],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(3)
    beside = _children(process.pid)
    process.kill()
    process.wait()
    ends = time.monotonic() + 20
    while any(map(_runs, beside)) and time.monotonic() < ends:
        time.sleep(0.1)
    assert not any(map(_runs, beside))
    with closing(Archive.open(folder)) as archive:
        bad = archive.catalogue.originals.path(archive.pages()[1].source)
        assert len(check(archive, Silent()).faults) == 1, bad
        filed = [page.id for page in archive.pages() if page.id not in archive.waiting_pages()]
        assert all(archive.page_print(page) is not None for page in filed)
        assert archive.read_scans(Silent()) == 2 - len(filed)
        assert archive.waiting_pages() == ()


def test_a_picture_that_cannot_be_read_is_all_unread(tmp_path: Path) -> None:
    (tmp_path / "none.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    image = PageImage(tmp_path / "none.png", 0, 30, 40)
    outcomes = [one for one in recognise_all([Waiting(PageId(7), image)]) if one is not None]
    ((page, recognised),) = outcomes
    assert page == 7
    assert (recognised.blocks, recognised.unread) == ((), (Region(0, 0, 30, 40),))


def test_a_page_whose_process_dies_is_tried_once_more(archive: Archive) -> None:
    page = archive.waiting_pages()[0]
    image = archive.catalogue.prints.image(page)
    assert image is not None
    killed: list[int | None] = []
    found = []
    for outcome in recognise_all([Waiting(page, image)]):
        if outcome is None and not killed:
            for process in multiprocessing.active_children():
                killed.append(process.pid)
                process.kill()
        if outcome is not None:
            found.append(outcome)
    assert killed
    ((number, recognised),) = found
    assert number == page
    assert len(recognised.blocks) > 5


def test_what_a_library_is_lacking_for_is_said_once_and_the_rest_is_done() -> None:
    done: list[str] = []
    told: list[BaoguanError] = []

    def lacking(upkeep: Upkeep) -> bool:
        raise FormatAbsent(Bilingual("没有", "none"), Bilingual("安装", "install"))

    def working(upkeep: Upkeep) -> bool:
        done.append("done")
        return True

    upkeep = Upkeep((lacking, working))
    upkeep.listen(lambda changes: None, told.append)
    upkeep.start()
    upkeep.finish()
    assert [error.what.en for error in told] == ["none"]
    assert done == ["done"]
