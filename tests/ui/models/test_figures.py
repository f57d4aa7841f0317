import sqlite3
from contextlib import closing

import pytest

from baoguan.domain.query import Question
from baoguan.domain.records import FigureFilter, FigureRecord
from baoguan.ui.models.figures import FiguresModel
from baoguan.ui.models.roles import ACCESSIBLE, DISPLAY, RECORD
from baoguan.ui.models.room import Room


def test_figures_of_the_archive_and_of_one_article(qtbot, tested, room: Room) -> None:
    model = FiguresModel(room)
    tested(model)
    model.read()
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    record = model.data(model.index(1), RECORD)
    assert model.data(model.index(1), DISPLAY) == record.figure.caption
    assert record.figure.caption in model.data(model.index(1), ACCESSIBLE)
    assert model.row_of(record.id) == 1
    model.want(FigureFilter(article=record.article))
    qtbot.waitUntil(lambda: model.rowCount() < 3)
    rows = [model.data(model.index(row), RECORD) for row in range(model.rowCount())]
    assert {row.article for row in rows} == {record.article}


def test_figures_of_the_articles_found_and_of_words(qtbot, room: Room) -> None:
    model = FiguresModel(room)
    every = {record.id: record for record in room.archive.gallery()}
    some = next(iter(every.values()))
    model.want(FigureFilter(question=Question(some.headline)))
    qtbot.waitUntil(lambda: model.row_of(some.id) >= 0)
    assert {model.record(row).article for row in range(model.rowCount())} == {some.article}
    words = some.figure.caption[:6]
    model.want(FigureFilter(text=words))
    qtbot.waitUntil(lambda: model.wanted.text == words and room.waiting == 0)
    shown = {model.record(row).id for row in range(model.rowCount())}
    assert shown == {one.id for one in every.values() if words in one.figure.caption + one.headline}


def test_of_thousands_of_figures_only_those_looked_at_are_read(
    qtbot, monkeypatch: pytest.MonkeyPatch, room: Room
) -> None:
    figure = room.archive.figures()[0]
    with closing(sqlite3.connect(room.archive.folder / "catalogue.sqlite")) as catalogue, catalogue:
        catalogue.executemany(
            "INSERT INTO figure (page_id, article_id, sequence, caption, credit, source_line, confidence)"
            " VALUES (?, ?, ?, ?, '', 9999, 1.0)",
            [(figure.page, figure.article, 100 + number, f"图{number}") for number in range(10_000)],
        )
    read: list[int] = []
    gallery = room.archive.gallery

    def counted(wanted: FigureFilter, limit: int, offset: int) -> tuple[FigureRecord, ...]:
        rows = gallery(wanted, limit, offset)
        read.append(len(rows))
        return rows

    monkeypatch.setattr(room.archive, "gallery", counted)
    model = FiguresModel(room)
    model.read()
    qtbot.waitUntil(lambda: model.rowCount() == 10_003)
    for row in range(0, 9_000, 500):
        model.record(row)
    qtbot.waitUntil(lambda: model.record(8_500) is not None)
    assert model.record(8_500).figure.caption.startswith("图")
    qtbot.waitUntil(lambda: room.waiting == 0)
    assert sum(read) <= 1_000
