"""Every choice the layout was unsure of can be turned down, and stays listed when it is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from baoguan.domain.article import Article, Decision, Paragraph, Role
from baoguan.domain.page import PageScan
from baoguan.index import vocabulary
from baoguan.layout.choices import Choices
from baoguan.layout.page import lay_out
from baoguan.readers.markdown import read_markdown

Scan = Callable[[str], PageScan]

NAMES = [
    "sample",
    "evening.md",
    "plain.txt",
    "before.md",
    "minguo.txt",
    "wire.txt",
    "wrapped.txt",
    "cuts.md",
    "kicker.md",
    "supplement.md",
    "numbered.txt",
    "letters.txt",
    "train.md",
    "shenbao.txt",
    "decade.txt",
    "seed.md",
    "columns.md",
]


@pytest.mark.parametrize("name", NAMES)
def test_turning_down_any_choice_changes_the_page_and_keeps_the_choice_listed(
    name: str, scan_of: Scan
) -> None:
    scan = scan_of(name)
    layout = lay_out(scan, vocabulary)
    assert len({decision.key for decision in layout.decisions}) == len(layout.decisions)
    for decision in layout.decisions:
        assert 0.5 <= decision.confidence < 1
        other = lay_out(scan, vocabulary, frozenset({decision.key}))
        assert replace(other, decisions=()) != replace(layout, decisions=()), decision.key
        assert decision.key in {made.key for made in other.decisions}


def test_reading_twice_with_the_same_rejections_gives_the_same_page(scan_of: Scan) -> None:
    scan = scan_of("sample")
    rejected = frozenset({"join:23,27", "section-displaced:5", "subhead:15"})
    assert lay_out(scan, vocabulary, rejected) == lay_out(scan, vocabulary, rejected)


def test_an_unknown_key_changes_nothing(scan_of: Scan) -> None:
    assert lay_out(scan_of("sample"), vocabulary, frozenset({"join:1,2"})) == lay_out(
        scan_of("sample"), vocabulary
    )


def test_a_rejected_join_stays_two_paragraphs(scan_of: Scan) -> None:
    layout = lay_out(scan_of("sample"), vocabulary, frozenset({"join:23,27"}))
    shown = [part.source_lines for part in layout.articles[0].paragraphs]
    assert shown[shown.index((23,)) : shown.index((29,))] == [(23,), (25,), (27,)]
    assert {part.role for part in layout.articles[0].paragraphs[5:8]} == {Role.BODY}


def test_a_paragraph_left_alone_can_be_joined() -> None:
    text = (
        "## 全市扩大互认范围\n\n参保人员在转入医疗机构就医发生的医疗费用,报销比例按(参保地\n\n"
        "本报讯(记者 王磊)近日,三地联合印发通知,扩大互认范围。\n"
    )
    scan = read_markdown(text, "utf-8")
    layout = lay_out(scan, vocabulary)
    assert [part.source_lines for part in layout.articles[0].paragraphs] == [(3,), (5,)]
    assert [decision.key for decision in layout.decisions] == ["stop:3,5"]
    other = lay_out(scan, vocabulary, frozenset({"stop:3,5"}))
    assert [part.source_lines for part in other.articles[0].paragraphs] == [(3, 5)]


def test_a_rejected_inset_is_body_text(scan_of: Scan) -> None:
    layout = lay_out(scan_of("sample"), vocabulary, frozenset({"inset:25"}))
    assert paragraph(layout.articles[0], 25).role is Role.BODY


def test_a_rejected_subhead_begins_an_article(scan_of: Scan) -> None:
    layout = lay_out(scan_of("sample"), vocabulary, frozenset({"subhead:67"}))
    assert [article.headline for article in layout.articles][1] == "加速协同保护 区域合作加深"


def test_a_rejected_headline_is_a_subhead(scan_of: Scan) -> None:
    layout = lay_out(scan_of("sample"), vocabulary, frozenset({"headline:79"}))
    assert len(layout.articles) == 6
    assert paragraph(layout.articles[0], 79).role is Role.SUBHEAD


def test_a_rejected_title_block_makes_its_first_line_a_label(scan_of: Scan) -> None:
    layout = lay_out(scan_of("sample"), vocabulary, frozenset({"title-block:7,9"}))
    assert layout.articles[0].headline == "全国首单证券化项目落地滨海"
    assert layout.articles[0].section == "建知识产权一流强区"


def test_a_rejected_label_is_part_of_the_title_block(scan_of: Scan) -> None:
    layout = lay_out(scan_of("sample"), vocabulary, frozenset({"label:125"}))
    assert "双城故事" in [heading.text for article in layout.articles for heading in article.headings]
    assert "双城故事" not in [label.name for label in layout.sections]


def test_a_rejected_displacement_leaves_the_label_where_it_stands(scan_of: Scan) -> None:
    layout = lay_out(scan_of("sample"), vocabulary, frozenset({"section-displaced:5"}))
    assert [article.section for article in layout.articles[:5]] == ["信息速递"] * 5
    assert not any(label.displaced for label in layout.sections)


def test_a_rejected_section_is_none(scan_of: Scan) -> None:
    layout = lay_out(scan_of("sample"), vocabulary, frozenset({"section:3,79"}))
    assert [article.section for article in layout.articles[:3]] == ["区域热点", None, "信息速递"]


def test_a_rejected_byline_goes_to_the_other_article(scan_of: Scan) -> None:
    layout = lay_out(scan_of("sample"), vocabulary, frozenset({"byline-above:97"}))
    assert lines_of(layout.articles[1]) == []
    assert lines_of(layout.articles[2]) == [97, 105]
    before = lay_out(scan_of("before.md"), vocabulary, frozenset({"byline-below:9"}))
    assert lines_of(before.articles[0]) == [1, 9]


def test_a_rejected_caption_is_a_paragraph(scan_of: Scan) -> None:
    layout = lay_out(scan_of("sample"), vocabulary, frozenset({"caption:83"}))
    assert layout.articles[1].figures == ()
    assert paragraph(layout.articles[1], 83).text == "建设中的轨道交通B1线。"


def test_a_rejected_heading_of_plain_text_is_a_paragraph(scan_of: Scan) -> None:
    layout = lay_out(scan_of("plain.txt"), vocabulary, frozenset({"heading:16"}))
    assert len(layout.articles) == 2
    assert paragraph(layout.articles[1], 16).role is Role.BODY


def test_choices_are_kept_once_in_order_of_lines() -> None:
    choices = Choices(frozenset({"join:9,11"}))
    assert choices.holds("join", (20, 22), 1.5)
    assert not choices.holds("join", (9, 11), 0.2)
    assert not choices.holds("join", (9, 11), 0.8)
    assert choices.made() == (Decision("join", (9, 11), 0.5), Decision("join", (20, 22), 0.99))


def paragraph(article: Article, line: int) -> Paragraph:
    return next(part for part in article.paragraphs if line in part.source_lines)


def lines_of(article: Article) -> list[int]:
    return [byline.source_line for byline in article.bylines]
