"""hOCR files of any size: each page is parsed when it is asked for."""

import html
import mmap
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from baoguan.domain.errors import SourceEmpty, SourceUnreadable
from baoguan.domain.language import Bilingual
from baoguan.domain.page import Imprint, PageImage, PageScan
from baoguan.readers.hocr_page import number_of, page_in, read_hocr_page
from baoguan.readers.html_text import declared, decoded, parsed
from baoguan.readers.text import SIZE_LIMIT, read_bytes
from baoguan.readers.xml_image import picture_beside
from baoguan.readers.xml_imprint import beside

_PAGE = re.compile(rb"<[a-z]+\s[^<>]*?class\s*=\s*[\"'][^\"'<>]*\bocr_page\b", re.IGNORECASE)
_IMAGE = re.compile(rb"\bimage\s+(?:[\"']|&quot;|&#39;)?([^\"';&]+)")
_SIGN, _TAG = b"ocr_page", 4096
_LARGEST = 1 << 30
"""Bytes. Whole books and volumes of newspapers are one file; they are never read at once."""


class HocrSource:
    """An hOCR file: a page for each ocr_page."""

    format = "hocr"

    def __init__(self, path: Path, name: str | None) -> None:
        self._path, self._name = path, name or path.name
        self._content = _held(path, self._name)
        self._starts = list(_starts(self._content))
        head, tail = self._content[: 1 << 16], self._content[-4096:]
        self._codec = declared(head)
        if not self._starts:
            raise SourceEmpty(
                Bilingual(f"“{self._name}”里没有版面。", f'"{self._name}" holds no page.'),
                Bilingual("请检查文件是否完整。", "Check that the file is complete."),
            )
        if b"<html" in head.lower() and b"</html" not in tail.lower():
            raise SourceUnreadable(
                Bilingual(f"“{self._name}”没有写完。", f'"{self._name}" is cut off.'),
                Bilingual("请重新复制或下载。", "Copy or download it again."),
            )

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The file, then the pictures of its pages that are beside it."""
        shown = (self._image(part) for part in range(len(self)))
        return (self._path, *dict.fromkeys(image.file for image in shown if image))

    def __len__(self) -> int:
        """Return the number of its pages."""
        return len(self._starts)

    def scan(self, part: int) -> PageScan:
        """Read a page."""
        ends = [*self._starts[1:], len(self._content)]
        text = decoded(self._content[self._starts[part] : ends[part]], self._codec, self._name)
        page = page_in(parsed(text.text, self._name))
        image = self._image(part)
        own = Imprint(sequence=part + 1 if len(self) > 1 else None, number=number_of(page))
        imprint = beside(self._path, own, len(self))
        return read_hocr_page(page, image, imprint, part, text.encoding)

    @cached_property
    def _named(self) -> list[str]:
        """The names of the pictures that the pages' elements tell, empty where they tell none."""
        tags = (self._content[start : start + _TAG].partition(b">")[0] for start in self._starts)
        found = (_IMAGE.search(tag) for tag in tags)
        return [html.unescape(name[1].decode("utf-8", "replace")) if name else "" for name in found]

    def _image(self, part: int) -> PageImage | None:
        """Return the picture of a page; where all pages name one file, they are its frames."""
        alone = len(self) == 1
        frame = 0 if alone or len(set(self._named)) > 1 else part
        return picture_beside(self._path, self._named[part], alone=alone, frame=frame)

    def close(self) -> None:
        """Let go of the file."""
        if isinstance(self._content, mmap.mmap):
            self._content.close()


def open_hocr(path: Path, name: str | None) -> HocrSource:
    """Open an hOCR file, calling it ``name``; raise a ``SourceError``."""
    return HocrSource(path, name)


def _starts(content: bytes | mmap.mmap) -> Iterator[int]:
    """Yield where each page's element begins."""
    at, last = content.find(_SIGN), -1
    while at >= 0:
        begin = content.rfind(b"<", max(0, at - _TAG), at)
        if begin > last and _PAGE.match(content, begin):
            last = begin
            yield begin
        at = content.find(_SIGN, at + len(_SIGN))


def _held(path: Path, name: str) -> bytes | mmap.mmap:
    """Return a file's bytes, those of a large one without reading them yet."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    if not SIZE_LIMIT < size <= _LARGEST:
        return read_bytes(path, name)
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
