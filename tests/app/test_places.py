"""From any text to its glyphs, and from the glyphs to the text."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baoguan.app.places import article_frame, place_at, regions_of
from baoguan.domain.article import Article, Heading, Paragraph, Role
from baoguan.domain.ids import ArticleId, IssueId, PageId, SourceId, TitleId
from baoguan.domain.page import PageScan, Region, TextLine
from baoguan.domain.records import ArticleRecord, IssueRecord, PageContent, PagePrint, PageRecord
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out

_ISSUE = IssueRecord(IssueId(1), TitleId(1), "天津日报", None, frozenset(), 1, 1)
_PAGE = PageRecord(PageId(1), _ISSUE, SourceId("0" * 64), "a.pdf", 1, None, 1)
_LAYOUTS = ("broadsheet", "dense", "vertical", "mixed", "latin")


def _content(articles: tuple[Article, ...]) -> PageContent:
    records = tuple(
        ArticleRecord(ArticleId(number), _PAGE, number, article) for number, article in enumerate(articles, 1)
    )
    return PageContent(_PAGE, records, (), ())


def _print(lines: tuple[TextLine, ...], scan: PageScan | None = None) -> PagePrint:
    ordered = tuple(sorted(lines, key=lambda line: line.number))
    return PagePrint(PageId(1), scan.width if scan else 100, scan.height if scan else 100, lines=ordered)


@pytest.fixture(scope="module")
def made(qapp: object) -> dict[str, tuple[PagePrint, PageContent]]:
    """Pages of the newsroom as they are laid out."""
    import newsroom

    found = {}
    for layout in _LAYOUTS:
        scan: PageScan = newsroom.page_scan(newsroom.page(seed=11, layout=layout), given=True)
        lines = tuple(line for block in scan.blocks for line in block.printed)
        found[layout] = _print(lines, scan), _content(lay_out(scan, vocabulary).articles)
    return found


def _printed(page_print: PagePrint, region: Region) -> str:
    """Return the characters that stand in a box, by their own places."""
    found = []
    for line in page_print.lines:
        for at, character in enumerate(line.text):
            middle = (line.cuts[at] + line.cuts[at + 1]) / 2
            across, down = line.region.left + line.region.width / 2, line.region.top + line.region.height / 2
            if line.vertical:
                down = middle
            else:
                across = middle
            if region.left < across < region.right and region.top < down < region.bottom:
                found.append(character)
    return "".join(found)


@pytest.mark.parametrize("layout", _LAYOUTS)
@given(chosen=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_span_is_where_its_characters_are_printed(
    made: dict[str, tuple[PagePrint, PageContent]], layout: str, chosen: st.DataObject
) -> None:
    page_print, content = made[layout]
    record = chosen.draw(st.sampled_from(content.articles))
    text, parts = record.article.text, record.article.passages()
    start = chosen.draw(st.integers(0, len(text) - 1))
    end = chosen.draw(st.integers(start + 1, len(text)))
    added = {part.end for part in parts} | {
        at for part in parts if part.role is Role.SECTION for at in range(part.start, part.end)
    }
    wanted = "".join(text[at] for at in range(start, end) if at not in added)
    found = "".join(_printed(page_print, region) for region in regions_of(page_print, record, start, end))
    assert found.replace(" ", "").replace("-", "") == wanted.replace(" ", "").replace("-", "")


@pytest.mark.parametrize("layout", _LAYOUTS)
@given(chosen=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_character_leads_to_its_place_in_its_article(
    made: dict[str, tuple[PagePrint, PageContent]], layout: str, chosen: st.DataObject
) -> None:
    page_print, content = made[layout]
    record = chosen.draw(st.sampled_from(content.articles))
    at = chosen.draw(st.integers(0, len(record.article.text) - 1))
    regions = regions_of(page_print, record, at, at + 1)
    if regions:
        (region,) = regions
        inside = Region(region.left + region.width / 2, region.top + region.height / 2, 0, 0)
        assert place_at(page_print, content, inside) == (record.id, (at, at + 1))


@pytest.mark.parametrize("layout", _LAYOUTS)
def test_frames_hold_their_lines_and_are_few(
    made: dict[str, tuple[PagePrint, PageContent]], layout: str
) -> None:
    page_print, content = made[layout]
    for record in content.articles:
        boxes = article_frame(page_print, record)
        lines = regions_of(page_print, record, 0, len(record.article.text))
        for line in lines:
            across, down = line.left + line.width / 2, line.top + line.height / 2
            assert any(box.left < across < box.right and box.top < down < box.bottom for box in boxes), (
                record.article.headline
            )
        assert len(boxes) <= max(3, len(lines) / 2)


def test_text_that_was_joined_otherwise_is_still_found() -> None:
    lines = (
        TextLine(1, "MAYOR OPENS", Region(0, 0, 110, 10)),
        TextLine(2, "THE BRIDGE", Region(0, 10, 100, 10)),
        TextLine(3, "  it was a splen-", Region(0, 30, 170, 10)),
        TextLine(4, "did day", Region(0, 40, 70, 10)),
    )
    article = Article(
        (Heading("MAYOR OPENS THE BRIDGE", Role.HEADLINE, 1, (2,)),),
        (),
        (Paragraph("it was a splendid day", Role.BODY, (3, 4)),),
    )
    (record,) = _content((article,)).articles
    page_print = _print(lines)
    start = article.text.index("BRIDGE")
    assert regions_of(page_print, record, start, start + 6) == (Region(40, 10, 60, 10),)
    start = article.text.index("splendid")
    assert regions_of(page_print, record, start, start + 8) == (
        Region(110, 30, 50, 10),
        Region(0, 40, 30, 10),
    )


def test_a_text_that_is_printed_otherwise_keeps_what_agrees() -> None:
    lines = (TextLine(1, "天津曰报讯", Region(0, 0, 50, 10)),)
    (record,) = _content((Article((), (), (Paragraph("天津日报讯", Role.BODY, (1,)),)),)).articles
    assert regions_of(_print(lines), record, 0, 5) == (Region(0, 0, 20, 10), Region(30, 0, 20, 10))


def test_where_nothing_is_printed_there_is_nothing() -> None:
    article = Article((), (), (Paragraph("天津日报", Role.BODY, (7,)),))
    content = _content((article,))
    lines = (TextLine(1, "别的", Region(0, 0, 20, 10)),)
    assert regions_of(_print(lines), content.articles[0], 0, 4) == ()
    assert article_frame(_print(lines), content.articles[0]) == ()
    assert place_at(_print(lines), content, Region(0, 0, 20, 10)) is None
    assert place_at(_print(()), content, Region(0, 0, 20, 10)) is None


def test_upright_and_leftward_lines_have_their_glyphs() -> None:
    upright = TextLine(1, "天津", Region(90, 0, 10, 20), (0, 10, 20), vertical=True)
    leftward = TextLine(2, "报日", Region(0, 0, 20, 10), (20, 10, 0))
    article = Article((), (), (Paragraph("天津报日", Role.BODY, (1, 2)),))
    content = _content((article,))
    page_print = _print((upright, leftward))
    (record,) = content.articles
    assert regions_of(page_print, record, 1, 3) == (Region(90, 10, 10, 10), Region(10, 0, 10, 10))
    assert place_at(page_print, content, Region(0, 0, 9, 9)) == (1, (3, 4))


def test_most_of_what_is_under_a_region_decides_of_which_article_it_is() -> None:
    lines = tuple(TextLine(number, "天津日报", Region(0, 10 * number, 40, 10)) for number in (1, 2, 3))
    one, other = (
        Article((), (), (Paragraph("天津日报" * len(numbers), Role.BODY, numbers),))
        for numbers in ((1,), (2, 3))
    )
    content = _content((one, other))
    assert place_at(_print(lines), content, Region(0, 10, 40, 30)) == (2, (0, 8))
    assert place_at(_print(lines), content, Region(15, 10, 10, 10)) == (1, (1, 3))
    skewed = replace(lines[0], cuts=(0, 1))
    assert place_at(_print((skewed,)), content, Region(15, 12, 0, 0)) == (1, (1, 2))
