"""What a file's first bytes say it is."""

import pytest

from baoguan.readers.reading_signs import Root, is_hocr, is_html, is_pdf, is_picture, is_xml, root_of

_ALTO = '<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#" xmlns:xlink="x"><Layout/></alto>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize(
    "before",
    [
        "",
        "<?xml version='1.0'?>\n",
        "<?xml version='1.0'?><!-- 报纸 <x> -->\n<?xml-stylesheet href='a'?>",
        "<!DOCTYPE alto [<!ENTITY a '1'><!ENTITY b '2'>]>",
        "<!DOCTYPE alto SYSTEM 'http://example.invalid/a.dtd'>",
    ],
)
def test_the_root_is_found_behind_everything_that_may_stand_before_it(encoding: str, before: str) -> None:
    root = root_of((before + _ALTO).encode(encoding))
    assert root == Root("alto", "http://www.loc.gov/standards/alto/ns-v3#")


def test_a_root_with_a_prefix_has_the_namespace_of_that_prefix() -> None:
    head = b'<mets:mets xmlns:xlink="b" xmlns:mets="http://www.loc.gov/METS/" TYPE="Newspaper">'
    assert root_of(head) == Root("mets", "http://www.loc.gov/METS/")


@pytest.mark.parametrize("text", ["", "第一段。\n<alto/>", "< alto", "  <", "<!-- never closed", "<?xml"])
def test_what_does_not_begin_with_an_element_has_no_root(text: str) -> None:
    assert root_of(text.encode()) is None


@pytest.mark.parametrize(
    ("head", "pdf", "picture"),
    [
        (b"%PDF-1.7", True, False),
        (b"\n\n%PDF-1.4", True, False),
        (b"\x89PNG\r\n\x1a\n", False, True),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", False, True),
        (b"RIFF\x00\x00\x00\x00WAVE", False, False),
        (b"BM\x00\x10\x00\x00\x00\x00\x00\x00", False, True),
        (b"BMW opens a works in Shenyang", False, False),
        ("报纸".encode(), False, False),
    ],
)
def test_signatures(head: bytes, pdf: bool, picture: bool) -> None:
    assert (is_pdf(head), is_picture(head)) == (pdf, picture)


def test_web_pages_and_recognised_pages_are_told_apart() -> None:
    plain = b"<!DOCTYPE html><html><head><title>t</title></head><body><p>ocr_page</p></body></html>"
    recognised = plain.replace(b"<title>", b"<meta name='ocr-system' content='tesseract'/><title>")
    assert (is_html(plain), is_hocr(plain)) == (True, False)
    assert (is_html(recognised), is_hocr(recognised)) == (True, True)
    assert not is_html(b"# A heading\n\n<body> in Markdown")
    assert is_xml(b"\xef\xbb\xbf<?xml version='1.0'?>")
