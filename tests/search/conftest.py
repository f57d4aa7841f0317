"""What search tests share: articles to search, and a searcher on a real index of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from baoguan.domain.article import Article, Byline, Figure, Heading, Paragraph, Role, Span
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.query import NumberRange
from baoguan.domain.records import ArticleText, FiledArticle, ReportedNumber
from baoguan.domain.statistic import Kind
from baoguan.index import vocabulary
from baoguan.index.analysis import entry
from baoguan.index.engine import Engine
from baoguan.index.fold import fold_article
from baoguan.index.tantivy_engine import TantivyEngine
from baoguan.index.whoosh_engine import WhooshEngine
from baoguan.layout.page import lay_out
from baoguan.readers.reading import open_source
from baoguan.search.searcher import Searcher

Compose = Callable[..., ArticleText]


class Shelf:
    """Articles in memory, read as the catalogue is read."""

    def __init__(self, articles: Iterable[ArticleText]) -> None:
        self.articles = {article.id: article for article in articles}

    def texts(self, ids: Iterable[ArticleId]) -> Iterator[ArticleText]:
        return (self.articles[number] for number in ids if number in self.articles)

    def printing(self, ids: Iterable[ArticleId], text: str) -> frozenset[ArticleId]:
        return frozenset(number for number in ids if text in self.articles[number].text)

    def reported(
        self, ids: Iterable[ArticleId], wanted: Iterable[NumberRange]
    ) -> dict[ArticleId, tuple[Span, ...]]:
        return {}

    def issues_by_month(self) -> dict[str, int]:
        days = {article.date for article in self.articles.values() if article.date}
        return Counter(f"{day:%Y-%m}" for day in days)


def _text(
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
    return _text(number, article, day, notes, tags)


@pytest.fixture
def compose() -> Compose:
    """Make an article of a headline and paragraphs."""
    return _compose


def _filed(article: ArticleText, numbers: tuple[ReportedNumber, ...] = ()) -> FiledArticle:
    has_annotation = bool(article.notes or article.tags)
    kinds = frozenset({Kind.MONEY}) if numbers else frozenset()
    return FiledArticle(article, "图" in article.text, has_annotation, kinds, numbers)


def _fill(
    engine: Engine, articles: Iterable[ArticleText], numbers: Mapping[int, tuple[ReportedNumber, ...]]
) -> None:
    engine.clear()
    engine.update(((one.id, entry(_filed(one, numbers.get(one.id, ())))) for one in articles), 1)


@pytest.fixture(params=["whoosh", "tantivy"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty index on each embedded engine."""
    made = (WhooshEngine if request.param == "whoosh" else TantivyEngine)(tmp_path / "index")
    yield made
    made.close()


@pytest.fixture
def searcher(engine: Engine) -> Callable[..., Searcher]:
    """Make a searcher on an index of the articles given; ``numbers`` are those that they report."""

    def over(
        *articles: ArticleText, numbers: Mapping[int, tuple[ReportedNumber, ...]] = MappingProxyType({})
    ) -> Searcher:
        _fill(engine, articles, numbers)
        return Searcher(Shelf(articles), engine)

    return over


@pytest.fixture(scope="session")
def sample_texts(seed: Path) -> tuple[ArticleText, ...]:
    """The sample page's articles."""
    layout = lay_out(open_source(seed).scan(0), vocabulary)
    return tuple(
        _text(number, article, date(2022, 10, 12), (), ())
        for number, article in enumerate(layout.articles, start=1)
    )


@pytest.fixture(scope="session", params=["whoosh", "tantivy"])
def sample_searcher(
    request: pytest.FixtureRequest,
    sample_texts: tuple[ArticleText, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Searcher]:
    """A searcher on the sample page's articles, on each embedded engine."""
    folder = tmp_path_factory.mktemp("sample") / "index"
    engine = (WhooshEngine if request.param == "whoosh" else TantivyEngine)(folder)
    _fill(engine, sample_texts, {})
    yield Searcher(Shelf(sample_texts), engine)
    engine.close()
