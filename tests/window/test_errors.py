"""What goes wrong is said in the banner, never in a dialog."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from baoguan.ui.parts.empty import EmptyState
from baoguan.ui.window.main_window import MainWindow

Settle = Callable[[MainWindow], None]


def test_a_folder_that_is_no_archive(qtbot, window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    before = window.room.archive
    window.opening.open(tmp_path)
    settle(window)
    assert window.header.banner.isVisible()
    assert window.header.banner.words.text().startswith("文件夹") or str(tmp_path.name) in (
        window.header.banner.words.text()
    )
    assert window.header.banner.more.isHidden()
    assert window.room.archive is before
    window.header.banner.dismiss.click()
    assert window.header.banner.isHidden()


def test_an_unexpected_error_shows_a_report_to_copy(qtbot, window: MainWindow, settle: Settle) -> None:
    window.room.ask(lambda archive: 1 // 0, lambda _answer: None)
    settle(window)
    banner = window.header.banner
    assert banner.isVisible()
    banner.more.click()
    assert banner.details.isVisible()
    banner.copy_button.click()
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()


def test_files_dropped_on_no_archive(qtbot, bare_window: MainWindow, seed: Path) -> None:
    bare_window.opening.ingest([seed])
    assert "打开" in bare_window.header.banner.words.text()


def test_every_pane_says_what_to_do_next(qtbot, bare_window: MainWindow) -> None:
    for name in ("navigator", "results", "figures", "statistics", "annotations"):
        pane = bare_window.docks.panes[name]
        shown = [child for child in pane.findChildren(EmptyState) if child.isVisible()]
        assert [child.words for child in shown if len(child.words) > 10], name


def test_a_failing_command_leaves_no_step_to_undo(qtbot, window: MainWindow, settle: Settle) -> None:
    from baoguan.app.commands import RemoveAnnotation
    from baoguan.domain.ids import AnnotationId

    window.room.do(RemoveAnnotation(AnnotationId("00000000-0000-0000-0000-000000000000")))
    settle(window)
    assert window.header.banner.isVisible()
    assert not window.gathered["edit.undo"].isEnabled()


def test_an_ingest_can_be_stopped(qtbot, window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.md").write_text(f"# 消息{number}\n\n第{number}条。\n", encoding="utf-8")
    window.opening.ingest(sorted(tmp_path.glob("*.md")))
    qtbot.waitUntil(window.jobs.isVisible)
    window.jobs.cancel()
    settle(window)
    assert len(window.room.archive.pages()) < 201
    assert "停止" in window.header.banner.words.text()
    assert window.jobs.isHidden()


def test_closing_while_an_archive_opens_is_quiet(
    qtbot, bare_window: MainWindow, archive_folder: Path
) -> None:
    bare_window.opening.open(archive_folder)
    bare_window.close()
    qtbot.wait(50)
    assert bare_window.room.archive is None
    assert bare_window.header.banner.isHidden()
