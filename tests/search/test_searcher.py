from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baoguan.domain.ids import ArticleId
from baoguan.domain.query import NumberRange, Order, Receipt
from baoguan.domain.records import ArticleText
from baoguan.search.searcher import Searcher

Compose = Callable[..., ArticleText]
Over = Callable[..., Searcher]


@pytest.fixture
def three(searcher: Over, compose: Compose) -> Searcher:
    """A searcher on three short articles."""
    return searcher(
        compose(
            1,
            "证券化项目落地",
            "知识产权,保护高地。专利证券项目",
            "继续推进,共80㎡。",
            byline="■ 本报记者 刘畅",
            section="区域热点",
            day=date(2022, 10, 12),
        ),
        compose(
            2,
            "轨道交通提速",
            "知识 產權之外,B1线(一期)与Z2线“首单”。investment rose",
            caption="建设中的B1线",
            day=date(2021, 5, 1),
        ),
        compose(3, "医保互认", "京津冀三地。", notes=("知识产权待核实",), tags=("重要",), day=None),
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("知识产权", {1, 2, 3}),
        ("知識產權", {1, 2, 3}),
        ("产权保护", set()),
        ("产权,保护", {1}),
        ("项目继续", {1}),
        ("落地知识", set()),
        ("知识 高地", {1}),
        ("B1线(一期)", {2}),
        ("(一期)", {2}),
        ("Ｂ１線", {2}),
        ("“首单”", {2}),
        ("「首單」", {2}),
        ("80㎡", {1}),
        ("80m2", {1}),
        ("m", {2}),
        ("2", {2}),
        ("标题:证券", {1}),
        ("正文:证券", {1}),
        ("正文:证券化", set()),
        ("标题:知识产权", set()),
        ("记者:刘畅", {1}),
        ("记者:知识", set()),
        ("栏目:热点", {1}),
        ("图:B1线", {2}),
        ("图:Z2线", set()),
        ("报纸:天津", {1, 2, 3}),
        ("版:3", {1, 2, 3}),
        ("版:1", set()),
        ("天津", set()),
        ("标签:重要", {3}),
        ("批注:待核实", {3}),
        ("标签:待核实", set()),
        ("证券*项目", {1}),
        ("知识*高地", set()),
        ("B?线", {2}),
        ("?线 轨道", set()),
        ("invest*", {2}),
        ('"知识 高地"~5', {1}),
        ('"知识 高地"~4', set()),
        ('"高地 知识"~5', {1}),
        ('"落地 知识"~50', set()),
        ("知识产权 NOT 轨道", {1, 3}),
        ("NOT 知识产权", set()),
        ("医保 OR 轨道", {2, 3}),
        ("(医保 OR 轨道) 知识产权", {2, 3}),
        ("日期:2022-10", {1}),
        ("日期:[2021 TO 2022]", {1, 2}),
        ("知识产权 NOT 日期:2022", {2, 3}),
        ("*", set()),
        ("", set()),
    ],
)
def test_what_is_found(three: Searcher, query: str, found: set[int]) -> None:
    results = three.search(query)
    assert set(results.articles) == found
    assert results.total == len(found)
    assert [hit.article for hit in results.hits] == list(results.articles)


def test_numbers_are_asked_of_the_catalogue(three: Searcher) -> None:
    three._texts.reporting = {NumberRange("金额", 1e8, None, low_open=True): frozenset({ArticleId(1)})}
    assert three.search("金额:>1亿元").articles == (1,)
    assert set(three.search("知识产权 NOT 金额:>一亿").articles) == {2, 3}


@pytest.mark.parametrize(
    ("query", "receipt"),
    [
        ("知识产权", Receipt(exact=1, variant=1, annotated=1)),
        ("知識產權", Receipt(variant=2, annotated=1)),
        ("知识 高地", Receipt(words=1)),
        ("B1线", Receipt(exact=1)),
        ("ｂ１线", Receipt(exact=1)),
        ('"轨道交通"', Receipt(exact=1)),
        ("标题:证券", Receipt(exact=1)),
        ("日期:2022", Receipt(words=1)),
        ("标签:重要", Receipt(annotated=1)),
        ("没有", Receipt()),
    ],
)
def test_the_receipt_says_how_the_hits_came_about(three: Searcher, query: str, receipt: Receipt) -> None:
    assert three.search(query).receipt == receipt


def test_ranking(searcher: Over, compose: Compose) -> None:
    found = searcher(
        compose(1, "其他新闻", "海水,淡化。" * 9),
        compose(2, "其他新闻", "海水淡化", caption="无"),
        compose(3, "海水淡化", "其他新闻"),
        compose(4, "其他新闻", "无", caption="海水淡化"),
        compose(5, "其他新闻", "海水很多,淡化很少", day=date(2020, 1, 1)),
        compose(6, "其他新闻", "海水很多,淡化很少", day=date(2023, 1, 1)),
        compose(7, "其他新闻", "海水很多,淡化很少", day=None),
    ).search("海水 淡化")
    assert found.articles[:3] == (3, 2, 4)
    assert found.articles[-3:] == (6, 5, 7)
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)


def test_pages_of_results_join_to_all_of_them(searcher: Over, compose: Compose) -> None:
    found = searcher(*(compose(number, f"第{number}篇", "共同的文字") for number in range(1, 8)))
    everything = found.search("共同的").articles
    paged = [hit.article for offset in (0, 3, 6) for hit in found.search("共同的", 3, offset).hits]
    assert tuple(paged) == everything
    assert len(set(everything)) == 7


def test_an_article_gone_from_the_catalogue_is_not_a_hit(three: Searcher) -> None:
    del three._texts.articles[ArticleId(1)]
    assert set(three.search("知识产权").articles) == {2, 3}


def test_a_hit_is_shown_with_where_it_comes_from(three: Searcher) -> None:
    (hit,) = three.search("保护高地").hits
    assert (hit.headline, hit.title, hit.date, hit.page, hit.section) == (
        "证券化项目落地",
        "天津日报",
        date(2022, 10, 12),
        "3",
        "区域热点",
    )


_WORDS = ["知识产权", "证券", "轨道", "B1线", "医保", "高地", "没有", "(一期)", "国", "津"]


@given(st.sampled_from(_WORDS), st.sampled_from(_WORDS), st.sampled_from(_WORDS))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
def test_boolean_laws(three: Searcher, a: str, b: str, c: str) -> None:
    def found(query: str) -> set[ArticleId]:
        return set(three.search(query, limit=0).articles)

    everything = {1, 2, 3}
    assert found(f"{a} AND {b}") == found(a) & found(b) == found(f"{b} {a}")
    assert found(f"{a} OR {b}") == found(a) | found(b) == found(f"{b} OR {a}")
    assert found(f"NOT {a}") == everything - found(a)
    assert found(f"{a} NOT {b}") == found(a) - found(b)
    assert found(f"NOT ({a} OR {b})") == found(f"NOT {a} NOT {b}")
    assert found(f"{a} ({b} OR {c})") == found(f"({a} {b}) OR ({a} {c})")
    assert found(f"NOT NOT {a}") == found(a)


@given(st.text(st.sampled_from('知识产权线 ()“”"*?~:[]ANDORT<>日期标题1\n') | st.characters(), max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
def test_any_query_has_an_answer(three: Searcher, query: str) -> None:
    results = three.search(query)
    assert results.total == len(results.articles)


@pytest.mark.parametrize("unit", ["知", "(", "* ", "a?", "知*", "\ud800", "\x00", "知识 ", '"知', "NOT 知 "])
def test_a_hundred_thousand_characters_have_an_answer(three: Searcher, unit: str) -> None:
    assert three.search(unit * (100_000 // len(unit))).total >= 0


def test_hits_stand_in_the_order_of_dates_that_was_asked_for(searcher: Over, compose: Compose) -> None:
    days = {1: date(2021, 5, 1), 2: None, 3: date(2023, 1, 1), 4: date(2021, 5, 1), 5: None}
    several = searcher(
        *(compose(number, "新闻", "海水淡化" * (6 - number), day=day) for number, day in days.items())
    )
    ranked = several.search("海水淡化").articles
    for order, dated in ((Order.NEWEST, [3, 1, 4]), (Order.OLDEST, [1, 4, 3])):
        results = several.search("海水淡化", order=order)
        same_day = sorted([1, 4], key=ranked.index)
        at = dated.index(1)
        dated[at : at + 2] = same_day
        assert list(results.articles) == dated + sorted([2, 5], key=ranked.index)
        assert [hit.article for hit in results.hits] == list(results.articles)
        assert results.order is order
        paged = [
            hit.article for start in range(5) for hit in several.search("海水淡化", 1, start, order).hits
        ]
        assert paged == list(results.articles)
