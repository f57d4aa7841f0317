"""What the window says and does about the index, with a real one."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from baoguan.app.changes import Changes
from baoguan.app.marker import read_marker
from baoguan.app.upkeep import Upkeep
from baoguan.domain.errors import FormatAbsent
from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Progress
from baoguan.ui.window.main_window import MainWindow

Settle = Callable[[MainWindow], None]


def test_the_index_is_built_anew_by_hand_and_search_goes_on(
    qtbot, window: MainWindow, settle: Settle
) -> None:
    assert window.gathered["reindex.whoosh"].isChecked()
    window.gathered["reindex.tantivy"].trigger()
    settle(window)
    assert "Tantivy" in window.header.banner.words.text()
    assert read_marker(window.room.archive.folder).engine == "tantivy"
    assert window.gathered["reindex.tantivy"].isChecked()
    window.header.search.field.setText("京津冀")
    window.header.search.search_now()
    qtbot.waitUntil(lambda: window.room.results.rowCount() > 0)


def test_a_damaged_index_heals_and_a_banner_says_so(
    qtbot, bare_window: MainWindow, archive_folder: Path, settle: Settle
) -> None:
    index = next(path for path in (archive_folder / "index").iterdir() if path.is_dir())
    for file in index.iterdir():
        if file.is_file():
            file.write_bytes(b"broken")
    bare_window.opening.open(archive_folder)
    qtbot.waitUntil(lambda: bare_window.room.archive is not None, timeout=30_000)
    qtbot.waitUntil(lambda: "重建" in bare_window.header.banner.words.text(), timeout=30_000)
    settle(bare_window)


def test_an_engine_that_cannot_be_used_is_told_with_the_next_step(
    qtbot, window: MainWindow, settle: Settle
) -> None:
    window.gathered["reindex.opensearch"].trigger()
    settle(window)
    assert window.header.banner.property("tone") == "error"
    assert read_marker(window.room.archive.folder).engine == "whoosh"


def test_a_cluster_that_is_down_is_said_and_the_archive_s_own_index_offered(
    qtbot, bare_window: MainWindow, archive_folder: Path, settle: Settle
) -> None:
    marker = (archive_folder / "archive.toml").read_text(encoding="utf-8")
    cluster = '\n[cluster]\nhosts = ["http://127.0.0.1:9"]\nname = "nowhere"\n'
    changed = marker.replace('engine = "whoosh"', 'engine = "opensearch"') + cluster
    (archive_folder / "archive.toml").write_text(changed, encoding="utf-8")
    shutil.rmtree(archive_folder / "index")
    bare_window.opening.open(archive_folder)
    qtbot.waitUntil(lambda: bare_window.room.archive is not None, timeout=60_000)
    settle(bare_window)
    banner = bare_window.header.banner
    qtbot.waitUntil(lambda: banner.isVisible() and banner.button.isVisible())
    banner.button.click()
    settle(bare_window)
    assert read_marker(archive_folder).engine == "whoosh"
    bare_window.header.search.field.setText("京津冀")
    bare_window.header.search.search_now()
    qtbot.waitUntil(lambda: bare_window.room.results.rowCount() > 0)


def test_work_beside_keeps_nobody_from_writing(qtbot, window: MainWindow, settle: Settle) -> None:
    written = threading.Event()
    order: list[str] = []

    def beside(progress: Progress) -> None:
        progress.step(1, 2, Bilingual("在旁边做", "Working beside"))
        assert written.wait(20)

    window.jobs.beside(beside, lambda _none: order.append("beside"), lambda _error: order.append("failed"))
    window.jobs.write(lambda _progress: written.set(), lambda _none: order.append("write"), lambda _e: None)
    settle(window)
    assert sorted(order) == ["beside", "write"]


def test_what_is_done_beside_is_heard_in_the_window_s_own_thread(qtbot, window: MainWindow) -> None:
    upkeep = window.room.archive.upkeep
    heard: list[tuple[Changes, int]] = []
    window.room.changed.connect(lambda changes: heard.append((changes, threading.get_ident())))
    told = Changes(pages=True, articles=frozenset({ArticleId(1)}), statistics=True)
    lacking = FormatAbsent(Bilingual("识别库没有安装。", "none"), Bilingual("请安装。", "install"))

    def work(keeping: Upkeep) -> bool:
        keeping.changed(told)
        raise lacking

    upkeep._works = (work,)
    upkeep.start()
    qtbot.waitUntil(lambda: "识别库没有安装" in window.header.banner.words.text(), timeout=30_000)
    assert (told, threading.get_ident()) in heard
