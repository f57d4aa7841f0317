from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from baoguan.domain.article import Span
from baoguan.domain.query import All, AnyOf, DateRange, Field, Near, Node, Not, NumberRange, Term
from baoguan.search.parse import parse

SYNTAX = st.text(st.sampled_from('甲乙 ()（）"“”*?~:：\n[]ANDORT<>=金额日期标题TO2021-') | st.characters())


def _bare(node: Node) -> Node:
    """Return a tree without places in the query, to compare."""
    match node:
        case Term(text=text, field=field, wild=wild):
            return Term(text, field, wild)
        case Near(terms=terms, distance=distance, field=field):
            return Near(terms, distance, field)
        case All(parts=parts):
            return All(tuple(map(_bare, parts)))
        case AnyOf(parts=parts):
            return AnyOf(tuple(map(_bare, parts)))
        case Not(part=part):
            return Not(_bare(part))
    return node


def _leaves(node: Node) -> Iterator[Term | Near | DateRange | NumberRange]:
    match node:
        case All(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part=part):
            yield from _leaves(part)
        case Term() | Near() | DateRange() | NumberRange():
            yield node


def _asked(text: str) -> Node:
    """Return what was read as syntax; beside it stands the text as it is typed."""
    tree = parse(text).tree
    assert isinstance(tree, AnyOf)
    assert _bare(tree.parts[-1]) == Term(text)
    return _bare(tree.parts[0])


A, B, C = Term("甲"), Term("乙"), Term("丙")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ('"轨道 交通"', Term("轨道 交通")),
        ("“轨道交通”", Term("轨道交通")),
        ("甲 AND 乙", All((A, B))),
        ("甲 OR 乙 丙", AnyOf((A, All((B, C))))),
        ("(甲 OR 乙) 丙", All((AnyOf((A, B)), C))),
        ("（甲 OR 乙） 丙", All((AnyOf((A, B)), C))),
        ("甲 NOT 乙", All((A, Not(B)))),
        ("甲 NOT (乙 OR 丙)", All((A, Not(AnyOf((B, C)))))),
        ("NOT NOT 甲", A),
        ("((甲 乙) OR 丙)", AnyOf((All((A, B)), C))),
        ('"甲 乙"~20', Near(("甲", "乙"), 20)),
        ("标题:“甲 乙”~5", Near(("甲", "乙"), 5, Field.TITLE)),
        ("证券*", Term("证券*", wild=True)),
        ("B?线", Term("B?线", wild=True)),
        ("标题:证券", Term("证券", Field.TITLE)),
        ("標題：证券", Term("证券", Field.TITLE)),
        ("Title:证券", Term("证券", Field.TITLE)),
        ("正文:甲", Term("甲", Field.BODY)),
        ("记者:刘畅", Term("刘畅", Field.BYLINE)),
        ("section:区域", Term("区域", Field.SECTION)),
        ("报纸:日报", Term("日报", Field.PAPER)),
        ("版:3", Term("3", Field.PAGE)),
        ("图:B1线", Term("B1线", Field.CAPTION)),
        ("标签:复核", Term("复核", Field.TAG)),
        ("note:证*化", Term("证*化", Field.NOTE, wild=True)),
        ("日期:2022-10", DateRange(date(2022, 10, 1), date(2022, 10, 31))),
        ("date:[2022-01 TO 2022-12]", DateRange(date(2022, 1, 1), date(2022, 12, 31))),
        ("日期:[2022 TO *]", DateRange(date(2022, 1, 1), None)),
        ("金额:>1亿元", NumberRange("金额", 1e8, None, low_open=True)),
        ("金额:一亿元", NumberRange("金额", 1e8, 1e8)),
        ("money:≤5410万", NumberRange("金额", None, 5.41e7)),
        ("百分比:[30 TO 60]", NumberRange("百分比", 30.0, 60.0)),
        ("百分比:三成", NumberRange("百分比", 30.0, 30.0)),
        ("数量:>1000件", NumberRange("数量", 1000.0, None, low_open=True)),
        ("日期:1998年3月", DateRange(date(1998, 3, 1), date(1998, 3, 31))),
        ("日期:【1998 至 2001】", DateRange(date(1998, 1, 1), date(2001, 12, 31))),
        ("日期:>1998", DateRange(date(1999, 1, 1), None)),
        ("标题:甲 OR 正文:乙", AnyOf((Term("甲", Field.TITLE), Term("乙", Field.BODY)))),
        ("标题:(甲 乙)", All((Term("甲", Field.TITLE), Term("乙", Field.TITLE)))),
        ("标题：（甲 OR 乙）", AnyOf((Term("甲", Field.TITLE), Term("乙", Field.TITLE)))),
        ("标题:(甲)", Term("甲", Field.TITLE)),
        ("甲 NOT 标题:(乙 丙)", All((A, Not(All((Term("乙", Field.TITLE), Term("丙", Field.TITLE))))))),
        (
            "标题:(甲 正文:(乙 *丙) 丁)",
            All(
                (
                    Term("甲", Field.TITLE),
                    All((Term("乙", Field.BODY), Term("*丙", Field.BODY, wild=True))),
                    Term("丁", Field.TITLE),
                )
            ),
        ),
        (
            "标题:((甲 OR 乙) 丙)",
            All(
                (
                    AnyOf((Term("甲", Field.TITLE), Term("乙", Field.TITLE))),
                    Term("丙", Field.TITLE),
                )
            ),
        ),
        (
            "标题:(“甲 乙”~5 OR 丙) 丁",
            All(
                (
                    AnyOf((Near(("甲", "乙"), 5, Field.TITLE), Term("丙", Field.TITLE))),
                    Term("丁"),
                )
            ),
        ),
        (
            "日期:(1998 OR 2001)",
            AnyOf(
                (
                    DateRange(date(1998, 1, 1), date(1998, 12, 31)),
                    DateRange(date(2001, 1, 1), date(2001, 12, 31)),
                )
            ),
        ),
        (
            "金额:(>1亿元 <5亿元)",
            All(
                (
                    NumberRange("金额", 1e8, None, low_open=True),
                    NumberRange("金额", None, 5e8, high_open=True),
                )
            ),
        ),
    ],
)
def test_syntax(text: str, tree: Node) -> None:
    assert _asked(text) == tree
    assert parse(text).mistakes == ()


@pytest.mark.parametrize(
    "text",
    [
        "(以下简称“渤化集团”)知识产权",
        "智慧财富(天津)联合",
        "(甲)",
        ")甲(",
        "茶淀“玫瑰香”葡萄",
        "“京津”“京秦”等",
        "标题:",
        "来源:新华社",
        "什么?",
        "10:30",
        "甲~乙",
        "-甲",
        "《办法》",
        "android",
        "-",
        "?",
        ":",
        ";",
        "%",
        "(",
        ")",
        "”",
        "~",
    ],
)
def test_print_that_looks_like_syntax_is_text(text: str) -> None:
    query = parse(text)
    assert query.tree is not None
    assert _bare(query.tree) == Term(text)
    assert query.mistakes == ()


def test_spaces_mean_all() -> None:
    tree = parse("知识产权 证券化　滨海\n■").tree
    assert tree == All(
        (
            Term("知识产权", at=Span(0, 4)),
            Term("证券化", at=Span(5, 8)),
            Term("滨海", at=Span(9, 11)),
            Term("■", at=Span(12, 13)),
        )
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('"甲 乙', (0, 1)),
        ("甲 AND", (2, 5)),
        ("OR 甲", (0, 2)),
        ("NOT", (0, 3)),
        ("*", (0, 1)),
        ("甲 **", (2, 4)),
        ("日期:2022-13", (0, 10)),
        ("日期:[2022-12 TO 2022-01]", (3, 23)),
        ("金额:[9 TO 1]", (3, 11)),
        ("金额:>1亿美元", (0, 8)),
        ("金额:多", (0, 4)),
    ],
)
def test_mistakes_are_marked_where_they_stand(text: str, place: tuple[int, int]) -> None:
    query = parse(text)
    assert [mistake.at for mistake in query.mistakes] == [place]
    assert query.tree is not None


def test_a_backwards_range_is_turned() -> None:
    assert _asked("日期:[2022-12 TO 2022-01]") == DateRange(date(2022, 1, 1), date(2022, 12, 31))
    assert _asked("金额:[9 TO 1]") == NumberRange("金额", 1.0, 9.0)


@pytest.mark.parametrize("text", ["", " ", "\n\t　", "\u200b", "\ufe0f \u00ad"])
def test_nothing_to_look_for_is_no_tree(text: str) -> None:
    assert parse(text).tree is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('标题:证券 日期:1998 "甲 乙"~3', ["标题:证券", "日期:1998", '"甲 乙"~3']),
        ("标题:(甲 “乙 丙” OR 丁*) 金额:>1亿元", ["甲", "“乙 丙”", "丁*", "金额:>1亿元"]),
        ("NOT 日期:(1998 OR [1999 TO 2001])", ["1998", "[1999 TO 2001]"]),
        ("甲 OR ( 标签:复核 批注:(“丙”) )", ["甲", "标签:复核", "“丙”"]),
        ("甲 金额:1美元 乙", ["甲", "金额:1美元", "乙"]),
    ],
)
def test_each_leaf_knows_what_was_typed_for_it(text: str, places: list[str]) -> None:
    tree = parse(text).understood
    assert tree is not None
    assert [text[leaf.at.start : leaf.at.end] for leaf in _leaves(tree)] == places


def test_what_was_understood_is_told_apart_from_the_text_as_it_stands() -> None:
    asked = parse("甲 OR 乙").understood
    assert asked is not None
    assert _bare(asked) == AnyOf((A, B))
    for text in ("甲", "甲 乙", ""):
        assert parse(text).understood == parse(text).tree


def test_each_mistake_says_what_to_do() -> None:
    foreign, unknown = parse("金额:>1亿美元 日期:昨天").mistakes
    assert "按文字查找" in foreign.zh
    assert "search for the text" in foreign.en
    assert "1998-03" in unknown.en


def test_the_text_as_it_stands_has_its_place_too() -> None:
    tree = parse(" “甲 乙” \n 丙 ").tree
    assert isinstance(tree, AnyOf)
    assert [leaf.at for leaf in _leaves(tree.parts[-1])] == [Span(1, 6), Span(9, 10)]


def test_line_feeds_part_the_text_as_it_stands() -> None:
    tree = parse("“甲 乙”\n丙").tree
    assert isinstance(tree, AnyOf)
    assert _bare(tree.parts[-1]) == All((Term("“甲 乙”"), C))


@given(SYNTAX)
@settings(max_examples=500)
@example('标题:("甲 (乙" 丙 )')
@example("标题:(日期:(金额:( 1 ) 2) 3")
@example("(标题:) 标题:(甲 标题:) 乙")
@example('"甲 (乙" 丙 )')
@example('(甲 "乙) 丙"')
@example('("  " OR 甲)')
@example("( \u200b )")
@example("NOT AND OR NOT (甲 OR) NOT")
def test_any_text_is_understood_somehow(text: str) -> None:
    query = parse(text)
    assert query.text == text
    for mistake in query.mistakes:
        assert 0 <= mistake.at.start < mistake.at.end <= len(text)
        assert mistake.zh
        assert mistake.en
    for leaf in _leaves(query.tree) if query.tree else ():
        assert 0 <= leaf.at.start < leaf.at.end <= len(text)
        if isinstance(leaf, Term):
            assert leaf.text in text[leaf.at.start : leaf.at.end]


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "( ",
        '"',
        "“",
        "*",
        "a?",
        "NOT ",
        "甲 OR ",
        "标题:",
        "标题:(",
        "日期:(1998 ",
        "金额:[",
        "甲",
        "(a b ",
        "\x00",
        "\ud800",
        "\ue000",
        "? ",
    ],
)
def test_a_hundred_thousand_characters_are_understood_somehow(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert parse(text).tree is not None
    parse(text + ")" * 100_000)


def test_a_great_many_terms_are_cut_off_with_a_mark() -> None:
    query = parse("甲 " * 200)
    assert isinstance(query.tree, All)
    assert len(query.tree.parts) == 128
    assert [mistake.at for mistake in query.mistakes] == [(256, 400)]
