"""METS packages: pages, articles and titles as the package has them, and nothing from outside it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from baoguan.domain.errors import SourceEmpty, SourceUnreadable, UnknownFormat
from baoguan.domain.page import BlockRole, GivenArticle, PageScan
from baoguan.readers.mets import MetsSource, open_mets
from baoguan.readers.reading import open_source


def _text(scan: PageScan, article: GivenArticle) -> list[str]:
    return sorted(scan.blocks[place].text.replace(" ", "") for place in article.blocks)


def _truth(newsroom: ModuleType, page: Any, name: str) -> list[str]:
    own = [block for block in newsroom.blocks(page) if block.article == name]
    figures = [""] * sum(figure.article == name for figure in page.figures)
    return sorted([*(block.text.replace(" ", "") for block in own), *figures])


@pytest.mark.parametrize("kind", ["docworks", "veridian"])
def test_articles_are_those_of_the_package_on_all_their_pages(
    newsroom: ModuleType, kind: str, tmp_path: Path
) -> None:
    pages = newsroom.issue(3, "broadsheet", 2)
    source = open_source(newsroom.write_issue(pages, tmp_path / kind, kind, image=False))
    assert (source.format, len(source), len(source.files)) == ("mets", 2, 3)
    for part, page in enumerate(pages):
        scan = source.scan(part)
        told = {article.name.removeprefix("DIVL_"): article for article in scan.articles}
        assert set(told) == {story.name for story in page.stories}
        for name, article in told.items():
            assert _text(scan, article) == _truth(newsroom, page, name)
            assert page.story(name).headline in ("", article.title)
        assert (scan.imprint.title, scan.imprint.date) == (page.title, page.date)
        assert (scan.imprint.sequence, scan.imprint.number) == (part + 1, page.number)
    carried = {article.name for article in source.scan(0).articles} & {
        a.name for a in source.scan(1).articles
    }
    assert carried == {f"DIVL_{pages[0].jumps[0].article}"}


def test_pages_of_a_batch_have_their_title_date_and_number(newsroom: ModuleType, tmp_path: Path) -> None:
    pages = newsroom.issue(3, "simple", 2)
    source = open_source(newsroom.write_issue(pages, tmp_path, "ndnp", image=False))
    scan = source.scan(1)
    imprint = scan.imprint
    assert (imprint.title, imprint.date, imprint.number) == (pages[1].title, pages[1].date, pages[1].number)
    assert scan.articles == ()


def test_a_batch_is_the_pages_of_all_its_issues(newsroom: ModuleType, tmp_path: Path) -> None:
    issues = []
    for name, seed in (("one", 3), ("two", 4)):
        path = newsroom.write_issue(newsroom.issue(seed, "simple", 2), tmp_path / name, "ndnp", image=False)
        issues.append(path.relative_to(tmp_path).as_posix())
    listed = "".join(f"<issue>{issue}</issue>" for issue in [*issues, "../three.xml", "four.xml"])
    (tmp_path / "batch.xml").write_text(f"<batch>{listed}</batch>", encoding="utf-8")
    source = open_source(tmp_path / "batch.xml")
    assert (source.format, len(source)) == ("mets", 6)
    titles = [newsroom.issue(seed, "simple", 2)[0].title for seed in (3, 4)]
    assert [source.scan(part).imprint.title for part in (0, 1, 2, 3)] == [titles[0]] * 2 + [titles[1]] * 2
    third = source.scan(2)
    assert third.part == 2
    assert [file.name for file in third.files][-1] == "0001.xml"
    with pytest.raises(UnknownFormat, match="outside the package"):
        source.scan(4)
    with pytest.raises(SourceUnreadable, match="is not there"):
        source.scan(5)


def test_a_batch_of_very_many_issues_is_taken_in_by_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "batch.xml"
    path.write_text(f"<batch>{'<issue>a.xml</issue>' * 51}</batch>", encoding="utf-8")
    with pytest.raises(UnknownFormat, match="lists 51 issues"):
        open_source(path)


def test_pictures_are_found_and_missing_ones_are_told_once(newsroom: ModuleType, tmp_path: Path) -> None:
    pages = newsroom.issue(3, "simple", 2)
    path = newsroom.write_issue(pages, tmp_path / "issue", "docworks")
    source = open_mets(path, None)
    assert source.remarks == ()
    scan = source.scan(1)
    assert scan.image is not None
    assert scan.files == (path.parent / "alto/0002.xml", path.parent / "images/0002.png")
    assert (scan.width, scan.height) == (scan.image.width, scan.image.height)
    (path.parent / "images/0002.png").unlink()
    discarded = '<mets:file ID="source" MIMETYPE="image/tiff"/></mets:fileGrp>'
    path.write_text(path.read_text("utf-8").replace("</mets:fileGrp>", discarded), encoding="utf-8")
    without = open_mets(path, "issue.xml")
    assert without.remarks[0].en.startswith('1 pictures that "issue.xml" names')
    assert [block.text for block in without.scan(1).blocks] == [block.text for block in scan.blocks]


def test_a_path_that_climbs_out_of_the_package_is_refused_and_the_other_pages_are_read(
    newsroom: ModuleType, tmp_path: Path
) -> None:
    path = newsroom.write_issue(newsroom.issue(3, "simple", 2), tmp_path / "a" / "b", "docworks", image=False)
    (tmp_path / "secret.xml").write_text("<alto><Layout><Page/></Layout></alto>", encoding="utf-8")
    source = open_source(newsroom.broken.climbing_mets(path))
    with pytest.raises(UnknownFormat, match="outside the package"):
        source.scan(0)
    assert source.scan(1).blocks
    assert [file.name for file in source.files] == [path.name, "0002.xml"]


_HEAD = (
    '<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:m="http://www.loc.gov/mods/v3" xmlns:dc="http://purl.org/dc/elements/1.1/" LABEL="{label}">'
)
_ALTO = '<alto><Layout><Page WIDTH="100" HEIGHT="100">{}</Page></Layout></alto>'


def _package(
    folder: Path,
    logical: str,
    texts: Sequence[str],
    told: str = "",
    label: str = "",
    href: str = "alto/{}.xml",
    physical: bool = True,
) -> MetsSource:
    (folder / "alto").mkdir()
    files, pages = "", ""
    for number, text in enumerate(texts, 1):
        (folder / f"alto/{number}.xml").write_text(_ALTO.format(text), encoding="utf-8")
        place = f'<mets:FLocat xlink:href="{href.format(number)}"/>'
        files += f'<mets:file ID="A{number}" MIMETYPE="text/xml">{place}</mets:file>'
        pages += f'<mets:div TYPE="PAGE" ORDER="{number}"><mets:fptr FILEID="A{number}"/></mets:div>'
    path = folder / "mets.xml"
    structure = (
        f'<mets:structMap TYPE="PHYSICAL"><mets:div>{pages}</mets:div></mets:structMap>' if physical else ""
    )
    path.write_text(
        f"{_HEAD.format(label=label)}{told}<mets:fileSec><mets:fileGrp>{files}</mets:fileGrp></mets:fileSec>"
        f'{structure}<mets:structMap TYPE="LOGICAL">{logical}</mets:structMap></mets:mets>',
        encoding="utf-8",
    )
    return open_mets(path, None)


def _block(name: str, text: str) -> str:
    place = f'HPOS="1" VPOS="1" WIDTH="{10 * len(text)}" HEIGHT="10"'
    return f'<TextBlock ID="{name}"><TextLine><String CONTENT="{text}" {place}/></TextLine></TextBlock>'


def _division(kind: str, *inside: str, name: str = "") -> str:
    parts = [
        part if part.startswith("<") else f'<mets:fptr><mets:area FILEID="A1" BEGIN="{part}"/></mets:fptr>'
        for part in inside
    ]
    return f'<mets:div TYPE="{kind}" ID="{name}">{"".join(parts)}</mets:div>'


def test_sections_hold_articles_and_what_is_no_article_is_none(tmp_path: Path) -> None:
    texts = "".join(_block(name, name * 2) for name in "abcdefghij")
    logical = _division(
        "Newspaper",
        _division("TITLE_SECTION", _division("HEADLINE", "a")),
        _division(
            "CONTENT",
            _division(
                "SECTION",
                _division("HEADING", "b"),
                _division("ARTICLE", _division("TEXT", "d", "c"), name="s"),
            ),
            _division("ILLUSTRATION", _division("CAPTION", "e")),
            _division("OBITUARY", "f", name="o"),
            _division("WEATHER", "g", name="w"),
            _division("SECTION", _division("PARAGRAPH", "h"), _division("PARAGRAPH", "i"), name="x"),
        ),
    )
    scan = _package(tmp_path, logical, [texts]).scan(0)
    told = [(a.name, a.genre, "".join(scan.blocks[place].text for place in a.blocks)) for a in scan.articles]
    assert told == [
        ("s", "article", "ddcc"),
        ("o", "notice", "ff"),
        ("w", "weather", "gg"),
        ("x", "article", "hhii"),
    ]
    roles = {block.text: block.role for block in scan.blocks}
    assert (roles["aa"], roles["bb"], roles["ee"]) == (
        BlockRole.FURNITURE,
        BlockRole.HEADING,
        BlockRole.CAPTION,
    )


def test_blocks_of_an_advertisement_are_headings_and_text(tmp_path: Path) -> None:
    place = 'HPOS="0" VPOS="0" WIDTH="90" HEIGHT="90"'
    inside = f'<ComposedBlock ID="c" TYPE="Advertisement" {place}>{_block("a", "减价")}{_block("b", "大楼")}'
    units = _division("ADVERTISEMENT", "c", name="x"), _division("ADVERT", "d", name="y")
    text = f"{inside}</ComposedBlock>{_block('d', '另一则')}"
    scan = _package(tmp_path, _division("CONTENT", *units), [text]).scan(0)
    assert [block.role for block in scan.blocks] == [BlockRole.TEXT] * 3
    assert [article.blocks for article in scan.articles] == [(0, 1), (2,)]
    assert {article.genre for article in scan.articles} == {"advertisement"}


def test_lines_of_one_block_may_belong_to_two_articles(tmp_path: Path) -> None:
    block = '<TextBlock ID="t">' + "".join(
        f'<TextLine ID="l{n}"><String CONTENT="{text}" HPOS="0" VPOS="{n}0" WIDTH="9" HEIGHT="9"/></TextLine>'
        for n, text in enumerate("甲乙丙")
    )
    logical = _division(
        "CONTENT", _division("ARTICLE", "l0", name="one"), _division("ARTICLE", "l1", "l2", name="two")
    )
    scan = _package(tmp_path, logical, [block + "</TextBlock>"]).scan(0)
    assert [[scan.blocks[place].text for place in a.blocks] for a in scan.articles] == [["甲"], ["乙", "丙"]]
    assert [block.lines for block in scan.blocks] == [(1,), (2,), (3,)]


def test_a_run_from_one_part_to_another_is_all_between(tmp_path: Path) -> None:
    area = '<mets:fptr><mets:area FILEID="A1" BEGIN="b" END="d"/></mets:fptr>'
    logical = _division("ISSUE", _division("ARTICLE", area, name="one"))
    scan = _package(tmp_path, logical, ["".join(_block(name, name) for name in "abcde")]).scan(0)
    assert [scan.blocks[place].text for place in scan.articles[0].blocks] == ["b", "c", "d"]


_LINKED = """<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
<mets:fileSec><mets:fileGrp><mets:file ID="A1" MIMETYPE="text/xml"><mets:FLocat xlink:href="a.xml"/>
</mets:file></mets:fileGrp></mets:fileSec><mets:structMap TYPE="LOGICAL"><mets:div ID="issue" TYPE="issue">
<mets:div ID="art1" TYPE="ARTICLE"/><mets:div ID="art2" TYPE="ADVERT"/></mets:div></mets:structMap>
<mets:structMap TYPE="PHYSICAL"><mets:div ID="all" TYPE="physSequence"><mets:div ID="p1" TYPE="page">
<mets:fptr FILEID="A1"/>{parts}</mets:div></mets:div></mets:structMap>
<mets:structLink>{links}</mets:structLink></mets:mets>"""
_PART = """<mets:div ID="{}" TYPE="pagearea" LABEL="{}">
<mets:fptr><mets:area FILEID="image" COORDS="1,1,2,2"/></mets:fptr>
<mets:fptr><mets:area FILEID="A1" BETYPE="IDREF" BEGIN="{}" END="{}"/></mets:fptr></mets:div>"""


@pytest.mark.parametrize("grouped", [True, False])
@pytest.mark.parametrize("xlink", ["http://www.w3.org/1999/xlink", "http://www.w3.org/TR/xlink"])
def test_articles_may_be_linked_to_runs_of_words(tmp_path: Path, grouped: bool, xlink: str) -> None:
    words = "".join(
        f'<TextLine><String ID="w{n}" CONTENT="{text}" HPOS="0" VPOS="{n}0" WIDTH="9" HEIGHT="9"/></TextLine>'
        for n, text in enumerate("题甲乙丙")
    )
    (tmp_path / "a.xml").write_text(_ALTO.format(f"<TextBlock>{words}</TextBlock>"), encoding="utf-8")
    parts = _PART.format("x", "Headline", "w0", "w0") + _PART.format("y", "Textblock", "w1", "w2")
    parts += _PART.format("z", "Textblock", "w3", "w3")
    ends = [("issue", "all"), ("art1", "p1"), ("art1", "x"), ("art1", "y"), ("art2", "z")]
    if grouped:
        links = "".join(
            f'<mets:smLinkGrp><mets:smLocatorLink xlink:href="#{origin}" xlink:label="one"/>'
            f'<mets:smLocatorLink xlink:href="#{target}" xlink:label="other"/>'
            '<mets:smArcLink xlink:from="one" xlink:to="other"/></mets:smLinkGrp>'
            for origin, target in ends
        )
    else:
        links = "".join(f'<mets:smLink xlink:from="#{one}" xlink:to="#{other}"/>' for one, other in ends)
    path = tmp_path / "mets.xml"
    text = _LINKED.format(parts=parts, links=links).replace("http://www.w3.org/1999/xlink", xlink)
    path.write_text(text, encoding="utf-8")
    scan = open_mets(path, None).scan(0)
    assert [(block.text, block.role) for block in scan.blocks] == [
        ("题", BlockRole.HEADING),
        ("甲乙", BlockRole.TEXT),
        ("丙", BlockRole.TEXT),
    ]
    assert [(a.name, a.genre, a.blocks) for a in scan.articles] == [
        ("art1", "article", (0, 1)),
        ("art2", "advertisement", (2,)),
    ]


@pytest.mark.parametrize("named", [True, False])
def test_one_file_may_hold_the_text_of_all_pages(tmp_path: Path, named: bool) -> None:
    pages = "".join(f'<Page ID="P{n}">{_block(f"b{n}", text)}</Page>' for n, text in enumerate("甲乙丙"))
    (tmp_path / "a.xml").write_text(f"<alto><Layout>{pages}</Layout></alto>", encoding="utf-8")
    told = "".join(
        f'<mets:div TYPE="page"><mets:fptr><mets:area FILEID="A1" {begin}/></mets:fptr></mets:div>'
        for begin in (['BEGIN="P2"', 'BEGIN="P0"'] if named else ["", "", ""])
    )
    path = tmp_path / "mets.xml"
    physical = f'<mets:structMap TYPE="PHYSICAL"><mets:div>{told}</mets:div></mets:structMap>'
    head = _LINKED.partition('<mets:structMap TYPE="LOGICAL">')[0]
    path.write_text(f"{head}{physical}</mets:mets>", encoding="utf-8")
    source = open_mets(path, None)
    texts = [source.scan(part).blocks[0].text for part in range(len(source))]
    assert texts == (["丙", "甲"] if named else ["甲", "乙", "丙"])


def test_what_stands_beside_the_physical_structure_is_no_page(tmp_path: Path) -> None:
    source = _package(tmp_path, "", [_block("a", "甲"), _block("b", "乙")])
    path = tmp_path / "mets.xml"
    pointer = '<mets:div TYPE="object"><mets:fptr FILEID="A2"/></mets:div>'
    toc = f'<mets:structMap TYPE="toc">{pointer}</mets:structMap>'
    text = path.read_text("utf-8").replace('TYPE="PAGE"', 'TYPE="object"')
    path.write_text(text.replace("</mets:mets>", f"{toc}</mets:mets>"), encoding="utf-8")
    assert len(source) == len(open_mets(path, None)) == 2


@pytest.mark.parametrize(
    "href",
    [
        "alto/{}.xml",
        "./alto/{}.xml",
        "file://./alto/{}.xml",
        "file:alto/{}.xml",
        "file:///alto/{}.xml",
        "alto\\{}.xml",
        "ALTO/{}.XML",
        "file:///D:/made/issue/alto/{}.xml",
        "https://example.invalid/a/{}.xml",
        "alto/../alto/{}.xml",
        "%61lto/{}.xml",
    ],
)
@pytest.mark.parametrize("physical", [True, False])
def test_files_are_found_however_they_are_named(tmp_path: Path, href: str, physical: bool) -> None:
    source = _package(tmp_path, "", [_block("a", "甲"), _block("b", "乙")], href=href, physical=physical)
    assert ["".join(block.text for block in source.scan(part).blocks) for part in (0, 1)] == ["甲", "乙"]


def test_of_files_called_alike_the_one_whose_folder_is_told_is_taken(tmp_path: Path) -> None:
    source = _package(tmp_path, "", [_block("a", "甲")], href="https://example.invalid/alto/{}.xml")
    (tmp_path / "other").mkdir()
    (tmp_path / "other/1.xml").write_text(_ALTO.format(_block("a", "乙")), encoding="utf-8")
    assert source.scan(0).blocks[0].text == "甲"


def test_files_whose_ids_were_changed_are_told_by_their_numbers(tmp_path: Path) -> None:
    area = '<mets:fptr><mets:area FILEID="ALTO2" BEGIN="b"/></mets:fptr>'
    _package(tmp_path, _division("ARTICLE", area, name="x"), [_block("a", "甲"), _block("b", "乙")])
    path = tmp_path / "mets.xml"
    text = path.read_text("utf-8").replace('<mets:file ID="A', '<mets:file ID="file00')
    text = text.replace('FILEID="A1', 'FILEID="ALTO1')
    path.write_text(text.replace('FILEID="A2', 'FILEID="ALTO2'), encoding="utf-8")
    source = open_mets(path, None)
    assert [source.scan(part).blocks[0].text for part in (0, 1)] == ["甲", "乙"]
    assert [len(source.scan(part).articles) for part in (0, 1)] == [0, 1]


@pytest.mark.parametrize("href", ["../{}.xml", "file://./../{}.xml", "alto/../../{}.xml", "..\\{}.xml"])
def test_no_way_leads_out_of_the_package(tmp_path: Path, href: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "1.xml").write_text(_ALTO.format(_block("a", "机密")), encoding="utf-8")
    with pytest.raises(UnknownFormat, match="outside the package"):
        _package(inside, "", [_block("a", "甲")], href=href).scan(0)


@pytest.mark.parametrize(
    ("told", "label", "title", "day"),
    [
        (
            "",
            "The Adair County news. (Columbia), 1917-11-21",
            "The Adair County news. (Columbia)",
            "1917-11-21",
        ),
        ("", "L'Indépendance Luxembourgeoise (1.1.1871)", "L'Indépendance Luxembourgeoise", "1871-01-01"),
        (
            "<m:mods><m:titleInfo type='alternative'><m:title>別名</m:title></m:titleInfo><m:titleInfo>"
            "<m:nonSort>Das</m:nonSort><m:title>Blatt</m:title></m:titleInfo>"
            "<m:originInfo><m:dateIssued>18960209</m:dateIssued></m:originInfo></m:mods>",
            "",
            "Das Blatt",
            "1896-02-09",
        ),
        (
            "<m:mods><m:titleInfo><m:title>No. 12</m:title></m:titleInfo><m:relatedItem type='host'>"
            "<m:titleInfo><m:title>Uusi Suometar</m:title></m:titleInfo></m:relatedItem>"
            "<m:part><m:date>05.01.1898</m:date></m:part></m:mods>",
            "",
            "Uusi Suometar",
            "1898-01-05",
        ),
        (
            "<m:mods><m:titleInfo><m:title>Essex Standard</m:title></m:titleInfo><m:originInfo>"
            "<m:dateCreated>2009-01-29</m:dateCreated></m:originInfo></m:mods>",
            "Essex Standard no. 2466 15.03.1878",
            "Essex Standard",
            "1878-03-15",
        ),
        ("<dc:title>申报</dc:title><dc:date>1872-04-30</dc:date>", "", "申报", "1872-04-30"),
    ],
)
def test_title_and_date_are_told_in_several_ways(
    tmp_path: Path, told: str, label: str, title: str, day: str
) -> None:
    described = f"<mets:dmdSec ID='d'>{told}</mets:dmdSec>" if told else ""
    imprint = _package(tmp_path, "", [_block("a", "甲")], described, label).scan(0).imprint
    assert (imprint.title, imprint.date) == (title, date.fromisoformat(day))


def test_pages_may_be_page_xml_in_pixels_of_the_picture_it_names(
    newsroom: ModuleType, tmp_path: Path
) -> None:
    page = newsroom.page(2, "simple")
    (tmp_path / "PAGE").mkdir()
    (tmp_path / "IMG").mkdir()
    newsroom.write_page_xml(page, tmp_path / "PAGE/one.xml", newsroom.PageXml(dpi=72))
    newsroom.write_scan(page, tmp_path / "IMG/one.png", 72)
    newsroom.write_scan(page, tmp_path / "IMG/binary.png", 144)
    places = {"T": "PAGE/one.xml", "B": "IMG/binary.png", "I": "IMG/one.png"}
    kinds = {"T": "application/vnd.prima.page+xml", "B": "image/png", "I": "image/png"}
    files = "".join(
        f'<mets:file ID="{name}" MIMETYPE="{kinds[name]}"><mets:FLocat xlink:href="{place}"/></mets:file>'
        for name, place in places.items()
    )
    pointers = "".join(f'<mets:fptr FILEID="{name}"/>' for name in places)
    path = tmp_path / "mets.xml"
    path.write_text(
        f"{_HEAD.format(label='')}<mets:fileSec><mets:fileGrp>{files}</mets:fileGrp></mets:fileSec>"
        f'<mets:structMap TYPE="PHYSICAL"><mets:div TYPE="physSequence"><mets:div TYPE="page">{pointers}'
        "</mets:div></mets:div></mets:structMap></mets:mets>",
        encoding="utf-8",
    )
    scan = open_mets(path, None).scan(0)
    assert scan.image is not None
    assert scan.image.file == tmp_path / "IMG/one.png"
    text = "".join(block.text for block in scan.blocks)
    assert text == page.text().replace("\n", "")
    assert (scan.width, scan.height) == (scan.image.width, scan.image.height)


def test_a_package_without_pages_or_with_a_page_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceEmpty, match="lists no page"):
        _package(tmp_path, "", [])
    other = tmp_path / "other"
    other.mkdir()
    source = _package(other, "", [_block("a", "甲"), _block("b", "乙")])
    (other / "alto/1.xml").unlink()
    with pytest.raises(SourceUnreadable, match=r'"alto/1.xml" is not in the package'):
        source.scan(0)
    assert source.scan(1).blocks[0].text == "乙"
