"""What search tests share: articles to search, and a searcher on a real index of them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from baoguan.domain.article import Article, Byline, Figure, Heading, Paragraph, Role
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.query import NumberRange
from baoguan.domain.records import ArticleText
from baoguan.index import vocabulary
from baoguan.index.analysis import entry
from baoguan.index.fold import fold_article
from baoguan.index.whoosh_engine import WhooshEngine
from baoguan.layout.page import lay_out
from baoguan.readers.page import read_page
from baoguan.search.searcher import Searcher

Compose = Callable[..., ArticleText]


class Shelf:
    """Articles in memory, read as the catalogue is read; ``reporting`` answers for the numbers."""

    def __init__(self, articles: Iterable[ArticleText]) -> None:
        self.articles = {article.id: article for article in articles}
        self.reporting: dict[NumberRange, frozenset[ArticleId]] = {}

    def texts(self, ids: Iterable[ArticleId]) -> Iterator[ArticleText]:
        return (self.articles[number] for number in ids if number in self.articles)

    def ids_dated(self, first: date | None, last: date | None) -> frozenset[ArticleId]:
        return frozenset(
            article.id
            for article in self.articles.values()
            if article.date and (first or date.min) <= article.date <= (last or date.max)
        )

    def ids_reporting(self, wanted: NumberRange) -> frozenset[ArticleId]:
        return self.reporting[wanted]


def _filed(
    number: int, article: Article, day: date | None, notes: Iterable[str], tags: Iterable[str]
) -> ArticleText:
    passages = article.passages()
    return ArticleText(
        ArticleId(number),
        PageId(1),
        article.headline,
        "天津日报",
        day,
        "3",
        article.section,
        tuple(name for byline in article.bylines for name in byline.names),
        article.text,
        fold_article(article.text, passages).text,
        passages,
        tuple(notes),
        tuple(tags),
    )


def _compose(
    number: int,
    headline: str,
    *paragraphs: str,
    byline: str = "",
    section: str | None = None,
    caption: str = "",
    day: date | None = date(2022, 10, 12),
    notes: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
) -> ArticleText:
    article = Article(
        (Heading(headline, Role.HEADLINE, 1),),
        (Byline(byline, "", (byline,), 2),) if byline else (),
        tuple(Paragraph(text, Role.BODY, (3,)) for text in paragraphs),
        (Figure(caption),) if caption else (),
        section,
    )
    return _filed(number, article, day, notes, tags)


@pytest.fixture
def compose() -> Compose:
    """Make an article of a headline and paragraphs."""
    return _compose


@pytest.fixture
def searcher(tmp_path: Path) -> Iterator[Callable[..., Searcher]]:
    """Make a searcher on an index of the articles given."""
    engine = WhooshEngine(tmp_path / "index")

    def over(*articles: ArticleText) -> Searcher:
        engine.clear()
        engine.update(((article.id, entry(article)) for article in articles), 1)
        return Searcher(Shelf(articles), engine)

    yield over
    engine.close()


@pytest.fixture(scope="session")
def sample_texts(seed: Path) -> tuple[ArticleText, ...]:
    """The sample page's articles."""
    layout = lay_out(read_page(seed), vocabulary)
    return tuple(
        _filed(number, article, date(2022, 10, 12), (), ())
        for number, article in enumerate(layout.articles, start=1)
    )


@pytest.fixture(scope="session")
def sample_searcher(
    sample_texts: tuple[ArticleText, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Searcher]:
    """A searcher on the sample page's articles."""
    engine = WhooshEngine(tmp_path_factory.mktemp("sample") / "index")
    engine.update(((article.id, entry(article)) for article in sample_texts), 1)
    yield Searcher(Shelf(sample_texts), engine)
    engine.close()
