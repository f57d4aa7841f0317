from dataclasses import replace
from datetime import date
from itertools import count, pairwise, permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from baoguan.domain.ids import ArticleId, PageId, StatisticId
from baoguan.domain.records import StatisticRecord
from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.compare import at_odds, compare
from baoguan.statistics.extract import extract

_NUMBERS = count(1)
_BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
_DAY = date(2022, 10, 12)


def record(
    raw: str, value: float, *, article: int = 1, day: date | None = _DAY, factor: float = 1.0, **said: object
) -> StatisticRecord:
    told = {
        "unit": "吨",
        "dimension": "mass",
        "subject": "天津",
        "measure": "产量",
        "time_iso": "2021",
    } | said
    statistic = Statistic(
        raw=raw, start=0, end=len(raw), full_start=0, full_end=len(raw), kind=Kind.MASS,
        value=value, base_value=value * factor, **told,
    )  # fmt: skip
    return StatisticRecord(
        StatisticId(next(_NUMBERS)), ArticleId(article), PageId(article), "", "天津日报", day, raw, statistic
    )


def read(sentence: str, article: int) -> StatisticRecord:
    """What is read from a sentence with one quantity, as told of one thing by one article."""
    (statistic,) = [one for one in extract(sentence, _DAY) if one.kind is not Kind.DATE]
    told = replace(statistic, subject="天津", measure="产量", time_iso="2021")
    if told.base_low is None and told.low is not None:
        told = replace(told, base_low=told.low, base_high=told.high)
    return StatisticRecord(
        StatisticId(next(_NUMBERS)), ArticleId(article), PageId(article), "", "天津日报", _DAY, sentence, told
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("产量295.6亿元。", "产量295.63亿元。"),
        ("产量5410万元。", "产量0.54亿元。"),
        ("产量约1.5万吨。", "产量1.6万吨。"),
        ("产量超过1900吨。", "产量2341吨。"),
        ("产量近200吨。", "产量193吨。"),
        ("产量不到200吨。", "产量87吨。"),
        ("产量2000余万元。", "产量2480万元。"),
        ("产量150多吨。", "产量158吨。"),
        ("产量两千一百余吨。", "产量2143吨。"),
        ("产量三点五亿元。", "产量3.52亿元。"),
        ("产量至少50吨。", "产量50吨。"),
        ("产量40万—60万吨。", "产量52万吨。"),
        ("比重超过三成。", "比重34.2％。"),
        ("产量１，１５７吨。", "产量1157吨。"),
        ("产量15·8％。", "产量15.84％。"),
        ("产量五千吨。", "产量5000吨。"),
    ],
)
def test_rounding_and_words_explain_a_difference(one: str, other: str) -> None:
    assert not at_odds([read(one, 1), read(other, 2)])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("产量295.6亿元。", "产量295.7亿元。"),
        ("产量6吨。", "产量7吨。"),
        ("产量3.6％。", "产量3.7％。"),
        ("产量2000余万元。", "产量3200万元。"),
        ("产量150多吨。", "产量171吨。"),
        ("产量近200吨。", "产量140吨。"),
        ("产量不到200吨。", "产量203吨。"),
        ("产量超过1900吨。", "产量1850吨。"),
        ("产量约1.5万吨。", "产量1.8万吨。"),
        ("产量40万—60万吨。", "产量75万吨。"),
        ("产量五百吨。", "产量513吨。"),
        ("产量零下5℃。", "产量零下8℃。"),
        ("产量三分之一。", "产量三分之二。"),
    ],
)
def test_figures_that_cannot_both_be_true_are_at_odds(one: str, other: str) -> None:
    for first, second in permutations((read(one, 1), read(other, 2))):
        assert at_odds([first, second])
    assert not at_odds([read(one, 1), read(other, 1)])


def test_an_article_that_tells_more_is_not_at_odds_with_one_that_tells_less() -> None:
    both, one = [record("200吨", 200.0), record("300吨", 300.0)], record("200吨", 200.0, article=2)
    assert not at_odds([*both, one])
    assert at_odds([*both, one, record("400吨", 400.0, article=2)])


@_BUSY
@given(some.lists(some.tuples(some.integers(1, 5), some.floats(-1e6, 1e6)), max_size=8), some.randoms())
def test_the_order_of_figures_decides_nothing(told: list[tuple[int, float]], order: object) -> None:
    records = [record(f"{value}吨", value, article=article) for article, value in told]
    shuffled = list(records)
    order.shuffle(shuffled)
    assert at_odds(records) == at_odds(shuffled)


@given(some.floats(-1e12, 1e12), some.sampled_from(["=", "~", ">", ">=", "<", "<=", "mean"]))
def test_a_figure_is_never_at_odds_with_itself(value: float, relation: str) -> None:
    told = {"relation": relation, "qualifier": "超过"}
    assert not at_odds(record(f"{value}吨", value, article=one, **told) for one in (1, 2))


def test_figures_are_held_against_each_other_in_one_unit_oldest_first() -> None:
    records = [
        record("52万吨", 520_000.0, article=3, factor=1000, time_iso="2022"),
        record("50万吨", 500_000.0, article=1, factor=1000),
        record("5亿公斤", 500_000_000.0, article=2, factor=1, unit="公斤"),
        record("9月", 9.0, measure="工期"),
        record("7家", 7.0, dimension="家", unit="家"),
    ]
    found = compare("产量", records)
    assert (found.measure, found.unit, found.left_out) == ("产量", "吨", 2)
    assert [(told.time, len(told.records), told.conflict) for told in found.told] == [
        ("2021", 2, False),
        ("2022", 1, False),
    ]
    assert [one.id for one in found.told[0].records] == [records[1].id, records[2].id]


def test_another_subject_place_rate_rise_plan_or_time_is_another_question() -> None:
    told = [
        record("5吨", 5.0),
        record("6吨", 6.0, article=2, subject="北京"),
        record("7吨", 7.0, article=3, place="滨海"),
        record("8吨", 8.0, article=4, per="day"),
        record("9吨", 9.0, article=5, change="increment", direction="up", basis="同比"),
        record("10吨", 10.0, article=6, status="target"),
        record("11吨", 11.0, article=7, time_iso="2020"),
        record("12吨", 12.0, article=8, time_iso=None),
    ]
    found = compare("产量", told)
    assert len(found.told) == len(told)
    assert not any(one.conflict for one in found.told)
    assert [(one.subject, one.time) for one in (found.told[0], found.told[-1])] == [
        ("天津", "2020"),
        ("天津", "2022-10"),
    ]


def test_a_time_is_one_however_it_is_written() -> None:
    told = compare(
        "产量", [record("5吨", 5.0), record("6吨", 6.0, article=2, time_iso="2021-01/2021-12")]
    ).told
    assert [one.conflict for one in told] == [True]
    until = [
        record("5吨", 5.0, time_iso="../2022-10-12"),
        record("6吨", 6.0, article=2, time_iso="2022-10-12"),
    ]
    assert [one.conflict for one in compare("产量", until).told] == [True]


def test_what_tells_no_time_is_held_against_what_is_told_in_the_same_month() -> None:
    told = [
        record("5吨", 5.0, time_iso=None, day=date(2022, 1, 14)),
        record("6吨", 6.0, article=2, time_iso=None, day=date(2022, 1, 18)),
        record("7吨", 7.0, article=3, time_iso=None, day=date(2022, 2, 1)),
        record("8吨", 8.0, article=4, time_iso=None, day=None),
    ]
    found = compare("产量", told).told
    assert [(one.time, one.conflict) for one in found] == [("2022-01", True), ("2022-02", False), ("", False)]


def test_what_names_no_subject_and_no_place_is_never_called_a_conflict() -> None:
    nameless = [record("5吨", 5.0, subject=""), record("6吨", 6.0, article=2, subject="")]
    assert [one.conflict for one in compare("产量", nameless).told] == [False]
    placed = [replace(one, statistic=replace(one.statistic, place="津")) for one in nameless]
    assert [one.conflict for one in compare("产量", placed).told] == [True]


def test_nothing_to_compare() -> None:
    assert compare("产量", []).told == ()
    empty = record("几吨", 0.0)
    found = compare("产量", [replace(empty, statistic=replace(empty.statistic, value=None, base_value=None))])
    assert (found.told, found.left_out) == ((), 1)


_RECORDS = some.builds(
    record,
    some.text("0123456789.,万亿余近一二三十百点：/", max_size=8),
    some.floats(),
    article=some.integers(1, 4),
    day=some.none() | some.dates(),
    factor=some.sampled_from([1.0, 1000.0]),
    unit=some.sampled_from(["吨", "公斤", None]),
    dimension=some.sampled_from(["mass", "share", None]),
    subject=some.sampled_from(["", "天津"]),
    time_iso=some.sampled_from([None, "2021", "../2022-10", "2022-10/..", "不是时间", "0000"]),
    relation=some.sampled_from(["=", ">", "<", "~"]),
    per=some.sampled_from([None, "day"]),
)


@_BUSY
@given(some.lists(_RECORDS, max_size=12))
def test_every_record_is_told_once_or_left_out(records: list[StatisticRecord]) -> None:
    found = compare("产量", iter(records))
    told = [one.id for answer in found.told for one in answer.records]
    assert len(told) == len(set(told))
    assert len(told) + found.left_out == len(records)
    for answer in found.told:
        assert len({(one.statistic.subject, one.statistic.per) for one in answer.records}) == 1
        assert all(
            (one.date or date.max) <= (other.date or date.max) for one, other in pairwise(answer.records)
        )
        assert not answer.conflict or len({one.article for one in answer.records}) > 1
