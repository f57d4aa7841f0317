from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from baoguan.app.archive import Archive
from baoguan.domain.article import (
    RUNNING_TEXT,
    Article,
    Byline,
    Figure,
    Heading,
    PageNote,
    Paragraph,
    Role,
    Span,
)
from baoguan.domain.ids import ArticleId, IssueId, PageId, SourceId, TitleId
from baoguan.domain.page import Region
from baoguan.domain.records import ArticleRecord, IssueRecord, PageContent, PageRecord
from baoguan.ui.models.composition import compose
from baoguan.ui.window.fonts import register

_ISSUE = IssueRecord(IssueId(1), TitleId(1), "天津日报", date(2022, 10, 12), frozenset(), pages=1, articles=0)
_PAGE = PageRecord(PageId(1), _ISSUE, SourceId("0" * 64), "a.txt", sequence=1, number=None, articles=0)
_WORDS = st.text(alphabet=st.sampled_from("天津滨海新区知识产权𠮷。，“”（）——1549B线 亿元"), max_size=200)
_TITLE = st.text(alphabet=st.sampled_from("天津滨海新区：“专精特新”1线 "), min_size=1, max_size=40)
_PARAGRAPHS = st.lists(
    st.builds(
        Paragraph,
        text=_WORDS,
        role=st.sampled_from(sorted(RUNNING_TEXT)),
        source_lines=st.just((9,)),
    ),
    max_size=6,
).map(tuple)
_ARTICLES = st.lists(
    st.builds(
        Article,
        headings=st.lists(
            st.builds(
                Heading,
                text=_TITLE,
                role=st.sampled_from([Role.KICKER, Role.HEADLINE, Role.DECK]),
                source_line=st.just(1),
            ),
            max_size=3,
        ).map(tuple),
        bylines=st.just((Byline("■ 本报记者 刘畅", "记者", ("刘畅",), 2),)),
        paragraphs=_PARAGRAPHS,
        figures=st.lists(st.builds(Figure, caption=_WORDS, credit=_TITLE), max_size=3).map(tuple),
        section=st.sampled_from([None, "区域热点", "信息速递"]),
    ),
    max_size=7,
)
_SLOW = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module", autouse=True)
def _typefaces(qapp: QApplication) -> None:
    register(qapp)


def page_of(articles: Sequence[Article], notes: tuple[PageNote, ...] = ()) -> PageContent:
    records = [
        ArticleRecord(ArticleId(number), _PAGE, number, article) for number, article in enumerate(articles, 1)
    ]
    return PageContent(_PAGE, tuple(records), notes, ())


def plain(letters: int, title: str = "新区轨道交通建设提速") -> Article:
    body = ("坐上家门口的地铁出行，一直是滨海新区居民的热切期盼。" * 100)[:letters]
    cuts = [body[at : at + 180] for at in range(0, letters, 180)]
    paragraphs = tuple(Paragraph(cut, Role.BODY, (3,)) for cut in cuts)
    return Article((Heading(title, Role.HEADLINE, 1),), (), paragraphs)


def overlap(one: Region, other: Region) -> float:
    wide = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    high = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return max(0.0, wide) * max(0.0, high)


def inside(inner: Region, outer: Region, slack: float = 2.0) -> bool:
    return (
        inner.left >= outer.left - slack
        and inner.top >= outer.top - slack
        and inner.left + inner.width <= outer.left + outer.width + slack
        and inner.top + inner.height <= outer.top + outer.height + slack
    )


@_SLOW
@given(_ARTICLES)
def test_every_character_lies_on_exactly_one_line(articles: list[Article]) -> None:
    content = page_of(articles)
    composition = compose(content)
    for record in content.articles:
        lines = [line for line in composition.lines if line.article == record.id]
        text = record.article.text
        count = Counter(at for line in lines for at in range(line.start, line.end))
        for passage in record.article.passages():
            if passage.role is not Role.SECTION:
                assert all(count[at] == 1 for at in range(passage.start, passage.end))
        for line in lines:
            assert normalize("NFKC", line.shown) == normalize("NFKC", text[line.start : line.end])


@_SLOW
@given(_ARTICLES)
def test_every_article_has_a_place_of_its_own_on_the_page(articles: list[Article]) -> None:
    content = page_of(articles)
    composition = compose(content)
    paper = Region(0, 0, composition.width, composition.height)
    assert sorted(frame.article for frame in composition.frames) == [one.id for one in content.articles]
    for frame in composition.frames:
        assert inside(frame.bounds, paper)
        middle = frame.regions[0]
        found = composition.article_at(middle.left + middle.width / 2, middle.top + middle.height / 2)
        assert found is frame
    for one, other in combinations(composition.frames, 2):
        assert sum(overlap(a, b) for a in one.regions for b in other.regions) < 1.0


@_SLOW
@given(_ARTICLES)
def test_lines_and_figures_stay_in_their_articles_frames_and_apart(articles: list[Article]) -> None:
    content = page_of(articles)
    composition = compose(content)
    for record in content.articles:
        frame = composition.frame(record.id)
        assert frame is not None
        label = next((p for p in record.article.passages() if p.role is Role.SECTION), None)
        boxes = [figure.region for figure in composition.figures if figure.article == record.id]
        assert len(boxes) == len(record.article.figures)
        for line in composition.lines:
            box = line.mark(Span(line.start, line.end))
            if line.article != record.id or box is None or (label and line.end <= label.end):
                continue
            if line.shown.strip():
                assert inside(box, frame.bounds, slack=4.5)
                boxes.append(box)
        for one, other in combinations(boxes, 2):
            assert overlap(one, other) < 8.0


def test_the_sample_page_looks_like_a_broadsheet(sample_archive: Archive) -> None:
    content = sample_archive.page(sample_archive.pages()[0].id)
    composition = compose(content)
    assert 1.2 < composition.height / composition.width < 1.6
    filled = sum(region.width * region.height for frame in composition.frames for region in frame.regions)
    assert filled > 0.75 * composition.width * composition.height
    assert "".join(line.shown for line in composition.lines if line.article is None).startswith(
        "1第1版2022年10月12日 星期三天津日报"
    )


@pytest.mark.parametrize(
    "lengths", [[60], [300], [2600], [500] * 12, [150, 900, 2000] * 8, [1400] * 40, [30000], [20, 30000]]
)
def test_short_and_crowded_pages_fill_their_paper(lengths: list[int]) -> None:
    composition = compose(page_of([plain(length) for length in lengths]))
    frames = [region for frame in composition.frames for region in frame.regions]
    assert len(frames) == len(lengths)
    assert composition.height / composition.width < (2.0 if max(lengths) < 30000 else 4.0)
    ink = sum(
        (line.edges[-1] - line.edges[0]) * 1.5 * line.size for line in composition.lines if line.article
    )
    assert ink > 0.5 * sum(frame.width * frame.height for frame in frames)


def test_marks_lie_on_the_lines_that_hold_the_hit(sample_archive: Archive) -> None:
    content = sample_archive.page(sample_archive.pages()[0].id)
    composition = compose(content)
    for record in content.articles:
        for span in sample_archive.marks(record.id, "知识产权"):
            regions = composition.marks(record.id, span)
            shown = [
                (line, composition.position_at(region.left + 1, region.top + region.height / 2))
                for region in regions
                for line in composition.lines
                if line.mark(span) == region
            ]
            assert sum(min(line.end, span.end) - max(line.start, span.start) for line, _ in shown) == 4
            assert all(place is not None and place[0] == record.id for _, place in shown)


def test_a_page_without_articles_is_a_masthead_on_paper() -> None:
    composition = compose(page_of([]))
    assert not composition.frames
    assert composition.height > composition.width
    assert any(line.shown == "天津日报" for line in composition.lines)


def test_the_same_page_is_always_composed_alike(sample_archive: Archive) -> None:
    content = sample_archive.page(sample_archive.pages()[0].id)
    assert compose(content) == compose(content)


def test_notes_of_the_page_stand_at_its_foot() -> None:
    composition = compose(page_of([plain(300)], (PageNote("本版图片均由受访者提供", 9),)))
    foot = composition.lines[-1]
    assert foot.shown == "本版图片均由受访者提供"
    assert foot.baseline > max(line.baseline for line in composition.lines[:-1])
