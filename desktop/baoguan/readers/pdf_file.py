"""A PDF held open by PDFium, which serves one thread at a time, and why one cannot be opened."""

import os
import threading
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from baoguan.domain.errors import SourceEmpty, SourceUnreadable
from baoguan.domain.language import Bilingual
from baoguan.readers.pdf_fonts import lend_fonts

ALONE = threading.RLock()
"""Held around every call of PDFium: it is not made for several threads at once."""

_TAIL = 1 << 16
"""Bytes in which a PDF ends, whatever its transport put behind it."""


class PdfFile:
    """An open PDF; opening it raises a SourceError that calls it ``name``."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        with ALONE:
            lend_fonts()
            self._pages = _opened(path, name)
            self._count = len(self._pages)

    def __len__(self) -> int:
        """Return the number of its pages."""
        return self._count

    def page(self, part: int) -> pdfium.PdfPage:
        """Load a page, 0 first, under ``ALONE``; raise SourceUnreadable where the file has none there."""
        try:
            return self._pages[part]
        except (pdfium.PdfiumError, IndexError) as error:
            raise SourceUnreadable(
                Bilingual(
                    f"“{self.name}”的第 {part + 1} 页已损坏。",
                    f'Page {part + 1} of "{self.name}" is damaged.',
                ),
                Bilingual("请重新下载这个文件。", "Download the file again."),
            ) from error

    def close(self) -> None:
        """Let go of the file."""
        with ALONE:
            self._pages.close()


def _opened(path: Path, name: str) -> pdfium.PdfDocument:
    """Open a PDF; what PDFium would mend because it is cut off is refused, for its pages would be empty."""
    if not _ends(path, name):
        raise _incomplete(name)
    raw.FPDF_LoadDocument(b"", None)  # leaves an error of its own: of a PDF without pages PDFium says nothing
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        code = error.err_code
    if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        raise _unreadable(
            name,
            "需要密码才能打开",
            "opens only with a password",
            "请先用密码打开并另存为没有密码的 PDF。",
            "Open it with its password and save it without one first.",
        )
    if code == raw.FPDF_ERR_FILE:
        raise SourceEmpty(
            Bilingual(f"“{name}”里一页也没有。", f'"{name}" has no pages.'),
            Bilingual("请检查文件是否完整。", "Check that the file is complete."),
        )
    raise _incomplete(name)


def _ends(path: Path, name: str) -> bool:
    """Tell whether a PDF has its end, which may have something behind it; raise SourceUnreadable."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - _TAIL))
            tail = file.read()
    except FileNotFoundError as error:
        raise _unreadable(name, "不存在", "is not there", "请检查路径。", "Check the path.") from error
    except OSError as error:
        raise _unreadable(
            name,
            "无法读取",
            "cannot be read",
            "请检查它的权限和磁盘。",
            "Check its permissions and the disk.",
        ) from error
    return b"%%EOF" in tail or b"startxref" in tail


def _incomplete(name: str) -> SourceUnreadable:
    return _unreadable(
        name,
        "不是完整的 PDF",
        "is not a complete PDF",
        "请重新复制或下载。",
        "Copy or download it again.",
    )


def _unreadable(name: str, zh: str, en: str, next_zh: str, next_en: str) -> SourceUnreadable:
    return SourceUnreadable(Bilingual(f"“{name}”{zh}。", f'"{name}" {en}.'), Bilingual(next_zh, next_en))
