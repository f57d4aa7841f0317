"""Every form holds what the truth says, read back without the program's own readers."""

import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest
from lxml import etree
from PIL import Image

from newsroom import broken
from newsroom.blocks import blocks
from newsroom.desk import LAYOUTS
from newsroom.truth import NewsPage
from newsroom.wear import WORN, any_wear
from newsroom.writers import alto, hocr, html, mets, pagexml, pdf, scan, tei

_LAYOUTS = sorted(LAYOUTS)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture
def page(newsroom: ModuleType) -> NewsPage:
    return newsroom.page(2, "simple")


@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("version", sorted(alto.NAMESPACES))
def test_alto_holds_every_word_in_order(
    newsroom: ModuleType, layout: str, version: str, tmp_path: Path
) -> None:
    page = newsroom.page(4, layout)
    flavour = alto.Alto(version, "pixel", strings="word")
    root = etree.parse(alto.write_alto(page, tmp_path / "page.xml", flavour)).getroot()
    found = root.xpath("//*[local-name()='TextLine']")
    told = ["".join(line.xpath("*/@CONTENT")) for line in found]
    assert Counter(told) == Counter(line.text.replace(" ", "") for line in page.lines)


@pytest.mark.parametrize(
    ("unit", "expected"), [("pixel", 300 / 72), ("mm10", 254 / 72), ("inch1200", 1200 / 72)]
)
def test_alto_says_where_glyphs_stand_in_its_unit(
    page: NewsPage, unit: str, expected: float, tmp_path: Path
) -> None:
    root = etree.parse(
        alto.write_alto(page, tmp_path / "p.xml", alto.Alto("4", unit, strings="glyph"))
    ).getroot()
    glyph = root.xpath("//*[local-name()='Glyph']")[0]
    assert glyph.get("CONTENT") == page.lines[0].text[0]
    assert int(glyph.get("HPOS")) == round(page.lines[0].boxes[0].left * expected)


def test_alto_joins_divided_words(newsroom: ModuleType, tmp_path: Path) -> None:
    page = newsroom.page(1, "latin")
    root = etree.parse(alto.write_alto(page, tmp_path / "page.xml")).getroot()
    whole = root.xpath("//*[@SUBS_TYPE='HypPart1']/@SUBS_CONTENT")
    text = " ".join(text for story in page.stories for text in story.paragraphs)
    assert whole
    assert all(word in text for word in whole)


@pytest.mark.parametrize("kind", ["docworks", "veridian"])
def test_mets_points_to_every_block_of_every_article(newsroom: ModuleType, kind: str, tmp_path: Path) -> None:
    pages = newsroom.issue(3, "broadsheet", 2)
    path = mets.write_issue(pages, tmp_path / kind, kind, image=False)
    areas = etree.parse(path).xpath(
        "//*[local-name()='structMap'][@TYPE='LOGICAL']//*[local-name()='area']/@BEGIN"
    )
    texts = [begin for begin in areas if "ILL_" not in begin]
    expected = [
        f"P{page.sequence}_TB_{block.name}" for page in pages for block in blocks(page) if block.article
    ]
    assert Counter(texts) == Counter(expected)
    inside = {
        name for file in (tmp_path / kind / "alto").iterdir() for name in etree.parse(file).xpath("//@ID")
    }
    assert set(areas) <= inside


def test_ndnp_batch_leads_to_its_issue_and_its_pages(newsroom: ModuleType, tmp_path: Path) -> None:
    path = mets.write_issue(newsroom.issue(3, "simple", 2), tmp_path, "ndnp", image=False)
    batch = etree.parse(tmp_path / "batch.xml").getroot()
    assert tmp_path / batch[0].text == path
    named = etree.parse(path).xpath("//*[@USE='ocr']/*/@*[local-name()='href']")
    assert [(path.parent / name).is_file() for name in named] == [True, True]


@pytest.mark.parametrize("year", pagexml.YEARS)
def test_page_xml_holds_every_line_in_its_reading_order(page: NewsPage, year: str, tmp_path: Path) -> None:
    root = etree.parse(pagexml.write_page_xml(page, tmp_path / "p.xml", pagexml.PageXml(year))).getroot()
    order = root.xpath("//@regionRef")
    lines = root.xpath("//*[local-name()='TextLine']")
    assert order == list(dict.fromkeys(line.getparent().get("id") for line in lines))
    assert ["".join(line.xpath("*[local-name()='TextEquiv']//text()")).strip() for line in lines] == [
        line.text for line in page.lines
    ]


def test_hocr_holds_every_word(page: NewsPage, tmp_path: Path) -> None:
    root = etree.parse(hocr.write_hocr([page], tmp_path / "page.hocr", 200, characters=True)).getroot()
    told = root.xpath("//*[@class='ocrx_word']")
    assert "".join(word.text for word in told) == _plain(page.text())
    assert len(re.findall(r"\d+ \d+ \d+ \d+", told[0].get("title").split("x_bboxes")[1])) == len(told[0].text)


def test_tei_points_from_every_line_to_its_zone(page: NewsPage, tmp_path: Path) -> None:
    root = etree.parse(tei.write_tei(page, tmp_path / "page.xml")).getroot()
    zones = root.xpath("//*[local-name()='zone']/@*[local-name()='id']")
    assert [f"#{zone}" for zone in zones] == root.xpath("//@facs")
    assert len(zones) == len(page.lines)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("kind", sorted(html.KINDS))
def test_web_pages_hold_the_article(page: NewsPage, kind: str, encoding: str, tmp_path: Path) -> None:
    story = page.stories[0]
    text = html.write_html(page, story.name, tmp_path / "page.html", kind, encoding).read_text(encoding)
    assert all(part in text for part in (story.headline, *story.paragraphs, *story.bylines))


@pytest.mark.parametrize("layout", _LAYOUTS)
def test_pdf_holds_every_character(newsroom: ModuleType, layout: str, tmp_path: Path) -> None:
    page = newsroom.page(3, layout)
    opened = pypdfium2.PdfDocument(pdf.write_pdf([page, page], tmp_path / "issue.pdf"))
    assert len(opened) == 2
    assert opened[1].get_size() == pytest.approx((page.width, page.height), abs=0.1)
    text = opened[1].get_textpage()
    told = _plain(text.get_text_range())
    text.close()
    opened.close()
    hyphens = sum(line.hyphen for line in page.lines)
    assert len(told) in range(len(_plain(page.text())) - hyphens, len(_plain(page.text())) + 1)


@pytest.mark.parametrize("layout", ["simple", "mixed"])
def test_a_scanned_pdf_has_its_text_behind_the_picture(
    newsroom: ModuleType, layout: str, tmp_path: Path
) -> None:
    page = newsroom.page(3, layout)
    opened = pypdfium2.PdfDocument(pdf.write_scanned_pdf([page], tmp_path / "s.pdf", 50, text=True))
    text = opened[0].get_textpage()
    left, bottom, right, top = text.get_charbox(0, loose=True)
    assert len(_plain(text.get_text_range())) == len(_plain(page.text()))
    first = page.lines[0].boxes[0]
    assert (left + right) / 2 == pytest.approx(first.left + first.width / 2, abs=0.4 * first.width)
    assert page.height - (bottom + top) / 2 == pytest.approx(
        first.top + first.height / 2, abs=0.3 * first.height
    )
    opened.close()


def test_ink_stands_where_the_truth_says_it_does_on_a_worn_scan_too(page: NewsPage) -> None:
    for wear in (WORN, any_wear(3)):
        picture = scan.picture_of(page, 100, wear).convert("L")
        for line in page.lines[::7]:
            box = scan.on_scan(page, line.box, 100, wear)
            darkest, _ = picture.crop((box.left, box.top, box.right, box.bottom)).getextrema()
            assert darkest < 150, line.text


@pytest.mark.parametrize(
    ("suffix", "mode", "compression", "expected"),
    [
        ("tif", "bilevel", "group4", "1"),
        ("tif", "colour", "jpeg", "RGB"),
        ("tif", "deep", "", "I;16"),
        ("jpg", "cmyk", "", "CMYK"),
        ("png", "palette", "", "P"),
        ("png", "alpha", "", "RGBA"),
        ("webp", "", "", "RGB"),
        ("jp2", "", "", "RGB"),
    ],
)
def test_scans_are_files_of_every_kind(
    page: NewsPage, suffix: str, mode: str, compression: str, expected: str, tmp_path: Path
) -> None:
    path = scan.write_scan(page, tmp_path / f"page.{suffix}", 50, mode=mode, compression=compression)
    with Image.open(path) as opened:
        assert opened.mode == expected
        assert opened.size == (round(page.width * 50 / 72), round(page.height * 50 / 72))
        assert compression in ("", opened.info.get("compression"))


def test_a_tiff_holds_several_pages(newsroom: ModuleType, tmp_path: Path) -> None:
    pages = [newsroom.page(seed, "simple") for seed in (1, 2)]
    with Image.open(scan.write_scans(pages, tmp_path / "issue.tif", 30)) as opened:
        assert opened.n_frames == 2


def test_what_is_broken_is_broken(page: NewsPage, tmp_path: Path) -> None:
    for name, make in {"cut": broken.truncated_pdf, "locked": broken.locked_pdf}.items():
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(make(page, tmp_path / f"{name}.pdf"))
    opened = pypdfium2.PdfDocument(broken.pdf_of_pages(5000, tmp_path / "thick.pdf"))
    assert len(opened) == 5000
    opened.close()
    turned = pypdfium2.PdfDocument(broken.turned_pdf(page, tmp_path / "turned.pdf"))
    assert turned[0].get_size() == pytest.approx((page.height, page.width), abs=0.1)
    turned.close()
    laughing = broken.laughing_alto(page, tmp_path / "laughing.xml")
    assert "&l9;" in laughing.read_text("utf-8")
    with pytest.raises((etree.XMLSyntaxError, OSError)):
        etree.parse(broken.mislabelled_alto(page, tmp_path / "mislabelled.xml"))
    assert etree.parse(broken.gb_alto(page, tmp_path / "gb.xml")).getroot() is not None
