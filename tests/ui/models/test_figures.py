from baoguan.ui.models.figures import FiguresModel
from baoguan.ui.models.roles import DISPLAY, RECORD
from baoguan.ui.models.room import Room


def test_figures_of_the_archive_and_of_one_article(qtbot, tested, room: Room) -> None:
    model = FiguresModel(room)
    tested(model)
    model.read()
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    record = model.data(model.index(1), RECORD)
    assert model.data(model.index(1), DISPLAY) == record.figure.caption
    assert model.row_of(record.id) == 1
    model.want(article=record.article)
    qtbot.waitUntil(lambda: model.rowCount() < 3)
    rows = [model.data(model.index(row), RECORD) for row in range(model.rowCount())]
    assert {row.article for row in rows} == {record.article}
