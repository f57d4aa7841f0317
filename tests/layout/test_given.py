"""Articles that a source separates itself are taken exactly as it has them."""

from types import ModuleType

import pytest

from baoguan.domain.article import PageLayout, Role
from baoguan.domain.page import Block, BlockRole, GivenArticle, PageScan
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out


def lines_of(layout: PageLayout) -> list[list[int]]:
    found = []
    for article in layout.articles:
        inside = [line for part in article.paragraphs for line in part.source_lines]
        own = [line for heading in article.headings for line in heading.source_lines]
        own += [line for by in article.bylines if by.source_line not in inside for line in by.source_lines]
        own += [*inside, *(line for figure in article.figures for line in figure.source_lines)]
        found.append(sorted(own))
    return found


@pytest.mark.parametrize("kind", ["broadsheet", "dense", "vertical", "mixed", "latin"])
def test_a_package_is_laid_out_as_its_vendor_says(newsroom: ModuleType, kind: str) -> None:
    page = newsroom.page(6, kind)
    layout = lay_out(newsroom.page_scan(page, given=True), vocabulary)
    lines = [[at + 1 for at in story.lines] for story in page.stories]
    assert lines_of(layout) == lines
    assert [article.genre for article in layout.articles] == [story.genre for story in page.stories]
    for article, story in zip(layout.articles, page.stories, strict=True):
        if story.genre == "article":
            assert article.headline.replace(" ", "") == story.headline.replace(" ", "")


def test_a_source_without_places_gives_its_articles_too() -> None:
    blocks = (
        Block("城市新闻", (1,), BlockRole.HEADING, 2),
        Block("水库开闸放水", (2,), BlockRole.HEADING, 1),
        Block("水库昨日开闸。", (3,)),
        Block("图为水库。", (4,), BlockRole.CAPTION),
        Block("第三版", (5,)),
    )
    scan = PageScan(blocks, "utf-8", articles=(GivenArticle((0, 1, 2, 3), "a1", "水库开闸放水"),))
    layout = lay_out(scan, vocabulary)
    (article,) = layout.articles
    assert [(head.role, head.text) for head in article.headings] == [
        (Role.KICKER, "城市新闻"),
        (Role.HEADLINE, "水库开闸放水"),
    ]
    assert article.figures[0].caption == "图为水库。"
    assert [note.text for note in layout.page_notes] == ["第三版"]
    assert [(jump.article, jump.source_line, jump.name) for jump in layout.jumps] == [(0, 0, "a1")]
