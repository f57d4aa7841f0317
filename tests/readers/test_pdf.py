"""Born-digital PDFs: every character, where it is printed, in lines as they are printed."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from baoguan.domain.errors import SourceEmpty, SourceUnreadable
from baoguan.domain.page import BlockRole, PageScan, TextLine
from baoguan.readers.pdf import DPI, open_pdf

_FONTS = "/A 5 0 R /D 6 0 R /L 7 0 R"
_CID = "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
_CID += " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000"
_CID += " /FontDescriptor 9 0 R >>"
_UNICODE = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF>"
_UNICODE += b" endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end"
_DESCRIPTOR = "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900]"
_DESCRIPTOR += " /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 80 /CapHeight 700 >>"


@pytest.fixture
def printed(tmp_path: Path, newsroom: ModuleType) -> Callable[..., PageScan]:
    """Prints a page of 400 by 300 points from PDF operators and reads it back."""
    from newsroom.writers.pdf import assembled

    def print_(content: str, more: str = "", form: str = "") -> PageScan:
        stream, inner = content.encode("ascii"), form.encode("ascii")
        head = f"/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << {_FONTS} >> >>"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R {more}"
        page += f" /Resources << /Font << {_FONTS} >> /XObject << /F 10 0 R >> >> >>"
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            page.encode("ascii"),
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
            _font("UniGB-UTF16-H"),
            _font("UniGB-UTF16-V"),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            _CID.encode("ascii"),
            _DESCRIPTOR.encode("ascii"),
            b"<< %b /Length %d >>\nstream\n%b\nendstream" % (head.encode("ascii"), len(inner), inner),
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(_UNICODE), _UNICODE),
        ]
        path = tmp_path / "page.pdf"
        path.write_bytes(assembled(objects))
        source = open_pdf(path)
        try:
            return source.scan(0)
        finally:
            source.close()

    return print_


def _font(encoding: str) -> bytes:
    font = f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-{encoding} /Encoding /{encoding}"
    return f"{font} /DescendantFonts [8 0 R] /ToUnicode 11 0 R >>".encode("ascii")


def _set(text: str, x: float, y: float, size: float = 10, font: str = "A", matrix: str = "1 0 0 1") -> str:
    code = "utf-16-be" if font in "AD" else "latin-1"
    return f"BT /{font} {size} Tf {matrix} {x} {y} Tm <{text.encode(code).hex()}> Tj ET\n"


def _lines(scan: PageScan) -> list[TextLine]:
    return [line for block in scan.blocks for line in block.printed]


def _texts(scan: PageScan) -> list[str]:
    return [line.text for line in _lines(scan)]


def test_a_character_is_where_it_is_printed(printed: Callable[..., PageScan]) -> None:
    line = _lines(printed(_set("报馆", 72, 200, 18)))[0]
    scale = DPI / 72
    assert line.text == "报馆"
    assert line.cuts == pytest.approx([72 * scale, 90 * scale, 108 * scale], abs=0.5)
    assert line.region.top == pytest.approx((300 - 200 - 0.88 * 18) * scale, abs=0.5)
    assert (line.size, line.region.height) == pytest.approx((18 * scale, 18 * scale), abs=0.5)


def test_the_size_of_type_counts_the_matrix(printed: Callable[..., PageScan]) -> None:
    line = _lines(printed(_set("报馆", 72, 200, 1, matrix="12 0 0 24")))[0]
    assert line.size == pytest.approx(24 * DPI / 72, abs=0.5)
    assert line.cuts[1] - line.cuts[0] == pytest.approx(12 * DPI / 72, abs=0.5)


def test_one_text_a_character_makes_one_line_whatever_the_order(printed: Callable[..., PageScan]) -> None:
    first = [_set(char, 50 + 10 * at, 200) for at, char in enumerate("天津日报今天出版")]
    second = [_set(char, 50 + 10 * at, 185) for at, char in enumerate("一版要闻二版综合")]
    pairs = zip(first[1::2] + first[::2], second, strict=True)
    mixed = [text for pair in pairs for text in pair]
    assert sorted(_texts(printed("".join(mixed)))) == sorted(["天津日报今天出版", "一版要闻二版综合"])


def test_columns_are_not_joined_across_their_gutter(printed: Callable[..., PageScan]) -> None:
    rows = [
        _set("左栏的文字", 50, 250 - 13 * row) + _set("右栏的文字", 107, 250 - 13 * row) for row in range(6)
    ]
    assert set(_texts(printed("".join(rows)))) == {"左栏的文字", "右栏的文字"}


def test_a_ruling_divides_what_stands_closer_than_a_gutter(printed: Callable[..., PageScan]) -> None:
    rule = "102 190 0.5 30 re f\n"
    scan = printed(_set("左边文字", 61, 200) + rule + _set("右边文字", 103.5, 200))
    assert _texts(scan) == ["左边文字", "右边文字"]
    assert len(scan.rulings) == 1
    ruling = scan.rulings[0]
    assert (ruling.left, ruling.height) == pytest.approx((102 * DPI / 72, 30 * DPI / 72), abs=1)


def test_rulings_are_told_of_strokes_and_frames_and_not_of_tints(printed: Callable[..., PageScan]) -> None:
    stroke = "0.6 w 20 20 m 220 20 l S\n"
    frame = "1 w 30 40 100 60 re S\n"
    tint = "0.9 g 200 100 80 80 re f\n 1 g 10 10 100 1 re f\n"
    rulings = printed(stroke + frame + tint).rulings
    assert sum(ruling.width > ruling.height for ruling in rulings) == 3
    assert sum(ruling.width < ruling.height for ruling in rulings) == 2


def test_of_hatching_the_longest_lines_are_kept(printed: Callable[..., PageScan]) -> None:
    hatching = "".join(f"20 {20 + at / 8} m {120 + at / 20} {20 + at / 8} l S\n" for at in range(2000))
    rulings = printed("0.1 w " + hatching).rulings
    assert len(rulings) == 1500
    assert min(ruling.width for ruling in rulings) > (100 + 490 / 20) * DPI / 72


def test_a_picture_is_where_its_frame_shows_it(printed: Callable[..., PageScan]) -> None:
    inline = "BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI"
    scan = printed(f"q 50 60 100 80 re W n q 200 0 0 120 20 40 cm {inline} Q Q\n" + _set("图说", 50, 30))
    pictures = [block.region for block in scan.blocks if block.role is BlockRole.IMAGE]
    assert len(pictures) == 1
    region = pictures[0]
    assert region is not None
    told = (region.left, region.top, region.width, region.height)
    assert told == pytest.approx([points * DPI / 72 for points in (50, 160, 100, 80)], abs=1)


def test_what_is_printed_over_itself_is_read_once(printed: Callable[..., PageScan]) -> None:
    bold = "".join(_set("今日头条", 50 + shift, 200 - shift, 20) for shift in (0, 0.2, 0.4, 0.6))
    assert _texts(printed(bold)) == ["今日头条"]


def test_marks_set_over_each_other_are_both_in_their_line(printed: Callable[..., PageScan]) -> None:
    squeezed = _set("他说。", 50, 200) + _set("“你好。", 70, 200) + _set("”他走了", 105, 200)
    line = _lines(printed(squeezed))[0]
    assert line.text == "他说。“你好。”他走了"
    assert line.cuts[2:5] == pytest.approx([cut * DPI / 72 for cut in (70, 75, 80)], abs=0.5)


def test_bullets_stay_with_what_they_stand_before(printed: Callable[..., PageScan]) -> None:
    rows = "".join(_set("●", 50, 250 - 14 * row) + _set("一件事情", 66, 250 - 14 * row) for row in range(7))
    assert set(_texts(printed(rows))) == {"● 一件事情"}


def test_characters_that_double_are_kept(printed: Callable[..., PageScan]) -> None:
    assert _texts(printed(_set("谢谢人人都好", 50, 200))) == ["谢谢人人都好"]
    assert _texts(printed(_set("illicit bellwether", 50, 200, 6, "L"))) == ["illicit bellwether"]


def test_spaces_between_words_are_kept_and_letter_spacing_is_none(printed: Callable[..., PageScan]) -> None:
    words = _set("The Daily News", 50, 250, 10, "L")
    set_apart = "".join(
        _set(word, x, 220, 10, "L") for word, x in (("The", 50), ("Daily", 72), ("News", 104))
    )
    spaced = _set("报 纸 的 标 题", 50, 190, 20)
    code = "要闻版".encode("utf-16-be").hex()
    stretched = f"BT /A 20 Tf 8 Tc 50 150 Td <{code}> Tj 0 Tc ET\n"
    byline = _set("本报记者", 50, 120) + _set("刘畅", 95, 120)
    assert _texts(printed(words + set_apart + spaced + stretched + byline)) == [
        "The Daily News",
        "The Daily News",
        "报纸的标题",
        "要闻版",
        "本报记者 刘畅",
    ]


def test_a_space_that_the_pdf_has_is_kept_between_words_however_tight(
    printed: Callable[..., PageScan],
) -> None:
    tight = "BT /L 10 Tf -2.7 Tw 50 250 Td <" + b"The Daily News of today".hex() + "> Tj 0 Tw ET\n"
    assert _texts(printed(tight)) == ["The Daily News of today"]


def test_upright_lines_are_read_down(printed: Callable[..., PageScan]) -> None:
    columns = ("民國二十六年春", "江水大漲，船不", "能行。旅客皆於")
    content = "".join(
        _set(char, 200 - 14 * column, 250 - 10 * row)
        for column, text in enumerate(columns)
        for row, char in enumerate(text)
    )
    lines = _lines(printed(content))
    assert [line.text for line in lines] == list(columns)
    assert all(line.vertical for line in lines)
    assert lines[0].cuts == pytest.approx([(300 - 258.8 + 10 * row) * DPI / 72 for row in range(8)], abs=1)


def test_fonts_that_write_down_make_upright_lines(printed: Callable[..., PageScan]) -> None:
    line = _lines(printed(_set("天下大事必作於細", 200, 260, 12, "D")))[0]
    assert (line.text, line.vertical) == ("天下大事必作於細", True)
    assert line.cuts[1] - line.cuts[0] == pytest.approx(12 * DPI / 72, abs=1)
    assert line.region.left + line.region.width / 2 == pytest.approx(200 * DPI / 72, abs=2)


def test_digits_side_by_side_stay_in_their_upright_line(printed: Callable[..., PageScan]) -> None:
    upright = list(enumerate("令和"))
    content = "".join(_set(char, 200, 250 - 10 * row) for row, char in upright)
    content += _set("12", 199.5, 230, 10, "L")
    content += "".join(_set(char, 200, 220 - 10 * row) for row, char in enumerate("年夏天"))
    line = _lines(printed(content))[0]
    assert (line.text, line.vertical, len(line.cuts)) == ("令和12年夏天", True, 8)


def test_words_on_their_side_stay_in_their_upright_line(printed: Callable[..., PageScan]) -> None:
    content = "".join(_set(char, 200, 250 - 10 * row) for row, char in enumerate("昨日"))
    content += _set("NASA", 202, 239, 10, "L", "0 -1 1 0")
    content += "".join(_set(char, 200, 200 - 10 * row) for row, char in enumerate("發表消息"))
    line = _lines(printed(content))[0]
    assert (line.text, line.vertical) == ("昨日NASA發表消息", True)
    assert list(line.cuts) == sorted(line.cuts)


def test_chinese_printed_from_the_right_is_read_from_the_right(printed: Callable[..., PageScan]) -> None:
    content = "".join(_set(char, 200 - 30 * at, 200, 30) for at, char in enumerate("澄江時報"))
    line = _lines(printed(content))[0]
    assert line.text == "澄江時報"
    assert line.cuts[0] > line.cuts[-1]


def test_type_on_its_side_reads_down(printed: Callable[..., PageScan]) -> None:
    level = "".join(_set("横排的文字占了大半个版面", 20, 250 - 15 * row) for row in range(3))
    side = _lines(printed(level + _set("Notice", 300, 200, 10, "L", "0 -1 1 0")))[-1]
    assert (side.text, side.vertical, side.bold) == ("Notice", True, True)
    assert side.cuts[0] < side.cuts[-1]


def test_text_in_forms_and_invisible_text_is_read(printed: Callable[..., PageScan]) -> None:
    form = _set("表单里的文字", 0, 0)
    scan = printed("q 1 0 0 1 100 150 cm /F Do Q\n3 Tr " + _set("看不见的文字", 50, 100), form=form)
    lines = {line.text: line for line in _lines(scan)}
    assert set(lines) == {"表单里的文字", "看不见的文字"}
    assert lines["表单里的文字"].region.left == pytest.approx(100 * DPI / 72, abs=1)


def test_radicals_are_read_as_the_characters_they_stand_for(printed: Callable[..., PageScan]) -> None:
    line = _lines(printed(_set("⽉⻓⻋︒", 50, 200)))[0]
    assert (line.text, line.raw) == ("月长车。", "⽉⻓⻋︒")


def test_a_page_lying_on_its_side_is_set_upright(printed: Callable[..., PageScan]) -> None:
    scan = printed(_set("这一版是横着存放的", 100, 50, 10, matrix="0 1 -1 0"))
    assert (scan.width, scan.height) == (round(300 * DPI / 72), round(400 * DPI / 72))
    line = _lines(scan)[0]
    assert (line.text, line.vertical) == ("这一版是横着存放的", False)
    assert line.region.left == pytest.approx(50 * DPI / 72, abs=1)


def test_what_the_page_does_not_show_is_not_read(printed: Callable[..., PageScan]) -> None:
    scan = printed(_set("裁切以外", 10, 280) + _set("版面文字", 100, 150), "/CropBox [50 50 350 250]")
    assert _texts(scan) == ["版面文字"]
    assert _lines(scan)[0].region.left == pytest.approx(50 * DPI / 72, abs=1)


@pytest.mark.parametrize("layout", ["simple", "mixed", "vertical"])
def test_every_character_of_the_newsroom_is_read(newsroom: ModuleType, tmp_path: Path, layout: str) -> None:
    page = newsroom.page(7, layout)
    scan = open_pdf(newsroom.write_pdf([page], tmp_path / "page.pdf")).scan(0)
    read = "".join(sorted("".join(_texts(scan)).replace(" ", "")))
    assert read == "".join(sorted("".join(line.text for line in page.lines).replace(" ", "")))
    assert sum(line.text in set(_texts(scan)) for line in page.lines) >= 0.98 * len(page.lines)
    assert len(scan.rulings) == len(page.rulings)
    assert sum(block.role is BlockRole.IMAGE for block in scan.blocks) == len(page.figures)
    assert [line.number for line in _lines(scan)] == list(range(1, len(_lines(scan)) + 1))


def test_a_scan_without_text_is_its_picture_in_its_own_pixels(newsroom: ModuleType, tmp_path: Path) -> None:
    page = newsroom.page(3, "simple")
    scan = open_pdf(newsroom.write_scanned_pdf([page], tmp_path / "scan.pdf", 250)).scan(0)
    assert scan.blocks == ()
    assert scan.image is not None
    assert (scan.width, scan.image.dpi) == pytest.approx((page.width / 72 * 250, 250), abs=1.5)


def test_a_stamp_on_a_scan_is_not_its_text(newsroom: ModuleType, tmp_path: Path) -> None:
    import pikepdf

    path = newsroom.write_scanned_pdf([newsroom.page(3, "simple")], tmp_path / "scan.pdf", 100)
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        page = opened.pages[0]
        page.Resources.Font = pikepdf.Dictionary(
            L=pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
        )
        page.contents_add(_set("Library 0017", 20, 20, 10, "L").encode("ascii"))
        opened.save(path)
    assert open_pdf(path).scan(0).blocks == ()


def test_text_behind_a_scan_is_read(newsroom: ModuleType, tmp_path: Path) -> None:
    page = newsroom.page(3, "simple")
    scan = open_pdf(newsroom.write_scanned_pdf([page], tmp_path / "scan.pdf", 100, text=True)).scan(0)
    assert page.lines[-1].text in _texts(scan)
    assert all(block.role is BlockRole.TEXT for block in scan.blocks)


def test_a_sidecar_tells_what_all_pages_have_in_common(newsroom: ModuleType, tmp_path: Path) -> None:
    pages = newsroom.issue(3, "simple", 2)
    path = newsroom.write_pdf(pages, tmp_path / "issue.pdf")
    path.with_suffix(".toml").write_text('title = "天津日报"\nnumber = "A1"\n', encoding="utf-8")
    issue = open_pdf(path)
    told = [(issue.scan(part).imprint.title, issue.scan(part).imprint.number) for part in range(2)]
    assert told == [("天津日报", None)] * 2


def test_pages_are_read_one_by_one(newsroom: ModuleType, tmp_path: Path) -> None:
    many = open_pdf(newsroom.broken.pdf_of_pages(5000, tmp_path / "many.pdf"))
    assert len(many) == 5000
    assert (many.scan(4999).part, many.scan(4999).blocks) == (4999, ())


@pytest.mark.parametrize(
    ("broken", "error", "told"),
    [
        ("truncated_pdf", SourceUnreadable, "不是完整的 PDF"),
        ("locked_pdf", SourceUnreadable, "需要密码"),
        ("pdf_of_pages", SourceEmpty, "一页也没有"),
    ],
)
def test_what_cannot_be_opened_is_told_in_a_sentence(
    newsroom: ModuleType, tmp_path: Path, broken: str, error: type[Exception], told: str
) -> None:
    subject = 0 if broken == "pdf_of_pages" else newsroom.page(3, "simple")
    path = getattr(newsroom.broken, broken)(subject, tmp_path / "kept")
    with pytest.raises(error) as raised:
        open_pdf(path, "天津日报.pdf")
    assert "天津日报.pdf" in raised.value.say("zh")
    assert told in raised.value.say("zh")


def test_a_pdf_that_lacks_only_its_end_is_not_taken_for_whole(newsroom: ModuleType, tmp_path: Path) -> None:
    path = newsroom.write_scanned_pdf([newsroom.page(3, "simple")], tmp_path / "scan.pdf", 100)
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex(b"xref")])
    with pytest.raises(SourceUnreadable, match="not a complete PDF"):
        open_pdf(path)


def test_a_pdf_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="is not there"):
        open_pdf(tmp_path / "none.pdf")
    with pytest.raises(SourceUnreadable, match="cannot be read"):
        open_pdf(tmp_path)


def test_a_pdf_that_forbids_copying_is_read(newsroom: ModuleType, tmp_path: Path) -> None:
    page = newsroom.page(3, "simple")
    scan = open_pdf(newsroom.broken.guarded_pdf(page, tmp_path / "guarded.pdf")).scan(0)
    assert page.lines[-1].text in _texts(scan)
