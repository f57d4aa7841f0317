import pytest

from baoguan.domain.query import Facet, Filed
from baoguan.search.parse import parse
from baoguan.ui.models.chips import Chip, Link, pieces


def _words(text: str) -> list[str]:
    return [piece.words for piece in pieces(parse(text), (), "zh")]


@pytest.mark.parametrize("text", ["", "知识产权", "“京津”“京秦”等", "  滨海 "])
def test_one_string_plainly_typed_has_no_chips(text: str) -> None:
    assert pieces(parse(text), (), "zh") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("知识产权 证券化", ["知识产权", "证券化"]),
        ("“轨道交通”", ["短语 “轨道交通”"]),
        ("甲 NOT 乙", ["甲", "排除 乙"]),
        ("甲 OR 乙", ["甲", "或", "乙"]),
        ("(甲 OR 乙) 丙", ["（", "甲", "或", "乙", "）", "丙"]),
        ("甲 OR 乙 丙", ["甲", "或", "（", "乙", "丙", "）"]),
        ("甲 NOT (乙 OR 丙)", ["甲", "排除", "（", "乙", "或", "丙", "）"]),
        ("标题:滨海", ["标题：滨海"]),
        ("记者:“刘 畅”", ["记者：“刘 畅”"]),
        ('"甲 乙"~20', ["甲、乙 相距 20 字以内"]),
        ("证券*", ["通配 证券*"]),
        ("日期:2022-10", ["日期 2022-10-01–2022-10-31"]),
        ("日期:2022-10-12", ["日期 2022-10-12"]),
        ("日期:1998", ["日期 1998"]),
        ("日期:[1998-03 TO *]", ["日期 1998-03-01 起"]),
        ("日期:[* TO 1998-03]", ["日期 至 1998-03-31"]),
        ("金额:>1亿元", ["金额 > 1亿元"]),
        ("金额:一亿元", ["金额 = 1亿元"]),
        ("百分比:[30 TO 60]", ["百分比 30%–60%"]),
        ("数量:<=1500", ["数量 ≤ 1,500"]),
    ],
)
def test_every_part_is_told_as_a_person_writes_it(text: str, words: list[str]) -> None:
    assert _words(text) == words


def test_what_is_wrong_stands_with_the_part_it_is_in() -> None:
    query = parse("甲 “轨道 AND")
    first, quoted, operator = pieces(query, (), "zh")
    assert isinstance(first, Chip)
    assert isinstance(quoted, Chip)
    assert isinstance(operator, Chip)
    assert first.trouble == ""
    assert (quoted.trouble, operator.trouble) == tuple(mistake.zh for mistake in query.mistakes)
    assert query.text[quoted.at.start : quoted.at.end] == "“轨道"
    english = pieces(query, (), "en")[1]
    assert isinstance(english, Chip)
    assert english.trouble == query.mistakes[0].en


def test_a_mistake_that_left_no_part_has_a_chip_of_its_own() -> None:
    query = parse(" ".join(f"词{number}" for number in range(200)))
    *_, last = pieces(query, (), "zh")
    assert isinstance(last, Chip)
    assert last.leaf is None
    assert last.trouble == query.mistakes[0].zh
    assert last.words == query.text[last.at.start : last.at.end]


def test_filters_stand_behind_the_query_and_alone() -> None:
    filters = (Filed(Facet.SECTION, "区域热点"), Filed(Facet.KIND, "money"), Filed(Facet.HOLDING, "figure"))
    for query in (None, parse("滨海")):
        found = pieces(query, filters, "zh")
        assert [chip.filed for chip in found if isinstance(chip, Chip)] == list(filters)
        assert "区域热点" in found[0].words
        assert "金额" in found[1].words
    assert [type(piece) for piece in pieces(parse("甲 OR 乙"), filters[:1], "zh")] == [Chip, Link, Chip, Chip]
