from baoguan.app.selection import Selection
from baoguan.domain.article import Span
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.query import Facet, Filed, Question


def test_an_article_is_gone_to_within_the_same_question() -> None:
    filters = (Filed(Facet.YEAR, "2022"),)
    moved = Selection(query="滨海", filters=filters).at_article(PageId(1), ArticleId(2), Span(3, 5))
    assert (moved.page, moved.article, moved.span) == (1, 2, Span(3, 5))
    assert moved.question == Question("滨海", filters)
