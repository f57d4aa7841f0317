from pathlib import Path

from PySide6.QtCore import QModelIndex

from baoguan.app.ingest import ingest_files
from baoguan.domain.progress import Silent
from baoguan.ui.models.navigator import NavigatorModel
from baoguan.ui.models.roles import COUNT, DISPLAY, EMPHASIS, RECORD
from baoguan.ui.models.room import Room


def _open(qtbot, model: NavigatorModel, index: QModelIndex) -> QModelIndex:
    model.fetchMore(index)
    qtbot.waitUntil(lambda: model.rowCount(index) > 0)
    return model.index(0, 0, index)


def test_the_levels_of_the_archive(qtbot, tested, room: Room) -> None:
    model = NavigatorModel(room)
    tested(model)
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    index, path = QModelIndex(), []
    while model.hasChildren(index):
        index = _open(qtbot, model, index)
        path.append((index.data(EMPHASIS), index.data(DISPLAY), index.data(COUNT)))
    assert path[:3] == [("title", "天津日报", 7), ("month", "2022-10", 7), ("issue", "2022-10-12", 7)]
    assert [level for level, _, _ in path[3:]] == ["page", "article"]
    assert model.rowCount(index.parent()) == 7
    assert index.data(RECORD).article is not None


def test_children_are_read_only_when_they_are_wanted(qtbot, room: Room) -> None:
    model = NavigatorModel(room)
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    issue = model.find(lambda node: node.level == "issue")
    assert issue is not None
    assert issue.children is None
    assert model.hasChildren(model.index_of(issue))
    assert model.find(lambda node: node.level == "article") is None


def test_its_owner_is_still_known(room: Room) -> None:
    assert NavigatorModel(room, room).parent() is room
    assert NavigatorModel(room).parent() is None


def test_a_paper_without_a_name_and_date_is_called_so(qtbot, room: Room, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# 米价\n\n米价每石二十元。\n", encoding="utf-8")
    ingest_files(room.archive, [page], Silent())
    model = NavigatorModel(room)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    names = [model.index(row, 0).data(DISPLAY) for row in range(2)]
    assert names == ["报纸不详", "天津日报"]
    assert model.index(0, 0, model.index(0, 0)).data(DISPLAY) == "日期不详"
