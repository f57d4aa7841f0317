"""PAGE files: regions in the order they tell, lines where they stand, articles where they are tagged."""

from pathlib import Path
from types import ModuleType

import pytest

from baoguan.domain.errors import SourceEmpty
from baoguan.domain.page import BlockRole, PageScan, Region
from baoguan.readers.reading import open_source

_SPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"


def _scan(folder: Path, inside: str, more: str = "") -> PageScan:
    path = folder / "page.xml"
    page = f'<Page imageFilename="scan.png" imageWidth="1000" imageHeight="2000" {more}>{inside}</Page>'
    path.write_text(f'<PcGts xmlns="{_SPACE}">{page}</PcGts>', encoding="utf-8")
    source = open_source(path)
    assert (source.format, len(source)) == ("page", 1)
    return source.scan(0)


def _coords(left: int, top: int, right: int, bottom: int) -> str:
    return f'<Coords points="{left},{top} {right},{top} {right},{bottom} {left},{bottom}"/>'


def _text(text: str, more: str = "") -> str:
    return f"<TextEquiv {more}><Unicode>{text}</Unicode></TextEquiv>"


def _line(text: str, top: int = 0, more: str = "") -> str:
    return f"<TextLine {more}>{_coords(0, top, 20 * len(text), top + 20)}{_text(text)}</TextLine>"


def _region(name: str, *lines: str, more: str = "") -> str:
    return f'<TextRegion id="{name}" {more}>{"".join(lines)}</TextRegion>'


@pytest.mark.parametrize(
    ("layout", "year", "parts"),
    [
        ("broadsheet", "2013-07-15", "line"),
        ("latin", "2017-07-15", "word"),
        ("broadsheet", "2019-07-15", "glyph"),
        ("vertical", "2019-07-15", "glyph"),
    ],
)
def test_every_line_is_read_in_order_where_it_stands(
    newsroom: ModuleType, layout: str, year: str, parts: str, tmp_path: Path
) -> None:
    page = newsroom.page(4, layout)
    path = newsroom.write_page_xml(page, tmp_path / "page.xml", newsroom.PageXml(year, parts=parts))
    scan = open_source(path).scan(0)
    lines = [line for block in scan.blocks for line in block.printed]
    assert [line.text for line in lines] == [line.text for line in page.lines]
    assert scan.ordered
    for line, true in zip(lines, page.lines, strict=True):
        box = true.box.scaled(300 / 72)
        assert line.region.left == pytest.approx(max(box.left, 0), abs=1.5)
        assert line.region.top == pytest.approx(max(box.top, 0), abs=1.5)
        assert len(line.cuts) == len(line.text) + 1
    if parts == "glyph" and layout == "broadsheet":
        for line, true in zip(lines, page.lines, strict=True):
            for character, cut, box in zip(true.text, line.cuts, true.boxes, strict=False):
                assert character == " " or cut == pytest.approx(box.scaled(300 / 72).left, abs=1.5)


def test_groups_that_begin_with_headings_are_articles(newsroom: ModuleType, tmp_path: Path) -> None:
    page = newsroom.page(4, "broadsheet")
    scan = open_source(newsroom.write_page_xml(page, tmp_path / "page.xml")).scan(0)
    told = {
        article.name.removeprefix("group_"): "".join(scan.blocks[place].text for place in article.blocks)
        for article in scan.articles
    }
    assert told == {
        story.name: "".join(line.text for line in page.lines if line.article == story.name)
        for story in page.stories
    }


def test_groups_that_are_columns_are_no_articles(tmp_path: Path) -> None:
    columns = "".join(
        f'<OrderedGroupIndexed id="c{c}" index="{c}">'
        + "".join(f'<RegionRefIndexed index="{r}" regionRef="r{c}{r}"/>' for r in range(4))
        + "</OrderedGroupIndexed>"
        for c in range(3)
    )
    regions = "".join(
        _region(f"r{c}{r}", _line(f"{c}{r}"), more=f'type="{"heading" if r == 2 else "paragraph"}"')
        for c in range(3)
        for r in range(4)
    )
    order = f'<ReadingOrder><OrderedGroup id="o">{columns}</OrderedGroup></ReadingOrder>'
    scan = _scan(tmp_path, order + regions)
    assert scan.articles == ()
    assert "".join(block.text.strip() for block in scan.blocks) == "".join(
        f"{c}{r}" for c in range(3) for r in range(4)
    )


def test_indexes_order_regions_whatever_order_they_stand_in(tmp_path: Path) -> None:
    refs = "".join(
        f'<RegionRefIndexed index="{i}" regionRef="{r}"/>'
        for i, r in ((2, "c"), (0, "a"), (10, "d"), (1, "b"))
    )
    order = f'<ReadingOrder><OrderedGroup id="o">{refs}</OrderedGroup></ReadingOrder>'
    scan = _scan(tmp_path, order + "".join(_region(name, _line(name)) for name in "edcba"))
    assert ["".join(block.text) for block in scan.blocks] == ["a", "b", "c", "d", "e"]


def test_transkribus_tags_order_regions_and_name_headings_and_articles(tmp_path: Path) -> None:
    article = 'custom="readingOrder {{index:{};}} structure {{id:a{}; type:article;}}"'
    first = _region("x", _line("丙", 50, article.format(0, 2)), _line("丁", 80, article.format(1, 2)))
    second = _region("y", _line("甲", 0, article.format(0, 1)), _line("乙", 30, article.format(1, 2)))
    third = _region("z", _line("题", 0), more='custom="readingOrder {index:0;} structure {type:heading;}"')
    regions = (
        first.replace("<TextRegion ", '<TextRegion custom="readingOrder {index:2;}" ')
        + second.replace("<TextRegion ", '<TextRegion custom="readingOrder {index:1;}" ')
        + third
    )
    scan = _scan(tmp_path, regions)
    assert [(block.text, block.role) for block in scan.blocks] == [
        ("题", BlockRole.HEADING),
        ("甲", BlockRole.TEXT),
        ("乙", BlockRole.TEXT),
        ("丙丁", BlockRole.TEXT),
    ]
    assert [(a.name, a.blocks) for a in scan.articles] == [("a1", (1,)), ("a2", (2, 3))]
    assert scan.ordered


def test_text_that_only_a_region_has_is_divided_over_its_height(tmp_path: Path) -> None:
    text = _text("第一行<!-- -->&#10;第二行&#10;第三行")
    region = f'<TextRegion id="r">{_coords(0, 100, 200, 160)}{text}</TextRegion>'
    block = _scan(tmp_path, region).blocks[0]
    assert [line.text for line in block.printed] == ["第一行", "第二行", "第三行"]
    assert block.printed[1].region == Region(0, 120, 200, 20)


def test_text_of_a_region_stands_in_its_lines_where_there_are_as_many(tmp_path: Path) -> None:
    lines = "".join(f"<TextLine>{_coords(left, 0, left + 20, 90)}</TextLine>" for left in (70, 40))
    region = f'<TextRegion id="r">{_coords(0, 0, 100, 90)}{lines}{_text("甲&#10;乙")}</TextRegion>'
    printed = _scan(tmp_path, region).blocks[0].printed
    assert [(line.text, line.region.left) for line in printed] == [("甲", 70), ("乙", 40)]


def test_credits_are_the_photographers_after_captions_and_the_writers_elsewhere(tmp_path: Path) -> None:
    kinds = ("heading", "credit", "paragraph", "caption", "credit")
    regions = (_region(kind + str(at), _line("字"), more=f'type="{kind}"') for at, kind in enumerate(kinds))
    scan = _scan(tmp_path, "".join(regions))
    assert [block.role.value for block in scan.blocks] == ["heading", "byline", "text", "caption", "caption"]


def test_an_empty_reading_of_a_region_takes_nothing_from_its_lines(tmp_path: Path) -> None:
    region = f'<TextRegion id="r">{_line("有字")}<TextLine>{_text("")}</TextLine>{_text("")}</TextRegion>'
    assert [block.text for block in _scan(tmp_path, region).blocks] == ["有字"]


def test_the_first_of_several_readings_counts(tmp_path: Path) -> None:
    readings = _text("第二", 'index="1" conf="0.4"') + _text("第一", 'index="0" conf="0.9"')
    line = f"<TextLine>{_coords(0, 0, 40, 20)}{readings}</TextLine>"
    printed = _scan(tmp_path, _region("r", line)).blocks[0].printed[0]
    assert (printed.text, printed.confidence) == ("第一", 0.9)


def test_pictures_tables_rulings_advertisements_and_points_of_old_files(tmp_path: Path) -> None:
    points = '<Coords><Point x="10" y="20"/><Point x="60" y="40"/></Coords>'
    box = _coords(0, 0, 9, 9)
    inside = (
        f'<AdvertRegion id="a">{box}{_region("t", _line("减价"))}</AdvertRegion>'
        f'<TableRegion id="b">{box}<TableCell id="c">{_line("行情")}</TableCell></TableRegion>'
        f'<ImageRegion id="i">{points}</ImageRegion><SeparatorRegion id="s">{points}</SeparatorRegion>'
        f'<NoiseRegion id="n">{points}</NoiseRegion>'
    )
    scan = _scan(tmp_path, inside)
    assert [(block.text, block.role) for block in scan.blocks] == [
        ("减价", BlockRole.ADVERTISEMENT),
        ("行情", BlockRole.TABLE),
        ("", BlockRole.IMAGE),
    ]
    assert scan.rulings == (Region(10, 20, 50, 20),) == (scan.blocks[2].region,)


def test_lines_that_run_downwards_say_so(tmp_path: Path) -> None:
    line = f"<TextLine>{_coords(100, 0, 120, 200)}{_text('VERTICAL')}</TextLine>"
    printed = (
        _scan(tmp_path, _region("r", line, more='readingDirection="top-to-bottom"')).blocks[0].printed[0]
    )
    assert (printed.vertical, printed.cuts[0], printed.cuts[-1], printed.size) == (True, 0, 200, 20)


def test_words_give_the_places_of_a_line_that_has_its_text_itself(tmp_path: Path) -> None:
    told = ((0, "天津"), (100, "日报"))
    words = "".join(f"<Word>{_coords(left, 0, left + 40, 20)}{_text(text)}</Word>" for left, text in told)
    line = f"<TextLine>{_coords(0, 0, 140, 20)}{words}{_text('天津 日报')}</TextLine>"
    printed = _scan(tmp_path, _region("r", line)).blocks[0].printed[0]
    assert (printed.text, printed.cuts) == ("天津 日报", (0, 20, 100, 100, 120, 140))


def test_the_picture_lies_in_the_folder_above_as_transkribus_lays_it(
    tmp_path: Path, newsroom: ModuleType
) -> None:
    newsroom.write_scan(newsroom.page(2, "simple"), tmp_path / "scan.png", 72)
    (tmp_path / "page").mkdir()
    scan = _scan(tmp_path / "page", _region("r", _line("字")))
    assert scan.image is not None
    assert scan.image.file == tmp_path / "scan.png"
    assert scan.blocks[0].printed[0].region.width == pytest.approx(20 * scan.image.width / 1000)


def test_a_file_without_a_page_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "page.xml"
    path.write_text(f'<PcGts xmlns="{_SPACE}"/>', encoding="utf-8")
    with pytest.raises(SourceEmpty, match="holds no page"):
        open_source(path)
