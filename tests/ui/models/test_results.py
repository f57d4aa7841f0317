import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from baoguan.app.archive import Archive
from baoguan.app.changes import Changes
from baoguan.app.ingest import ingest_files
from baoguan.domain.errors import NotAnArchive
from baoguan.domain.progress import Silent
from baoguan.domain.query import Facet, Filed, Order
from baoguan.ui.models.results import PORTION
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD
from baoguan.ui.models.room import Room


def _search(qtbot, room: Room, query: str) -> None:
    with qtbot.waitSignal(room.results.answered):
        room.selection.select(replace(room.selection.current, query=query))
    qtbot.waitUntil(lambda: not room.results.searching)


def test_hits_follow_the_query(qtbot, tested, room: Room) -> None:
    tested(room.results)
    _search(qtbot, room, "轨道交通")
    model = room.results
    headlines = [model.data(model.index(row), DISPLAY) for row in range(model.rowCount())]
    assert any("B1线" in headline for headline in headlines)
    first = model.data(model.index(0), RECORD)
    assert model.row_of(first.article) == 0
    assert first.headline in model.data(model.index(0), ACCESSIBLE)
    _search(qtbot, room, "")
    assert model.rowCount() == 0
    assert model.results is None


def test_an_older_answer_never_replaces_a_newer_one(qtbot, room: Room) -> None:
    for query in ("京津冀", "知识产权", "膜", "轨道交通"):
        room.selection.select(replace(room.selection.current, query=query))
    qtbot.waitUntil(lambda: room.waiting == 0)
    assert room.results.results is not None
    assert room.results.results.query.text == "轨道交通"


@pytest.fixture
def ponds(sample_archive: Archive, tmp_path: Path) -> Archive:
    """The sample archive with 170 short articles more."""
    for number in range(170):
        file = tmp_path / f"{number}.md"
        file.write_text(f"# 第{number}号消息\n\n某处建成蓄水池{number}座。\n", encoding="utf-8")
    ingest_files(sample_archive, [tmp_path / f"{number}.md" for number in range(170)], Silent())
    return sample_archive


def test_every_hit_has_a_row_and_is_read_when_it_is_looked_at(
    qtbot, tested, room: Room, ponds: Archive
) -> None:
    tested(room.results)
    _search(qtbot, room, "蓄水池")
    model = room.results
    assert (model.rowCount(), model.results.total, len(model.results.hits)) == (170, 170, PORTION)
    assert model.hit(PORTION - 1) is not None
    assert model.data(model.index(120), RECORD) is None
    assert model.data(model.index(120), DISPLAY) is None
    with qtbot.waitSignal(model.dataChanged) as changed:
        pass
    assert changed.args[0].row() <= 120 <= changed.args[1].row()
    for row in range(0, 170, PORTION):
        model.hit(row)
        qtbot.waitUntil(lambda: room.waiting == 0)
    shown = [model.hit(row).article for row in range(170)]
    assert shown == list(ponds.found(model.question))
    assert [model.row_of(article) for article in shown] == list(range(170))


def test_of_many_portions_passed_by_the_last_ones_are_read(qtbot, room: Room, ponds: Archive) -> None:
    _search(qtbot, room, "蓄水池")
    for row in (60, 110, 160, 60):
        room.results.hit(row)
    with qtbot.waitSignal(room.results.fetched):
        pass
    assert room.results.hit(60) is not None
    qtbot.waitUntil(lambda: room.waiting == 0)
    assert room.results.hit(160) is not None


def test_rows_stay_where_they_are_when_the_same_question_is_answered_again(
    qtbot, tested, room: Room, ponds: Archive, tmp_path: Path
) -> None:
    tested(room.results)
    _search(qtbot, room, "蓄水池")
    room.results.hit(160)
    qtbot.waitUntil(lambda: room.waiting == 0)
    file = tmp_path / "more.md"
    file.write_text("# 又一处\n\n又建成蓄水池一座。\n", encoding="utf-8")
    ingest_files(ponds, [file], Silent())
    with (
        qtbot.assertNotEmitted(room.results.modelReset),
        qtbot.waitSignal(room.results.rowsInserted),
    ):
        room.changed.emit(Changes(pages=True))
    assert room.results.rowCount() == 171
    qtbot.waitUntil(lambda: room.results.hit(160) is not None)


def test_filters_narrow_and_ask_by_themselves(qtbot, room: Room) -> None:
    _search(qtbot, room, "知识产权")
    every = room.results.rowCount()
    narrowed = replace(room.selection.current, filters=(Filed(Facet.YEAR, "1899"),))
    with qtbot.waitSignal(room.results.answered):
        room.selection.select(narrowed)
    assert (room.results.rowCount(), every > 0) == (0, True)
    with qtbot.waitSignal(room.results.answered):
        room.selection.select(replace(narrowed, query="", filters=(Filed(Facet.YEAR, "2022"),)))
    assert room.results.rowCount() == 7


def test_why_there_is_no_answer_is_kept_until_the_next_one(
    qtbot, room: Room, sample_archive: Archive
) -> None:
    sample_archive.close()
    shutil.rmtree(sample_archive.folder)
    with qtbot.assertNotEmitted(room.failed):
        _search(qtbot, room, "知识产权")
    assert isinstance(room.results.error, NotAnArchive)
    assert room.results.rowCount() == 0
    with qtbot.waitSignal(room.results.answered):
        room.selection.select(replace(room.selection.current, query=""))
    assert room.results.error is None


def test_another_order_is_asked_for_and_kept_for_the_next_query(
    qtbot, tested, room: Room, sample_archive: Archive, tmp_path: Path
) -> None:
    for number, day in enumerate(("2020-01-05", "2023-06-01", "2021-08-09")):
        file = tmp_path / f"{number}.md"
        file.write_text(f"# 第{number}号消息\n\n某处建成蓄水池{number}座。\n", encoding="utf-8")
        file.with_suffix(".toml").write_text(f'title = "滨海日报"\ndate = {day}\n', encoding="utf-8")
    ingest_files(sample_archive, sorted(tmp_path.glob("*.md")), Silent())
    tested(room.results)
    _search(qtbot, room, "蓄水池")
    for order, days in ((Order.NEWEST, [2023, 2021, 2020]), (Order.OLDEST, [2020, 2021, 2023])):
        with qtbot.waitSignal(room.results.answered):
            room.results.arrange(order)
        assert _years(room) == days
        assert room.results.results.question.order is order
    _search(qtbot, room, "某处建成")
    assert _years(room) == [2020, 2021, 2023]


def _years(room: Room) -> list[int]:
    return [room.results.hit(row).date.year for row in range(room.results.rowCount())]
