"""PDF pages: lines of text with their places, ruling lines, pictures; a page without text is its picture."""

from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium

from baoguan.domain.page import Block, PageImage, PageScan, TextLine
from baoguan.readers.imprint import read_imprint
from baoguan.readers.pdf_file import ALONE, PdfFile
from baoguan.readers.pdf_glyphs import Sheet, read_glyphs
from baoguan.readers.pdf_lines import lines

DPI = 200
"""Page pixels an inch: type of 9 points is 25 pixels high, which OCR reads best and screens show sharply."""


class PdfSource:
    """A PDF held open: its pages are read when they are asked for."""

    format = "pdf"

    def __init__(self, path: Path, name: str | None) -> None:
        self.files = (path,)
        self._file = PdfFile(path, name or path.name)

    def __len__(self) -> int:
        """Return the number of its pages."""
        return len(self._file)

    def scan(self, part: int) -> PageScan:
        """Read a page, 0 first; raise SourceUnreadable where it is damaged."""
        with ALONE:
            page = self._file.page(part)
            try:
                scan = self._scan(page, part)
            finally:
                page.close()
        return scan if len(self) > 1 else replace(scan, imprint=read_imprint(self.files[0]))

    def _scan(self, page: pdfium.PdfPage, part: int) -> PageScan:
        sheet = sheet_of(page, DPI)
        printed = lines(read_glyphs(page, sheet))
        return PageScan(
            tuple(_block(line) for line in printed),
            encoding="",
            width=sheet.width,
            height=sheet.height,
            image=PageImage(self.files[0], part, sheet.width, sheet.height, DPI),
            part=part,
        )

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def open_pdf(path: Path, name: str | None) -> PdfSource:
    """Open a PDF, calling it ``name``; raise a SourceError where it is cut off, locked or has no pages."""
    return PdfSource(path, name)


def sheet_of(page: pdfium.PdfPage, dpi: float) -> Sheet:
    """Return how a loaded page lies on its page pixels."""
    left, bottom, right, top = page.get_bbox()
    return Sheet(left, bottom, right, top, page.get_rotation(), dpi / 72)


def _block(line: TextLine) -> Block:
    return Block(line.text, (line.number,), region=line.region, printed=(line,))
