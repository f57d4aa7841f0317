"""ALTO files: every word once, every character where it stands, whatever the version and the unit."""

from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from baoguan.domain.errors import SourceEmpty, SourceUnreadable, UnknownFormat
from baoguan.domain.page import BlockRole, PageScan, Region
from baoguan.readers.alto_page import read_alto_page
from baoguan.readers.reading import open_source

_HEAD = "<alto><Description><MeasurementUnit>{unit}</MeasurementUnit></Description>{styles}<Layout>"
_BOX = 'HPOS="{}" VPOS="{}" WIDTH="{}" HEIGHT="{}"'


def _file(folder: Path, page: str, unit: str = "pixel", styles: str = "") -> Path:
    path = folder / "page.xml"
    text = f"{_HEAD.format(unit=unit, styles=styles)}{page}</Layout></alto>"
    path.write_text(text, encoding="utf-8")
    return path


def _scan(folder: Path, page: str, unit: str = "pixel", styles: str = "") -> PageScan:
    source = open_source(_file(folder, page, unit, styles))
    assert source.format == "alto"
    return source.scan(0)


def _string(text: str, left: float, top: float, width: float, height: float = 20, more: str = "") -> str:
    return f"<String CONTENT={quoteattr(text)} {_BOX.format(left, top, width, height)} {more}/>"


def _block(*lines: str, more: str = "") -> str:
    return f"<TextBlock {more}>{''.join(f'<TextLine>{line}</TextLine>' for line in lines)}</TextBlock>"


def _page(*blocks: str, width: int = 1000, height: int = 2000) -> str:
    return f'<Page WIDTH="{width}" HEIGHT="{height}"><PrintSpace>{"".join(blocks)}</PrintSpace></Page>'


@pytest.mark.parametrize(
    ("layout", "version", "unit"),
    [
        ("broadsheet", "none", "pixel"),
        ("latin", "none", "pixel"),
        ("mixed", "ccs", "mm10"),
        ("vertical", "2", "mm10"),
        ("vertical", "4", "inch1200"),
        ("simple", "4", "pixel"),
    ],
)
def test_every_line_of_a_page_is_read_where_it_stands(
    newsroom: ModuleType, layout: str, version: str, unit: str, tmp_path: Path
) -> None:
    page = newsroom.page(4, layout)
    flavour = newsroom.Alto(version, unit, dpi=300, strings="glyph" if version == "4" else "word")
    scan = open_source(newsroom.write_alto(page, tmp_path / "page.xml", flavour)).scan(0)
    lines = {line.text: line for block in scan.blocks for line in block.printed}
    assert Counter(line.text for line in page.lines) == Counter(
        line.text for block in scan.blocks for line in block.printed
    )
    assert (scan.width, scan.height) == pytest.approx((page.width * 300 / 72, page.height * 300 / 72), abs=2)
    for line in page.lines:
        found = lines[line.text]
        if sum(other.text == line.text for other in page.lines) > 1:
            continue
        assert found.vertical == line.vertical
        assert found.cuts[0] == pytest.approx(_begin(line, 0), abs=2.5)
        last = len(found.text.rstrip()) - 1
        assert found.cuts[last] == pytest.approx(_begin(line, last), abs=25 if version != "4" else 3)


def _begin(line: Any, at: int) -> float:
    box = line.boxes[at].scaled(300 / 72)
    if line.vertical:
        return float(box.top)
    return float(box.right if line.leftward else box.left)


_WORD = st.text("汉字abc-¬\u3000é的", min_size=1, max_size=4)


@given(
    st.lists(
        st.lists(
            st.lists(st.text("汉字abc-¬\u3000é的", min_size=1, max_size=4), min_size=1, max_size=5),
            max_size=4,
        ),
        max_size=4,
    )
)
def test_any_file_yields_all_its_words_once(blocks: list[list[list[str]]]) -> None:
    told = []
    for lines in blocks:
        rows = enumerate(lines)
        told.append(
            _block(*("".join(_string(w, 10 * at, 30 * y, 9) for at, w in enumerate(row)) for y, row in rows))
        )
    root = etree.fromstring(f"<alto><Layout>{_page(*told)}</Layout></alto>")
    sheet = read_alto_page(next(root.iter("Page")), root).sheet
    printed = [line for block in sheet.blocks for line in block.printed]
    words = [" ".join(word.split()) for lines in blocks for line in lines for word in line]
    assert "".join("".join(line.text for line in printed).split()) == "".join("".join(words).split())
    assert [line.number for line in printed] == list(range(1, len(printed) + 1))
    for block in sheet.blocks:
        assert "".join(line.text for line in block.printed) == block.text
    for line in printed:
        assert len(line.cuts) == len(line.text) + 1
        assert line.cuts in (tuple(sorted(line.cuts)), tuple(sorted(line.cuts, reverse=True)))


def test_a_divided_word_ends_its_line_with_its_hyphen(tmp_path: Path) -> None:
    first = 'SUBS_TYPE="HypPart1" SUBS_CONTENT="newspaper"'
    second = 'SUBS_TYPE="HypPart2" SUBS_CONTENT="newspaper"'
    block = _block(
        _string("the", 0, 0, 30) + "<SP/>" + _string("news", 40, 0, 40, more=first) + '<HYP CONTENT="-"/>',
        _string("paper", 0, 30, 50, more=second) + "<SP/>" + _string("of", 60, 30, 20),
        _string("record", 0, 60, 60),
    )
    found = _scan(tmp_path, _page(block)).blocks[0]
    assert [line.text for line in found.printed] == ["the news-", "paper of", "record"]
    assert found.printed[0].cuts == (0, 10, 20, 30, 40, 50, 60, 70, 80, 80)
    assert found.starts == (0, 9, 17)


@pytest.mark.parametrize(
    ("content", "after", "text", "raw"),
    [
        ("news", '<HYP CONTENT="-"/>', "the news-", ""),
        ("news-", '<HYP CONTENT="-"/>', "the news-", ""),
        ("news-", "", "the news-", ""),
        ("news", '<HYP CONTENT="="/>', "the news-", "the news="),
        ("news", '<HYP CONTENT="¬"/>', "the news-", "the news¬"),
        ("news", "<HYP/>", "the news-", ""),
        ("news", "", "the news\u00ad", "the news"),
    ],
)
def test_a_divided_word_is_divided_by_one_hyphen_whatever_its_sign(
    tmp_path: Path, content: str, after: str, text: str, raw: str
) -> None:
    more = 'SUBS_TYPE="HypPart1" SUBS_CONTENT="newspaper"'
    line = _string("the", 0, 0, 30) + "<SP/>" + _string(content, 40, 0, 40, more=more) + after
    printed = _scan(tmp_path, _page(_block(line, _string("paper", 0, 30, 50)))).blocks[0].printed[0]
    assert (printed.text, printed.raw) == (text, raw)


def test_spaces_of_recognisers_between_chinese_words_are_no_text(tmp_path: Path) -> None:
    line = "<SP/>".join(_string(word, 42 * at, 0, 40) for at, word in enumerate(["天津", "日报", "今天"]))
    apart = _string("王伟", 0, 30, 40) + "<SP/>" + _string("李明", 60, 30, 40)
    block = _scan(tmp_path, _page(_block(line, apart))).blocks[0]
    assert [line.text for line in block.printed] == ["天津日报今天", "王伟 李明"]


def test_words_of_a_file_that_writes_no_spaces_are_apart(tmp_path: Path) -> None:
    line = _string("the", 0, 0, 30) + _string("news", 40, 0, 40)
    assert _scan(tmp_path, _page(_block(line))).blocks[0].text == "the news"


def test_tenths_of_millimetres_are_pixels_of_the_picture(tmp_path: Path, newsroom: ModuleType) -> None:
    page = newsroom.page(2, "simple")
    newsroom.write_scan(page, tmp_path / "page.png", 72)
    text = _block(_string("汉字", 100, 200, 400))
    told = f"<Page WIDTH='{page.width * 10}' HEIGHT='{page.height * 10}'>{text}</Page>"
    scan = _scan(tmp_path, told, "mm10")
    assert scan.image is not None
    assert (scan.width, scan.height) == (scan.image.width, scan.image.height)
    assert scan.blocks[0].printed[0].region.left == pytest.approx(10, rel=0.01)
    assert scan.files == (tmp_path / "page.png",)


def test_boxes_that_lead_off_the_page_are_cut_off_and_senseless_ones_are_none(tmp_path: Path) -> None:
    text = _block(_string("出界", 990, 10, 50) + _string("很远", 5000, 10, 50), _string("负数", 10, 40, -5))
    nowhere = _block(
        '<String CONTENT="无处"/>', '<String CONTENT="也无" HPOS="x" VPOS="" WIDTH="nan" HEIGHT="inf"/>'
    )
    scan = _scan(tmp_path, _page(text, nowhere))
    assert [block.text for block in scan.blocks] == ["出界很远负数", "无处也无"]
    assert scan.blocks[0].printed[0].region == Region(990, 10, 10, 20)
    assert scan.blocks[1].printed == ()


def test_margins_styles_tags_and_blocks_of_blocks_say_what_text_is(tmp_path: Path) -> None:
    styles = (
        '<Styles><TextStyle ID="S1" FONTSIZE="30" FONTSTYLE="bold"/><TextStyle ID="S2" FONTSIZE="10"/>'
        '<TextStyle ID="S3" FONTSIZE="8"/></Styles><Tags><LayoutTag ID="T" LABEL="Headline"/></Tags>'
    )
    page = (
        '<Page WIDTH="1000" HEIGHT="2000"><TopMargin>'
        + _block(_string("第三版", 0, 0, 60))
        + "</TopMargin><PrintSpace>"
        + _block(_string("标题很大", 0, 100, 240, 60), more='STYLEREFS="S1" TAGREFS="T"')
        + "".join(_block(_string("正文一行", 0, top, 80), more='STYLEREFS="S2 P1"') for top in (200, 230))
        + f'<ComposedBlock TYPE="Illustration"><Illustration {_BOX.format(500, 500, 200, 100)}/>'
        + _block(_string("图说", 500, 610, 40), more='STYLEREFS="S3"')
        + '</ComposedBlock><ComposedBlock TYPE="Advertisement"><ComposedBlock>'
        + _block(_string("减价", 0, 900, 40))
        + "</ComposedBlock></ComposedBlock>"
        + f"<GraphicalElement {_BOX.format(0, 90, 900, 2)}/></PrintSpace></Page>"
    )
    scan = _scan(tmp_path, page, styles=styles)
    assert [(block.role, block.text) for block in scan.blocks] == [
        (BlockRole.FURNITURE, "第三版"),
        (BlockRole.HEADING, "标题很大"),
        (BlockRole.TEXT, "正文一行"),
        (BlockRole.TEXT, "正文一行"),
        (BlockRole.IMAGE, ""),
        (BlockRole.CAPTION, "图说"),
        (BlockRole.ADVERTISEMENT, "减价"),
    ]
    headline = scan.blocks[1].printed[0]
    assert (headline.bold, headline.size) == (True, pytest.approx(60))
    assert scan.rulings == (Region(0, 90, 900, 2),)


def test_sizes_that_lines_give_the_lie_are_not_believed(tmp_path: Path) -> None:
    sizes = "".join(f'<TextStyle ID="S{size}" FONTSIZE="{size}"/>' for size in (8, 10, 20))
    lines = [
        ("正文", 40, 20, 10),
        ("正文", 80, 20, 10),
        ("小字", 120, 16, 8),
        ("大题", 160, 90, 10),
        ("题", 300, 40, 20),
    ]
    blocks = [
        _block(_string(t, 0, top, 80, high), more=f'STYLEREFS="S{size}"') for t, top, high, size in lines
    ]
    scan = _scan(tmp_path, _page(*blocks), styles=f"<Styles>{sizes}</Styles>")
    assert [block.printed[0].size for block in scan.blocks] == [20, 20, 16, 90, 40]


def test_a_reading_order_that_the_file_tells_is_followed(tmp_path: Path) -> None:
    blocks = [
        _block(_string(text, 0, 0, 40), more=f'ID="{name}" IDNEXT="{after}"') for text, name, after in _CHAIN
    ]
    scan = _scan(tmp_path, _page(*blocks))
    assert ("".join(block.text for block in scan.blocks), scan.ordered) == ("甲乙丙丁", True)
    assert [block.lines for block in scan.blocks] == [(1,), (2,), (3,), (4,)]


_CHAIN = (("乙", "b", "c"), ("丁", "d", ""), ("甲", "a", "b"), ("丙", "c", "d"))


@pytest.mark.parametrize(
    ("break_it", "error", "says"),
    [
        ("laughing_alto", UnknownFormat, "declares entities"),
        ("mislabelled_alto", None, ""),
        ("gb_alto", None, ""),
        ("dtd_alto", None, ""),
        ("misplaced_alto", None, ""),
    ],
)
def test_hostile_and_wrong_files(
    newsroom: ModuleType, tmp_path: Path, break_it: str, error: type[Exception] | None, says: str
) -> None:
    page = newsroom.page(2, "simple")
    path = getattr(newsroom.broken, break_it)(page, tmp_path / "page.xml")
    if error:
        with pytest.raises(error, match=says):
            open_source(path)
        return
    scan = open_source(path).scan(0)
    assert Counter("".join(block.text for block in scan.blocks)) == Counter(page.text().replace("\n", ""))


@pytest.mark.parametrize(
    ("told", "encoding", "expected"),
    [
        ("été passé à l'hôtel", "latin-1", "été passé à l'hôtel"),
        ("Marks &amp; Spencer & Co", "utf-8", "Marks & Spencer & Co"),
        ("caf&eacute; a&nbsp;b", "utf-8", "café a b"),
        ("one\x0ctwo&#1;", "utf-8", "one two"),
        ("&lt;b&gt; &#x4e2d;&#25991;&nbsp;", "utf-8", "<b> 中文"),
    ],
)
def test_what_is_no_xml_and_found_in_archives_is_read(
    tmp_path: Path, told: str, encoding: str, expected: str
) -> None:
    box = _BOX.format(0, 0, 100, 20)
    path = _file(tmp_path, _page(_block(f'<String CONTENT="{told}" {box}/>')))
    declared = f'<?xml version="1.0" encoding="UTF-8"?>{path.read_text("utf-8")}'
    path.write_bytes(declared.encode(encoding))
    assert open_source(path).scan(0).blocks[0].text == expected


def test_lines_may_have_outlines_in_place_of_boxes(tmp_path: Path) -> None:
    shape = '<Shape><Polygon POINTS="10,20 110,22 110,60 10,58"/></Shape>'
    block = f'<TextBlock><TextLine>{shape}<String CONTENT="汉字"/></TextLine></TextBlock>'
    printed = _scan(tmp_path, _page(block)).blocks[0].printed[0]
    assert (printed.region, printed.cuts) == (Region(10, 20, 100, 40), (10, 60, 110))


def test_a_file_that_pries_is_refused(newsroom: ModuleType, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mm10", encoding="utf-8")
    with pytest.raises(UnknownFormat, match="declares entities"):
        open_source(newsroom.broken.prying_alto(newsroom.page(2, "simple"), tmp_path / "page.xml", secret))


def test_files_that_are_cut_off_too_deep_or_empty_are_said_so(newsroom: ModuleType, tmp_path: Path) -> None:
    page = newsroom.page(2, "simple")
    with pytest.raises(SourceUnreadable, match="cut off"):
        open_source(newsroom.broken.truncated(newsroom.write_alto(page, tmp_path / "page.xml")))
    with pytest.raises(SourceUnreadable, match="not well-formed"):
        open_source(newsroom.broken.deep_alto(tmp_path / "deep.xml"))
    with pytest.raises(SourceEmpty, match="holds no page"):
        open_source(_file(tmp_path, ""))
