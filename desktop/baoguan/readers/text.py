"""Bytes to text: which encoding a text file has, and what is wrong when it has none."""

import codecs
import os
import unicodedata
from pathlib import Path
from typing import NamedTuple, NoReturn

from baoguan.domain.errors import SourceEmpty, SourceUnreadable, UnknownFormat
from baoguan.domain.language import Bilingual
from baoguan.domain.page import BLANK

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes. A newspaper page is a few thousand characters; a larger file is something else."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX, EPUB"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (b"RIFF", "RIFF"),
    (b"AT&TFORM", "DjVu"),
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "ELF"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\u0085")


class Decoded(NamedTuple):
    """A file's text without a byte order mark, and the encoding it was read with."""

    text: str
    encoding: str


def read_bytes(path: Path, name: str) -> bytes:
    """Return a file's bytes; raise SourceUnreadable, SourceEmpty or UnknownFormat, calling it ``name``."""
    try:
        if path.is_dir():
            _unreadable(name, "是文件夹", "is a folder", "请选择其中的文件。", "Choose the files in it.")
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > SIZE_LIMIT:
                _too_large(name, size)
            content = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        _unreadable(name, "不存在", "is not there", "请检查路径。", "Check the path.")
    except PermissionError:
        _unreadable(name, "没有读取权限", "may not be read", "请改变文件的权限。", "Change its permissions.")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        zh, en = f"无法读取（{reason}）", f"cannot be read ({reason})"
        _unreadable(name, zh, en, "请检查磁盘或网络。", "Check the disk or the network.")
    if len(content) > SIZE_LIMIT:
        _too_large(name, len(content))
    return content


def decode(content: bytes, name: str) -> Decoded:
    """Return the text of a file's bytes; raise SourceEmpty, UnknownFormat or SourceUnreadable (cut off)."""
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            _unknown(name, f"不是文本文件（像是 {kind}）", f"is no text file (it looks like {kind})")
    decoded = _with_bom(content, name) or _without_bom(content, name)
    if not decoded.text.strip(BLANK + "\0"):
        raise SourceEmpty(
            Bilingual(f"“{name}”里没有文字。", f'"{name}" holds no text.'),
            Bilingual("请检查文件是否完整。", "Check that the file is complete."),
        )
    if not _is_text(decoded.text):
        _unknown(name, "不是文本文件（像是二进制文件）", "is no text file (it looks binary)")
    return decoded


def read_text(path: Path, name: str | None = None) -> Decoded:
    """Return a file's text and encoding; raise a SourceError that calls the file ``name``."""
    called = name or path.name
    return decode(read_bytes(path, called), called)


def _with_bom(content: bytes, name: str) -> Decoded | None:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        _unknown(name, "是 UTF-32 编码", "is encoded in UTF-32")
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict(content[len(bom) :], encoding.removesuffix("-sig"), encoding, name)
    return None


def _without_bom(content: bytes, name: str) -> Decoded:
    wide = _wide_encoding(content)
    if wide:
        return _strict(content, wide, wide, name)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        cut_off = error.reason == "unexpected end of data"
        if cut_off and error.start > 0 and _mostly_wide(content[: error.start]):
            _half_written(name)
    return _strict(content, "gb18030", "gb18030", name)


def _strict(content: bytes, codec: str, encoding: str, name: str) -> Decoded:
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        text = decoder.decode(content)
    except UnicodeDecodeError:
        _unknown(name, "的编码无法识别", "has an encoding that is not known")
    if decoder.getstate()[0]:
        if _is_text(text):
            _half_written(name)
        _unknown(name, "不是文本文件（像是二进制文件）", "is no text file (it looks binary)")
    return Decoded(text, encoding)


def _wide_encoding(content: bytes) -> str | None:
    """Return the UTF-16 byte order that the places of NUL bytes and of ASCII white space show, if any."""
    sample = content[:65536]
    if b"\x00" not in sample:
        return None
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        low = sample[0::2] if codec == "utf-16-le" else sample[1::2]
        if high.count(0) > 4 * low.count(0):
            text = sample[: len(sample) // 2 * 2].decode(codec, errors="replace")
            if _is_text(text):
                return codec
    return None


def _mostly_wide(content: bytes) -> bool:
    """Tell whether UTF-8 bytes hold real multi-byte text, so that the cut at the end is a cut."""
    return any(ord(char) >= 0x80 for char in content[-4096:].decode("utf-8", errors="ignore"))


def _is_text(text: str) -> bool:
    """Tell whether control, undefined and private characters are rare enough for text."""
    sample = text if len(text) <= 20000 else text[:10000] + text[-10000:]
    odd = sum(
        1
        for char in sample
        if char not in _ALLOWED_CONTROLS and (char == "\ufffd" or unicodedata.category(char) in _ODD)
    )
    return odd * 50 <= len(sample)


_ODD = frozenset({"Cc", "Cn", "Co", "Cs"})


def _too_large(name: str, size: int) -> NoReturn:
    megabytes, limit = size // (1024 * 1024), SIZE_LIMIT // (1024 * 1024)
    raise UnknownFormat(
        Bilingual(
            f"“{name}”有 {megabytes} MiB,超过一个版面的上限 {limit} MiB。",
            f'"{name}" has {megabytes} MiB, more than the {limit} MiB a page may have.',
        ),
        Bilingual("请按版面拆分文件。", "Split it into one file a page."),
    )


def _half_written(name: str) -> NoReturn:
    _unreadable(
        name,
        "在一个字的中间断开，没有写完",
        "ends in the middle of a character: it is half-written",
        "请重新复制或下载。",
        "Copy or download it again.",
    )


def _unreadable(name: str, zh: str, en: str, next_zh: str, next_en: str) -> NoReturn:
    raise SourceUnreadable(Bilingual(f"“{name}”{zh}。", f'"{name}" {en}.'), Bilingual(next_zh, next_en))


def _unknown(name: str, zh: str, en: str) -> NoReturn:
    raise UnknownFormat(
        Bilingual(f"“{name}”{zh}。", f'"{name}" {en}.'),
        Bilingual(
            "能读的是 .md 和 .txt(UTF-8、UTF-16、GB18030)。",
            "What can be read: .md and .txt in UTF-8, UTF-16 or GB18030.",
        ),
    )
