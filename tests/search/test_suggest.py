"""The last term of a query text is completed by words of the archive."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baoguan.domain.query import Question
from baoguan.domain.records import ArticleText
from baoguan.index.engine import Engine
from baoguan.search.searcher import Searcher
from baoguan.search.suggest import suggest

Over = Callable[..., Searcher]
Compose = Callable[..., ArticleText]


@pytest.fixture
def filled(searcher: Over, compose: Compose, engine: Engine) -> Engine:
    """An index of four articles."""
    searcher(
        compose(1, "轨道交通加快建设", "知识产权证券化项目，轨道交通。", byline="刘畅", tags=("城市 更新",)),
        compose(2, "证券市场", "证券公司与证人，Android system。", byline="刘敏 报道", section="区域热点"),
        compose(3, "證券交易", "知识就是力量，证券。", notes=("证明文件",)),
        compose(4, "港口", "滨海新区知识产权。", byline="刘畅"),
    )
    return engine


def _texts(text: str, engine: Engine, limit: int = 8) -> list[str]:
    return [one.text for one in suggest(text, engine, limit)]


def test_a_first_character_is_completed_by_the_commonest_word(filled: Engine) -> None:
    found = suggest("证", filled, 3)
    assert (found[0].text, found[0].articles) == ("证券", 3)
    assert len(found) == 3
    assert {"证券", "证券化", "证人", "证明", "证券公司"} <= set(_texts("证", filled, 9))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("知识产权 证", "知识产权 证券"),
        ("甲 OR 证", "甲 OR 证券"),
        ("甲 NOT (证", "甲 NOT (证券"),
        ("標題：轨", "標題：轨道交通"),
        ("标题:(甲 轨", "标题:(甲 轨道交通"),
        ('"轨道交', '"轨道交通"'),
        ('标题:"轨道 交', '标题:"轨道 交通"'),
        ("“轨道交", "“轨道交通”"),
        ("證", "證券"),
        ("Andr", "Android"),
        ("批注:证", "批注:证明"),
        ("记者:刘", "记者:刘畅"),
        ("栏目:区", "栏目:区域热点"),
        ("标签:城", '标签:"城市 更新"'),
        ('标签:"城', '标签:"城市 更新"'),
        ("报纸:天", "报纸:天津日报"),
    ],
)
def test_only_the_last_term_changes(filled: Engine, text: str, whole: str) -> None:
    assert whole in _texts(text, filled)


def test_a_word_within_a_longer_term_is_completed_where_the_whole_is_there(filled: Engine) -> None:
    texts = _texts("知识产权证券", filled)
    assert "知识产权证券公司" not in texts
    found = suggest("滨海新区知", filled, 8)
    assert all(one.text in ("滨海新区知识", "滨海新区知识产权") and one.articles == 1 for one in found)


def test_what_is_suggested_is_found(filled: Engine, searcher: Over, compose: Compose) -> None:
    asked = searcher(compose(1, "轨道交通加快建设", "知识产权证券化项目。", byline="刘畅"))
    for text in ("证", "知", "标题:加", "正文:项", "记者:刘", '"轨', "知识产"):
        found = suggest(text, filled, 8)
        assert found
        assert all(asked.search(Question(one.text)).total == 1 for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "证 ",
        '"轨道"',
        "证*",
        "日期:19",
        "金额:>1",
        "版:3",
        "AND",
        "甲 OR",
        "证" * 500,
        "\ud800",
        "\x00",
    ],
)
def test_what_is_no_open_term_is_not_completed(filled: Engine, text: str) -> None:
    assert suggest(text, filled, 8) == ()


@given(text=st.text(st.sampled_from('证轨道刘 ()（“”"*?:~标题记者日期版ANDOR\n\x00\ud800a')))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_has_suggestions_that_begin_with_it(filled: Engine, text: str) -> None:
    for one in suggest(text, filled, 5):
        assert one.articles > 0
        assert one.text != text
        assert one.text.startswith(text[:-1])
