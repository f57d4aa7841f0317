"""Writes pages as PDF: born digital by Qt, with fonts embedded; and as scans with the text of an OCR
behind them.
"""

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from newsroom.faces import ready
from newsroom.press import paint
from newsroom.truth import NewsPage
from newsroom.wear import CLEAN, Wear
from newsroom.writers.scan import picture_of

_RESOLUTION = 1200


def write_pdf(pages: Sequence[NewsPage], path: Path) -> Path:
    """Write pages into one born-digital PDF, in this order; Qt maps some characters to Kangxi radicals (⽇
    for 日).
    """
    ready()
    writer = QPdfWriter(str(path))
    writer.setResolution(_RESOLUTION)
    writer.setTitle(pages[0].title)
    painter: QPainter | None = None
    for page in pages:
        exact = QPageSize.SizeMatchPolicy.ExactMatch
        writer.setPageSize(QPageSize(QSizeF(page.width, page.height), QPageSize.Unit.Point, "", exact))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        if painter is None:
            painter = QPainter(writer)
        else:
            writer.newPage()
        paint(page, painter, _RESOLUTION / 72)
    if painter is not None:
        painter.end()
    return path


def write_scanned_pdf(
    pages: Sequence[NewsPage], path: Path, dpi: int = 150, wear: Wear = CLEAN, *, text: bool = False
) -> Path:
    """
    Write pages as a PDF of pictures; with ``text`` their characters are set over them, invisibly, as OCR
    does (text rendering mode 3).
    """
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for page in pages:
        picture = io.BytesIO()
        shown = picture_of(page, dpi, wear).convert("L")
        shown.save(picture, "JPEG", quality=80)
        told = f"/Type /XObject /Subtype /Image /Width {shown.width} /Height {shown.height}"
        told += " /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"
        objects.append(_stream(told, picture.getvalue()))
        objects.append(
            _stream("", f"q {page.width:.2f} 0 0 {page.height:.2f} 0 0 cm /I Do Q".encode("ascii"))
        )
        place = len(objects)
        box = f"/MediaBox [0 0 {page.width:.2f} {page.height:.2f}] /Contents {place} 0 R"
        uses = f"/Resources << /XObject << /I {place - 1} 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} {uses} >>".encode("ascii"))
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode("ascii")
    path.write_bytes(assembled(objects))
    if text:
        _lay_over(pages, path)
    return path


def _lay_over(pages: Sequence[NewsPage], path: Path) -> None:
    """Set the type of the pages over the pictures in a PDF, so that it can be found but not seen."""
    import pikepdf

    bare = [replace(page, figures=(), rulings=(), tints=()) for page in pages]
    plain = write_pdf(bare, path.with_suffix(".text.pdf"))
    with pikepdf.open(plain) as texts, pikepdf.open(path, allow_overwriting_input=True) as pictures:
        for shown, told in zip(pictures.pages, texts.pages, strict=True):
            unseen = []
            for instruction in pikepdf.parse_content_stream(told):
                unseen.append(instruction)
                if str(instruction.operator) == "BT":
                    unseen.append(pikepdf.ContentStreamInstruction([3], pikepdf.Operator("Tr")))
            told.Contents = texts.make_stream(pikepdf.unparse_content_stream(unseen))
            shown.add_overlay(told)
        pictures.save(path)
    plain.unlink()


def assembled(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of objects, numbered from 1, the first of them its catalogue."""
    told, places = b"%PDF-1.5\n%\xe6\x8a\xa5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(told))
        told += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{len(told)}\n%%EOF\n"
    return told + end.encode("ascii")


def _stream(told: str, content: bytes) -> bytes:
    return f"<< {told} /Length {len(content)} >>\nstream\n".encode("ascii") + content + b"\nendstream"
