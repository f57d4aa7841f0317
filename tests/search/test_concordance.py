"""Each hit stands in one line with what is before and after it."""

from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baoguan.domain.article import Span
from baoguan.domain.query import LineOrder
from baoguan.domain.records import ArticleText
from baoguan.search.concordance import arranged, lines
from baoguan.search.ground import Subject
from baoguan.search.match import Matcher
from baoguan.search.parse import parse

Compose = Callable[..., ArticleText]


def _marks(article: ArticleText, text: str) -> tuple[Span, ...]:
    return Matcher(parse(text).tree).marks(Subject(article))


def test_a_line_tells_where_its_hit_stands(compose: Compose) -> None:
    article = compose(7, "港口", "滨海新区發展知識產權金融。")
    (line,) = lines(article, _marks(article, "知识产权"))
    assert (line.before, line.hit, line.after) == ("滨海新区發展", "知識產權", "金融。")
    assert article.text[line.span.start : line.span.end] == line.hit
    assert (line.article, line.headline, line.title) == (7, "港口", "天津日报")
    assert line.date == date(2022, 10, 12)


def test_context_runs_through_paragraphs_and_stops_at_other_print(compose: Compose) -> None:
    article = compose(1, "证券市场", "甲乙丙证券", "丁戊\u2028己", caption="证券图")
    found = list(lines(article, _marks(article, "证券")))
    assert [(line.before, line.hit, line.after) for line in found] == [
        ("", "证券", "市场"),
        ("甲乙丙", "证券", " 丁戊 己"),
        ("", "证券", "图"),
    ]


def test_a_hit_across_a_line_break_is_one_line(compose: Compose) -> None:
    article = compose(1, "港口", "发展知识", "产权金融")
    (line,) = lines(article, _marks(article, "知识产权"))
    assert line.hit == "知识 产权"


@given(text=st.text(st.sampled_from("证券甲乙。\u2028\t\x85"), min_size=1).filter(str.strip))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_context_is_the_print_around_the_hit(compose: Compose, text: str) -> None:
    article = compose(1, "港口", text, "甲" * 50)
    for line in lines(article, _marks(article, "证券")):
        shown = line.before + line.hit + line.after
        start = line.span.start - len(line.before)
        printed = article.text[start : start + len(shown)]
        assert "".join(" " if one.isspace() else one for one in printed) == shown
        assert len(shown.splitlines()) == 1
        assert len(line.before) == min(30, line.span.start - len("港口\n"))
        assert len(line.after) == 30


def test_lines_stand_in_order_of_what_is_beside_the_hit_or_of_date(compose: Compose) -> None:
    articles = [
        compose(1, "甲", "天安证券市场", day=date(1999, 1, 1)),
        compose(2, "甲", "北京證券公司", day=None),
        compose(3, "甲", "新安证券公司", day=date(1998, 1, 1)),
        compose(4, "甲", "南京证券公園", day=date(1998, 1, 1)),
    ]
    listed = [line for one in articles for line in lines(one, _marks(one, "证券"))]

    def order(wanted: LineOrder) -> list[int]:
        return [line.article for line in arranged(listed, wanted)]

    assert order(LineOrder.RANK) == [1, 2, 3, 4]
    assert order(LineOrder.DATE) == [3, 4, 1, 2]
    # 公司 (gōngsī) before 公园 (gōngyuán) before 市场 (shìchǎng).
    assert order(LineOrder.RIGHT) == [2, 3, 4, 1]
    # …安 (ān) before …京 (jīng), then 天 before 新, 北 before 南.
    assert order(LineOrder.LEFT) == [1, 3, 2, 4]


def test_lone_surrogates_have_their_place_too(compose: Compose) -> None:
    article = compose(1, "甲", "\ud800证券\udfff", "乙证券")
    assert len(arranged(lines(article, _marks(article, "证券")), LineOrder.LEFT)) == 2
