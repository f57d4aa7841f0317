import opencc
import pytest

from baoguan.domain.statistic import Kind
from baoguan.statistics.extract import extract
from baoguan.statistics.folding import fold
from baoguan.statistics.lexicon import Unit, traps, units
from baoguan.statistics.tables import rows

NEEDS_CONTEXT = {"级": "风力", "番": "翻了", "支": "步枪"}
UNITS = rows("units.tsv")
CLASSIFIERS = [row for row in rows("classifiers.tsv") if "ordinal" not in (*row, "", "")[2]]
GROUPED = ("triggers.tsv", "about.tsv")
DICTIONARIES = (
    "units.tsv",
    "classifiers.tsv",
    "triggers.tsv",
    "traps.tsv",
    "places.tsv",
    "about.tsv",
    "counted.tsv",
)


def first_unit(form: str) -> Unit:
    return next(units().at(form, 0))


@pytest.mark.parametrize("row", [row for row in UNITS if row[2] != "ordinal"], ids=lambda row: row[0])
def test_every_unit_measures(row: tuple[str, ...]) -> None:
    form, code, kind, dimension, _ = row[:5]
    (found,) = extract(f"{NEEDS_CONTEXT.get(form, '合计')}35.5{form}。")
    assert found.unit == code
    assert found.kind is Kind(kind)
    assert first_unit(form).dimension == dimension


@pytest.mark.parametrize("row", CLASSIFIERS, ids=lambda row: row[0])
def test_every_classifier_counts(row: tuple[str, ...]) -> None:
    form, code = row[:2]
    (found,) = extract(f"{NEEDS_CONTEXT.get(form, '合计')}35{form}。")
    assert found.unit == first_unit(form).code
    assert found.unit == code or first_unit(form).kind is not Kind.COUNT


@pytest.mark.parametrize("row", rows("traps.tsv"), ids=lambda row: row[0])
def test_every_trap_stays_out(row: tuple[str, ...]) -> None:
    for sentence in (f"他们说起{row[0]}的事。", f"{row[0]}"):
        assert not [found.raw for found in extract(sentence) if found.kind not in {Kind.DATE, Kind.RANK}]


def test_a_trap_inside_a_longer_numeral_is_none() -> None:
    assert [found.raw for found in extract("二百四十三人行动,六十一双。")] == ["二百四十三人", "六十一双"]


def test_dictionaries_hold_each_form_once() -> None:
    for name in DICTIONARIES:
        keys = [row[:2] if name in GROUPED else row[:1] for row in rows(name)]
        assert len(keys) == len(set(keys)), name
    assert traps().at("首屈一指", 0) == "首屈一指"


def test_traditional_forms_of_the_dictionaries_fold_back() -> None:
    traditional = opencc.OpenCC("s2t")
    for name in DICTIONARIES:
        for row in rows(name):
            word = row[1] if name in GROUPED else row[0]
            assert fold(traditional.convert(word)) == fold(word), word
