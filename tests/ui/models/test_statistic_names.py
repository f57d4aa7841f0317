import pytest
from PySide6.QtCore import QObject

from baoguan.domain.records import StatisticFilter
from baoguan.ui.models.roles import ACCESSIBLE, COUNT
from baoguan.ui.models.room import Room
from baoguan.ui.models.statistic_names import StatisticNames

_ALL = StatisticFilter()


@pytest.fixture
def holder(qapp) -> QObject:
    return QObject()


def _offered(qtbot, names: StatisticNames, text: str, wanted: StatisticFilter = _ALL) -> list[str]:
    with qtbot.waitSignal(names.offered):
        names.offer(text, wanted)
    return [offer.words for offer in names.offers]


def test_the_most_frequent_names_stand_first(qtbot, tested, room: Room, holder: QObject) -> None:
    names = StatisticNames(room, "measure", holder)
    tested(names)
    found = _offered(qtbot, names, "")
    counts = [offer.count for offer in names.offers]
    assert len(found) > 10
    assert counts == sorted(counts, reverse=True)
    first = names.index(0)
    assert first.data(COUNT) == f"{counts[0]} 条"
    assert first.data(ACCESSIBLE) == f"{found[0]}，{counts[0]} 条"
    start = found[0][:2]
    begun = _offered(qtbot, names, f" {start} ")
    assert begun == [name for name in found if name.startswith(start)]


def test_units_are_found_by_their_name(qtbot, room: Room, holder: QObject) -> None:
    names = StatisticNames(room, "unit", holder)
    assert {"元", "%", "平方米"} <= set(_offered(qtbot, names, ""))
    assert _offered(qtbot, names, "平方") == ["平方米"]
    assert [offer.text for offer in names.offers] == ["m2"]
    assert _offered(qtbot, names, "CNY") == ["元"]


def test_names_are_offered_among_what_is_wanted_beside_them(qtbot, room: Room, holder: QObject) -> None:
    names = StatisticNames(room, "subject", holder)
    everything = _offered(qtbot, names, "")
    chosen = StatisticFilter(subject=everything[0], unit="CNY")
    among = _offered(qtbot, names, "", chosen)
    assert 0 < len(among) < len(everything)
    assert set(among) <= set(everything)


def test_an_older_answer_is_never_offered_for_a_newer_text(qtbot, room: Room, holder: QObject) -> None:
    names = StatisticNames(room, "measure", holder)
    names.offer("", _ALL)
    assert _offered(qtbot, names, "没有这样的指标") == []
    qtbot.waitUntil(lambda: not room.waiting)
    assert names.offers == ()
