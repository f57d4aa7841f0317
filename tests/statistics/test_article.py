import datetime
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baoguan.domain.article import Article, Byline, Figure, Heading, Paragraph, Role
from baoguan.domain.statistic import Kind, Statistic
from baoguan.statistics.article import extract_article
from baoguan.statistics.folding import fold

DATE = datetime.date(2022, 10, 12)
STORIES = [
    json.loads(line) for line in (Path(__file__).parent / "stories.jsonl").read_text("utf-8").splitlines()
]
PIECES = "该这本公司厂（以下简称“”）,。;: 3万个\n天津电站的占"
FLOORS = {"subject": 0.88, "measure": 0.92, "place": 0.94, "status": 0.96}
"""Of the labels of a field, at least this share is met."""

ARTICLE = Article(
    headings=(Heading("7座车站主体封顶", Role.HEADLINE, 1),),
    bylines=(Byline("■ 本报记者 3名", "记者", ("三名",), 2),),
    paragraphs=(
        Paragraph("2012年,总投资295.6亿元。", Role.LEAD, (3,)),
        Paragraph("当年设站22座。", Role.BODY, (4,)),
    ),
    figures=(Figure("直径约6米的洞门。", "摄影 5名"),),
    section="区域热点9家",
)


def test_offsets_are_those_of_the_articles_text() -> None:
    found = extract_article(ARTICLE, datetime.date(2022, 10, 12))
    assert [one.raw for one in found] == ["7座", "2012年", "295.6亿元", "当年", "22座", "6米"]
    for one in found:
        assert ARTICLE.text[one.start : one.end] == one.raw
        assert one.raw in ARTICLE.text[one.sentence_start : one.sentence_end]
    assert ARTICLE.text[found[-1].full_start : found[-1].full_end] == "约6米"


def test_that_year_is_the_one_an_earlier_paragraph_named() -> None:
    found = extract_article(ARTICLE, datetime.date(2022, 10, 12))
    assert [one.iso for one in found if one.raw == "当年"] == ["2012"]
    assert [one.time_iso for one in found if one.raw == "22座"] == ["2012"]


def test_a_paragraph_that_names_nobody_goes_on_from_the_one_before() -> None:
    told = numbers(
        "永利化學公司鹼廠自上月復工以來，出品日增。", "現有工人二千一百名。", "該廠所需原鹽年約十二萬噸。"
    )
    assert [one.subject for one in told] == ["永利化學公司鹼廠"] * 2


def test_the_company_is_known_by_the_short_name_it_was_given() -> None:
    told = numbers(
        "宁德时代新能源科技股份有限公司（以下简称“宁德时代”）昨日发布年报。",
        "去年，公司实现营业收入296.1亿元。",
    )
    assert [one.subject for one in told] == ["宁德时代"]


def test_a_figure_holds_where_the_report_was_sent_from() -> None:
    told = numbers(
        "新华社哈尔滨10月7日电 哈尔滨锅炉厂开工。", "出口创汇1200万美元。", "天津售出30台。", headline=""
    )
    assert [one.place for one in told] == ["哈尔滨", "天津"]


def test_the_papers_own_city_keeps_its_name() -> None:
    told = numbers("上海市和南京市昨日商定。", "本市增开列车3对，本公司出资2亿元。")
    assert [one.place for one in told] == ["本市", "本市"]
    assert told[0].subject == "本市"


def test_articles_know_nothing_of_each_other() -> None:
    first, second = numbers("渤化集团昨日开会。", "获得融资1亿元。"), numbers("获得融资1亿元。")
    assert [one.subject for one in (*first, *second)] == ["渤化集团", ""]


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_what_numbers_are_about_is_known_from_what_came_before(name: str, floor: float) -> None:
    counts: Counter[bool] = Counter()
    for story in STORIES:
        texts = [passage["text"] for passage in story["passages"]]
        told = numbers(*texts, headline=story["headline"], date=datetime.date.fromisoformat(story["date"]))
        for labelled in (number for passage in story["passages"] for number in passage["numbers"]):
            at = next((at for at, one in enumerate(told) if one.raw == labelled["raw"]), None)
            one = told.pop(at) if at is not None else None
            if name in labelled:
                counts[one is not None and meets(labelled[name], getattr(one, name))] += 1
    assert counts.total() >= 100
    assert counts[True] >= floor * counts.total(), counts


@given(
    st.lists(
        st.text(st.sampled_from("该这本公司厂（以下简称“”）,。;: 3万个\n天津电站的占"), max_size=40),
        max_size=5,
    )
)
@settings(max_examples=200, deadline=None)
def test_no_paragraphs_stop_it(texts: list[str]) -> None:
    for one in numbers(*texts):
        assert one.subject in "\n".join([*texts, ""])


def numbers(*texts: str, headline: str = "", date: datetime.date = DATE) -> list[Statistic]:
    """Return the numbers of an article of these paragraphs; its dates are left out."""
    article = Article(
        headings=(Heading(headline, Role.HEADLINE, 1),) if headline else (),
        bylines=(),
        paragraphs=tuple(Paragraph(text, Role.BODY, (at,)) for at, text in enumerate(texts, start=2)),
        figures=(),
        section="",
    )
    return [one for one in extract_article(article, date) if one.kind is not Kind.DATE]


def meets(labels: list[str], told: str) -> bool:
    """Whether what is told is one of the labels, or lies within it, or around it."""
    return any(
        label == told or bool(label and told and (fold(label) in fold(told) or fold(told) in fold(label)))
        for label in labels
    )
