"""Statistics in the open window: corrected, rejected, undone, exported, with mouse and keys."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QTableView, QToolButton

from baoguan.app.amending import AmendStatistic, RejectStatistic
from baoguan.domain.records import StatisticFilter
from baoguan.ui.window.main_window import MainWindow

Settle = Callable[[MainWindow], None]


@pytest.fixture
def table(window: MainWindow, settle: Settle) -> QTableView:
    """The table of all statistics, with the keyboard."""
    window.show_statistics("table")
    window.docks.statistics.bar.scope.choose("archive")
    settle(window)
    view = window.docks.statistics.listing.view
    view.setFocus()
    return view


def _click_row(view: QTableView, row: int) -> None:
    place = QPoint(40, view.visualRect(view.model().index(row, 0)).center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _money(window: MainWindow) -> int:
    """Return the row of 5亿元 among all statistics."""
    records = window.room.archive.statistics()
    return next(row for row, one in enumerate(records) if one.statistic.raw == "5亿元")


def test_a_number_is_corrected_by_keyboard_and_undone(
    window: MainWindow, settle: Settle, table: QTableView
) -> None:
    model, row = window.docks.statistics.listing.model, _money(window)
    before = model.record(row)
    table.mark(row)
    settle(window)
    QTest.keyClick(table, Qt.Key.Key_F2)
    card = window.amending.card
    assert card.isVisible()
    assert window.rect().contains(card.geometry())
    QTest.keyClicks(card.form.value.first, "6.5")
    card.form.names["unit"].setText("亿元")
    card.form.names["measure"].setText("发行额度")
    QTest.keyClick(card.form.value.first, Qt.Key.Key_Return)
    settle(window)
    assert window.amending.card is None
    after = model.record(row)
    assert (after.statistic.value, after.statistic.base_value) == (6.5e8, 6.5e8)
    assert (after.statistic.unit, after.statistic.measure) == ("CNY", "发行额度")
    assert after.amended is not None
    assert table.currentIndex().row() == row
    assert window.focusWidget() is table
    assert "更正" in window.gathered["edit.undo"].text()
    window.gathered["edit.undo"].trigger()
    settle(window)
    assert model.record(row) == before
    window.gathered["edit.redo"].trigger()
    settle(window)
    assert model.record(row).statistic.measure == "发行额度"


def test_a_rejected_number_is_listed_apart_and_restored(
    window: MainWindow, settle: Settle, table: QTableView
) -> None:
    pane, row = window.docks.statistics, _money(window)
    total = pane.listing.model.rowCount()
    table.scrollTo(table.model().index(row, 0))
    _click_row(table, row)
    settle(window)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    settle(window)
    assert pane.listing.model.rowCount() == total - 1
    assert pane.bar.total.text() == f"{total - 1} 条"
    pane.narrowing.put(StatisticFilter(rejected=True))
    settle(window)
    assert pane.listing.model.rowCount() == 1
    _click_row(table, 0)
    settle(window)
    assert window.gathered["edit.restore"].isEnabled()
    assert not window.gathered["edit.reject"].isEnabled()
    window.gathered["edit.restore"].trigger()
    settle(window)
    assert pane.listing.model.rowCount() == 0
    pane.clear.click()
    settle(window)
    assert pane.listing.model.rowCount() == total
    for left in (total - 1, total):
        window.gathered["edit.undo"].trigger()
        settle(window)
        assert pane.listing.model.rowCount() == left


def test_what_was_said_of_a_number_stands_in_the_notes(
    window: MainWindow, settle: Settle, table: QTableView
) -> None:
    notes = window.docks.panes["annotations"]
    record = window.docks.statistics.listing.model.record(_money(window))
    window.room.do(RejectStatistic(record.id))
    settle(window)
    assert notes.model.index(0).data() == "不是统计"
    window.gathered["edit.undo"].trigger()
    settle(window)
    assert notes.model.rowCount() == 0


def test_a_correction_without_sense_is_told_in_the_banner(
    window: MainWindow, settle: Settle, table: QTableView
) -> None:
    record = window.docks.statistics.listing.model.record(_money(window))
    window.room.do(AmendStatistic(record.id, replace(record.statistic, value=None)))
    settle(window)
    assert "数值" in window.header.banner.words.text()
    assert not window.gathered["edit.undo"].isEnabled()


def test_a_number_is_corrected_from_the_card_itself_or_left(
    window: MainWindow, settle: Settle, table: QTableView
) -> None:
    model, row = window.docks.statistics.listing.model, _money(window)
    record = model.record(row)
    window.room.amending.emit(record)
    first = window.amending.card
    window.room.amending.emit(record)
    assert first.isHidden()
    QTest.keyClick(window.amending.card.form.value.first, Qt.Key.Key_Escape)
    assert window.amending.card is None
    window.room.amending.emit(record)
    window.amending.card.reject.click()
    settle(window)
    assert model.row_of(record.id) == -1


def test_a_read_only_archive_lets_nothing_be_said(
    window: MainWindow, settle: Settle, table: QTableView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.room.archive, "read_only", True)
    table.mark(2)
    settle(window)
    acts = window.docks.statistics.listing.acts
    assert [acts.can_change, acts.can_reject, acts.can_restore] == [False] * 3
    window.room.amending.emit(window.docks.statistics.listing.model.record(2))
    assert window.amending.card is None


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".jsonl"])
def test_what_is_listed_is_exported_as_a_job(
    window: MainWindow, settle: Settle, table: QTableView, tmp_path: Path, monkeypatch, ending: str
) -> None:
    file = tmp_path / f"统计{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    pane = window.docks.statistics
    pane.narrowing.put(StatisticFilter(unit="CNY"))
    settle(window)
    count = pane.listing.model.rowCount()
    window.gathered["archive.export_statistics"].trigger()
    settle(window)
    assert file.stat().st_size > 0
    assert f"{count} 条" in window.header.banner.words.text()
    if ending == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as rows:
            assert len(list(csv.DictReader(rows))) == count
    if ending == ".jsonl":
        assert len([json.loads(line) for line in file.read_text("utf-8").splitlines()]) == count


def test_a_file_named_without_an_ending_gets_that_of_the_format_chosen(
    window: MainWindow, settle: Settle, table: QTableView, tmp_path: Path, monkeypatch
) -> None:
    chosen = (str(tmp_path / "统计.2022"), "JSON Lines (*.jsonl)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: chosen)
    window.docks.statistics.export()
    settle(window)
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".jsonl"] == ["统计.2022.jsonl"]


def test_an_export_that_cannot_be_written_is_told(
    window: MainWindow, settle: Settle, table: QTableView, tmp_path: Path, monkeypatch
) -> None:
    file = tmp_path / "没有" / "统计.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    window.docks.statistics.export()
    settle(window)
    assert "写不了" in window.header.banner.words.text()


def test_a_stopped_export_leaves_no_file(
    qtbot, window: MainWindow, settle: Settle, table: QTableView, tmp_path: Path
) -> None:
    file = tmp_path / "统计.csv"
    window.exporting.write(window.room.archive, file, StatisticFilter(), None, False)
    window.jobs.cancel()
    settle(window)
    assert "停止" in window.header.banner.words.text() or file.exists()
    assert {one.name for one in tmp_path.iterdir()} <= {"统计.csv", "config", "样刊.baoguan"}


def test_every_view_has_its_key_and_the_filter_too(
    qtbot, window: MainWindow, settle: Settle, table: QTableView
) -> None:
    pane = window.docks.statistics
    for number, view in enumerate(pane.views, start=1):
        keys = window.gathered[f"view.statistics_{view}"].shortcut().toString()
        assert keys == f"Ctrl+Shift+{number}"
        window.gathered[f"view.statistics_{view}"].trigger()
        settle(window)
        assert pane.heading.current == view
        assert pane.views[view].isVisible()
    window.gathered["view.narrow_statistics"].trigger()
    assert pane.panel.isVisible()
    assert window.rect().contains(pane.panel.geometry())
    window.gathered["view.narrow_statistics"].trigger()
    assert pane.panel is None


def test_enter_goes_on_to_the_article(window: MainWindow, settle: Settle, table: QTableView) -> None:
    table.mark(3)
    settle(window)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert window.docks.panes["article"].isAncestorOf(window.focusWidget())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1600, 1000), (1280, 800), (1024, 720)])
def test_no_view_is_cut_at_any_common_size(
    qtbot, window: MainWindow, settle: Settle, size: tuple[int, int], language: str
) -> None:
    if language == "en":
        _change_language(qtbot, window, settle)
    pane = window.docks.statistics
    pane.bar.scope.choose("archive")
    pane.narrowing.put(StatisticFilter(unit="CNY", low=1))
    cut = []
    for view in pane.views:
        window.show_statistics(view)
        settle(window)
        window.resize(*size)
        qtbot.wait(60)
        assert (window.width(), window.height()) == size, view
        title = pane.heading.parentWidget()
        buttons = [*pane.findChildren(QToolButton), *title.findChildren(QToolButton)]
        for button in buttons:
            own = button.objectName() in ("choice", "switch", "tool", "order")
            if own and button.isVisible() and button.width() < button.minimumSizeHint().width():
                cut.append((view, button.accessibleName(), button.width()))
        for label in title.findChildren(QLabel):
            if label.isVisible() and label.width() < label.sizeHint().width():
                cut.append((view, label.text(), label.width()))
    if language == "en":
        _change_language(qtbot, window, settle)
    assert cut == []


def _change_language(qtbot, window: MainWindow, settle: Settle) -> None:
    header = window.header
    window.gathered["view.language"].trigger()
    qtbot.waitUntil(lambda: window.header is not header)
    settle(window)
