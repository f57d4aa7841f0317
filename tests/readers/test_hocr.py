"""hOCR files: paragraphs in the order of the file, words where they stand, pages one by one."""

from pathlib import Path
from types import ModuleType

import pytest

from baoguan.domain.errors import SourceEmpty, SourceUnreadable
from baoguan.domain.page import BlockRole, PageScan, Region
from baoguan.readers.hocr import open_hocr
from baoguan.readers.reading import open_source

_DOCTYPE = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
)
_HEAD = (
    "<html xmlns='http://www.w3.org/1999/xhtml'><head><meta name='ocr-system' content='tesseract 5'/></head>"
)


def _file(folder: Path, *pages: str, head: str = _DOCTYPE + _HEAD, encoding: str = "utf-8") -> Path:
    path = folder / "issue.hocr"
    divisions = "".join(
        f"<div class='ocr_page' id='page_{number}' title='image \"/made/{number}.png\"; bbox 0 0 1000 2000; "
        f"ppageno {number - 1}'>{page}</div>\n"
        for number, page in enumerate(pages, 1)
    )
    path.write_bytes(f"{head}<body>{divisions}</body></html>".encode(encoding))
    return path


def _scan(folder: Path, page: str) -> PageScan:
    source = open_source(_file(folder, page))
    assert (source.format, len(source)) == ("hocr", 1)
    return source.scan(0)


def _line(*words: tuple[str, int], top: int = 100, kind: str = "ocr_line", more: str = "") -> str:
    inside = ""
    for text, left in words:
        box = f"bbox {left} {top} {left + 20 * len(text)} {top + 20}"
        inside += f"<span class='ocrx_word' title='{box}; x_wconf 90'>{text}</span>\n"
    right = max(left + 20 * len(text) for text, left in words)
    return f"<span class='{kind}' title='bbox {words[0][1]} {top} {right} {top + 20}; {more}'>{inside}</span>"


def _par(*lines: str) -> str:
    return f"<div class='ocr_carea'><p class='ocr_par'>{''.join(lines)}</p></div>"


@pytest.mark.parametrize(
    ("layout", "characters"),
    [("broadsheet", True), ("vertical", True), ("vertical", False), ("latin", False), ("mixed", False)],
)
def test_every_line_is_read_in_order_where_it_stands(
    newsroom: ModuleType, layout: str, characters: bool, tmp_path: Path
) -> None:
    page = newsroom.page(4, layout)
    path = newsroom.write_hocr([page], tmp_path / "page.hocr", 300, characters=characters)
    scan = open_source(path).scan(0)
    lines = [line for block in scan.blocks for line in block.printed]
    assert [line.text for line in lines] == [line.text for line in page.lines]
    for line, true in zip(lines, page.lines, strict=True):
        assert line.vertical == true.vertical
        box = true.boxes[0].scaled(300 / 72)
        first = box.top if true.vertical else box.right if true.leftward else box.left
        assert line.cuts[0] == pytest.approx(max(first, 0), abs=1.5)
        assert line.size == pytest.approx(true.size * 300 / 72, abs=1)
    assert len(scan.rulings) == len(page.rulings)


def test_pages_are_read_one_by_one_with_their_own_pictures(newsroom: ModuleType, tmp_path: Path) -> None:
    pages = newsroom.issue(3, "simple", 3)
    source = open_source(newsroom.write_hocr(pages, tmp_path / "issue.hocr", 72, image=True))
    assert len(source) == 3
    names = ["issue.hocr", "issue-1.png", "issue-2.png", "issue-3.png"]
    assert [file.name for file in source.files] == names
    for part in (2, 0, 1):
        scan = source.scan(part)
        assert scan.image is not None
        assert scan.image.file.name == f"issue-{part + 1}.png"
        assert (scan.part, scan.imprint.sequence) == (part, part + 1)
        text = "".join(line.text for block in scan.blocks for line in block.printed)
        assert text == pages[part].text().replace("\n", "")
    source.close()


def test_pages_that_name_one_file_are_its_frames(newsroom: ModuleType, tmp_path: Path) -> None:
    pages = newsroom.issue(3, "simple", 2)
    newsroom.write_scans(pages, tmp_path / "issue.tif", 72)
    path = newsroom.write_hocr(pages, tmp_path / "issue.hocr", 72)
    text = path.read_text("utf-8").replace("issue-1.png", "issue.tif").replace("issue-2.png", "issue.tif")
    path.write_text(text, encoding="utf-8")
    source = open_source(path)
    images = [source.scan(part).image for part in (0, 1)]
    assert [image and (image.file.name, image.frame) for image in images] == [
        ("issue.tif", 0),
        ("issue.tif", 1),
    ]
    assert [file.name for file in source.files] == ["issue.hocr", "issue.tif"]


def test_a_file_too_large_to_be_read_at_once_is_read_page_by_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baoguan.readers.hocr.SIZE_LIMIT", 100)
    source = open_hocr(_file(tmp_path, _par(_line(("甲", 0))), _par(_line(("乙", 0)))), None)
    assert [source.scan(part).blocks[0].text for part in (1, 0)] == ["乙", "甲"]
    source.close()


def test_a_page_that_says_twice_that_it_is_one_is_one(tmp_path: Path) -> None:
    path = _file(tmp_path, _par(_line(("甲", 0))), _par(_line(("乙", 0))))
    path.write_text(path.read_text("utf-8").replace("id='page_", "id='ocr_page_"), encoding="utf-8")
    assert len(open_source(path)) == 2


def test_entities_of_web_pages_are_characters_without_any_dtd(tmp_path: Path) -> None:
    block = _scan(
        tmp_path, _par(_line(("caf&eacute;", 0), ("a&nbsp;b", 300), ("&lt;c&#x4e2d;", 500)))
    ).blocks[0]
    assert block.text == "café a b <c中"


def test_words_of_latin_lines_are_apart(tmp_path: Path) -> None:
    paragraph = _par(_line(("the", 0), ("news-", 100), top=100), _line(("paper", 0), ("of", 200), top=130))
    block = _scan(tmp_path, paragraph).blocks[0]
    assert [line.text for line in block.printed] == ["the news-", "paper of"]
    assert block.printed[0].confidence == pytest.approx(0.9)


def test_words_without_white_space_between_them_are_one(tmp_path: Path) -> None:
    word = "<span class='ocrx_word' title='bbox {} 100 {} 120'>{}</span>"
    words = word.format(0, 90, "news") + word.format(100, 200, "room")
    line = f"<span class='ocr_line' title='bbox 0 100 200 120'>{words}</span>"
    assert _scan(tmp_path, _par(line)).blocks[0].text == "newsroom"


def test_kinds_of_lines_and_areas_become_roles(tmp_path: Path) -> None:
    scan = _scan(
        tmp_path,
        _par(_line(("晨报", 0), top=10, kind="ocr_header"))
        + _par(
            _line(("大标题", 0), top=400, kind="ocr_header", more="x_size 60"), _line(("正文", 0), top=500)
        )
        + "<div class='ocr_photo' title='bbox 10 600 400 900'></div>"
        + "<div class='ocr_separator' title='bbox 0 950 900 952'/>"
        + _par(_line(("图说", 0), top=920, kind="ocr_caption")),
    )
    assert [(block.text, block.role) for block in scan.blocks] == [
        ("晨报", BlockRole.TEXT),
        ("大标题", BlockRole.HEADING),
        ("正文", BlockRole.TEXT),
        ("", BlockRole.IMAGE),
        ("图说", BlockRole.CAPTION),
    ]
    assert scan.rulings == (Region(0, 950, 900, 2),)
    assert scan.ordered


def test_lines_outside_paragraphs_and_lines_without_words_are_read(tmp_path: Path) -> None:
    bare = "<span class='ocr_line' title='bbox 0 {0} 200 {1}'>没有词的行</span>"
    scan = _scan(
        tmp_path,
        f"<div class='ocr_carea'>{bare.format(0, 20)}{bare.format(30, 50)}</div>{bare.format(60, 80)}",
    )
    assert [(block.text, len(block.printed)) for block in scan.blocks] == [
        ("没有词的行没有词的行", 2),
        ("没有词的行", 1),
    ]
    assert scan.blocks[0].printed[1].cuts == (0, 40, 80, 120, 160, 200)


def test_a_page_that_does_not_say_its_size_is_as_large_as_it_must_be(tmp_path: Path) -> None:
    path = _file(tmp_path, _par(_line(("字", 500), top=900)))
    path.write_text(path.read_text("utf-8").replace("bbox 0 0 1000 2000; ", ""), encoding="utf-8")
    scan = open_source(path).scan(0)
    assert (scan.width, scan.height) == (520, 920)


@pytest.mark.parametrize("told", ["bbox 0 0 nan inf", "bbox 0 0 99999999999 2000", "bbox 9 9 1 1", "bbox x"])
def test_a_page_whose_size_makes_no_sense_is_read(tmp_path: Path, told: str) -> None:
    path = _file(tmp_path, _par(_line(("字", 500), top=900)))
    path.write_text(path.read_text("utf-8").replace("bbox 0 0 1000 2000", told), encoding="utf-8")
    scan = open_source(path).scan(0)
    assert scan.width == 520
    assert scan.blocks[0].printed[0].region == Region(500, 900, 20, 20)


def test_letters_of_the_internet_archive_have_their_own_boxes(tmp_path: Path) -> None:
    letters = "".join(
        f"<span class='ocrx_cinfo' title='x_bboxes {left} 0 {left + 10} 20; x_conf 90'>{letter}</span>"
        for letter, left in (("a", 0), ("b", 30), ("c", 40))
    )
    word = f"<span class='ocrx_word' title='bbox 0 0 50 20; x_wconf 80'>{letters}</span>"
    line = f"<span class='ocr_line' title='bbox 0 0 50 20'>{word}</span>"
    assert _scan(tmp_path, _par(line)).blocks[0].printed[0].cuts == (0, 30, 40, 50)


@pytest.mark.parametrize("encoding", ["gb18030", "iso-8859-1", "utf-8"])
def test_the_declared_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    text = "中文" if encoding != "iso-8859-1" else "été"
    head = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={encoding}'/>"
    head += "<meta name='ocr-system' content='x'/></head>"
    path = _file(tmp_path, _par(_line((text, 0))), head=head, encoding=encoding)
    assert open_source(path).scan(0).blocks[0].text == text


def test_files_that_are_cut_off_or_have_no_page_say_so(newsroom: ModuleType, tmp_path: Path) -> None:
    path = newsroom.write_hocr([newsroom.page(2, "simple")], tmp_path / "page.hocr")
    with pytest.raises(SourceUnreadable, match="cut off"):
        open_source(newsroom.broken.truncated(path))
    with pytest.raises(SourceEmpty, match="holds no page"):
        open_source(_file(tmp_path))
