"""The sentences labelled by hand are sound, and what is read in them meets the labels."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest

from baoguan.domain.statistic import Change, Direction, Kind, Relation, Statistic, Status
from baoguan.statistics.extract import extract

Case = dict[str, Any]

CASES = [json.loads(line) for line in (Path(__file__).parent / "gold.jsonl").read_text("utf-8").splitlines()]
LISTS = {
    "numbers": {
        "start", "end", "raw", "kind", "value", "low", "high", "unit", "relation", "full", "per", "direction",
        "change", "basis", "time_iso", "subject", "measure", "place", "status", "currency",
    },
    "times": {"start", "end", "raw", "iso", "full"},
    "ordinals": {"start", "end", "raw", "kind", "value"},
    "traps": {"start", "end", "raw"},
    "optional": {"start", "end", "raw"},
}  # fmt: skip
LABELLED = ("subject", "measure", "place", "time_iso")
FLOORS = {
    "subject": 0.855,
    "measure": 0.905,
    "place": 0.925,
    "time_iso": 0.98,
    "direction": 0.96,
    "per": 0.95,
}
"""The share of the labels of a field that is met, numbers that are not found among those missed."""


def labels(name: str) -> list[Case]:
    return [label for case in CASES for label in case.get(name, ())]


@pytest.mark.parametrize("name", LISTS)
def test_labels_stand_in_the_text_in_order_and_apart(name: str) -> None:
    for case in CASES:
        end = 0
        for label in case.get(name, ()):
            assert set(label) <= LISTS[name]
            assert case["text"][label["start"] : label["end"]] == label["raw"]
            assert end <= label["start"] < label["end"]
            assert label["raw"] in label.get("full", label["raw"])
            assert label.get("full", "") in case["text"]
            end = label["end"]


def test_no_place_of_the_text_is_labelled_as_two_things() -> None:
    for case in CASES:
        taken = Counter(
            at for name in LISTS for label in case.get(name, ()) for at in range(label["start"], label["end"])
        )
        assert not taken or max(taken.values()) == 1, case["text"]


def test_numbers_have_one_value_or_two_and_phrases_of_their_text() -> None:
    for case in CASES:
        for label in case["numbers"]:
            assert ("value" in label) != ("low" in label and "high" in label)
            assert "low" not in label or label["low"] < label["high"]
            assert all(label.get(name) is None or label[name] in case["text"] for name in LABELLED[:3])
            assert not label.get("basis") or label["basis"] in case["text"]


def test_every_time_is_a_day_or_a_period(gold_score: ModuleType) -> None:
    told = [label["iso"] for label in labels("times")]
    told += [label["time_iso"] for label in labels("numbers") if "time_iso" in label]
    for iso in filter(None, told):
        first, last = gold_score.sides(iso)
        assert first or last, iso
        assert not (first and last) or first[0] <= last[0], iso


def test_texts_are_of_three_ages_and_none_twice() -> None:
    assert len({case["text"] for case in CASES}) == len(CASES) >= 400
    ages = {"1940s": range(1930, 1950), "1990s": range(1950, 2000), "2020s": range(2000, 2030)}
    assert set(Counter(case["era"] for case in CASES)) == set(ages)
    assert min(Counter(case["era"] for case in CASES).values()) >= 100
    assert all(date.fromisoformat(case["date"]).year in ages[case["era"]] for case in CASES)


def test_every_row_of_the_record_is_covered() -> None:
    numbers = labels("numbers")
    apart = {Kind.DATE, Kind.ORDINAL, Kind.RANK}
    assert {label["kind"] for label in numbers} == set(Kind) - apart
    assert {label["kind"] for label in labels("ordinals")} == {"ordinal", "rank"}
    for name, values in (("relation", Relation), ("direction", Direction), ("change", Change)):
        assert {label.get(name) or "=" for label in numbers} >= set(get_args(values))
    assert {label.get("status") or "actual" for label in numbers} == set(get_args(Status))
    assert len(labels("traps")) >= 80
    assert all(sum(name in label for label in numbers) >= 0.55 * len(numbers) for name in LABELLED)
    assert all(any(name in label for label in numbers) for name in LISTS["numbers"])


@pytest.fixture(scope="module")
def reached(gold: list[Case], gold_score: ModuleType) -> Any:
    return gold_score.score(gold, extract)


def test_numbers_times_and_traps_are_told_apart(reached: Any) -> None:
    assert reached.strict.f1 >= 0.99, [miss for miss in reached.misses if miss[0] == "number"]
    assert reached.times.f1 >= 0.99, [miss for miss in reached.misses if miss[0] == "time"]
    assert reached.traps.right == reached.traps.labelled


@pytest.mark.parametrize("name", FLOORS)
def test_what_a_number_is_about_is_told(reached: Any, name: str) -> None:
    assert reached.fields[name].share >= FLOORS[name]


def test_a_reading_of_the_labels_themselves_is_perfect(gold: list[Case], gold_score: ModuleType) -> None:
    by_text = {case["text"]: case for case in gold}
    perfect = gold_score.score(gold, lambda text, _: [as_read(label) for label in by_text[text]["numbers"]])
    assert perfect.strict.f1 == 1 == perfect.lenient.f1
    assert perfect.traps.right == perfect.traps.labelled
    assert all(perfect.fields[name].share == 1 for name in ("subject", "measure", "place", "time_iso"))


def test_a_wrong_unit_value_or_span_is_no_hit(gold: list[Case], gold_score: ModuleType) -> None:
    (case,) = (case for case in gold if case["text"].startswith("杭绍台铁路"))
    right = [as_read(label) for label in case["numbers"]]
    wrong = [
        replace(right[0], unit="m"),
        replace(right[1], value=35),
        replace(right[2], start=right[2].start - 1, full_start=right[2].start - 1),
        replace(right[3], unit="pp"),
    ]
    assert gold_score.score([case], lambda *_: right).strict.right == 5
    assert gold_score.score([case], lambda *_: [*wrong, *right[4:]]).strict.right == 1
    assert gold_score.score([case], lambda *_: [replace(right[0], unit="m", value=269_000)]).strict.right == 1


def as_read(label: Case) -> Statistic:
    """Return the statistic that a program would read to meet a label."""
    known = {
        name: label[name]
        for name in ("value", "low", "high", "unit", "per", "direction", "change", "basis", "time_iso")
        if name in label
    }
    known |= {name: label.get(name) or "" for name in ("subject", "measure", "place")}
    return Statistic(
        label["raw"], label["start"], label["end"], Kind(label["kind"]), label["start"], label["end"], **known
    )
