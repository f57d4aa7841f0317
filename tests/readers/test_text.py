"""Bytes to text: encodings found, and one clear sentence for each thing that can be wrong."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baoguan.domain.errors import SourceEmpty, SourceError, SourceUnreadable, UnknownFormat
from baoguan.readers import text as reader
from baoguan.readers.text import decode, read_text

PAGE = "## 港口新航线直达五国\n\n上月底,港口开通了直达东南亚五国的集装箱航线,航程缩短到七天。\n"
TRADITIONAL = "本埠新聞\n\n電車公司昨日增開夜車,票價與日間相同云。\n"


@pytest.mark.parametrize("page", [PAGE, TRADITIONAL], ids=["simplified", "traditional"])
@pytest.mark.parametrize(
    ("codec", "bom", "encoding"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("gb18030", b"", "gb18030"),
    ],
)
def test_encodings_are_detected(page: str, codec: str, bom: bytes, encoding: str) -> None:
    assert decode(bom + page.encode(codec), "page.md") == (page, encoding)


def test_gb18030_keeps_characters_outside_gbk() -> None:
    page = "𠮷野家开业,㐂字招牌引人注目。〇年。"
    assert decode(page.encode("gb18030"), "page.txt").text == page


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2))
def test_any_chinese_text_comes_back_from_utf8_and_gb18030(page: str) -> None:
    assert decode(page.encode(), "page").text == page
    coded = page.encode("gb18030")
    try:
        coded.decode("utf-8")
    except UnicodeDecodeError:
        assert decode(coded, "page").text == page


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_one_expected_error(content: bytes) -> None:
    said = _refusal(content)
    if said is None:
        assert decode(content, "page.bin").text.strip()
    else:
        assert all("page.bin" in sentence for sentence in said.what)
        assert all(said.next_step)


def _refusal(content: bytes) -> SourceError | None:
    try:
        decode(content, "page.bin")
    except SourceError as error:
        return error
    return None


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"II*\x00\x08\x00\x00\x00",
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03" * 200,
        b"\x7fELF\x02\x01\x01",
        b"\xff\xfe\x00\x00\x2d\x4e\x00\x00",
    ],
    ids=["pdf", "zip", "png", "jpeg", "tiff", "all bytes", "controls", "elf", "utf-32"],
)
def test_what_is_no_text_is_of_unknown_format(content: bytes) -> None:
    with pytest.raises(UnknownFormat) as caught:
        decode(content, "scan")
    assert "scan" in caught.value.say("zh")
    assert ".txt" in caught.value.say("en")


@pytest.mark.parametrize(
    "content", [b"", b"   \r\n\n\t", "\ufeff".encode(), "\u3000\n".encode(), b"\xff\xfe"]
)
def test_a_file_without_text_is_empty(content: bytes) -> None:
    with pytest.raises(SourceEmpty):
        decode(content, "empty.txt")


@pytest.mark.parametrize(
    ("codec", "bom"), [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")]
)
def test_a_file_cut_inside_a_character_is_half_written(codec: str, bom: bytes) -> None:
    content = bom + ("港口开通了新航线。" * 20).encode(codec)
    with pytest.raises(SourceUnreadable, match="half-written"):
        decode(content[:-1], "page.md")


def test_a_gb18030_file_cut_inside_a_character_is_half_written() -> None:
    content = ("港口开通了新航线。" * 20).encode("gb18030")
    with pytest.raises(SourceUnreadable, match="half-written"):
        decode(content[:-1], "page.md")


@given(st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="%GIMPR7AS"), min_size=1))
def test_text_in_any_script_stays_as_it_is(page: str) -> None:
    assert decode(page.encode(), "page") == (page, "utf-8")


def test_missing_folder_and_forbidden_files_say_so(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="not there"):
        read_text(tmp_path / "nothing.md")
    with pytest.raises(SourceUnreadable, match="folder"):
        read_text(tmp_path)
    locked = tmp_path / "locked.md"
    locked.write_text(PAGE, encoding="utf-8")
    locked.chmod(0)
    if sys.platform != "win32" and os.geteuid() != 0:
        with pytest.raises(SourceUnreadable, match="may not be read"):
            read_text(locked)


def test_a_message_calls_the_file_what_the_caller_calls_it(tmp_path: Path) -> None:
    kept = tmp_path / ("a" * 64)
    kept.write_bytes(b"")
    with pytest.raises(SourceEmpty) as caught:
        read_text(kept, "头版.md")
    assert "头版.md" in caught.value.say("zh")
    assert "aaaa" not in caught.value.say("zh")


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(reader.SIZE_LIMIT + 1)
    with pytest.raises(UnknownFormat, match="64 MiB"):
        read_text(large)
