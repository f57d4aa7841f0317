from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex

from baoguan.app.archive import Archive
from baoguan.app.ingest import ingest_files
from baoguan.domain.progress import Silent
from baoguan.domain.query import Order
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


def test_more_hits_are_fetched_as_they_are_wanted(
    qtbot, tested, room: Room, sample_archive: Archive, tmp_path: Path
) -> None:
    for number in range(70):
        file = tmp_path / f"{number}.md"
        file.write_text(f"# 第{number}号消息\n\n某处建成蓄水池{number}座。\n", encoding="utf-8")
    ingest_files(sample_archive, [tmp_path / f"{number}.md" for number in range(70)], Silent())
    tested(room.results)
    _search(qtbot, room, "蓄水池")
    model = room.results
    assert (model.rowCount(), model.results.total) == (50, 70)
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    qtbot.waitUntil(lambda: model.rowCount() == 70)
    assert not model.canFetchMore(QModelIndex())
    assert len({hit.article for hit in model.hits}) == 70


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
        assert [hit.date.year for hit in room.results.hits] == days
        assert room.results.results.order is order
    _search(qtbot, room, "某处建成")
    assert [hit.date.year for hit in room.results.hits] == [2020, 2021, 2023]
