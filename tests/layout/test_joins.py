"""Paragraphs of real pages, cut at random places, come together again."""

import random
from collections.abc import Callable, Sequence

import pytest

from baoguan.domain.article import PageLayout, Paragraph, Role
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out
from baoguan.readers.markdown import read_markdown

Layout = Callable[[str], PageLayout]

OWN = [
    "evening.md",
    "plain.txt",
    "before.md",
    "wrapped.txt",
    "cuts.md",
    "kicker.md",
    "supplement.md",
    "columns.md",
]
HEAD = "## 一个足够长的标题放在所有段落前面"


def whole_paragraphs(layouts: Sequence[PageLayout]) -> list[str]:
    parts = [part for layout in layouts for article in layout.articles for part in article.paragraphs]
    return [
        part.text
        for part in parts
        if part.role in (Role.LEAD, Role.BODY) and len(part.text) > 50 and part.text[-1] in "。”"
    ]


def cut(text: str, chance: random.Random) -> tuple[str, str]:
    places = [at for at in range(15, len(text) - 15) if text[at - 1] not in "。！？!?”"]
    at = chance.choice(places)
    return text[:at], text[at:]


def rejoined(paragraphs: Sequence[str], intruded: bool, chance: random.Random) -> tuple[int, int]:
    """Cut six paragraphs inside sentences; return how many came together again, of how many."""
    places = sorted(chance.sample(range(0, len(paragraphs) - 3, 3), 6))
    page: list[str] = [HEAD]
    at = 0
    while at < len(paragraphs):
        if at in places:
            before, after = cut(paragraphs[at], chance)
            page.extend([before, paragraphs[at + 1], after] if intruded else [before, after])
            at += intruded
        else:
            page.append(paragraphs[at])
        at += 1
    layout = lay_out(read_markdown("\n\n".join(page), "utf-8"), vocabulary)
    found = {part.text for article in layout.articles for part in article.paragraphs}
    return sum(paragraphs[place] in found for place in places), len(places)


@pytest.mark.parametrize(
    ("names", "intruded", "least"),
    [(["sample"], False, 0.95), (["sample"], True, 0.80), (OWN, False, 0.93), (OWN, True, 0.70)],
    ids=["sample adjacent", "sample intruded", "own adjacent", "own intruded"],
)
def test_random_cuts_are_rejoined(
    names: list[str],
    intruded: bool,
    least: float,
    layout_of: Layout,
    record_property: Callable[[str, object], None],
) -> None:
    paragraphs = whole_paragraphs([layout_of(name) for name in names])
    chance = random.Random(20221012)
    tries = [rejoined(paragraphs, intruded, chance) for _ in range(20)]
    rate = sum(good for good, _ in tries) / sum(of for _, of in tries)
    record_property("rejoin_rate", rate)
    assert rate >= least


def test_whole_paragraphs_stay_as_they_are(layout_of: Layout) -> None:
    paragraphs = whole_paragraphs([layout_of("sample")])
    layout = lay_out(read_markdown("\n\n".join([HEAD, *paragraphs]), "utf-8"), vocabulary)
    assert [part.text for part in layout.articles[0].paragraphs] == paragraphs


def laid(*parts: str) -> tuple[Paragraph, ...]:
    return lay_out(read_markdown("\n\n".join([HEAD, *parts]), "utf-8"), vocabulary).articles[0].paragraphs


def test_an_open_quotation_finds_the_paragraph_that_closes_it() -> None:
    parts = laid(
        "项目经理告诉记者:“这些钢材来的时候都是十五米左右的,我们要把它们加工成",
        "工地上还有一座食堂,每天供应三百份午餐,工人们说这里的饭菜比家里的还要可口。",
        "三米、五米、十米等不同规格。”他说,这样的活一天要干十个小时。",
    )
    assert [part.source_lines for part in parts] == [(3, 7), (5,)]
    assert parts[0].joins[0].rule == "past-paragraph"


def test_a_short_sentence_inside_a_cut_paragraph_is_a_caption() -> None:
    text = f"{HEAD}\n\n这条线路全长三十一公里,共设二十四座车\n\n工人在检修列车。\n\n站,预计年底通车。\n"
    article = lay_out(read_markdown(text, "utf-8"), vocabulary).articles[0]
    assert [figure.caption for figure in article.figures] == ["工人在检修列车。"]
    assert [part.source_lines for part in article.paragraphs] == [(3, 7)]


def test_no_join_passes_a_heading_or_a_byline() -> None:
    text = f"{HEAD}\n\n这条线路全长三十一公里,其中换\n\n## 农科所海水稻试种成功\n\n乘站九座,预计年底通车。\n"
    layout = lay_out(read_markdown(text, "utf-8"), vocabulary)
    assert all(not part.joins for article in layout.articles for part in article.paragraphs)


def test_a_list_is_not_glued_together() -> None:
    parts = laid(
        "本次检查的重点是:", "一、疏散通道是否畅通;", "二、消防设施是否完好;", "三、值班记录是否完整。"
    )
    assert [part.source_lines for part in parts] == [(3,), (5,), (7,), (9,)]


def test_each_join_says_where_it_is(layout_of: Layout) -> None:
    for article in layout_of("wrapped.txt").articles:
        for part in article.paragraphs:
            assert [join.before_line for join in part.joins] == list(part.source_lines[:-1])
            assert [join.after_line for join in part.joins] == list(part.source_lines[1:])
            assert [join.at for join in part.joins] == sorted({join.at for join in part.joins})
            assert all(0 < join.at < len(part.text) for join in part.joins)
