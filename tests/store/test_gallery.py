"""Figures by what is asked of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from baoguan.domain.article import Article, Figure, Heading, PageLayout, Role
from baoguan.domain.ids import ArticleId, SourceId
from baoguan.domain.page import Imprint, Region
from baoguan.domain.records import FigureFilter, NameCount
from baoguan.store.catalogue import Catalogue
from baoguan.store.sheets import Sheet, Source

_FRAME = Region(1, 2, 3, 4)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """Two issues, the later one filed first, with two articles each: 4 figures in articles, 1 in none."""
    opened = Catalogue.open(tmp_path)
    for day in (2, 1):
        articles = (
            Article(
                (Heading(f"{day}日要闻", Role.HEADLINE, 1),),
                (),
                (),
                (Figure("建设中的大桥", "记者 摄", 3, region=_FRAME, kind="photograph"),),
            ),
            Article((Heading("天气", Role.HEADLINE, 5),), (), (), (Figure("100%晴天", "", 6, kind="map"),)),
        )
        loose = (Figure("", region=_FRAME),) if day == 1 else ()
        sheets = [Sheet(article, article.text, (), "rules") for article in articles]
        source = Source(SourceId(f"{day:064}"), f"{day}.pdf", 1, "")
        layout = PageLayout((), articles, figures=loose)
        opened.filing.add(source, Imprint("天津日报", date(1998, 3, day)), layout, sheets)
    yield opened
    opened.close()


def _captions(catalogue: Catalogue, wanted: FigureFilter, found: list[ArticleId] | None = None) -> list[str]:
    records = catalogue.gallery.figures(wanted, found)
    assert catalogue.gallery.count(wanted, found) == len(records)
    return [f"{record.page} {record.figure.caption}" for record in records]


def test_all_figures_stand_by_date_and_place(catalogue: Catalogue) -> None:
    assert _captions(catalogue, FigureFilter()) == [
        "2 ",
        "2 建设中的大桥",
        "2 100%晴天",
        "1 建设中的大桥",
        "1 100%晴天",
    ]


def test_a_portion_is_a_part_of_all(catalogue: Catalogue) -> None:
    every = catalogue.gallery.figures(FigureFilter(), None)
    assert catalogue.gallery.figures(FigureFilter(), None, 2, 1) == every[1:3]
    assert catalogue.gallery.figures(FigureFilter(), None, 9, 4) == every[4:]


def test_what_a_search_finds_stands_in_its_order(catalogue: Catalogue) -> None:
    by_headline = {
        record.article.headline: record.id
        for page in catalogue.pages.pages()
        for record in catalogue.pages.page(page.id).articles
    }
    found = [by_headline["2日要闻"], by_headline["1日要闻"]]
    assert _captions(catalogue, FigureFilter(), found) == ["1 建设中的大桥", "2 建设中的大桥"]
    assert _captions(catalogue, FigureFilter(kind="map"), found) == []
    assert _captions(catalogue, FigureFilter(), []) == []


@pytest.mark.parametrize(
    ("wanted", "captions"),
    [
        (FigureFilter(kind="map"), ["2 100%晴天", "1 100%晴天"]),
        (FigureFilter(text="大桥"), ["2 建设中的大桥", "1 建设中的大桥"]),
        (FigureFilter(text="1日要闻"), ["2 建设中的大桥"]),
        (FigureFilter(text="%"), ["2 100%晴天", "1 100%晴天"]),
        (FigureFilter(text="_"), []),
        (FigureFilter(framed=True), ["2 ", "2 建设中的大桥", "1 建设中的大桥"]),
    ],
)
def test_figures_are_narrowed(catalogue: Catalogue, wanted: FigureFilter, captions: list[str]) -> None:
    assert _captions(catalogue, wanted) == captions


def test_kinds_are_counted(catalogue: Catalogue) -> None:
    kinds = catalogue.gallery.kinds(FigureFilter(), None)
    assert kinds == (NameCount("map", 2), NameCount("photograph", 2), NameCount("", 1))
    assert catalogue.gallery.kinds(FigureFilter(text="大桥"), None) == (NameCount("photograph", 2),)


def test_figures_of_pages_taken_out_are_not_shown(catalogue: Catalogue) -> None:
    pages = [page.id for page in catalogue.pages.pages()]
    catalogue.filing.remove(pages[:1])
    assert catalogue.gallery.count(FigureFilter(), None) == 2
    (record, _) = catalogue.gallery.figures(FigureFilter(page=pages[1]), None)
    assert record.article is not None
    assert catalogue.gallery.count(FigureFilter(article=record.article), None) == 1
