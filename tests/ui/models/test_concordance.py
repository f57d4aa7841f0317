from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

import pytest

from baoguan.app.archive import Archive
from baoguan.domain.query import Line, LineOrder
from baoguan.ui.models.concordance import ConcordanceModel
from baoguan.ui.models.roles import ACCESSIBLE, RECORD, TOOLTIP
from baoguan.ui.models.room import Room


@pytest.fixture
def model(room: Room) -> Iterator[ConcordanceModel]:
    """The lines of a room, out of sight."""
    return ConcordanceModel(room)


def _search(qtbot, room: Room, query: str) -> None:
    with qtbot.waitSignal(room.results.answered):
        room.selection.select(replace(room.selection.current, query=query))
    qtbot.waitUntil(lambda: room.waiting == 0)


def _lines(model: ConcordanceModel) -> list[Line]:
    return [model.data(model.index(row), RECORD) for row in range(model.rowCount())]


def test_nothing_is_read_until_somebody_looks(qtbot, tested, room: Room, model: ConcordanceModel) -> None:
    tested(model)
    _search(qtbot, room, "知识产权")
    assert (model.rowCount(), model.question) == (0, None)
    with qtbot.waitSignal(model.answered):
        model.show(True)
    assert model.rowCount() > 20
    assert model.question == room.results.question
    model.show(False)
    _search(qtbot, room, "轨道交通")
    assert model.rowCount() == 0


def test_every_line_stands_where_it_says(
    qtbot, tested, room: Room, model: ConcordanceModel, sample_archive: Archive
) -> None:
    tested(model)
    model.show(True)
    _search(qtbot, room, "知识产权")
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    lines = _lines(model)
    for row, line in enumerate(lines):
        text = sample_archive.article(line.article).article.text
        assert text[line.span.start : line.span.end] == line.hit
        assert model.row_of(line.article, line.span) == row
        said = model.data(model.index(row), ACCESSIBLE)
        assert line.headline in said
        assert line.hit.replace("\n", " ") in said
    assert "2022-10-12" in model.data(model.index(0), TOOLTIP)
    found = {line.article for line in lines}
    marked = sum(len(sample_archive.marks(article, "知识产权")) for article in found)
    assert len(lines) == marked


def test_lines_are_sorted_by_what_stands_beside_the_hit(qtbot, room: Room, model: ConcordanceModel) -> None:
    model.show(True)
    _search(qtbot, room, "知识产权")
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    by_rank = _lines(model)
    for order in (LineOrder.LEFT, LineOrder.RIGHT, LineOrder.DATE):
        with qtbot.waitSignal(model.answered):
            model.arrange(order)
        assert model.order is order
        lines = _lines(model)
        assert sorted(map(hash, lines)) == sorted(map(hash, by_rank))
        if order is LineOrder.DATE:
            assert [line.date for line in lines] == sorted(line.date for line in lines)
        else:
            _assert_together(
                line.after[:1] if order is LineOrder.RIGHT else line.before[-1:] for line in lines
            )


def _assert_together(keys: Iterable[str]) -> None:
    """Whatever the order of characters is, lines with the same one stand together."""
    groups = [key for key, _ in groupby(keys)]
    assert len(groups) == len(set(groups)) > 1


def test_an_older_question_s_lines_are_never_shown(qtbot, room: Room, model: ConcordanceModel) -> None:
    model.show(True)
    for query in ("京津冀", "知识产权", "膜", "轨道交通"):
        room.selection.select(replace(room.selection.current, query=query))
    qtbot.waitUntil(lambda: room.waiting == 0)
    assert {line.hit.replace("\n", "") for line in _lines(model)} == {"轨道交通"}


def test_more_articles_are_read_on_demand(
    qtbot, tested, room: Room, model: ConcordanceModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    tested(model)
    monkeypatch.setattr("baoguan.ui.models.concordance.STEP", 1)
    model.articles = 1
    model.show(True)
    _search(qtbot, room, "京津冀")
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    assert model.read == 1 < model.total
    first = _lines(model)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted):
        model.read_more()
    assert model.read == 2
    assert _lines(model)[: len(first)] == first
