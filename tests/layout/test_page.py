"""The sample page and every small page come out as a reader of the printed page would divide them."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from opencc import OpenCC

from baoguan.domain.article import Article, PageLayout, Role
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out
from baoguan.paths import seeds
from baoguan.readers.markdown import read_markdown

Layout = Callable[[str], PageLayout]

# Each article: section, lines of the title block, names, then lines of its passages in reading
# order ("s" before a subhead's line, "i" before an inset's, "n" before a note's), then captions' lines.
Expected = tuple[str | None, str, str, str, str]

SAMPLE: list[Expected] = [
    (
        "区域热点",
        "7 9",
        "刘畅",
        "13 s15 17 19 21 23+27 29 i25 s31 33+35 37 39 41+43+45+47+49 51+53+55 57+59+61+63+65 "
        "s67 69+71 73 75 77",
        "",
    ),
    ("区域热点", "79", "袁诚", "85 87 89 91 93 95", "83"),
    ("信息速递", "99", "刘畅", "101 103", ""),
    ("信息速递", "107", "袁诚", "109 111", ""),
    ("信息速递", "115", "刘畅", "117 119", ""),
    ("双城故事", "127", "袁诚", "131 133 135 137 139 141+147 149 151 153 155", "145"),
    ("产业观察", "159", "郝一萍", "167 s169 171 173 175 177 179 s181 183 185 187", "163"),
]

PAGES: dict[str, list[Expected]] = {
    "sample": SAMPLE,
    "evening.md": [
        (None, "1", "陈晓东 吴敏", "5 7 s13 15 17 s19 21 23", "11"),
        (None, "25", "赵磊", "29 31", ""),
        (None, "33", "李娜", "41 43", "37"),
    ],
    "plain.txt": [
        (None, "3", "马国庆", "7 8 9", ""),
        (None, "11", "高玉兰", "13 14", ""),
        (None, "16", "石磊", "18 19", ""),
    ],
    "dated.txt": [
        (None, "3", "", "5", ""),
        (None, "7", "", "9", ""),
    ],
    "before.md": [
        (None, "3", "冯海燕", "5 7", ""),
        (None, "11", "谢志勇", "13 15", ""),
        (None, "19", "冯海燕", "21 23", ""),
    ],
    "minguo.txt": [
        ("本埠新聞", "3", "", "5+6+7", ""),
        ("本埠新聞", "9", "", "11+12+13", ""),
        ("國際電訊", "17", "", "19+20", ""),
        ("國際電訊", "22", "", "24+25", ""),
    ],
    "wire.txt": [
        ("国内简讯", "", "李明 张华", "3", ""),
        ("国内简讯", "", "", "5", ""),
        ("国内简讯", "", "郑芳", "7", ""),
        ("国内简讯", "", "", "9", ""),
    ],
    "wrapped.txt": [
        (None, "1", "鲁峰", "3+4+5+6+7+8 10+11+12+13 15+16", ""),
        (None, "18", "陆文", "19+20+21 23+24+25", ""),
    ],
    "cuts.md": [
        ("今日聚焦", "3", "沈洁", "7 9+13 i11 s19 21+23 25+27 s29 31+33 35 n37", "17"),
        ("今日聚焦", "39", "沈洁 邹凯", "43 45+47", ""),
    ],
    "kicker.md": [
        ("要闻", "3 5 7", "丁伟", "9 11 13", ""),
        ("要闻", "15 17", "廖静", "21 23", ""),
    ],
    "supplement.md": [
        ("文苑", "3", "秦少安", "7 9 11", ""),
        ("文苑", "13", "叶文秋", "17 19", ""),
    ],
    "numbered.txt": [(None, "1", "", "3 s5 7 s9 11 s13 15 17", "")],
    "letters.txt": [
        ("人民生活", "3 4", "", "6 8", ""),
        ("读者来信", "12", "任建平", "14 15", ""),
        ("读者来信", "18", "", "20 21 22", ""),
    ],
    "train.md": [
        (None, "5 7", "陈钢 梁娟", "9 11 s13 15", "3"),
        (None, "17", "", "19", ""),
    ],
    "shenbao.txt": [
        ("本市新聞", "3", "", "4", ""),
        ("本市新聞", "5", "", "6", ""),
        ("本市新聞", "7", "", "8", ""),
    ],
    "decade.txt": [
        (None, "1 2", "贺启明 折小平", "6 s8 10 s12 14 15", ""),
        (None, "17", "", "19", ""),
    ],
    "seed.md": [("深度", "3", "郭建民", "s7 9 s11 13 15+17 s19 21 23", "")],
    "columns.md": [
        ("专题", "5", "汤海波", "7 9 11 13 15", ""),
        ("快讯", "19", "莫小雨", "21", ""),
        ("快讯", "25", "汤海波", "27", ""),
        ("快讯", "31", "莫小雨", "33", ""),
    ],
}

MARKS = {Role.SUBHEAD: "s", Role.INSET: "i", Role.NOTE: "n"}


def shown(article: Article) -> Expected:
    return (
        article.section,
        " ".join(str(heading.source_line) for heading in article.headings),
        " ".join(name for byline in article.bylines for name in byline.names),
        " ".join(
            MARKS.get(part.role, "") + "+".join(map(str, part.source_lines)) for part in article.paragraphs
        ),
        " ".join(str(figure.source_line) for figure in article.figures),
    )


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_divided_as_printed(name: str, layout_of: Layout) -> None:
    assert [shown(article) for article in layout_of(name).articles] == PAGES[name]


def test_the_sample_page_in_numbers(layout_of: Layout) -> None:
    layout = layout_of("sample")
    passages = [part for article in layout.articles for part in article.paragraphs]
    assert [label.name for label in layout.sections] == ["区域热点", "信息速递", "双城故事", "产业观察"]
    assert [label.displaced for label in layout.sections] == [False, True, False, False]
    assert len(layout.articles) == 7
    assert sum(part.role is Role.SUBHEAD for part in passages) == 5
    assert sum(part.role is not Role.SUBHEAD for part in passages) == 48
    assert sum(len(part.joins) for part in passages) == 14
    assert sum(len(article.bylines) for article in layout.articles) == 7
    assert [figure.caption for article in layout.articles for figure in article.figures] == [
        "建设中的轨道交通B1线。",
        "工作中的王伟(左)。",
        "工作人员检查过滤器运行情况。",
    ]
    assert {figure.credit for article in layout.articles for figure in article.figures} == {"由受访者提供"}
    assert [note.text for note in layout.page_notes] == ["本版图片均由受访者提供"]


def test_the_sample_pages_words_are_those_of_its_lines(layout_of: Layout) -> None:
    lines = (seeds() / "000_093351186b2237d2.txt").read_text(encoding="utf-8").split("\n")
    first = layout_of("sample").articles[0]
    assert first.headline == "建知识产权一流强区"
    assert [(heading.text, heading.role) for heading in first.headings] == [
        ("建知识产权一流强区", Role.HEADLINE),
        ("全国首单证券化项目落地滨海", Role.DECK),
    ]
    assert first.bylines[0].raw == "■ 本报记者 刘畅"
    assert first.bylines[0].role == "本报记者"
    cut = next(part for part in first.paragraphs if part.source_lines == (23, 27))
    assert cut.text == lines[22] + lines[26]
    assert [(join.at, join.before_line, join.after_line) for join in cut.joins] == [(len(lines[22]), 23, 27)]
    assert 0 < cut.confidence < 1


def test_every_first_paragraph_is_the_lead(layout_of: Layout) -> None:
    for name in PAGES:
        for article in layout_of(name).articles:
            roles = [part.role for part in article.paragraphs if part.role is not Role.SUBHEAD]
            assert roles.index(Role.LEAD) == 0
            assert roles.count(Role.LEAD) == 1


def full_width(page: str) -> str:
    return page.translate(str.maketrans(",:;()", "，：；（）"))


def unmarked(page: str) -> str:
    return re.sub(r"^#+ ", "", page, flags=re.MULTILINE)


def wrapped(page: str, width: int) -> str:
    """Break every line that is no heading hard at a width."""
    lines = (
        line if line.startswith("#") else re.sub(f"(.{{{width}}})(?=.)", r"\1\n", line)
        for line in page.split("\n")
    )
    return "\n".join(lines)


@pytest.mark.parametrize(
    "twin",
    [
        full_width,
        unmarked,
        OpenCC("s2t").convert,
        partial(wrapped, width=24),
        partial(wrapped, width=40),
        lambda page: unmarked(wrapped(page, 24)),
        lambda page: page.replace("## ", "# "),
    ],
    ids=[
        "full width",
        "no marks",
        "traditional",
        "wrapped 24",
        "wrapped 40",
        "wrapped, no marks",
        "one level",
    ],
)
def test_the_sample_page_in_other_dress_is_divided_alike(twin: Callable[[str], str]) -> None:
    page = (seeds() / "000_093351186b2237d2.txt").read_text(encoding="utf-8")
    assert words(lay_out(read_markdown(twin(page), "utf-8"), vocabulary)) == words(
        lay_out(read_markdown(page, "utf-8"), vocabulary), twin
    )


def words(layout: PageLayout, dress: Callable[[str], str] = str) -> list[list[str]]:
    """Return each article's parts as role and text, dressed without line breaks."""
    return [
        [f"{role}: {dress(text)}".replace("\n", "") for role, text in article.parts()]
        for article in layout.articles
    ]


def test_title_blocks_follow_the_depth_of_headings(layout_of: Layout) -> None:
    roles = [heading.role for heading in layout_of("kicker.md").articles[0].headings]
    assert roles == [Role.KICKER, Role.HEADLINE, Role.DECK]
    assert layout_of("kicker.md").articles[0].headline == "把粮食安全的担子挑稳挑牢"


def test_a_page_of_pieces_is_still_a_page() -> None:
    assert (
        lay_out(read_markdown("只有一行没有标点", "utf-8"), vocabulary).articles[0].paragraphs[0].text
        == "只有一行没有标点"
    )
    headings = lay_out(
        read_markdown("## 甲地消息\n\n## 乙地消息\n\n## 丙地消息要长一些才不是栏目\n", "utf-8"), vocabulary
    )
    assert sum(len(article.headings) for article in headings.articles) + len(headings.sections) == 3
    bylines = lay_out(read_markdown("■ 本报记者 刘畅\n\n■ 本报记者 袁诚\n", "utf-8"), vocabulary)
    assert [byline.names for article in bylines.articles for byline in article.bylines] == [
        ("刘畅",),
        ("袁诚",),
    ]
    picture = lay_out(read_markdown("![](1.jpg)\n", "utf-8"), vocabulary)
    assert len(picture.figures) == 1
    assert lay_out(read_markdown("", "utf-8"), vocabulary) == PageLayout((), ())
