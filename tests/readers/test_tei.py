"""TEI files: articles, pages and lines as their elements tell them."""

from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from baoguan.domain.errors import SourceEmpty
from baoguan.domain.page import BlockRole, Region
from baoguan.readers.reading import Source, open_source


def _open(folder: Path, body: str, before: str = "") -> Source:
    path = folder / "page.xml"
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{before}<text><body>{body}</body></text></TEI>'
    path.write_text(text, encoding="utf-8")
    return open_source(path)


@pytest.mark.parametrize("layout", ["broadsheet", "vertical", "latin"])
def test_a_page_is_its_articles_with_lines_in_their_zones(
    newsroom: ModuleType, layout: str, tmp_path: Path
) -> None:
    page = newsroom.page(4, layout)
    source = open_source(newsroom.write_tei(page, tmp_path / "page.xml", 300))
    assert (source.format, len(source)) == ("tei", 1)
    scan = source.scan(0)
    texts = ["".join(scan.blocks[place].text for place in article.blocks) for article in scan.articles]
    for story in page.stories:
        own = [block for block in newsroom.blocks(page) if block.article == story.name]
        assert "".join(block.text for block in own) in texts
    lines = {line.text.strip(): line for block in scan.blocks for line in block.printed}
    for true in page.lines:
        if sum(line.text == true.text for line in page.lines) == 1 and (found := lines.get(true.text)):
            assert found.region.left == pytest.approx(max(true.box.scaled(300 / 72).left, 0), abs=1.5)
            assert found.region.height == pytest.approx(true.box.scaled(300 / 72).height, abs=40)
    assert (scan.imprint.title, scan.imprint.date, scan.imprint.number) == (
        page.title,
        page.date,
        page.number,
    )


def test_the_picture_of_a_surface_is_found(newsroom: ModuleType, tmp_path: Path) -> None:
    page = newsroom.page(2, "simple")
    source = open_source(newsroom.write_tei(page, tmp_path / "page.xml", 72, image=True))
    scan = source.scan(0)
    assert scan.image is not None
    assert source.files == (tmp_path / "page.xml", scan.image.file)
    assert (scan.width, scan.height) == (scan.image.width, scan.image.height)


def test_pages_begin_where_they_begin_in_the_midst_of_a_paragraph(tmp_path: Path) -> None:
    facsimile = (
        '<facsimile><surface xml:id="s1" ulx="0" uly="0" lrx="100" lry="200">'
        '<zone xml:id="z" ulx="10" uly="20" lrx="60" lry="30"/></surface>'
        '<surface xml:id="s2" ulx="0" uly="0" lrx="90" lry="190"/></facsimile>'
    )
    body = (
        '<pb n="3" facs="#s1"/><div type="article" xml:id="a"><head type="kicker">引题</head><head>题</head>'
        '<p><lb facs="#z"/>前半<pb n="4" facs="#s2"/>后半</p></div>'
    )
    source = _open(tmp_path, body, facsimile)
    first, second = source.scan(0), source.scan(1)
    assert [(block.text, block.role, block.level) for block in first.blocks] == [
        ("引题", BlockRole.HEADING, 2),
        ("题", BlockRole.HEADING, 1),
        ("前半", BlockRole.TEXT, 0),
    ]
    assert [block.text for block in second.blocks] == ["后半"]
    assert [article.name for article in (*first.articles, *second.articles)] == ["a", "a"]
    assert (first.width, first.height, second.width, first.imprint.number) == (100, 200, 90, "3")
    assert first.blocks[2].printed[0].region == Region(10, 20, 50, 10)


def test_words_divided_at_line_beginnings_say_so(tmp_path: Path) -> None:
    zones = '<facsimile><surface><zone xml:id="z" ulx="1" uly="1" lrx="9" lry="9"/></surface></facsimile>'
    body = (
        '<div type="article"><p><lb facs="#z"/>the news-<lb break="no"/>paper <lb/>of rec<lb break="no"/>ord'
        "</p></div>"
    )
    block = _open(tmp_path, body, zones).scan(0).blocks[0]
    assert block.text == "the news-paperof rec\u00adord"
    assert block.starts == (0, 9, 14, 21)


def test_lines_whose_places_nobody_knows_are_one(tmp_path: Path) -> None:
    body = "<p>the news-<lb/>paper <lb/>of rec<lb break='no'/>ord</p><p>天津<lb/>日报</p>"
    scan = _open(tmp_path, f'<div type="article">{body}</div>').scan(0)
    assert [(block.text, block.lines) for block in scan.blocks] == [
        ("the newspaper of record", (1,)),
        ("天津日报", (2,)),
    ]


def test_an_articles_title_is_its_main_head(tmp_path: Path) -> None:
    heads = '<head type="kicker">引题</head><head type="main">主题</head><head type="sub">副题</head>'
    scan = _open(tmp_path, f'<div type="article">{heads}<p>正文</p></div>').scan(0)
    assert [block.level for block in scan.blocks] == [2, 1, 2, 0]
    assert scan.articles[0].title == "主题"


def test_sections_hold_articles_and_figures_have_captions(tmp_path: Path) -> None:
    body = (
        '<div type="section"><head>要闻</head><div type="article"><head>甲</head><p>一</p>'
        "<figure><head>图说</head></figure></div>"
        '<div type="advertisement"><p>减价</p></div></div><fw>第一版</fw>'
    )
    header = (
        "<teiHeader><fileDesc><titleStmt><title>晨报</title></titleStmt><publicationStmt><p/></publicationStmt>"
        "<sourceDesc><bibl><date>1931年9月18日</date></bibl></sourceDesc></fileDesc></teiHeader>"
    )
    scan = _open(tmp_path, body, header).scan(0)
    assert [(block.text, block.role) for block in scan.blocks] == [
        ("要闻", BlockRole.HEADING),
        ("甲", BlockRole.HEADING),
        ("一", BlockRole.TEXT),
        ("图说", BlockRole.CAPTION),
        ("减价", BlockRole.TEXT),
        ("第一版", BlockRole.FURNITURE),
    ]
    assert [(a.blocks, a.title, a.genre) for a in scan.articles] == [
        ((1, 2, 3), "甲", "article"),
        ((4,), "", "advertisement"),
    ]
    assert (scan.imprint.title, scan.imprint.date) == ("晨报", date(1931, 9, 18))


def test_a_file_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(SourceEmpty, match="holds no text"):
        _open(tmp_path, "<p> </p>")
