"""What index tests share: articles to index, every engine, and what any of them must answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from baoguan.domain.article import Article, Byline, Figure, Heading, Paragraph, Role
from baoguan.domain.ids import ArticleId, PageId
from baoguan.domain.query import DateRange, Facet, Field, Filed, NumberRange
from baoguan.domain.records import ArticleText, FiledArticle, ReportedNumber
from baoguan.domain.statistic import Kind
from baoguan.index.analysis import BESIDE, PRINTED, Entry
from baoguan.index.engine import Engine
from baoguan.index.engines import OPENSEARCH, TANTIVY, WHOOSH, Cluster, available, open_cluster, open_embedded
from baoguan.index.fold import fold_article
from baoguan.index.tree import Among, Both, Either, Flagged, Holds, Reach, Sought, Without

Open = Callable[[Path], Engine]


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of a test double that speaks OpenSearch's protocol, as long as tests run."""
    double = pytest.importorskip("osmem_server")
    if not available(OPENSEARCH):
        pytest.skip(f"{OPENSEARCH} is not installed")
    server = double.OsmemServer.start(japanese=False)
    yield server.url
    server.close()
    server.process.stdout.close()


def _open_on(host: str, folder: Path) -> Engine:
    """Open the index whose name stands in a folder, as archive.toml says it of an archive."""
    folder.mkdir(parents=True, exist_ok=True)
    name = folder / "name.txt"
    if not name.is_file():
        name.write_text(f"archive-{uuid4().hex[:12]}")
    return open_cluster(Cluster((host,), name.read_text()))


ENGINES: dict[str, Callable[[pytest.FixtureRequest], Open]] = {
    WHOOSH: lambda _: partial(open_embedded, WHOOSH),
    TANTIVY: lambda _: partial(open_embedded, TANTIVY),
    OPENSEARCH: lambda request: partial(_open_on, request.getfixturevalue("cluster")),
}
"""Every engine, with what opens the index that belongs to a folder: one line for each."""


@pytest.fixture(params=ENGINES, scope="session")
def open_index(request: pytest.FixtureRequest) -> Open:
    """Open the index of an engine that belongs to a folder."""
    if not available(request.param):
        pytest.skip(f"{request.param} is not installed")
    return ENGINES[request.param](request)


@pytest.fixture
def open_engine(open_index: Open, tmp_path: Path) -> Iterator[Callable[[], Engine]]:
    """Open the same index as often as wanted; all are closed in the end."""
    opened: list[Engine] = []

    def opening() -> Engine:
        opened.append(open_index(tmp_path / "index"))
        return opened[-1]

    yield opening
    for engine in opened:
        engine.close()


def _compose(
    number: int,
    headline: str,
    *paragraphs: str,
    caption: str = "",
    byline: str = "",
    section: str | None = None,
    day: date | None = None,
    title: str = "天津日报",
    notes: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
) -> ArticleText:
    article = Article(
        (Heading(headline, Role.HEADLINE, 1),),
        (Byline(byline, "记者", (byline,), 2),) if byline else (),
        tuple(Paragraph(text, Role.BODY, (3,)) for text in paragraphs),
        (Figure(caption),) if caption else (),
        section,
    )
    passages = article.passages()
    return ArticleText(
        id=ArticleId(number),
        page_id=PageId(1),
        headline=headline,
        title=title,
        date=day,
        page="3",
        section=section,
        bylines=(byline,) if byline else (),
        text=article.text,
        folded=fold_article(article.text, passages).text,
        passages=passages,
        notes=notes,
        tags=tags,
    )


@pytest.fixture(scope="session")
def compose() -> Callable[..., ArticleText]:
    """Make an article of a headline and paragraphs."""
    return _compose


def _filed(
    text: ArticleText,
    kinds: Iterable[Kind] = (),
    numbers: Iterable[ReportedNumber] = (),
    figure: bool = False,
) -> FiledArticle:
    return FiledArticle(text, figure, bool(text.notes or text.tags), frozenset(kinds), tuple(numbers))


@pytest.fixture(scope="session")
def filed() -> Callable[..., FiledArticle]:
    """File an article under the kinds of its numbers, the numbers, and whether it has a figure."""
    return _filed


def _holds(entry: Entry, leaf: Holds) -> bool:
    fields = (*PRINTED, *BESIDE) if leaf.reach is Reach.ANYWHERE else PRINTED
    texts = entry.own if leaf.reach is Reach.OWN else entry.texts
    return any(leaf.folded in texts.get(field, "") for field in fields if leaf.field in (Field.ANY, field))


def _reports(entry: Entry, wanted: NumberRange) -> bool:
    for number in entry.numbers:
        above = (
            wanted.low is None
            or number.high > wanted.low
            or (not wanted.low_open and number.high == wanted.low)
        )
        below = (
            wanted.high is None
            or number.low < wanted.high
            or (not wanted.high_open and number.low == wanted.high)
        )
        if number.group == wanted.group and above and below:
            return True
    return False


def _matches(number: ArticleId, entry: Entry, tree: Sought) -> bool:
    match tree:
        case Both(parts=parts):
            return all(_matches(number, entry, part) for part in parts)
        case Either(parts=parts):
            return any(_matches(number, entry, part) for part in parts)
        case Without(part=part):
            return not _matches(number, entry, part)
        case Holds():
            return _holds(entry, tree)
        case Flagged(flag=flag):
            return flag in entry.flags
        case Among(articles=articles):
            return number in articles
        case DateRange(first=first, last=last):
            day = entry.date
            return day is not None and (first is None or first <= day) and (last is None or day <= last)
        case NumberRange():
            return _reports(entry, tree)
        case Filed(facet=facet, value=value):
            return value in entry.filed[facet]


Matching = Callable[[Mapping[ArticleId, Entry], Sought], set[ArticleId]]


@pytest.fixture(scope="session")
def matching() -> Matching:
    """Find the articles of a tree by looking at every entry: what an engine must answer."""
    return lambda entries, tree: {
        number for number, entry in entries.items() if _matches(number, entry, tree)
    }


@pytest.fixture(scope="session")
def facet_counts() -> Callable[[Iterable[Entry], Facet], dict[str, int]]:
    """Count how many entries are filed under each value of a facet."""

    def counting(entries: Iterable[Entry], facet: Facet) -> dict[str, int]:
        counts: dict[str, int] = {}
        for entry in entries:
            for value in entry.filed[facet]:
                counts[value] = counts.get(value, 0) + 1
        return counts

    return counting
