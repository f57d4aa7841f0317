"""PDF pages: lines of text with their places, ruling lines, pictures; a page without text is its picture."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium

from baoguan.domain.page import Block, PageImage, PageScan
from baoguan.readers.imprint import read_shared_imprint
from baoguan.readers.pdf_file import ALONE, PdfFile
from baoguan.readers.pdf_glyphs import UNKNOWN, Glyph, read_glyphs
from baoguan.readers.pdf_ink import Ink, read_ink
from baoguan.readers.pdf_lines import lines
from baoguan.readers.pdf_plates import fineness, joined, pictures, whole
from baoguan.readers.pdf_sheet import Sheet, sheet_of

DPI = 200
"""Page pixels an inch: type of 9 points is 25 pixels high, which OCR reads best and screens show sharply."""
_FINEST, _COARSEST = 400, 150
"""Page pixels an inch of a scan, which has its own where they are between."""
_LONGEST = 16_000
"""Pixels: the longest side of a page, whatever its paper."""
_STAMP = 80
"""Characters: no more are set on a scan by whoever numbers or stamps it; its own text is yet to be read."""
_LEGIBLE = 0.7
"""Share of the characters that must be known for the text to be taken, and not to be read from the print."""


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
                sheet, ink = _measured(page)
                glyphs = read_glyphs(page, sheet, ink.drawn)
            finally:
                page.close()
        imprint = read_shared_imprint(self.files[0], len(self))
        return replace(_scan(sheet, ink, glyphs), image=self._image(part, sheet), imprint=imprint, part=part)

    def _image(self, part: int, sheet: Sheet) -> PageImage:
        return PageImage(self.files[0], part, sheet.width, sheet.height, sheet.scale * 72)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def open_pdf(path: Path, name: str | None = None) -> PdfSource:
    """Open a PDF, calling it ``name``; raise a SourceError where it is cut off, locked or has no pages."""
    return PdfSource(path, name)


def _scan(sheet: Sheet, ink: Ink, glyphs: Sequence[Glyph]) -> PageScan:
    """Return what is printed on a page; no PDFium is needed for it any more."""
    plates = joined(ink.plates)
    stamped = whole(plates, sheet) is not None and len(glyphs) < _STAMP
    printed = lines(glyphs, ink.rulings) if _is_legible(glyphs) and not stamped else []
    texts = (Block(line.text, (line.number,), region=line.region, printed=(line,)) for line in printed)
    return PageScan(
        (*texts, *pictures(plates, sheet)),
        encoding="",
        width=sheet.width,
        height=sheet.height,
        rulings=tuple(ink.rulings),
    )


def _measured(page: pdfium.PdfPage) -> tuple[Sheet, Ink]:
    """Return how a page lies on its pixels, which are those of its scan where it is one, and its ink."""
    sheet = sheet_of(page, DPI)
    ink = read_ink(page, sheet)
    fine = fineness(joined(ink.plates), sheet)
    scale = min(max(round(fine * DPI), _COARSEST), _FINEST) / 72 if fine else sheet.scale
    scale = min(scale, _LONGEST * sheet.scale / max(sheet.width, sheet.height))
    if scale == sheet.scale:
        return sheet, ink
    sheet = replace(sheet, scale=scale)
    return sheet, read_ink(page, sheet)


def _is_legible(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether the PDF says what most of its characters are."""
    known = sum(glyph.text != UNKNOWN and unicodedata.category(glyph.text[0]) != "Co" for glyph in glyphs)
    return known >= _LEGIBLE * len(glyphs)
