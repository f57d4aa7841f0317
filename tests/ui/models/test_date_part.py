from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from baoguan.domain.article import Span
from baoguan.domain.query import All, AnyOf, DateRange, Near, Node, Not, NumberRange, Query, Term
from baoguan.search.parse import parse
from baoguan.ui.models.date_part import date_parts, dated, span_of, undated, written_span
from baoguan.ui.models.months import month_of

months = st.integers(1850 * 12, 2030 * 12).map(month_of)
words = st.sampled_from(
    ["天津", "“轨道交通”", "标题:滨海", "证券*", "金额:>1亿元", "日期:2022-10", "date:[2021-01 TO 2022-02]",
     "日期:[* TO 1998]", "记者:刘畅", '"甲 乙"~20', "(丙)", "日期:坏",
     "标题:(天津 日期:2020)", "记者:(日期:[2019 TO 2020])", "a"]
)  # fmt: skip


@st.composite
def queries(draw: st.DrawFn, deep: int = 2) -> str:
    """Query texts with brackets in pairs."""
    parts = draw(st.lists(words if not deep else st.one_of(words, queries(deep=deep - 1)), max_size=4))
    texts = []
    for part in parts:
        bracketed = part
        if draw(st.booleans()) and len(part.split()) > 1:
            bracketed = f"({part})"
        texts.append(draw(st.sampled_from(["", "", "", "NOT ", "NOT NOT "])) + bracketed)
    text = ""
    for part in texts:
        text += (draw(st.sampled_from([" ", " ", " AND ", " OR "])) if text else "") + part
    return text


def placeless(node: Node) -> Node:
    if isinstance(node, Term | Near | NumberRange):
        return replace(node, at=Span(0, 0))
    if isinstance(node, Not):
        return Not(placeless(node.part))
    if isinstance(node, All | AnyOf):
        return type(node)(tuple(placeless(part) for part in node.parts))
    return node


def parts_of(query: Query) -> list[Node]:
    """Return what must hold, the text as it stands left out of account."""
    tree = query.tree
    literal = tree.parts[-1] if isinstance(tree, AnyOf) else None
    if isinstance(tree, AnyOf) and isinstance(literal, Term) and literal.text == query.text.strip():
        tree = tree.parts[0]
    return [placeless(part) for part in needed(tree)]


def needed(node: Node | None) -> Iterator[Node]:
    if isinstance(node, All):
        for part in node.parts:
            yield from needed(part)
    elif node is not None:
        yield node


def month_range(first: str, last: str) -> DateRange:
    found = parse(f"日期:[{first} TO {last}]").tree
    assert isinstance(found, AnyOf)
    assert isinstance(found.parts[0], DateRange)
    return found.parts[0]


@settings(deadline=None)  # the first parse loads dictionaries
@given(queries(), months, months)
def test_a_brushed_span_replaces_that_of_the_query_and_nothing_else(text: str, one: str, other: str) -> None:
    query = parse(text)
    assume(not query.mistakes)
    written = parse(dated(query, one, other))
    assert not written.mistakes
    wanted = month_range(min(one, other), max(one, other))
    assert [part for part in parts_of(written) if isinstance(part, DateRange)] == [wanted]
    before = [part for part in parts_of(query) if not isinstance(part, DateRange)]
    assert [part for part in parts_of(written) if not isinstance(part, DateRange)] == before
    assert span_of(written) == (min(one, other), max(one, other))


@settings(deadline=None)  # the first parse loads dictionaries
@given(queries(), months, months)
def test_brushing_again_leaves_no_trace_of_the_first(text: str, one: str, other: str) -> None:
    query = parse(text)
    assume(not query.mistakes)
    once = dated(query, one, one)
    assert dated(parse(dated(query, other, other)), one, one) == once
    assert dated(parse(once), one, one) == once


@settings(deadline=None)  # the first parse loads dictionaries
@given(queries(), months)
def test_clearing_takes_out_the_span_and_nothing_else(text: str, month: str) -> None:
    query = parse(text)
    assume(not query.mistakes)
    for asked in (query, parse(dated(query, month, month))):
        cleared = parse(undated(asked))
        assert not date_parts(cleared)
        before = [part for part in parts_of(query) if not isinstance(part, DateRange)]
        assert parts_of(cleared) == before


@settings(deadline=None)  # the first parse loads dictionaries
@given(st.text(alphabet='甲乙 日期:[]TO2022-10()（）“"NOTANDR\n*', max_size=60), months, months)
def test_any_text_can_be_brushed_and_cleared(text: str, one: str, other: str) -> None:
    query = parse(text)
    assert written_span(min(one, other), max(one, other)) in dated(query, one, other)
    assert not date_parts(query) or len(undated(query)) < len(text)


@pytest.mark.parametrize(
    ("text", "brushed", "cleared"),
    [
        ("", "日期:[1998-03 TO 1999-02]", ""),
        ("滨海", "滨海 日期:[1998-03 TO 1999-02]", "滨海"),
        ("滨海 日期:2022", "滨海 日期:[1998-03 TO 1999-02]", "滨海"),
        ("日期:[2021 TO 2022] AND 滨海", "日期:[1998-03 TO 1999-02] AND 滨海", "滨海"),
        ("date:2022 滨海 日期:2021-05", "日期:[1998-03 TO 1999-02] 滨海", "滨海"),
        ("天津 OR 滨海", "(天津 OR 滨海) 日期:[1998-03 TO 1999-02]", "天津 OR 滨海"),
        ("(天津 OR 滨海) 日期:2022", "(天津 OR 滨海) 日期:[1998-03 TO 1999-02]", "天津 OR 滨海"),
        ("“日期:2022 年”", "“日期:2022 年” 日期:[1998-03 TO 1999-02]", "“日期:2022 年”"),
    ],
)
def test_texts_people_write(text: str, brushed: str, cleared: str) -> None:
    assert dated(parse(text), "1999-02", "1998-03") == brushed
    assert undated(parse(text)) == cleared


def test_a_span_is_written_as_short_as_it_can_be() -> None:
    assert written_span("1998-03", "1998-03") == "日期:1998-03"
    assert written_span("1998-01", "1998-12") == "日期:1998"
    assert written_span("1998-01", "2003-12") == "日期:[1998 TO 2003]"


def test_the_span_of_a_query_is_what_all_its_parts_leave() -> None:
    assert span_of(parse("滨海")) is None
    assert span_of(parse("日期:[* TO 1998-05-20] 滨海")) == (None, "1998-05")
    assert span_of(parse("日期:1998 日期:[1998-04 TO 2001]")) == ("1998-04", "1998-12")
    assert date_parts(parse("日期:1998"))[0].first == date(1998, 1, 1)
