"""Whatever the text, every source line with text is in exactly one part, character for character."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baoguan.domain.article import PageLayout
from baoguan.domain.page import BLANK, BlockRole, PageScan
from baoguan.index import vocabulary
from baoguan.layout.page import lay_out
from baoguan.readers.markdown import read_markdown, source_lines

PIECES = [
    "",
    "",
    "",
    "## 区域热点",
    "# 信息速递",
    "## 七座车站主体封顶 新区轨道交通建设提速",
    "### 运营模式创新 破解融资瓶颈",
    "■ 本报记者 刘畅",
    "本报记者 张三 李四 摄",
    "(记者 石磊)",
    "秦少安",
    "![](1.jpg)",
    "![新站房内景一角](2.jpg)",
    "图为施工现场。本报记者 周涛 摄",
    "建设中的车站。",
    "本版图片均由受访者提供",
    "责任编辑 王蕾",
    "(下转第三版)",
    "近日,本市发布通知,进一步扩大互认范围。",
    "本报讯(记者 张三)昨日,水库开闸放水。",
    "新华社北京10月1日电 国家统计局发布数据。",
    "“目前,车站的主体结构施工已经完成,",
    "很快就可以封顶。”项目经理告诉记者。",
    "他说“这件事(包括另一件",
    "知识产权证券化、不断",
    "拓宽多元化融资渠道的成功尝试。",
    "权局公布的名单中,滨海",
    "  缩进两格的一行文字,后面还有",
    "　　全角缩进的一段话。",
    "一、严格落实责任",
    "2022年10月12日 星期三 第3版",
    "电车公司昨日增开夜车",
    "Covid-19 vaccine",
    "12",
    "。",
    "”",
]


def unaccounted(scan: PageScan, layout: PageLayout) -> dict[int, str]:
    """Take every part of a layout off the lines of its scan; return what is left."""
    left = lines_of(scan)
    printed = {figure.source_line: figure.credit for figure in layout.figures}
    for label in layout.sections:
        take(left, label.source_line, label.name)
    for note in layout.page_notes:
        take(left, note.source_line, note.text)
    for article in layout.articles:
        inside = {line for part in article.paragraphs for line in part.source_lines}
        for part in article.paragraphs:
            assert part.text == "".join(raw_line(scan, line) for line in part.source_lines)
            for line in part.source_lines:
                left.pop(line)
        for heading in article.headings:
            take(left, heading.source_line, heading.text)
        for byline in article.bylines:
            if byline.source_line not in inside:
                take(left, byline.source_line, byline.raw)
        printed |= {figure.source_line: figure.credit for figure in article.figures}
    for figure in (*layout.figures, *(figure for article in layout.articles for figure in article.figures)):
        rest = take(left, figure.source_line, figure.caption)
        credit = bare(printed[figure.source_line])
        assert credit.startswith(rest)
        credit = credit.removeprefix(rest)
        following = after(left, figure.source_line)
        while left.get(following) and credit.startswith(left[following]):
            credit = credit.removeprefix(left.pop(following))
            following = after(left, figure.source_line)
    return left


def take(left: dict[int, str], line: int, text: str) -> str:
    """Take a part's lines away; return what its last line has beyond the part."""
    rest = bare(text)
    here = left.pop(line)
    while len(here) < len(rest):
        assert rest.startswith(here)
        rest = rest[len(here) :]
        here = left.pop(after(left, line))
    assert here.startswith(rest)
    return here[len(rest) :]


def after(left: dict[int, str], line: int) -> int:
    return min((number for number in left if number > line), default=0)


def bare(text: str) -> str:
    return "".join(char for char in text if char not in BLANK)


def raw_line(scan: PageScan, number: int) -> str:
    for block in scan.blocks:
        if number in block.lines:
            starts = [*(block.starts or (0,)), len(block.text)]
            at = block.lines.index(number)
            return block.text[starts[at] : starts[at + 1]].strip(BLANK)
    raise KeyError(number)


def lines_of(scan: PageScan) -> dict[int, str]:
    """Return the lines of a scan that have text or are pictures; a picture's file name is no text."""
    found = {}
    for block in scan.blocks:
        for number in block.lines:
            text = bare(raw_line(scan, number))
            if block.role is BlockRole.IMAGE:
                found[number] = text if sum("\u3400" <= char <= "\u9fff" for char in text) >= 4 else ""
            elif text:
                found[number] = text
    return found


def check(text: str) -> None:
    scan = read_markdown(text, "utf-8")
    left = unaccounted(scan, lay_out(scan, vocabulary))
    assert not any(left.values()), left


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_pages_of_usual_lines_lose_and_double_nothing(lines: list[str]) -> None:
    check("\n".join(lines))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("新闻的,。“”()#\n\n \u3000一1a!")))
def test_any_run_of_characters_loses_and_doubles_nothing(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_text_loses_and_doubles_nothing(text: str) -> None:
    check(text)


@pytest.mark.parametrize("name", ["sample", "evening.md", "plain.txt", "minguo.txt", "cuts.md", "columns.md"])
def test_every_choice_turned_down_loses_and_doubles_nothing(
    name: str, scan_of: Callable[[str], PageScan]
) -> None:
    scan = scan_of(name)
    for decision in lay_out(scan, vocabulary).decisions:
        left = unaccounted(scan, lay_out(scan, vocabulary, frozenset({decision.key})))
        assert not any(left.values()), decision.key


@pytest.mark.parametrize(
    "text",
    [
        "“" * 200_000,
        "新闻内容," * 80_000,
        "## 标题文字\n\n" * 5_000,
        "■ 本报记者 刘畅\n\n" * 5_000,
        "一二三四五六\n" * 20_000,
        "经济发展的情况与\n\n" * 10_000,
        "## 第三号消息\n\n这是关于消息的正文。\n\n本报记者 张三\n\n" * 2_000,
        "记者 " + "张三、" * 100_000,
    ],
    ids=["quotes", "one line", "headings", "bylines", "lines", "unfinished", "briefs", "names"],
)
def test_very_large_or_uniform_pages_are_laid_out(text: str) -> None:
    layout = lay_out(read_markdown(text, "utf-8"), vocabulary)
    words = sum(len(part.text) for article in layout.articles for part in article.paragraphs)
    headings = sum(len(heading.text) for article in layout.articles for heading in article.headings)
    bylines = sum(len(byline.raw) for article in layout.articles for byline in article.bylines)
    labels = sum(len(label.name) for label in layout.sections)
    blank = sum(line.count("#") + 1 for line in source_lines(text) if line.startswith("#"))
    assert words + headings + bylines + labels + blank == len(text.replace("\n", "").rstrip())
