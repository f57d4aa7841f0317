import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from baoguan.domain.query import All, AnyOf, DateRange, Near, Node, Not, NumberRange, Term
from baoguan.search.parse import parse
from baoguan.ui.models.question_text import cut, is_quoted, without

_LEAVES = some.sampled_from(
    """甲|“乙 丙”|"丁"|标题:戊|记者：“己”|庚*|B?线|"辛 壬"~20|日期:1998-03|日期:[1998 TO 1999]|金额:>1亿元|
    百分比:[30 TO 60]|AND:|(子)|标签:丑""".replace("\n    ", "").split("|")
)


def _group(parts: some.SearchStrategy[str]) -> some.SearchStrategy[str]:
    several = some.lists(parts, min_size=2, max_size=3)
    return some.one_of(
        several.map(lambda texts: f"({' '.join(texts)})"),
        several.map(lambda texts: f"({' OR '.join(texts)})"),
        parts.map(lambda text: f"NOT {text}"),
    )


_PARTS = some.recursive(_LEAVES, _group, max_leaves=6)
_QUERIES = some.one_of(
    some.lists(_PARTS, min_size=1, max_size=4).map(" ".join),
    some.lists(_PARTS, min_size=2, max_size=3).map(" OR ".join),
)


def _leaves(node: Node | None) -> list[Node]:
    match node:
        case All(parts=parts) | AnyOf(parts=parts):
            return [leaf for part in parts for leaf in _leaves(part)]
        case Not(part=part):
            return _leaves(part)
    return [] if node is None else [node]


def _meaning(node: Node | None, left_out: Node | None = None) -> object:
    """Return what a tree asks for but for one leaf, whatever the places and the nesting."""
    if node is None or node is left_out:
        return None
    match node:
        case All(parts=parts) | AnyOf(parts=parts):
            kind = type(node).__name__
            told: list[object] = []
            for meant in filter(None, (_meaning(part, left_out) for part in parts)):
                assert isinstance(meant, tuple | DateRange | NumberRange)
                same = isinstance(meant, tuple) and meant[0] == kind
                told += meant[1:] if same else [meant]
            return (kind, *told) if len(told) > 1 else next(iter(told), None)
        case Not(part=part):
            meant = _meaning(part, left_out)
            if isinstance(meant, tuple) and meant[0] == "Not":
                return meant[1]
            return None if meant is None else ("Not", meant)
        case Term(text=text, field=field, wild=wild):
            return ("Term", text, field, wild)
        case Near(terms=terms, distance=distance, field=field):
            return ("Near", terms, distance, field)
    assert isinstance(node, DateRange | NumberRange)
    return node


@settings(max_examples=300, deadline=None)
@given(_QUERIES, some.data())
def test_what_is_left_without_any_part_is_understood_as_it_was(text: str, data: some.DataObject) -> None:
    query = parse(text)
    tree = query.understood
    leaf = data.draw(some.sampled_from(_leaves(tree)))
    left = parse(without(query, leaf))
    assert _meaning(left.understood) == _meaning(tree, leaf)


@given(some.text(some.sampled_from('甲乙 ()“”"*?:标题ANDORT~')), some.data())
def test_parts_can_be_taken_out_of_anything_until_nothing_is_left(text: str, data: some.DataObject) -> None:
    query = parse(text)
    for _ in range(len(text) + 1):
        leaves = _leaves(query.understood)
        if not leaves:
            break
        query = parse(without(query, data.draw(some.sampled_from(leaves))))
    assert _leaves(query.understood) == []


@pytest.mark.parametrize(
    ("text", "number", "left"),
    [
        ("知识产权 证券化", 0, "证券化"),
        ("(甲 OR 乙) 丙", 0, "乙 丙"),
        ("甲 NOT 乙", 1, "甲"),
        ("甲 NOT (乙 OR 丙)", 1, "甲 NOT 丙"),
        ("标题:“甲 乙”~5 日期:1998", 1, "标题:“甲 乙”~5"),
        ("标题:(甲 乙) 丙", 0, "标题:乙 丙"),
        ("甲", 0, ""),
    ],
)
def test_examples(text: str, number: int, left: str) -> None:
    query = parse(text)
    assert without(query, _leaves(query.understood)[number]) == left


def test_a_field_s_name_is_not_taken_for_a_quotation() -> None:
    query = parse("“京津” 标题:“滨海” 标题:滨海 “京津”“京秦”")
    assert [is_quoted(leaf, query.text) for leaf in _leaves(query.understood)] == [True, True, False, False]


def test_a_span_is_cut_with_the_space_around_it() -> None:
    assert cut("甲  乙 丙", parse("甲  乙 丙").tree.parts[1].at) == "甲 丙"
