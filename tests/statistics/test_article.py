import datetime

from baoguan.domain.article import Article, Byline, Figure, Heading, Paragraph, Role
from baoguan.statistics.article import extract_article

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
