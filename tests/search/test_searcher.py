from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baoguan.domain.ids import ArticleId
from baoguan.domain.language import Bilingual
from baoguan.domain.progress import Cancelled
from baoguan.domain.query import Facet, Filed, LineOrder, Order, Question, Receipt
from baoguan.domain.records import ArticleText, ReportedNumber
from baoguan.search.searcher import Searcher

Compose = Callable[..., ArticleText]
Over = Callable[..., Searcher]


def found_by(searcher: Searcher, query: str, order: Order = Order.RANK) -> tuple[ArticleId, ...]:
    """Return the articles that a query finds, in order."""
    return searcher.found(Question(query, order=order))


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
    results = three.search(Question(query))
    assert set(found_by(three, query)) == found
    assert results.total == len(found)
    assert [hit.article for hit in results.hits] == list(found_by(three, query))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("金额:>1亿元", {1}),
        ("金额:>=1亿元", {1, 2}),
        ("金额:一亿元", {2}),
        ("金额:100000000元", {2}),
        ("金额:[2亿元 TO 3亿元]", {1}),
        ("海水 NOT 金额:>1亿", {2, 3}),
        ("数量:>1", set()),
    ],
)
def test_numbers_are_found_by_what_they_come_to(
    searcher: Over, compose: Compose, query: str, found: set[int]
) -> None:
    numbers = {
        1: (ReportedNumber("金额", 1.5e8, 4e8), ReportedNumber("金额", 3.0, 3.0)),
        2: (ReportedNumber("金额", 1e8, 1e8),),
    }
    articles = (compose(number, "新闻", "海水淡化") for number in (1, 2, 3))
    assert set(found_by(searcher(*articles, numbers=numbers), query)) == found


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
        ("日期:2022", Receipt()),
        ("知识产权 日期:[2021 TO 2022]", Receipt(exact=1, variant=1)),
        ("标签:重要", Receipt(annotated=1)),
        ("没有", Receipt()),
    ],
)
def test_the_receipt_says_how_the_hits_came_about(three: Searcher, query: str, receipt: Receipt) -> None:
    assert three.search(Question(query)).receipt == receipt


def test_ranking(searcher: Over, compose: Compose) -> None:
    ranked = searcher(
        compose(1, "其他新闻", "海水,淡化。" * 9),
        compose(2, "其他新闻", "海水淡化", caption="无"),
        compose(3, "海水淡化", "其他新闻"),
        compose(4, "其他新闻", "无", caption="海水淡化"),
        compose(5, "其他新闻", "海水很多,淡化很少", day=date(2020, 1, 1)),
        compose(6, "其他新闻", "海水很多,淡化很少", day=date(2023, 1, 1)),
        compose(7, "其他新闻", "海水很多,淡化很少", day=None),
    )
    found = found_by(ranked, "海水 淡化")
    assert found[:3] == (3, 2, 4)
    assert found[-3:] == (6, 5, 7)


def test_pages_of_results_join_to_all_of_them(searcher: Over, compose: Compose) -> None:
    found = searcher(*(compose(number, f"第{number}篇", "共同的文字") for number in range(1, 8)))
    everything = found_by(found, "共同的")
    paged = [hit.article for offset in (0, 3, 6) for hit in found.search(Question("共同的"), 3, offset).hits]
    assert tuple(paged) == everything
    assert len(set(everything)) == 7


def test_an_article_gone_from_the_catalogue_is_not_a_hit(three: Searcher) -> None:
    del three._texts.articles[ArticleId(1)]
    assert {hit.article for hit in three.search(Question("知识产权")).hits} == {2, 3}


def test_a_hit_is_shown_with_where_it_comes_from(three: Searcher) -> None:
    (hit,) = three.search(Question("保护高地")).hits
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
        return set(found_by(three, query))

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
    assert three.search(Question(query)).total == len(found_by(three, query))


@pytest.mark.parametrize("unit", ["知", "(", "* ", "a?", "知*", "\ud800", "\x00", "知识 ", '"知', "NOT 知 "])
def test_a_hundred_thousand_characters_have_an_answer(three: Searcher, unit: str) -> None:
    assert three.search(Question(unit * (100_000 // len(unit)))).total >= 0


def test_hits_stand_in_the_order_of_dates_that_was_asked_for(searcher: Over, compose: Compose) -> None:
    days = {1: date(2021, 5, 1), 2: None, 3: date(2023, 1, 1), 4: date(2021, 5, 1), 5: None}
    several = searcher(
        *(compose(number, "新闻", "海水淡化" * (6 - number), day=day) for number, day in days.items())
    )
    for order, expected in ((Order.NEWEST, (3, 1, 4, 2, 5)), (Order.OLDEST, (1, 4, 3, 2, 5))):
        assert found_by(several, "海水淡化", order) == expected
        question = Question("海水淡化", order=order)
        assert (
            tuple(hit.article for start in range(5) for hit in several.search(question, 1, start).hits)
            == expected
        )


def test_filters_of_one_facet_widen_and_facets_narrow(three: Searcher) -> None:
    def narrowed(*filters: Filed) -> set[ArticleId]:
        return set(three.found(Question("知识产权", filters)))

    y2021, y2022 = Filed(Facet.YEAR, "2021"), Filed(Facet.YEAR, "2022")
    assert narrowed(y2021) == {2}
    assert narrowed(y2021, y2022) == {1, 2}
    assert narrowed(y2021, y2022, Filed(Facet.SECTION, "区域热点")) == {1}
    assert three.search(Question("", (y2021,))).total == 1


def test_the_spread_leaves_a_facets_own_filters_out(three: Searcher) -> None:
    spread = three.spread(Question("知识产权", (Filed(Facet.YEAR, "2021"),)))
    assert spread.counts[Facet.YEAR] == (("2021", 1), ("2022", 1))
    assert spread.counts[Facet.SECTION] == ()
    assert spread.counts[Facet.TITLE] == (("天津日报", 1),)
    assert (spread.months[0].month, spread.months[-1].month, len(spread.months)) == ("2021-05", "2022-10", 18)
    assert [bar.articles for bar in spread.months if bar.issues] == [1, 1]
    assert spread.undated == 1


def test_the_months_leave_the_query_s_dates_out(three: Searcher) -> None:
    spread = three.spread(Question("知识产权 日期:2021"))
    assert spread.counts[Facet.MONTH] == (("2021-05", 1),)
    assert [bar.month for bar in spread.months if bar.articles] == ["2021-05", "2022-10"]


def test_an_empty_question_spreads_over_everything(three: Searcher) -> None:
    spread = three.spread(Question(""))
    assert spread.counts[Facet.TITLE] == (("天津日报", 3),)
    assert dict(spread.counts[Facet.TAG]) == {"重要": 1}
    assert dict(spread.counts[Facet.HOLDING])["annotation"] == 1


class Stopping:
    """A progress that stops the work at its first step."""

    def step(self, done: int, total: int, doing: Bilingual) -> None:
        raise Cancelled


def test_a_search_that_reads_can_be_stopped_and_asked_again(three: Searcher) -> None:
    question = Question('"知识 高地"~5')
    with pytest.raises(Cancelled):
        three.search(question, progress=Stopping())
    assert three.search(question).total == 1


def test_every_hit_of_the_first_articles_has_its_line(three: Searcher) -> None:
    question = Question("知识产权")
    by_rank = three.concordance(question, LineOrder.RANK)
    assert {line.article: line.hit for line in by_rank.lines} == {1: "知识产权", 2: "知识 產權"}
    assert (by_rank.read, by_rank.total) == (3, 3)
    assert tuple(line.article for line in by_rank.lines) == tuple(
        article for article in found_by(three, "知识产权") if article != 3
    )
    by_date = three.concordance(question, LineOrder.DATE)
    assert [line.article for line in by_date.lines] == [2, 1]
    assert three.concordance(question, LineOrder.RANK, 1).read == 1


def test_a_term_is_completed_and_put_right_by_the_words_of_the_archive(three: Searcher) -> None:
    assert "知识产权" in [each.text for each in three.suggest("知识")]
    corrected = three.correct(Question("轨道交动"))
    assert corrected is not None
    assert three.search(Question(corrected)).total == 1
    assert three.correct(Question("轨道交通")) is None
