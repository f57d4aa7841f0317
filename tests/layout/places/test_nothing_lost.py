"""Wherever lines are printed, each is in exactly one part, whatever a reader rejects."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from baoguan.domain.article import Article, PageLayout
from baoguan.domain.page import BLANK, Block, BlockRole, GivenArticle, PageScan, Region, TextLine
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out

TEXTS = st.sampled_from(
    [
        "水库昨日开闸放水",
        "近日，本市发布通知，进一步扩大互认范围。",
        "本报记者 张三",
        "李四 摄",
        "2003年5月18日 星期日 第2版",
        "（下转第3版）",
        "寻人启事：王某，六十岁。",
        "The steamer arrived at Oak-",
        "ham on Saturday last.",
        "12.5",
        "●要闻",
        "版",
        "　",
        "图为水库。",
        "本版图片均由受访者提供",
    ]
)
ROLES = st.sampled_from([BlockRole.TEXT] * 8 + list(BlockRole))
GRID = st.integers(0, 40).map(lambda at: at * 14.0)


@st.composite
def lines(draw: st.DrawFn, number: int) -> tuple[TextLine, BlockRole]:
    """Return a printed line somewhere on a page."""
    text, size = draw(TEXTS), draw(st.sampled_from([0.0, 9.0, 10.0, 10.0, 10.0, 18.0, 40.0]))
    vertical = draw(st.booleans())
    long, high = max(len(text), 1) * (size or 10.0), size or draw(st.sampled_from([0.0, 10.0, 12.0]))
    region = Region(draw(GRID), draw(GRID), high if vertical else long, long if vertical else high)
    return TextLine(number, text, region, size=size, bold=draw(st.booleans()), vertical=vertical), draw(ROLES)


@st.composite
def scans(draw: st.DrawFn, given_articles: bool) -> PageScan:
    """Return a page with lines, rulings, pictures and unread ink anywhere."""
    count = draw(st.integers(0, 25))
    blocks = []
    for number in range(1, count + 1):
        line, role = draw(lines(number))
        blocks.append(Block(line.text, (number,), role, region=line.region, printed=(line,)))
    boxes = st.lists(st.builds(Region, GRID, GRID, st.sampled_from([0.0, 1.0, 120.0]), GRID), max_size=5)
    blocks += [Block("", (), BlockRole.IMAGE, region=region) for region in draw(boxes)]
    places = st.lists(st.integers(0, max(0, len(blocks) - 1)), max_size=8).map(tuple)
    articles = st.lists(st.builds(GivenArticle, places, name=st.just("a")), min_size=1, max_size=3)
    return PageScan(
        tuple(blocks),
        "",
        width=draw(st.sampled_from([0, 600])),
        height=draw(st.sampled_from([0, 900])),
        ordered=draw(st.booleans()),
        rulings=tuple(draw(boxes)),
        unread=tuple(draw(boxes)),
        articles=tuple(draw(articles)) if given_articles and blocks else (),
    )


def held(layout: PageLayout) -> Counter[int]:
    """Return how often each source line is in a part of a layout."""
    found: Counter[int] = Counter(label.source_line for label in layout.sections)
    found.update(note.source_line for note in layout.page_notes)
    for figure in layout.figures:
        found.update(figure.source_lines)
    for article in layout.articles:
        found.update(of(article))
    return found


def of(article: Article) -> list[int]:
    inside = [line for paragraph in article.paragraphs for line in paragraph.source_lines]
    own = [line for heading in article.headings for line in heading.source_lines]
    own += [line for by in article.bylines if by.source_line not in inside for line in by.source_lines]
    return [*own, *inside, *(line for figure in article.figures for line in figure.source_lines)]


def printed(scan: PageScan) -> Counter[int]:
    return Counter(line.number for block in scan.blocks for line in block.printed if line.text.strip(BLANK))


@settings(max_examples=150, deadline=None)
@given(scans(given_articles=False))
def test_lines_anywhere_are_in_one_part_each(scan: PageScan) -> None:
    assert held(lay_out(scan, vocabulary)) == printed(scan)


@settings(max_examples=80, deadline=None)
@given(scans(given_articles=True))
def test_what_a_source_separates_loses_no_line(scan: PageScan) -> None:
    assert held(lay_out(scan, vocabulary)) == printed(scan)


@settings(max_examples=30, deadline=None)
@given(scans(given_articles=False))
def test_every_decision_turned_down_loses_no_line(scan: PageScan) -> None:
    for decision in lay_out(scan, vocabulary).decisions[:4]:
        assert held(lay_out(scan, vocabulary, frozenset({decision.key}))) == printed(scan)
