"""Articles saved as web pages: title, text and page as the markup tells them; menus and scripts never."""

from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from baoguan.domain.errors import SourceEmpty
from baoguan.domain.page import BlockRole, PageScan
from baoguan.readers.reading import open_source

_TEXT = "这是一篇写得足够长的正文，讲的是城里新开的一条铁路，以及沿线的人们怎样看它。"


def _scan(folder: Path, text: str, encoding: str = "utf-8") -> PageScan:
    path = folder / "article.htm"
    path.write_bytes(text.encode(encoding))
    source = open_source(path)
    assert (source.format, len(source)) == ("html", 1)
    return source.scan(0)


def _told(scan: PageScan, role: BlockRole) -> list[str]:
    return [block.text for block in scan.blocks if block.role is role]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("kind", ["press", "meta", "table"])
@pytest.mark.parametrize("seed", [2, 7])
def test_an_article_is_its_headlines_and_paragraphs_and_nothing_else(
    newsroom: ModuleType, kind: str, encoding: str, seed: int, tmp_path: Path
) -> None:
    page = newsroom.page(seed, "broadsheet")
    story = page.stories[0]
    scan = open_source(newsroom.write_html(page, story.name, tmp_path / "a.html", kind, encoding)).scan(0)
    assert scan.encoding == encoding
    assert scan.articles[0].title == story.headline
    headings = [block.text for block in scan.blocks if block.role is BlockRole.HEADING]
    heads = [story.kicker, story.headline, story.deck] if kind == "press" else [story.headline]
    assert [head for head in heads if head] == headings[: len([head for head in heads if head])]
    texts = _told(scan, BlockRole.TEXT)
    assert texts[-len(story.paragraphs) :] == list(story.paragraphs)
    assert not set(texts[: -len(story.paragraphs)]) - set(story.bylines)
    assert scan.imprint.date == page.date
    if kind == "press":
        assert _told(scan, BlockRole.BYLINE) == list(story.bylines)
    if kind != "table":
        assert scan.imprint.title == page.title
    if kind != "meta":
        assert scan.imprint.number == page.number


def test_a_page_as_the_peoples_daily_has_it(tmp_path: Path) -> None:
    head = "<h3>引题一行</h3><h1>大河奔流</h1><h2>副题一行</h2><p class='sec'>本报记者　张　三 "
    folio = "<span class='date'>《人民日报》（ 2022年10月12日　第 03 版）</span></p>"
    picture = "<table><tr><td><img src='a.jpg'/></td></tr><tr><td class='pic'>图为渡口。</td></tr></table>"
    text = f"<P>　　{_TEXT}</P><P>　　<B>小标题</B></P><P>　　{_TEXT}完。</P>"
    scan = _scan(
        tmp_path,
        "<!DOCTYPE html><html><head><title>大河奔流</title></head><body><div class='nav'><a>上一版</a></div>"
        f"<div class='article'>{head}{folio}{picture}<div id='articleContent'><div id='ozoom'>{text}</div>"
        "</div></div><script>var a = '<p>不是正文</p>';</script></body></html>",
    )
    assert (scan.imprint.title, scan.imprint.number) == ("人民日报", "03")
    assert scan.imprint.date == date(2022, 10, 12)
    assert scan.articles[0].title == "大河奔流"
    assert _told(scan, BlockRole.HEADING) == ["引题一行", "大河奔流", "副题一行"]
    assert _told(scan, BlockRole.CAPTION) == ["图为渡口。"]
    assert _told(scan, BlockRole.TEXT) == ["本报记者　张　三", _TEXT, "小标题", f"{_TEXT}完。"]


def test_what_json_tells_of_a_page_is_taken(tmp_path: Path) -> None:
    told = (
        '{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "headline": "新桥通车", '
        '"datePublished": "2021-03-04T08:00:00+08:00", "author": [{"name": "李四"}], '
        '"publisher": {"name": "海港日报"}}]}'
    )
    scan = _scan(
        tmp_path,
        f"<html><head><title>x</title><script type='application/ld+json'>{told}</script></head>"
        f"<body><h1>新桥通车</h1><div>{_TEXT}<br/>{_TEXT}二</div><footer>版权</footer></body></html>",
    )
    assert (scan.imprint.title, scan.imprint.date) == ("海港日报", date(2021, 3, 4))
    assert _told(scan, BlockRole.HEADING) == ["新桥通车"]
    assert _told(scan, BlockRole.BYLINE) == ["李四"]
    assert _told(scan, BlockRole.TEXT) == [_TEXT, f"{_TEXT}二"]


def test_markup_in_text_stays_text_and_hidden_parts_are_not_shown(tmp_path: Path) -> None:
    scan = _scan(
        tmp_path,
        f"<html><body><article><h1>题</h1><p>&lt;b&gt;{_TEXT}&lt;/b&gt;</p>"
        f"<p style='display: none'>{_TEXT}</p>"
        "<div class='share'>分享到</div><p><a href='#'>相关阅读</a></p></article></body></html>",
    )
    assert _told(scan, BlockRole.TEXT) == [f"<b>{_TEXT}</b>"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("gb2312", "utf-8"), ("", "gb18030"), ("big5", "big5hkscs")],
)
def test_pages_in_another_encoding_than_they_declare_are_read(
    tmp_path: Path, declared: str, encoding: str
) -> None:
    text = _TEXT if encoding != "big5hkscs" else "臺北市今日開始修築新路，預計明年完工，沿線居民都說方便。"
    head = f"<html><head><meta charset='{declared}'><title>t</title></head>"
    scan = _scan(tmp_path, f"{head}<body><p>{text}</p></body></html>", encoding)
    assert _told(scan, BlockRole.TEXT) == [text]


@pytest.mark.parametrize(
    ("menu", "node", "number"),
    [
        ("第01版：要闻 第02版：国际 第03版：副刊", "", None),
        ("第01版：要闻 第02版：国际 第03版：副刊", "第03版：副刊", "03"),
        ("本版：A05版 健康", "", "A05"),
        ("第三版", "", "三"),
    ],
)
def test_a_list_of_an_issues_pages_is_no_page_number(
    tmp_path: Path, menu: str, node: str, number: str | None
) -> None:
    told = f"<!--enpproperty <title><p>题</p></title><nodename>{node}</nodename>/enpproperty-->"
    body = f"<div>{menu}</div><div id='ozoom'><p>{_TEXT}</p></div>"
    scan = _scan(tmp_path, f"<html>{told}<head><title>t</title></head><body>{body}</body></html>")
    assert scan.imprint.number == number
    assert scan.articles[0].title == "题"


def test_a_page_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(SourceEmpty, match="holds no article"):
        _scan(tmp_path, "<html><body><script>a()</script></body></html>")
