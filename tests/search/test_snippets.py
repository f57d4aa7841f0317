from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baoguan.domain.article import Role, Span
from baoguan.domain.query import Question, Snippet
from baoguan.domain.records import ArticleText
from baoguan.index.fold import fold_text
from baoguan.search.ground import Subject
from baoguan.search.match import Matcher, leaves
from baoguan.search.parse import parse
from baoguan.search.searcher import Searcher
from baoguan.search.snippets import snippets

Compose = Callable[..., ArticleText]


def _cut(article: ArticleText, query: str) -> tuple[Snippet, ...]:
    tree = parse(query).tree
    assert tree is not None
    return snippets(Subject(article), Matcher(tree))


def _marked(snippet: Snippet) -> list[str]:
    return [snippet.text[mark.start : mark.end] for mark in snippet.marks]


def test_the_hit_stands_in_the_middle(compose: Compose) -> None:
    article = compose(1, "题", "前" * 200 + "知识產權" + "后" * 200)
    (snippet,) = _cut(article, "知识产权")
    assert _marked(snippet) == ["知识產權"]
    assert len(snippet.text) == 60
    assert snippet.marks == (Span(28, 32),)
    assert article.text[snippet.start : snippet.start + 60] == snippet.text
    assert snippet.role is Role.BODY


def test_a_hit_at_an_edge_keeps_to_its_passage(compose: Compose) -> None:
    article = compose(1, "证券化项目", "证券" + "后" * 100)
    first, second = _cut(article, "证券")
    assert (first.text, first.role, first.marks) == ("证券化项目", Role.HEADLINE, (Span(0, 2),))
    assert (len(second.text), second.start, second.marks) == (60, 6, (Span(0, 2),))


def test_each_string_is_shown_before_any_is_repeated(compose: Compose) -> None:
    article = compose(1, "题", *["知识" + "前" * 80] * 4, "轨道" + "后" * 80)
    marked = [_marked(snippet)[0] for snippet in _cut(article, "知识 轨道")]
    assert marked == ["知识", "知识", "轨道"]


def test_a_hit_across_paragraphs_is_shown_whole(compose: Compose) -> None:
    (snippet,) = _cut(compose(1, "题", "前面知识", "产权后面"), "知识产权")
    assert snippet.text == "前面知识 产权后面"
    assert _marked(snippet) == ["知识 产权"]


def test_notes_and_tags_are_shown_after_print(compose: Compose) -> None:
    article = compose(1, "题", "无", notes=("这里待核实",), tags=("核实",))
    assert _cut(article, "核实") == (
        Snippet("这里待核实", (Span(3, 5),), -1, None),
        Snippet("核实", (Span(0, 2),), -1, None),
    )
    assert [snippet.text for snippet in _cut(article, "标签:核实")] == ["核实"]


def test_where_there_is_no_hit_the_opening_is_shown(compose: Compose) -> None:
    article = compose(1, "题", "开头" * 50)
    assert _cut(article, "NOT 无") == (Snippet("开头" * 30, (), 2, Role.BODY),)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("知识产权", ["知識 产权", "知识产权"]),
        ("产权 知识产权", ["知識 产权", "知识产权"]),
        ("知识 NOT 轨道", ["知識", "知识"]),
        ("标题:知识", ["知識"]),
        ("B?线", ["Ｂ1线"]),
        ("证*化", ["证券化"]),
        ("invest*", ["Investment"]),
        ('"证券 B1"~3', ["证券", "Ｂ1"]),
        ("80㎡", ["80m2"]),
        ("批注:知识", []),
        ("日期:2022", []),
    ],
)
def test_marks(compose: Compose, searcher: Callable[..., Searcher], query: str, marked: list[str]) -> None:
    article = compose(1, "知識 产权", "知识产权证券化Ｂ1线80m2与Investment。", notes=("知识",))
    spans = searcher(article).marks(article.id, query)
    assert [article.text[start:end] for start, end in spans] == marked


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_what_is_marked_folds_to_what_was_asked(
    sample_texts: tuple[ArticleText, ...], sample_searcher: Searcher, data: st.DataObject
) -> None:
    article = data.draw(st.sampled_from(sample_texts))
    start = data.draw(st.integers(0, len(article.text) - 1))
    query = article.text[start : start + data.draw(st.integers(1, 12))]
    tree = parse(query).tree
    if tree is None:
        return
    asked = {fold_text(leaf.text) for leaf in leaves(tree)}
    spans = sample_searcher.marks(article.id, query)
    assert spans
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert {fold_text(article.text[first:end]) for first, end in spans} <= asked
    for hit in sample_searcher.search(Question(query)).hits:
        assert hit.snippets
        for snippet in hit.snippets:
            assert snippet.marks
            assert {fold_text(marked) for marked in _marked(snippet)} <= asked
