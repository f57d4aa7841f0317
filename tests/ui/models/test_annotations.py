from baoguan.app.commands import AddAnnotation
from baoguan.domain.article import Span
from baoguan.ui.models.annotations import AnnotationsModel
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD
from baoguan.ui.models.room import Room


def test_annotations_of_the_archive_and_of_one_article(qtbot, tested, room: Room) -> None:
    first, second = (article.id for article in room.archive.page(room.archive.pages()[0].id).articles[:2])
    model = AnnotationsModel(room)
    tested(model)
    room.archive.do(AddAnnotation(first, Span(0, 4), note="先看这里", tags=("要闻",)))
    room.changed.emit(room.archive.do(AddAnnotation(second, None, note="全文可用")))
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert {model.data(model.index(row), DISPLAY) for row in range(2)} == {"先看这里", "全文可用"}
    model.want(first)
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    kept = model.data(model.index(0), RECORD)
    assert kept.span == Span(0, 4)
    assert model.row_of(kept.annotation.id) == 0
    assert "要闻" in model.data(model.index(0), ACCESSIBLE)
