"""What is printed comes back from the catalogue as it was filed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baoguan.domain.article import (
    Article,
    Byline,
    Figure,
    Heading,
    PageLayout,
    Paragraph,
    Role,
)
from baoguan.domain.ids import SourceId
from baoguan.domain.page import Imprint, PageImage, PageScan, Region
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out
from baoguan.store.catalogue import Catalogue
from baoguan.store.prints import Printing
from baoguan.store.sheets import KeptFile, Sheet, Source

_SOURCE = Source(SourceId("a" * 64), "页.pdf", 1, "")
_WORDS = st.text("天津日报讯（记者 张三）abc-，。", min_size=1, max_size=12).filter(str.strip)
_NUMBERS = st.lists(st.integers(1, 99), min_size=1, max_size=3, unique=True).map(sorted)
_SIZE = st.floats(0, 1e5, allow_nan=False, width=32)
_REGION = st.builds(Region, _SIZE, _SIZE, _SIZE, _SIZE)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    opened = Catalogue.open(tmp_path_factory.mktemp("catalogue"))
    yield opened
    opened.close()


@st.composite
def _articles(draw: st.DrawFn) -> Article:
    def lines() -> tuple[int, tuple[int, ...]]:
        first, *more = draw(_NUMBERS)
        return first, tuple(more)

    headings = []
    for role in draw(st.lists(st.sampled_from([Role.KICKER, Role.HEADLINE, Role.DECK]), max_size=3)):
        headings.append(Heading(draw(_WORDS), role, *lines()))
    bylines = []
    for _ in range(draw(st.integers(0, 2))):
        first, more = lines()
        bylines.append(Byline(draw(_WORDS), "本报记者", (draw(_WORDS),), first, 0.5, more))
    roles = st.sampled_from([Role.LEAD, Role.BODY, Role.SUBHEAD, Role.INSET, Role.NOTE])
    paragraphs = tuple(
        Paragraph(draw(_WORDS), draw(roles), tuple(draw(_NUMBERS))) for _ in range(draw(st.integers(0, 3)))
    )
    figures = []
    for _ in range(draw(st.integers(0, 2))):
        first, more = lines()
        region = draw(st.none() | _REGION)
        kind = draw(st.sampled_from(["", "photograph", "table"]))
        figures.append(
            Figure(draw(_WORDS), draw(st.sampled_from(["", "摄影"])), first, 0.5, region, more, kind)
        )
    genre = draw(st.sampled_from(["article", "advertisement", "notice"]))
    section = draw(st.none() | _WORDS)
    return Article(tuple(headings), tuple(bylines), paragraphs, tuple(figures), section, 0.75, genre)


@given(articles=st.lists(_articles(), max_size=3), loose=st.none() | _REGION)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_articles_come_back_as_they_were_filed(
    catalogue: Catalogue, articles: list[Article], loose: Region | None
) -> None:
    figure = Figure("", region=loose, kind="drawing")
    layout = PageLayout((), tuple(articles), figures=(figure,))
    sheets = [Sheet(article, article.text, (), "rules") for article in articles]
    page = catalogue.filing.add(_SOURCE, Imprint("天津日报", date(2022, 10, 12)), layout, sheets)
    assert [record.article for record in catalogue.pages.page(page).articles] == articles
    alone = [record for record in catalogue.pages.figures(page) if record.article is None]
    assert [record.figure for record in alone] == [figure]
    assert catalogue.prints.of(page) is None


@pytest.mark.parametrize("layout", ["broadsheet", "vertical", "latin"])
def test_pages_of_the_newsroom_come_back_as_they_were_laid_out(
    catalogue: Catalogue, newsroom: ModuleType, layout: str
) -> None:
    scan: PageScan = newsroom.page_scan(newsroom.page(seed=5, layout=layout), given=True)
    laid = lay_out(scan, vocabulary)
    sheets = [Sheet(article, article.text, (), "rules") for article in laid.articles]
    page = catalogue.filing.add(_SOURCE, scan.imprint, laid, sheets, Printing(scan))
    content = catalogue.pages.page(page)
    assert tuple(record.article for record in content.articles) == laid.articles
    assert content.notes == laid.page_notes
    found = catalogue.prints.of(page)
    assert found is not None
    assert (found.width, found.height, found.waiting) == (scan.width, scan.height, False)
    lines = [line for block in scan.blocks for line in block.printed]
    for kept, line in zip(found.lines, sorted(lines, key=lambda one: one.number), strict=True):
        assert kept.cuts == pytest.approx(line.cuts, abs=0.01)
        assert (kept.number, kept.text, kept.raw, kept.region) == (
            line.number,
            line.text,
            line.raw,
            line.region,
        )
        assert (kept.size, kept.bold, kept.vertical) == (line.size, line.bold, line.vertical)


def test_a_page_that_was_recognised_is_given_back_without_its_picture(
    catalogue: Catalogue, newsroom: ModuleType, tmp_path: Path
) -> None:
    seen: PageScan = newsroom.page_scan(newsroom.page(seed=5, layout="simple"))
    picture = catalogue.originals.path(_SOURCE.id)
    image = PageImage(picture, 2, 700, 900, 150)
    blank = PageScan((), "", image=image)
    empty = PageLayout((), ())
    waiting = Printing(blank, _SOURCE.id, waiting=True)
    page = catalogue.filing.add(_SOURCE, Imprint(), empty, (), waiting)
    assert page in catalogue.prints.waiting()
    assert catalogue.prints.recognised(page) is None
    laid = lay_out(seen, vocabulary)
    sheets = [Sheet(article, article.text, (), "rules") for article in laid.articles]
    catalogue.filing.read(page, Imprint("天津日报", date(2022, 10, 13)), seen, laid, sheets)
    assert page not in catalogue.prints.waiting()
    assert catalogue.prints.image(page) == image
    kept = catalogue.prints.recognised(page)
    assert kept is not None
    assert [(block.text, block.role, block.lines, block.starts, block.region) for block in kept.blocks] == [
        (block.text, block.role, block.lines, block.starts, block.region) for block in seen.blocks
    ]
    assert kept.rulings == seen.rulings
    assert catalogue.pages.page(page).page.issue.title == "天津日报"


def test_pages_of_a_source_that_say_nothing_follow_one_that_tells_whose_it_is(catalogue: Catalogue) -> None:
    source = Source(SourceId("b" * 64), "期.tif", 1, "")
    empty = PageLayout((), ())
    pages = [
        catalogue.filing.add(
            source, Imprint(sequence=part + 1), empty, (), Printing(PageScan((), "", part=part), None, True)
        )
        for part in range(3)
    ]
    scan = PageScan((), "", width=700, height=900)
    catalogue.filing.read(pages[1], Imprint("大公报", date(1935, 5, 1), 2), scan, empty, ())
    issues = {catalogue.pages.page(page).page.issue.id for page in pages}
    assert len(issues) == 1
    assert [catalogue.pages.page(page).page.sequence for page in pages] == [1, 2, 3]


def test_the_files_of_a_package_are_named_by_their_paths(catalogue: Catalogue) -> None:
    mets, alto = (
        Source(SourceId(letter * 64), name, 1, "") for letter, name in (("c", "m.xml"), ("d", "1.xml"))
    )
    files = (KeptFile(mets, "m.xml", "structure"), KeptFile(alto, "alto/1.xml", "text"))
    printing = Printing(PageScan((), "", part=4))
    page = catalogue.filing.add(mets, Imprint(), PageLayout((), ()), (), printing, files)
    origin = catalogue.pages.origin(page)
    assert (origin.source, origin.name, origin.part) == (mets.id, "m.xml", 4)
    assert list(origin.files.items()) == [("m.xml", mets.id), ("alto/1.xml", alto.id)]
    assert catalogue.pages.is_part(alto.id)
    assert not catalogue.pages.is_part(mets.id)
    assert catalogue.pages.pages_of(mets.id) == {4: page}
