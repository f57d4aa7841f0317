from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind, Statistic
from baoguan.ui.models.correction import corrected, form_of, is_time
from baoguan.ui.models.room import Room
from baoguan.ui.models.typed import Unreadable

_MONEY = Statistic(
    "约1亿元", 1, 4, Kind.MONEY, 0, 4, value=1e8, relation="~", unit="CNY", dimension="CNY", base_value=1e8
)
_NUMBERS = some.none() | some.floats(allow_nan=False, allow_infinity=False)


def test_a_form_left_alone_changes_no_number_of_the_page(room: Room) -> None:
    records: tuple[StatisticRecord, ...] = room.archive.statistics()
    assert [one for one in records if corrected(one.statistic, form_of(one.statistic)) != one.statistic] == []


@given(_NUMBERS, _NUMBERS, _NUMBERS, some.text(max_size=5))
def test_a_form_left_alone_changes_nothing(
    value: float | None, low: float | None, high: float | None, word: str
) -> None:
    said = replace(_MONEY, value=value, low=low, high=high, measure=word, time_text=word)
    assert corrected(said, form_of(said)) == said


def test_a_value_becomes_a_range_and_back() -> None:
    ranged = corrected(_MONEY, replace(form_of(_MONEY), first="5000万", last="1.2亿"))
    assert (ranged.value, ranged.low, ranged.high) == (None, 5e7, 1.2e8)
    again = corrected(ranged, replace(form_of(ranged), last=""))
    assert (again.value, again.low, again.high) == (5e7, None, None)


def test_words_are_taken_as_they_stand() -> None:
    words = {"unit": "亿元", "measure": "产值", "subject": "全市", "place": "天津"}
    form = replace(form_of(_MONEY), kind=Kind.COUNT, relation=">", **words)
    said = corrected(_MONEY, form)
    assert (said.unit, said.kind, said.measure, said.subject, said.place, said.relation) == (
        "亿元", Kind.COUNT, "产值", "全市", "天津", ">",
    )  # fmt: skip
    assert said.value == 1e8


def test_the_days_of_a_time_are_kept_until_its_words_go() -> None:
    dated = replace(_MONEY, time_text="去年", time_iso="2021")
    assert corrected(dated, replace(form_of(dated), time_iso="")).time_iso == "2021"
    assert corrected(dated, replace(form_of(dated), time_iso="2020")).time_iso == "2020"
    assert corrected(dated, replace(form_of(dated), time_text="", time_iso="")).time_iso is None


@pytest.mark.parametrize("first", ["", "十"])
def test_a_number_is_needed(first: str) -> None:
    with pytest.raises(Unreadable):
        corrected(_MONEY, replace(form_of(_MONEY), first=first))


def test_times() -> None:
    assert [iso for iso in ("", "2022", "2019/2021", "../2022-09", "2022-10-12") if not is_time(iso)] == []
    assert [iso for iso in ("昨天", "2022-13", "22") if is_time(iso)] == []
