import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from baoguan.app.archive import Archive
from baoguan.app.commands import AddAnnotation
from baoguan.app.theme import load_theme
from baoguan.domain.query import Facet, Filed, Question, Spread
from baoguan.ui.models.room import Room
from baoguan.ui.models.spread import SpreadModel

Settle = Callable[[], None]


class Gate:
    """An archive that answers some questions only when it is let; counts what it was asked meanwhile."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.held: set[str] = set()
        self.open = threading.Event()
        self.spreads: list[str] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._archive, name)

    def spread(self, question: Question) -> Spread:
        self.spreads.append(question.text)
        if question.text in self.held:
            assert self.open.wait(30)
        return self._archive.spread(question)


@pytest.fixture
def model(years_room: Room) -> SpreadModel:
    return SpreadModel(years_room, years_room)


@pytest.fixture
def settle(qtbot, years_room: Room, model: SpreadModel) -> Settle:
    """Wait until the spread of the current question is there."""

    def done() -> bool:
        return model.question == years_room.selection.current.question and not years_room.waiting

    return lambda: qtbot.waitUntil(lambda: model.spread is not None and done(), timeout=30_000)


def ask(room: Room, query: str, *filters: Filed) -> None:
    room.selection.select(replace(room.selection.current, query=query, filters=filters))


def test_nothing_asked_for_shows_the_whole_archive(years_room: Room, model, settle: Settle) -> None:
    settle()
    assert model.spread == years_room.archive.spread(Question(""))
    assert sum(bar.articles for bar in model.spread.months) == 30
    assert model.spread.undated == 1
    assert {bar.month for bar in model.spread.months if bar.month[:4] == "1999" and not bar.issues} == {
        f"1999-{month:02}" for month in range(1, 13)
    }


def test_it_follows_query_and_filters(years_room: Room, model, settle: Settle) -> None:
    settle()
    for query, filters in (("港口", ()), ("港口", (Filed(Facet.YEAR, "2000"),)), ("无此词", ())):
        ask(years_room, query, *filters)
        settle()
        assert model.spread == years_room.archive.spread(Question(query, filters))
    assert not any(bar.articles for bar in model.spread.months)


def test_an_older_answer_never_covers_a_newer_one(qtbot, years_room: Room, model, settle: Settle) -> None:
    settle()
    gate = Gate(years_room.archive)
    gate.held.add("港口")
    years_room.archive = gate
    ask(years_room, "港口")
    qtbot.waitUntil(lambda: gate.spreads == ["港口"])
    ask(years_room, "湿地")
    qtbot.waitUntil(lambda: model.question.text == "湿地")
    newer = model.spread
    with qtbot.assertNotEmitted(model.answered):
        gate.open.set()
        qtbot.waitUntil(lambda: not years_room.waiting)
    assert model.spread is newer


def test_typing_on_asks_only_for_what_stands_at_the_end(
    qtbot, years_room: Room, model, settle: Settle
) -> None:
    settle()
    gate = years_room.archive = Gate(years_room.archive)
    for query in ("海", "海河", "海河两", "海河两岸"):
        ask(years_room, query)
    settle()
    assert gate.spreads == ["海河两岸"]


def test_hits_come_before_their_spread(qtbot, years_room: Room, model, settle: Settle) -> None:
    settle()
    order = []
    years_room.results.answered.connect(lambda: order.append("hits"))
    model.answered.connect(lambda: order.append("spread"))
    ask(years_room, "湿地")
    settle()
    assert order == ["hits", "spread"]


def test_choosing_again_takes_a_value_back(years_room: Room, model, settle: Settle) -> None:
    settle()
    year, month = Filed(Facet.YEAR, "2000"), Filed(Facet.MONTH, "2000-03")
    section = Filed(Facet.SECTION, "要闻")
    for value in (year, month, section):
        model.toggle(value)
    assert model.filters == (year, month, section)
    model.toggle(year)
    assert model.filters == (section,)
    years_room.selection.back()
    assert model.filters == (year, month, section)


def test_a_brushed_span_narrows_the_query_and_is_replaced(years_room: Room, model, settle: Settle) -> None:
    ask(years_room, "海河 OR 港口")
    settle()
    model.brush("2000-01", "2001-12")
    assert years_room.selection.current.query == "(海河 OR 港口) 日期:[2000 TO 2001]"
    settle()
    assert model.spans == (("2000-01", "2001-12"),)
    assert {bar.month[:4] for bar in model.spread.months if bar.articles} == {"1998", "2000", "2001", "2002"}
    model.brush("1998-03", "1998-03")
    settle()
    assert years_room.selection.current.query == "(海河 OR 港口) 日期:1998-03"
    model.toggle(Filed(Facet.SECTION, "要闻"))
    settle()
    model.clear()
    assert years_room.selection.current.question == Question("海河 OR 港口")


def test_a_brush_takes_the_place_of_years_and_months(years_room: Room, model, settle: Settle) -> None:
    section = Filed(Facet.SECTION, "要闻")
    ask(years_room, "", Filed(Facet.YEAR, "2000"), section, Filed(Facet.YEAR, "2002"))
    settle()
    assert model.spans == (("2000-01", "2000-12"), ("2002-01", "2002-12"))
    model.toggle(Filed(Facet.MONTH, "2000-03"))
    assert model.spans == (("2000-03", "2000-03"),)
    model.brush("1998-01", "1998-12")
    assert years_room.selection.current.question == Question("日期:1998", (section,))
    settle()
    model.clear_span()
    assert years_room.selection.current.question == Question("", (section,))


def test_a_span_brushed_before_the_query_is_understood_is_written_then(
    years_room: Room, model, settle: Settle
) -> None:
    settle()
    ask(years_room, "海河 OR 港口")
    model.brush("2000-01", "2000-12")
    assert years_room.selection.current.query == "海河 OR 港口"
    settle()
    assert years_room.selection.current.query == "(海河 OR 港口) 日期:2000"


@pytest.fixture
def changing_room(qapp, years_folder: Path, tmp_path: Path) -> Iterator[Room]:
    archive = Archive.open(shutil.copytree(years_folder, tmp_path / "x.baoguan"))
    room = Room(load_theme("light"))
    room.open(archive)
    yield room
    room.close()
    archive.close()


def test_a_change_is_counted(qtbot, changing_room: Room) -> None:
    model = SpreadModel(changing_room, changing_room)
    qtbot.waitUntil(lambda: model.spread is not None)
    assert model.spread.counts[Facet.TAG] == ()
    article = changing_room.archive.page(changing_room.archive.pages()[0].id).articles[0].id
    changes = changing_room.archive.do(AddAnnotation(article, None, tags=("核对",)))
    changing_room.changed.emit(changes)
    qtbot.waitUntil(lambda: model.spread.counts[Facet.TAG] == (("核对", 1),), timeout=30_000)
    assert dict(model.spread.counts[Facet.HOLDING])["annotation"] == 1


def test_another_archive_is_spread_anew(qtbot, changing_room: Room, sample_archive: Archive) -> None:
    model = SpreadModel(changing_room, changing_room)
    qtbot.waitUntil(lambda: model.spread is not None)
    years = changing_room.archive
    changing_room.open(sample_archive)
    assert model.spread is None
    qtbot.waitUntil(lambda: model.spread is not None)
    assert dict(model.spread.counts[Facet.TITLE]) == {"天津日报": 7}
    changing_room.close()
    years.close()
