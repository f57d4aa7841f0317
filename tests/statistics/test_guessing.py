import pytest

from baoguan.statistics.extract import extract
from baoguan.statistics.tables import rows

PERSONS = ("人", "户")
COUNTED = [
    (unit, end)
    for unit, ends in rows("counted.tsv")
    for end in ends.replace("*", "药")
    if unit not in PERSONS
]


@pytest.mark.parametrize(("unit", "end"), COUNTED)
def test_every_unit_tells_what_was_counted(unit: str, end: str) -> None:
    found = extract(f"到昨晚,甲乙{end}售出315{unit}。")
    assert [one.measure[-1:] for one in found if one.unit == unit] == [end]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("该楼高22层。", "高"),
        ("经十八昼夜抢修,大桥修复。", "抢修"),
        ("上证指数报1589.32点。", "上证指数"),
        ("学生李永昌,年廿一岁。", "年"),
    ],
)
def test_what_nothing_names_is_guessed_by_the_words_nearest(text: str, measure: str) -> None:
    assert [one.measure for one in extract(text) if one.kind != "date"] == [measure]


def test_people_and_places_measure_nothing() -> None:
    assert [one.measure for one in extract("全市共有338642户。")] == [""]


@pytest.mark.parametrize("text", ["机上旅客廿八人全部遇难。", "当晚旅客廿八人遇难。", "旅客28人均已获救。"])
def test_people_named_before_their_number_are_whom_it_counts(text: str) -> None:
    assert [one.measure[-2:] for one in extract(text) if one.unit == "人"] == ["旅客"]
