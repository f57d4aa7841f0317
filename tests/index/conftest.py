"""What index tests share: articles to index."""

from collections.abc import Callable

import pytest

from baoguan.domain.article import Article, Figure, Heading, Paragraph, Role
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.records import ArticleText
from baoguan.index.fold import fold_article


def _compose(
    number: int, headline: str, *paragraphs: str, caption: str = "", notes: tuple[str, ...] = ()
) -> ArticleText:
    article = Article(
        (Heading(headline, Role.HEADLINE, 1),),
        (),
        tuple(Paragraph(text, Role.BODY, (3,)) for text in paragraphs),
        (Figure(caption),) if caption else (),
    )
    passages = article.passages()
    folded = fold_article(article.text, passages).text
    return ArticleText(
        id=ArticleId(number),
        page_id=PageId(1),
        headline=headline,
        title="天津日报",
        date=None,
        page="3",
        section=None,
        bylines=(),
        text=article.text,
        folded=folded,
        passages=passages,
        notes=notes,
    )


@pytest.fixture
def compose() -> Callable[..., ArticleText]:
    """Make an article of a headline and paragraphs."""
    return _compose
