"""What a reader rearranges by hand holds, and whatever he does, every line stays in exactly one part."""

from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baoguan.domain.article import Article, PageLayout, Role
from baoguan.domain.page import Block, BlockRole, PageScan, Region, TextLine
from baoguan.domain.rearrangement import Gathered, Rearrangement, Recast, Reframed, Reordered
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out
from baoguan.readers.markdown import read_markdown

TEXT = """# 全市水库开闸放水
## 沿线村庄提前转移
本报记者 张三

第一段讲的是水库的情况,
到这里还没有说完。

第二段另起一行,说明沿线的安排。

# 桥梁昨日合龙

桥梁的建设用了三年时间。

本版图片均由受访者提供"""
PHOTO = Region(40, 300, 60, 40)


def placed() -> PageScan:
    """Return a page of two columns with a headline each and a picture with caption and credit."""
    texts = [
        ("水库开闸放水", 10, 10, 24, ""),
        ("　　第一段讲的是水库的", 10, 50, 10, ""),
        ("情况，到这里已经说完。", 10, 64, 10, ""),
        ("　　第二段另起一行，说", 10, 78, 10, ""),
        ("明沿线的安排。", 10, 92, 10, ""),
        ("桥梁昨日合龙", 160, 10, 24, ""),
        ("　　桥梁的建设一共用了", 160, 50, 10, ""),
        ("整整三年的时间。", 160, 64, 10, ""),
        ("图为桥梁。", 160, 152, 9, ""),
        ("李四 摄", 190, 164, 9, ""),
    ]
    blocks = [
        Block(text, (number,), printed=(_line(number, text, left, top, size),))
        for number, (text, left, top, size, _) in enumerate(texts, 1)
    ]
    picture = Block("", (), BlockRole.IMAGE, region=Region(160, 100, 110, 48))
    return PageScan((*blocks, picture), "utf-8", width=300, height=400)


def _line(number: int, text: str, left: float, top: float, size: float) -> TextLine:
    cuts = tuple(left + size * at for at in range(len(text) + 1))
    return TextLine(number, text, Region(left, top, size * len(text), size), cuts, size=size)


def lines_of(layout: PageLayout) -> Counter[int]:
    """Return how often each source line is in a part of a layout."""
    found: Counter[int] = Counter()
    found.update(label.source_line for label in layout.sections)
    found.update(note.source_line for note in layout.page_notes)
    for figure in layout.figures:
        found.update(figure.source_lines)
    for article in layout.articles:
        found.update(_lines(article))
    return found


def _lines(article: Article) -> list[int]:
    inside = [line for paragraph in article.paragraphs for line in paragraph.source_lines]
    headings = [line for heading in article.headings for line in heading.source_lines]
    bylines = [line for by in article.bylines if by.source_line not in inside for line in by.source_lines]
    return [*headings, *bylines, *inside, *(line for each in article.figures for line in each.source_lines)]


def by_text(*acts: Rearrangement) -> PageLayout:
    return lay_out(read_markdown(TEXT, "utf-8"), vocabulary, rearranged=acts)


def by_place(*acts: Rearrangement) -> PageLayout:
    return lay_out(placed(), vocabulary, rearranged=acts)


def told(layout: PageLayout) -> list[list[tuple[str, str]]]:
    return [[(role.value, text) for role, text in article.parts()] for article in layout.articles]


def test_the_page_reads_as_two_articles() -> None:
    layout = by_place()
    assert [article.headline for article in layout.articles] == ["水库开闸放水", "桥梁昨日合龙"]
    assert [len(article.paragraphs) for article in layout.articles] == [2, 1]
    assert [(each.caption, each.credit) for each in layout.articles[1].figures] == [("图为桥梁。", "李四 摄")]


def test_lines_move_to_the_article_of_another_line() -> None:
    layout = by_place(Gathered((4, 5), 7))
    assert [part.text for part in layout.articles[0].paragraphs] == [
        "第一段讲的是水库的情况，到这里已经说完。"
    ]
    assert [part.source_lines for part in layout.articles[1].paragraphs] == [(7, 8), (4, 5)]


def test_the_later_lines_gathered_to_nothing_split_an_article() -> None:
    layout = by_place(Gathered((4, 5)))
    assert len(layout.articles) == 3
    assert layout.articles[1].paragraphs[0].role is Role.LEAD
    assert layout.articles[1].paragraphs[0].source_lines == (4, 5)


def test_all_lines_of_an_article_gathered_into_another_merge_them() -> None:
    layout = by_place(Gathered((6, 7, 8, 9, 10), 1))
    assert len(layout.articles) == 1
    assert [part.role for part in layout.articles[0].paragraphs] == [
        Role.LEAD,
        Role.BODY,
        Role.SUBHEAD,
        Role.BODY,
    ]
    assert layout.articles[0].figures[0].caption == "图为桥梁。"
    assert layout.articles[0].figures[0].region is not None


def test_an_article_of_its_own_stays_as_it_is() -> None:
    assert told(by_place(Gathered((6, 7, 8, 9, 10)))) == told(by_place())


@pytest.mark.parametrize("to", [0, 99, 7])
def test_lines_that_are_not_there_change_nothing(to: int) -> None:
    assert told(by_place(Gathered((77,), to))) == told(by_place())


def test_lines_become_a_headline_and_the_old_one_steps_back() -> None:
    layout = by_place(Recast((4, 5), Role.HEADLINE))
    headings = [(heading.role, heading.source_lines) for heading in layout.articles[0].headings]
    assert headings == [(Role.KICKER, (1,)), (Role.HEADLINE, (4, 5))]
    assert layout.articles[0].headline == "第二段另起一行，说明沿线的安排。"


def test_lines_that_concern_the_page_alone_leave_every_article() -> None:
    layout = by_place(Recast((4, 5), None))
    assert [note.source_line for note in layout.page_notes] == [4, 5]
    assert [part.source_lines for part in layout.articles[0].paragraphs] == [(2, 3)]


def test_a_line_becomes_the_credit_of_the_nearest_picture() -> None:
    layout = by_place(Recast((8,), Role.CREDIT))
    figure = layout.articles[1].figures[0]
    assert figure.source_lines == (9, 10, 8)
    assert figure.credit == "李四 摄整整三年的时间。"


def test_a_note_of_the_page_becomes_an_article_of_its_own() -> None:
    before = by_text()
    line = before.page_notes[0].source_line
    layout = by_text(Recast((line,), Role.BODY))
    assert layout.page_notes == ()
    assert layout.articles[-1].text == "本版图片均由受访者提供"


def test_lines_are_read_in_another_order() -> None:
    layout = by_place(Reordered((4, 5, 2, 3)))
    assert [part.source_lines for part in layout.articles[0].paragraphs] == [(4, 5), (2, 3)]


def test_a_frame_is_drawn_anew_added_and_taken_away() -> None:
    old = Region(160, 100, 110, 48)
    layout = by_place(Reframed(old, Region(150, 90, 130, 60)), Reframed(None, Region(20, 120, 90, 40)))
    assert [figure.region for figure in layout.articles[1].figures] == [Region(150, 90, 130, 60)]
    assert [figure.region for figure in layout.articles[0].figures] == [Region(20, 120, 90, 40)]
    without = by_place(Reframed(old, None))
    assert without.articles[1].figures == ()
    assert without.articles[1].paragraphs[-1].source_lines == (9, 10)


def test_articles_that_nobody_touched_are_the_same() -> None:
    assert by_text(Gathered((99,), 1)).articles == by_text().articles


LINES = st.lists(st.integers(0, 14), min_size=1, max_size=6).map(tuple)
REGIONS = st.sampled_from([None, PHOTO, Region(160, 100, 110, 48), Region(0, 0, 10, 10)])
ACTS: st.SearchStrategy[Rearrangement] = st.one_of(
    st.builds(Gathered, LINES, st.integers(0, 14)),
    st.builds(Recast, LINES, st.one_of(st.none(), st.sampled_from(list(Role)))),
    st.builds(Reordered, LINES),
    st.builds(Reframed, REGIONS, REGIONS),
)


@pytest.mark.parametrize("page", [by_text, by_place], ids=["text", "places"])
@settings(max_examples=60, deadline=None)
@given(acts=st.lists(ACTS, max_size=6))
def test_any_acts_leave_every_line_in_exactly_one_part(
    page: Callable[..., PageLayout], acts: Sequence[Rearrangement]
) -> None:
    layout = page(*acts)
    assert lines_of(layout) == lines_of(page())
    for article in layout.articles:
        assert _lines(article) or article.figures
        assert sum(heading.role is Role.HEADLINE for heading in article.headings) <= 1
